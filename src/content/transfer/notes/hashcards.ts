/**
 * Decks of hashcards and repeater: Markdown in which `Q:`, `A:` and `C:` begin a card at the beginning of a line, with
 * what hashcards has recorded in its database (eudoxia0/hashcards, src/parser.rs and src/types/card.rs).
 */
import { createBlake3 } from './blake3.ts';
import { codeSpans } from '../../../core/base/code-spans.ts';
import { takeTags } from '../../../core/course/card-tags.ts';
import type { Deck, DeckCard, DeckPlace, DeckProgress, DeckReview } from '../../../core/transfer/deck.ts';
import { RemarkList } from '../../../core/transfer/remark-list.ts';
import { requireCount, stemOf } from '../source-file.ts';

/** What hashcards recorded of each card, by its hash. */
type HashcardsHistory = ReadonlyMap<string, DeckProgress>;

/** A file of a deck. */
export interface DeckNote {
  readonly path: string;
  readonly text: string;
}

const encoder = new TextEncoder();

const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const le64 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
};

/** What hashcards tells a card with two sides by. */
export const basicHash = (question: string, answer: string): string =>
  createBlake3(encoder.encode(`Basic${question}${answer}`));

/** What it tells one gap of a cloze by: the text without brackets, and where the gap stands in its bytes. */
export const clozeHash = (text: string, start: number, end: number): string =>
  createBlake3(joinBytes([encoder.encode('Cloze'), encoder.encode(text), le64(start), le64(end)]));

/**
 * What repeater tells a card by: its lines as they stand, in lower case and with single spaces (shaankhosla/repeater,
 * src/parser/hash.rs). @param gap of a cloze, from 0
 */
export const repeaterHash = (block: string, gap = 0): string => {
  const normal = block
    .toLowerCase()
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
  return createBlake3(encoder.encode(gap === 0 ? normal : `${normal}\0cloze${gap}`));
};

interface ReadCloze {
  /** Without the brackets of gaps. */
  readonly plain: string;
  /** Bytes at which gaps begin and end, the last one included. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[];
  /** In the form of ours. */
  readonly text: string;
}

const byteLength = (text: string): number => encoder.encode(text).length;

/** Reads the gaps as hashcards does: every bracket is one, but those of images and escaped ones. */
const readCloze = (source: string): ReadCloze => {
  let [plain, text] = ['', ''];
  const gaps: { start: number; end: number }[] = [];
  const inCode = codeSpans(source);
  let start = -1;
  let image = false;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    const next = source.charAt(at + 1);
    if (character === '\\' && (next === '[' || next === ']')) {
      plain += next;
      text += `\\${next}`;
      at++;
    } else if (character === '!' && next === '[' && start === -1) {
      plain += '![';
      text += '![';
      image = true;
      at++;
    } else if (character === '[' && !image && start === -1) {
      start = byteLength(plain);
      text += '[';
    } else if (character === ']' && image) {
      image = false;
      plain += ']';
      text += ']';
    } else if (character === ']' && start !== -1) {
      gaps.push({ start, end: Math.max(start, byteLength(plain) - 1) });
      start = -1;
      text += source.charAt(at + 1) === '(' ? ']\\' : ']';
    } else {
      plain += character;
      text += character;
    }
  }
  // Within code brackets are no gaps of ours: the code loses its marks, and nothing else.
  const isCoded = inCode.some(({ start: from, end }) => /[[\]]/.test(source.slice(from, end)));
  return { plain, gaps, text: isCoded ? text.replaceAll('`', '') : text };
};

/** Name of a deck from the front matter, which is TOML; hashcards reads this key alone. */
const frontMatter = (lines: readonly string[]): { readonly name: string | null; readonly from: number } => {
  if (lines[0]?.trim() !== '---') return { name: null, from: 0 };
  const close = lines.findIndex((line, i) => i > 0 && line.trim() === '---');
  if (close === -1) return { name: null, from: 0 };
  for (const line of lines.slice(1, close)) {
    const [, quoted, single] = /^\s*name\s*[=:]\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/.exec(line) ?? [];
    const name = quoted === undefined ? single : quoted.replace(/\\(["\\])/g, '$1');
    if (name !== undefined) return { name, from: close + 1 };
  }
  return { name: null, from: close + 1 };
};

/** A text without the tags at the end of its first line. */
const tagsAtFirst = (text: string): { readonly text: string; readonly tags: readonly string[] } => {
  const [first = '', ...rest] = text.split('\n');
  const taken = takeTags(first);
  return { text: [taken.text, ...rest].join('\n'), tags: taken.tags };
};

const NOTHING: DeckProgress = { reviews: [] };

interface Open {
  readonly kind: 'Q' | 'C';
  readonly line: number;
  readonly front: string[];
  back: string[] | null;
  /** Its lines as they stand. */
  readonly block: string[];
}

const readNote = (
  { path, text }: DeckNote,
  history: HashcardsHistory,
  remarks: RemarkList,
): { readonly cards: readonly DeckCard[]; readonly used: readonly string[] } => {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const { name, from } = frontMatter(lines);
  const deck = [...path.split('/').slice(0, -1), name ?? stemOf(path)];
  const cards: DeckCard[] = [];
  const used: string[] = [];
  let open: Open | null = null;
  /** Either program may have learned it; each tells it by a hash of its own. */
  const learned = (hash: string, block: string, gap = 0): DeckProgress => {
    if (history.size === 0) return NOTHING;
    const ofRepeater = repeaterHash(block, gap);
    used.push(hash, ofRepeater);
    return history.get(hash) ?? history.get(ofRepeater) ?? NOTHING;
  };
  const takeSides = (asked: string, back: string, block: string, place: DeckPlace): void => {
    const id = basicHash(asked, back);
    const { text: front, tags } = tagsAtFirst(asked);
    cards.push({ form: 'basic', id, deck, tags, place, front, back, progress: [learned(id, block)] });
  };
  const close = (): void => {
    if (open === null) return;
    const { kind, line, front, back } = open;
    const block = open.block.join('\n');
    open = null;
    const place: DeckPlace = { file: path, line };
    const question = front.join('\n').trim();
    if (kind === 'C') {
      // hashcards knows no tags: to it they are text.
      const { plain, gaps } = readCloze(question);
      const { text: asked, tags } = tagsAtFirst(question);
      if (gaps.length === 0) {
        remarks.left('card', 'The cloze has no gap', place);
        return;
      }
      const hashes = gaps.map(gap => clozeHash(plain, gap.start, gap.end));
      cards.push({
        form: 'cloze',
        id: createBlake3(joinBytes([encoder.encode('Cloze'), encoder.encode(plain)])),
        deck,
        tags,
        place,
        text: readCloze(asked).text,
        progress: hashes.map((hash, gap) => learned(hash, block, gap)),
      });
      return;
    }
    const answer = back?.join('\n').trim() ?? '';
    if (question === '' || answer === '') {
      remarks.left('card', question === '' ? 'The card has no question' : 'The card has no answer', place);
      return;
    }
    takeSides(question, answer, block, place);
  };
  /** A card of repeater in one line: `front::back`. */
  const takeLine = (raw: string, line: number): boolean => {
    const [, front = '', back = ''] = /^\s*(?:[-*+]\s+)?([^:`]+?)\s*:{2}\s*([^:].*)$/.exec(raw) ?? [];
    if (front === '' || back.trim() === '') return false;
    takeSides(front, back.trim(), raw, { file: path, line });
    return true;
  };
  let stray = 0;
  lines.slice(from).forEach((raw, i) => {
    const line = from + i + 1;
    const tag = /^([QAC]):/.exec(raw)?.[1];
    const rest = raw.slice(2).trim();
    const running = open as Open | null;
    if (tag === 'Q' || tag === 'C') {
      close();
      open = { kind: tag, line, front: [rest], back: null, block: [raw] };
    } else if (tag === 'A' && running?.kind === 'Q' && running.back === null) {
      running.back = [rest];
      running.block.push(raw);
    } else if (raw.trim() === '---') close();
    else if (running !== null) {
      (running.back ?? running.front).push(raw);
      running.block.push(raw);
    } else if (!takeLine(raw, line) && raw.trim() !== '' && !/^#{1,6}\s/.test(raw)) stray++;
  });
  close();
  if (stray > 0 && cards.length > 0)
    remarks.left('text', `${stray} lines that belong to no card`, { file: path });
  return { cards, used };
};

/**
 * Reads the notes of a folder of decks.
 * @throws Failure `data` where there are more cards than an import takes
 */
export const readHashcards = (notes: readonly DeckNote[], history: HashcardsHistory): Deck => {
  const remarks = new RemarkList();
  const used = new Set<string>();
  const cards = notes.flatMap(note => {
    const read = readNote(note, history, remarks);
    for (const hash of read.used) used.add(hash);
    return read.cards;
  });
  requireCount(cards.length, notes[0]?.path ?? '');
  const orphans = [...history.keys()].filter(hash => !used.has(hash)).length;
  if (orphans > 0)
    remarks.left('history', `What was learned of ${orphans} cards that are no longer in these decks`, {});
  return { format: 'hashcards', cards, questions: [], remarks: remarks.list, media: [] };
};

/** A review of hashcards. */
export interface HashcardsReview {
  readonly hash: string;
  /** `YYYY-MM-DDTHH:MM:SS.mmm`, on the clock of the learner; with a zone behind it where a version wrote one. */
  readonly at: string;
  readonly grade: string;
}

/** A moment as either program writes it: on the clock of the learner, unless it has a zone; `null`: it is none. */
export const momentOf = (written: string, offset: (at: number) => number): number | null => {
  const [, date, time, zone = ''] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)\d*\s*(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(
      written.trim(),
    ) ?? [];
  if (date === undefined || time === undefined) return null;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const clock = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(clock)) return null;
  const east = zone === '' ? offset(clock) : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return clock - east * 60_000;
};

const GRADES: Readonly<Record<string, DeckReview['rating']>> = {
  forgot: 'again',
  hard: 'hard',
  good: 'good',
  easy: 'easy',
};

/**
 * The reviews by card.
 * @param offset minutes east of UTC at a moment, where the learner is: hashcards keeps no zone
 */
export const historyOf = (
  reviews: readonly HashcardsReview[],
  offset: (at: number) => number,
): HashcardsHistory => {
  const found = new Map<string, { reviews: DeckReview[] }>();
  for (const { hash, at, grade } of reviews) {
    const rating = GRADES[grade.toLowerCase()];
    const moment = momentOf(at, offset);
    if (rating === undefined || moment === null) continue;
    const known = found.get(hash);
    if (known === undefined) found.set(hash, { reviews: [{ at: moment, rating }] });
    else known.reviews.push({ at: moment, rating });
  }
  return found;
};
