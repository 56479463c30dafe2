/** Puts a card into a Markdown file, and takes one out, so that every other line stays as it is. */
import { takeTags } from '../../../core/course/card-tags.ts';
import type { Card } from '../../../core/course/course.ts';
import { plainInline } from '../../../core/course/plain-text.ts';
import type { ProblemLog } from '../../files/problem-log.ts';
import { makeProblemLog } from '../../files/problem-log.ts';
import { parseNote } from '../notes/note-file.ts';
import { classifyLines } from '../notes/note-lines.ts';
import { parseOwnCards, readOwnCards, sectionOfHeading } from './parse-own.ts';

/** Which file a text is. */
export interface CardFile {
  /** `own`: cards throughout; `course`: a note with cards below `## Cards`, or a deck. */
  readonly is: 'own' | 'course';
  readonly topic: string;
  readonly path: string;
}

/** A card to be written. */
export interface NewCard {
  readonly id: string;
  /** Section that it is about, with its heading; the empty id: none. */
  readonly section: { readonly id: string; readonly title: string };
  readonly front: string;
  /** `''` for a cloze. */
  readonly back: string;
}

/** What came of writing: the whole new text and the keys of the card's items, or why it cannot be written. */
export type Written =
  | { readonly ok: true; readonly text: string; readonly keys: readonly string[] }
  | { readonly ok: false; readonly why: string };

const parse = (text: string, { is, topic, path }: CardFile, log: ProblemLog): readonly Card[] =>
  is === 'own'
    ? parseOwnCards(text, { topic, path }, log.file(path))
    : parseNote(text, { topic, area: '', path }, log.file(path)).cards;

const block = ({ id, front, back }: NewCard): readonly string[] => {
  const [first = '', ...rest] = front.split('\n');
  return [
    `${back === '' ? 'C' : 'Q'}: ${first} ^${id}`,
    ...rest,
    ...(back === '' ? [] : `A: ${back}`.split('\n')),
  ];
};

/** Heading to write for a section: its title where that leads back to it, else its id. */
const headingOf = ({ id, title }: NewCard['section']): string =>
  sectionOfHeading(title) === id ? title : id;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** The lines with the card among the others of its section. */
const insert = (lines: readonly string[], file: CardFile, card: NewCard): readonly string[] => {
  const classified = classifyLines(lines, 1).lines;
  const isDeck =
    file.is === 'course' && /^deck:[ \t]*true\b/m.test(lines.slice(0, lines.indexOf('---', 1)).join('\n'));
  const cardsAt = classified.findIndex(
    line => line.type === 'heading' && line.level === 2 && line.title === 'Cards',
  );
  const out = [...lines];
  while (out.length > 0 && isBlank(out.at(-1))) out.pop();
  if (file.is === 'course' && !isDeck && cardsAt === -1) out.push('', '## Cards');
  let from = cardsAt === -1 ? (file.is === 'own' ? -1 : out.length - 1) : cardsAt;
  const headings = classified.flatMap((line, i) =>
    line.type === 'heading' && i > from ? [{ i, title: line.title }] : [],
  );
  const { id } = card.section;
  if (isDeck) from = out.length - 1;
  else if (id !== '') {
    const found = headings.find(({ title }) => sectionOfHeading(title) === id || plainInline(title) === id);
    if (found === undefined) {
      out.push('', `### ${headingOf(card.section)}`);
      from = out.length - 1;
    } else from = found.i;
  }
  // The end of the section: before the next heading, after its last line with text.
  let at = Math.min(headings.find(({ i }) => i > from)?.i ?? out.length, out.length);
  while (at > from + 1 && isBlank(out[at - 1])) at--;
  const added = [...(at > 0 && !isBlank(out[at - 1]) ? [''] : []), ...block(card)];
  const after = out.slice(at);
  return [
    ...out.slice(0, at),
    ...added,
    ...(after.length > 0 && !isBlank(after[0]) ? [''] : []),
    ...after,
    '',
  ];
};

const same = (a: Card, b: Card): boolean =>
  a.key === b.key && a.front === b.front && a.back === b.back && a.section === b.section;

/**
 * Writes a card into a text, and reads the whole text again: the card has to stand there as it was typed, and every
 * other card as it was.
 * @param text what the file holds, `''` for none
 */
export const withCard = (text: string, file: CardFile, card: NewCard): Written => {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const unix = text.replaceAll('\r\n', '\n');
  const start = unix === '' ? (file.is === 'own' ? ['## Cards'] : []) : unix.split('\n');
  const whole = insert(start, file, card).join('\n');
  const log = makeProblemLog();
  const earlier = makeProblemLog();
  const before = parse(unix, file, earlier);
  const after = parse(whole, file, log);
  const mine = after.filter(({ family }) => family === card.id);
  const others = after.filter(({ family }) => family !== card.id);
  const [first] = mine;
  if (first === undefined) {
    const problem = log.problems.find(({ severity }) => severity === 'error');
    return { ok: false, why: problem?.message ?? 'The text cannot be written as a card' };
  }
  const isKept = others.length === before.length && others.every((each, i) => same(each, before[i] as Card));
  const [line = '', ...rest] = card.front.trim().split('\n');
  const asked = [takeTags(line).text, ...rest].join('\n');
  const isWhole = card.back === '' || (first.front === asked && first.back === card.back.trim());
  const errors = ({ problems }: ProblemLog): number =>
    problems.filter(({ severity }) => severity === 'error').length;
  if (!isKept || !isWhole || errors(log) > errors(earlier))
    return {
      ok: false,
      why: 'A line of it begins like a card, a heading, code or ---, so it would be cut there',
    };
  return { ok: true, text: whole.replaceAll('\n', newline), keys: mine.map(({ key }) => key) };
};

/** The text without the card of a family; `null` where it has none. `''`: nothing but headings was left. */
export const withoutCard = (text: string, file: CardFile, family: string): string | null => {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const quiet = (): void => undefined;
  const unix = lines.join('\n');
  const gone = new Set(
    parse(unix, file, makeProblemLog())
      .filter(card => card.family === family)
      .map(({ line }) => line),
  );
  const ranges = readOwnCards(unix, quiet).filter(({ line }) => gone.has(line));
  if (ranges.length === 0) return null;
  const kept: string[] = [];
  let isGap = false;
  lines.forEach((line, i) => {
    if (ranges.some(range => i + 1 >= range.line && i + 1 <= range.endLine)) {
      isGap = true;
      return;
    }
    // Of the blank lines around it those before it stay.
    if (isGap && isBlank(line) && isBlank(kept.at(-1))) return;
    isGap = false;
    kept.push(line);
  });
  if (isGap && kept.length > 0 && lines.at(-1) === '' && kept.at(-1) !== '') kept.push('');
  const isEmpty = kept.every(line => isBlank(line) || /^#{1,6}(?:\s|$)/.test(line));
  return isEmpty ? '' : kept.join(newline);
};
