import { FenceReader } from '../../../core/base/fences.ts';
import { joinLines } from './note-body.ts';
import type { NoteLine } from './note-lines.ts';
import type { Report } from '../../files/problem-log.ts';
import { quoted } from '../../../core/base/sanitize.ts';
import { takeTags } from '../../../core/course/card-tags.ts';

/** A card as it stands in the file. */
export interface RawCard {
  readonly kind: 'basic' | 'cloze';
  /** Explicit id, `''` where none. */
  readonly id: string;
  /** Tags that stand before it; without `#`. */
  readonly tags: readonly string[];
  /** Heading above it and that heading's line; the empty heading where there is none. */
  readonly heading: string;
  readonly headingLine: number;
  readonly line: number;
  /** Last line that belongs to it. */
  readonly endLine: number;
  /** Prompt, or the whole text of a cloze. */
  readonly front: string;
  /** Answer; `''` for a cloze. */
  readonly back: string;
}

/** Lines that a card took up but that cannot be used; each is reported. */
interface RejectedLines {
  readonly line: number;
  readonly endLine: number;
}

/** Cards of a note, and lines that look like one but are none. */
export interface ParsedCards {
  readonly cards: readonly RawCard[];
  readonly rejected: readonly RejectedLines[];
}

/** What is being read. Its lists grow, for copying them at every line would cost the square of a long card. */
interface Open {
  /** `stray`: lines that belong to no card. */
  readonly kind: 'basic' | 'cloze' | 'stray';
  readonly id: string;
  readonly tags: readonly string[];
  readonly line: number;
  readonly front: string[];
  /** `null` until `A:`. */
  back: string[] | null;
  endLine: number;
  /** Already reported, so it will be left out. */
  spoilt: boolean;
}

const CARD_ID = /(?:^|\s)\^([a-z][a-z0-9-]{2,99})$/;
/** Something that was meant as an id. */
const LIKE_ID = /(?:^|\s)\^[A-Za-z0-9_-]{2,}$/;
/**
 * A tag that is indented, in a list, in bold, in lower case, or written with a space before the colon or in full
 * width.
 */
const LIKE_TAG =
  /^(?:[ \t\u00a0\u3000]+|[-*+>][ \t]*|\*\*)?[QACＱＡＣ][ \t\u00a0\u202f\u3000]?[:：﹕]|^[qacｑａｃ][ \t\u00a0\u202f\u3000]?(?:：|:(?:\s|$))/;
/** A line of a quote. */
const QUOTED = /^ {0,3}>/;

interface FirstLine {
  readonly text: string;
  readonly id: string;
  readonly tags: readonly string[];
}

/** Splits the first line of a card into text, tags and id. */
const takeEnd = (text: string, line: number, report: Report): FirstLine => {
  const id = CARD_ID.exec(text)?.[1];
  if (id !== undefined) return { ...takeTags(text.slice(0, text.length - id.length - 1).trimEnd()), id };
  if (LIKE_ID.test(text)) report('card-id', line, `${quoted(text.slice(text.lastIndexOf('^')))} is no id`);
  return { ...takeTags(text), id: '' };
};

/**
 * Reads the lines of a Cards section: every line belongs to a card, is a heading or a separator, or is
 * reported. `Q:`, `A:` and `C:` begin a part; a card ends at the next tag, heading, `---` or the end.
 */
export const parseCards = (lines: readonly NoteLine[], report: Report): ParsedCards => {
  const cards: RawCard[] = [];
  const rejected: RejectedLines[] = [];
  let heading = '';
  let headingLine = 0;
  let open: Open | null = null;
  let quote: FenceReader | null = null;

  const close = (): void => {
    if (open === null) return;
    const { kind, id, tags, line, endLine } = open;
    const front = joinLines(open.front);
    const back = joinLines(open.back ?? []);
    let usable = kind !== 'stray' && !open.spoilt;
    if (usable && kind === 'basic' && open.back === null) {
      report('card-without-answer', line, 'The question has no answer');
      usable = false;
    } else if (usable && (front === '' || (kind === 'basic' && back === ''))) {
      report('card-empty', line, front === '' ? 'There is nothing after the tag' : 'The answer is empty');
      usable = false;
    }
    if (usable && kind !== 'stray')
      cards.push({ kind, id, tags, heading, headingLine, line, endLine, front, back });
    else rejected.push({ line, endLine });
    open = null;
  };

  const begin = (kind: Open['kind'], line: number, text: string): Open => {
    const first: FirstLine = kind === 'stray' ? { text, id: '', tags: [] } : takeEnd(text, line, report);
    const { id, tags } = first;
    return { kind, id, tags, line, front: [first.text], back: null, endLine: line, spoilt: false };
  };

  const extend = (running: Open, line: NoteLine, text: string): void => {
    (running.back ?? running.front).push(text);
    if (line.type !== 'blank') running.endLine = line.line;
  };

  const answer = (running: Open | null, line: NoteLine, text: string): Open => {
    if (running?.kind === 'basic' && running.back === null) {
      if (CARD_ID.test(text)) {
        report('card-id', line.line, 'The id stands on the line of the answer, so it does not count');
      }
      running.back = [text];
      running.endLine = line.line;
      return running;
    }
    const before = running === null || running.kind === 'stray' ? 'no question' : 'a finished card';
    report('answer-without-question', line.line, `The answer has ${before} before it`);
    if (running === null) return begin('stray', line.line, text);
    extend(running, line, text);
    running.spoilt = true;
    return running;
  };

  for (const line of lines) {
    const running = open as Open | null;
    quote = QUOTED.test(line.raw) ? (quote ?? new FenceReader(true)) : null;
    const inQuotedCode = (quote?.next(line.raw) ?? null) !== null;
    if (line.type === 'heading') {
      close();
      heading = line.title;
      headingLine = line.line;
    } else if (line.type === 'dashes' && line.raw.startsWith('---')) {
      close();
    } else if (line.type === 'tag' && line.tag === 'A') {
      open = answer(running, line, line.text);
    } else if (line.type === 'tag') {
      close();
      open = begin(line.tag === 'Q' ? 'basic' : 'cloze', line.line, line.text);
    } else if (running === null) {
      if (line.type === 'blank') continue;
      report('text-outside-cards', line.line, 'This text belongs to no card');
      open = begin('stray', line.line, line.raw);
    } else if (running.kind === 'stray' && line.type === 'blank') {
      close();
    } else {
      if (line.type === 'text' && running.kind !== 'stray' && !inQuotedCode && LIKE_TAG.test(line.raw)) {
        report('card-tag', line.line, 'This line looks like a card but counts as text of the one above');
      }
      extend(running, line, line.raw);
    }
  }
  close();
  return { cards, rejected };
};
