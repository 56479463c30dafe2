/** Spellings that search takes for the same: both what is searched and what is typed are folded here. */

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  '\u2010': '-',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const ASCII = /^[\0-\x7f]*$/; // oxlint-disable-line no-control-regex -- all of ASCII is meant
const ACCENTS = /[\u0300-\u036f]/g;

/** A text in lower case, without accents, ligatures and letters of one language only; signs stay. */
export const foldLetters = (text: string): string => {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(SPECIAL, letter => LETTERS[letter] ?? letter);
};

/** Stands between a folded text and its other spellings, so that no phrase reaches across. */
const BREAK = '\ue002';

const HYPHENATED = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;
const AMOUNT = /(?<![\p{L}\p{N}.])(\d+(?:[.,]\d+)*)([a-z]{1,3}|%)(?![\p{L}\p{N}])/gu;

const joined = (text: string): string => text.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '');
const spaced = (text: string): string => text.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ');

/** What is searched of a text: it folded, and after a {@link BREAK} other spellings of its words: `x ray`, `xray`, `10 gb`. */
export const searchableText = (text: string): string => {
  const folded = foldLetters(text);
  if (!/-|\d[a-z%]/.test(folded)) return folded;
  const others = new Set<string>();
  if (folded.includes('-')) {
    for (const [word] of folded.matchAll(HYPHENATED)) others.add(spaced(word)).add(joined(word));
  }
  for (const [, number = '', unit = ''] of folded.matchAll(AMOUNT)) others.add(`${number} ${unit}`);
  return others.size === 0 ? folded : `${folded}${BREAK}${[...others].join(BREAK)}`;
};

/** How a folded word that is written with hyphens elsewhere in a searched text reads without them: `ondemand` as `on demand`. */
export const spacedForm = (searched: string, word: string): string | null => {
  for (let at = searched.indexOf(BREAK + word); at !== -1; at = searched.indexOf(BREAK + word, at + 1)) {
    const end = at + BREAK.length + word.length;
    if (end < searched.length && searched.charAt(end) !== BREAK) continue;
    const before = searched.slice(searched.lastIndexOf(BREAK, at - 1) + BREAK.length, at);
    if (before.includes(' ') && before.replaceAll(' ', '') === word) return before;
  }
  return null;
};

/** As {@link searchableText} for a title, whose whole is a phrase in each spelling. */
export const searchableTitle = (title: string): string => {
  const folded = searchableText(title);
  if (!folded.includes(BREAK)) return folded;
  const plain = foldLetters(title);
  return [folded, spaced(plain), joined(plain)].join(BREAK);
};

/** The searched text as it reads, without other spellings. */
export const readableText = (searched: string): string => searched.split(BREAK, 1)[0] ?? '';

/** A spelling that a word of a query may have; `whole`: it counts only where the word ends with it. */
interface Spelling {
  readonly text: string;
  readonly whole: boolean;
}

/** Words and plurals: `queues` is `queue`, `policies` is `policy`, `addresses` is `address`; `sqs` stays. */
const singular = (word: string): string | null => {
  if (word.length < 4 || !/[\p{L}]s$/u.test(word) || /(?:ss|us|is)$/.test(word)) return null;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
};

/** The spellings of one word of a query, the typed one first. */
const spellingsOf = (word: string): readonly Spelling[] => {
  const folded = foldLetters(word);
  const forms = [...new Set([folded, spaced(folded), joined(folded)])];
  const last = singular(folded);
  return [
    ...forms.map(text => ({ text, whole: false })),
    ...(last === null
      ? []
      : [...new Set([last, spaced(last), joined(last)])].map(text => ({ text, whole: true }))),
    ...(/[^s]y$/.test(folded) && folded.length > 3
      ? [{ text: `${folded.slice(0, -1)}ies`, whole: true }]
      : []),
  ];
};

/** A word of a query, or a number with its unit, in all its spellings. */
export type Term = readonly Spelling[];

const UNIT = /^(?:[kmgtp]i?b|b|ms|s|min|h|d|%)$/;

/** The words of a query; a number and the unit after it are one, together or apart. */
export const termsOf = (words: readonly string[]): readonly Term[] => {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = foldLetters(words[at] ?? '');
    const [, number, unit] = /^(\d+(?:[.,]\d+)*)([a-z]{1,3}|%)$/.exec(word) ?? [];
    const next = foldLetters(words[at + 1] ?? '');
    if (number !== undefined && unit !== undefined && UNIT.test(unit)) {
      terms.push([{ text: `${number} ${unit}`, whole: false }]);
    } else if (/^\d+(?:[.,]\d+)*$/.test(word) && UNIT.test(next)) {
      terms.push([{ text: `${word} ${next}`, whole: false }]);
      at++;
    } else terms.push(spellingsOf(word));
  }
  return terms;
};

/** A name without hyphens, spaces, accents and plural: two that are equal here name the same. */
export const nameKey = (name: string): string =>
  spaced(foldLetters(name))
    .split(/[^\p{L}\p{N}@]+/u)
    .map(word => singular(word) ?? word)
    .join('');
