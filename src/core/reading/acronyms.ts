/** Abbreviations in the prose of a note: where they stand, and whether the text says there what they mean. */
import { FenceReader } from '../base/fences.ts';
import { mapAroundCode } from '../base/code-spans.ts';

/** A piece of a note: prose and tables are looked at, code is not. Joined they are the whole text again. */
interface Piece {
  readonly is: 'prose' | 'table' | 'code';
  readonly text: string;
}

/** A section in pieces: each paragraph, list or table, and each block of code. */
export const piecesOf = (markdown: string): readonly Piece[] => {
  const pieces: { is: Piece['is']; text: string }[] = [];
  const fences = new FenceReader();
  let apart = true;
  const add = (is: Piece['is'], line: string): void => {
    const last = pieces.at(-1);
    if (last?.is === is && !apart) last.text += line;
    else pieces.push({ is, text: line });
    apart = false;
  };
  for (const line of markdown.split(/(?<=\n)/)) {
    if (fences.next(line) !== null) add('code', line);
    else {
      add(line.trimStart().startsWith('|') ? 'table' : 'prose', line);
      // A code span ends with its paragraph.
      apart = line.trim() === '';
    }
  }
  return pieces;
};

const TARGET = /\]\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)[^()\n]*\)/g;
const ADDRESS = /<[a-z][a-z0-9+.-]{1,31}:[^<>\s]*>|https?:\/\/[^\s)>|]+/gi;
const blank = (text: string): string => ' '.repeat(text.length);

/** A piece of the same length in which code, addresses and targets of links are spaces. */
export const proseOf = (text: string): string =>
  mapAroundCode(text, part => part, blank)
    .replace(TARGET, target => `]${blank(target.slice(1))}`)
    .replace(ADDRESS, blank);

/** An abbreviation, or several joined by `-` or `/`, with what hangs on it. */
export interface Run {
  readonly start: number;
  /** Behind the plural, a genitive, or what is joined to it in small letters. */
  readonly end: number;
  readonly parts: readonly string[];
  readonly form: 'single' | 'plural' | 'joined';
}

/** `SQS`, `S3`, `SSE-KMS`, `S3/EFS`; not part of a word, a name in code or a path. */
const RUN =
  /(?<![\p{L}\p{N}_$@.:]|[A-Z0-9]-|(?<![\p{L}\p{N}])\/)([A-Z][A-Z0-9]+(?:[-/][A-Z0-9]+)*)(s?)(?![\p{L}\p{N}_])((?:-[\p{L}\p{N}]+)+|['’]s(?![\p{L}\p{N}]))?/gu;

/**
 * Abbreviations in prose (see {@link proseOf}), in order.
 * @param isWord whether something joined by `-` or `/` is one word, such as `SSE-KMS`
 */
export const runsIn = (prose: string, isWord: (text: string) => boolean): readonly Run[] =>
  [...prose.matchAll(RUN)].map(({ index, 0: whole, 1: run = '', 2: plural = '', 3: tail = '' }): Run => {
    const parts = isWord(run) ? [run] : run.split(/[-/]/);
    const form = parts.length > 1 || tail !== '' ? 'joined' : plural === '' ? 'single' : 'plural';
    return { start: index, end: index + whole.length, parts, form };
  });

/** Two capitals at least: `T3` and `V1` are names of types and versions. */
export const isAcronym = (word: string): boolean => (word.match(/[A-Z]/g) ?? []).length > 1;

const plainWords = (text: string): string =>
  text
    .replace(/[*_[\]"“”]/g, '')
    .replace(/-/g, ' ')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Words that give no letter. */
const SMALL: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
]);

/** Whether letters are those that the last words of a text begin with. */
const areInitials = (words: readonly string[], letters: string): boolean => {
  let at = letters.length;
  for (let i = words.length - 1; i >= 0 && at > 0; i--) {
    const word = words[i] ?? '';
    if (word.startsWith(letters.charAt(at - 1))) at--;
    else if (!SMALL.has(word)) return false;
  }
  return at === 0;
};

/** Whether letters stand in the last words of a text in their order, the first at the beginning of a word. */
const areWithin = (words: readonly string[], letters: string): boolean =>
  words.slice(-letters.length - 2).some((_, i, last) => {
    const phrase = last.slice(i).join(' ');
    let at = 0;
    for (const character of phrase) if (character === letters.charAt(at)) at++;
    return phrase.startsWith(letters.charAt(0)) && at === letters.length;
  });

/** How far from an abbreviation its name may stand. */
const NEAR = 100;

/**
 * Whether the text spells an abbreviation out where it stands: `dead-letter queue (DLQ)`, `DLQ (dead-letter queue)`.
 * @param name its name, without Amazon or AWS; `''`: it is not known
 */
export const isSpelledOut = (prose: string, { start, end }: Run, acronym: string, name: string): boolean => {
  const before = plainWords(prose.slice(Math.max(0, start - NEAR), start));
  const after = plainWords(prose.slice(end, end + NEAR));
  const known = plainWords(name);
  if (known !== '' && (before.includes(known) || after.slice(0, known.length + 8).includes(known)))
    return true;
  const letters = acronym.toLowerCase().replace(/[^a-z]/g, '');
  const isName = (text: string): boolean => {
    const words = text.trim().split(/[ /]+/);
    // Of a name that is not known, letters within its words may count: equal-cost multipath (ECMP).
    return areInitials(words, letters) || (known === '' && areWithin(words, letters));
  };
  const lead = /^(.*)[(,:] ?(?:or |the )?$/.exec(before)?.[1];
  if (lead !== undefined && /^(?:$|[),;.:]| \()/.test(after) && isName(lead)) return true;
  const inside = /^ ?\(([^()]*)/.exec(after)?.[1];
  return inside !== undefined && isName(inside);
};
