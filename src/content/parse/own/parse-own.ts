/** A learner's own cards on a course: Markdown in the card grammar of decks, below headings that name sections. */
import type { Card } from '../../../core/course/course.ts';
import { readOwnName } from '../../../core/course/own-names.ts';
import type { ProblemLog, Report } from '../../files/problem-log.ts';
import { readText } from '../../files/read-text.ts';
import type { Scan } from '../../files/scan-files.ts';
import type { LoadedCourse } from '../load-course.ts';
import type { RawCard } from '../notes/card-parser.ts';
import { parseCards } from '../notes/card-parser.ts';
import { makeCards } from '../notes/make-cards.ts';
import { classifyLines } from '../notes/note-lines.ts';
import { headingSlug } from '../folder/heading-slug.ts';

/** Lines of a front matter that was copied from a note; the cards begin after it. */
const frontMatterLines = (lines: readonly string[]): number => {
  if (lines[0] !== '---') return 0;
  const close = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  return close === -1 ||
    lines.slice(1, close).some(line => !/^\s|^[\w-]+:|^$|^#/.test(line) || /^[QAC]:/.test(line))
    ? 0
    : close + 1;
};

/** The cards of one file as they stand there. A title, or `## Cards`, is no section. */
export const readOwnCards = (text: string, report: Report): readonly RawCard[] => {
  const all = text.split('\n');
  const from = frontMatterLines(all);
  const { lines, unclosed } = classifyLines(all.slice(from), from + 1);
  if (unclosed > 0) report('unclosed-fence', unclosed, 'This code block is never closed');
  return parseCards(lines, report).cards.map(card => {
    const line = lines.find(each => each.line === card.headingLine);
    const isTitle =
      line?.type === 'heading' && (line.level === 1 || (line.level === 2 && line.title === 'Cards'));
    return isTitle ? { ...card, heading: '', headingLine: 0 } : card;
  });
};

/** Id of the section that a heading names; whether the course has it, only the course knows. */
export const sectionOfHeading = (heading: string): string => (heading === '' ? '' : headingSlug(heading));

/** The items of one file. */
export const parseOwnCards = (
  text: string,
  { topic, path }: { readonly topic: string; readonly path: string },
  report: Report,
): readonly Card[] =>
  makeCards(
    readOwnCards(text, report),
    { topic, path, sections: [], deck: true, sectionOf: sectionOfHeading },
    report,
  );

/** One item of two versions of a file: the same, or with both answers. */
const joinVersions = (first: Card, second: Card): Card =>
  first.back === second.back ? first : { ...first, back: `${first.back}\n\n---\n\n${second.back}` };

interface OwnFile {
  readonly topic: string;
  readonly area: string;
  readonly path: string;
  readonly isCopy: boolean;
  readonly cards: readonly Card[];
}

/**
 * Reads the files with a learner's own cards. A copy that a synchroniser left beside a file belongs to it: a card of
 * both is one, and where its answers differ it has both.
 * @param prefix what stands before the paths of the scan, from the learner's data folder
 */
export const loadOwnCards = (scan: Scan, prefix: string, log: ProblemLog): LoadedCourse => {
  const files: OwnFile[] = [];
  for (const file of scan.files) {
    const path = `${prefix}/${file.path}`;
    const report = log.file(path);
    const parts = file.path.split('/');
    const stem = /^(.*)\.md$/s.exec(parts.at(-1) ?? '')?.[1];
    if (stem === undefined) {
      report('unknown-file', 0, 'Nothing reads a file with this ending');
      continue;
    }
    const { key: topic = null, isCopy = false } = readOwnName(stem) ?? {};
    if (topic === null) {
      report('file-name', 0, 'The name of the file is no topic, so it is not read');
      continue;
    }
    const text = readText(file, report);
    if (text === null) continue;
    const cards = parseOwnCards(text, { topic, path }, report);
    files.push({ topic, area: parts.at(-2) ?? '', path, isCopy, cards });
  }
  // The file before its copies, whatever their names.
  files.sort((a, b) => Number(a.isCopy) - Number(b.isCopy) || (a.path < b.path ? -1 : 1));

  const cards = new Map<string, Card>();
  for (const { cards: found, topic } of files) {
    for (const card of found) {
      const first = cards.get(card.key);
      if (first === undefined || first.topic !== topic) {
        if (first === undefined) cards.set(card.key, card);
        else
          log.file(card.path)(
            'duplicate-id',
            card.line,
            `The same card stands in ${first.path}:${first.line}`,
            'remove one, or give one an id',
          );
      } else if (first.path !== card.path) cards.set(card.key, joinVersions(first, card));
      else
        log.file(card.path)(
          'duplicate-id',
          card.line,
          `The same card stands in line ${first.line}`,
          'remove one, or give one an id',
        );
    }
  }
  const topics = new Map(files.toReversed().map(file => [file.topic, file]));
  const notes = [...topics.values()].map(({ topic, area, path }) => ({
    id: topic,
    title: topic,
    area,
    path,
    aliases: [],
    exams: [],
    checked: '',
    sources: [],
    calculators: [],
    sections: [],
  }));
  return {
    course: {
      id: 'own',
      title: 'own',
      blueprint: '',
      notes,
      cards: [...cards.values()],
      questions: [],
      blueprints: [],
      renames: [],
    },
    hasId: true,
    problems: log.problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)),
    style: [],
    cleanTopics: notes
      .map(({ id }) => id)
      .filter(
        id => !log.problems.some(({ file, severity }) => severity === 'error' && topicOfPath(file) === id),
      ),
    areaOf: () => '',
    root: scan.root,
  };
};

/** The topic of a file in an own folder, by its path; `''` for none. */
const topicOfPath = (path: string): string =>
  readOwnName((path.split('/').at(-1) ?? '').replace(/\.md$/, ''))?.key ?? '';
