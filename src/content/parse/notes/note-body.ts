import GithubSlugger from 'github-slugger';
import type { Section } from '../../../core/course/course.ts';
import { plainInline } from '../../../core/course/plain-text.ts';
import type { NoteLine } from './note-lines.ts';
import type { Report } from '../../files/problem-log.ts';

interface NoteBody {
  readonly sections: readonly Section[];
  /** Lines below `## Cards`, without that heading. */
  readonly cardLines: readonly NoteLine[];
}

interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly lines: string[];
}

/** The paragraph that runs, should an underline turn it into a heading. */
interface OpenParagraph {
  /** Number of lines the section had before it. */
  readonly from: number;
  readonly line: number;
  /** Whether it can be a heading: at column 0, no list, quote, table or card. */
  readonly plain: boolean;
}

const NOT_PLAIN = /^(?:\s|>|[-+*][ \t]|\d{1,9}[.)][ \t]|\||<)/;

/** `Q :` and `Q：`: a question as some languages and keyboards write it, which is no tag. */
const LIKE_QUESTION = /^(?:[QＱ][ \t\u00a0\u202f\u3000]?[：﹕]|[QＱ][ \t\u00a0\u202f\u3000]:|Ｑ:)/;

/** Lines as one text, without the blank lines at either end. */
export const joinLines = (lines: readonly string[]): string => {
  let from = 0;
  let to = lines.length;
  while (from < to && (lines[from] ?? '').trim() === '') from++;
  while (to > from && (lines[to - 1] ?? '').trim() === '') to--;
  return lines.slice(from, to).join('\n');
};

/**
 * Splits a body at its headings (ATX and underlined, outside code) and takes the cards out.
 * @param isPlain a note of a folder: a heading of the first level is one like others, and `## Cards` a section
 */
export const splitBody = (
  lines: readonly NoteLine[],
  title: string,
  report: Report,
  isPlain = false,
): NoteBody => {
  const open: OpenSection[] = [{ title, level: 1, line: lines[0]?.line ?? 1, lines: [] }];
  const cardLines: NoteLine[] = [];
  let inCards = false;
  let paragraph: OpenParagraph | null = null;
  let strayQuestion = false;

  const current = (): OpenSection => open[open.length - 1] as OpenSection;
  const begin = (line: number, level: number, heading: string): void => {
    if (level === 1 && !isPlain) report('top-heading', line, 'A note has no headings of the first level');
    open.push({ title: plainInline(heading), level: Math.max(2, level), line, lines: [] });
  };

  for (const line of lines) {
    const isCards = !isPlain && line.type === 'heading' && line.level === 2 && line.title === 'Cards';
    if (inCards && !(line.type === 'heading' && line.level <= 2)) {
      cardLines.push(line);
      continue;
    }
    if (inCards) report('cards-not-last', line.line, 'A section follows the cards');
    inCards = isCards;
    const running: OpenParagraph | null = paragraph;
    paragraph = null;
    if (isCards) continue;
    if (line.type === 'heading') {
      begin(line.line, line.level, line.title);
    } else if (
      (line.type === 'dashes' || line.type === 'equals') &&
      running?.plain === true &&
      !line.raw.startsWith(' ')
    ) {
      const heading = current().lines.splice(running.from).join(' ');
      begin(running.line, line.type === 'equals' ? 1 : 2, heading);
    } else {
      if (line.type === 'tag') {
        if (line.tag !== 'A' || !strayQuestion) {
          report(
            'card-outside-cards',
            line.line,
            `This line begins with ${line.tag}: but does not stand below ## Cards`,
          );
        }
        strayQuestion = line.tag === 'Q';
      }
      if (line.type === 'text' && LIKE_QUESTION.test(line.raw)) {
        report('card-tag', line.line, 'This line looks like a card but counts as text of the note');
      }
      if (line.type !== 'blank' && line.type !== 'code') {
        const plain = line.type === 'text' && !NOT_PLAIN.test(line.raw);
        paragraph = running ?? { from: current().lines.length, line: line.line, plain };
        if (line.type === 'tag') paragraph = { ...paragraph, plain: false };
      }
      current().lines.push(line.raw);
    }
  }

  const slugger = new GithubSlugger();
  const sections = open.map((section, i): Section => {
    const id = i === 0 ? '' : slugger.slug(section.title) || slugger.slug('section');
    return {
      id,
      title: section.title,
      level: section.level,
      markdown: joinLines(section.lines),
      line: section.line,
    };
  });
  return { sections: sections.filter(({ id, markdown }) => id !== '' || markdown !== ''), cardLines };
};
