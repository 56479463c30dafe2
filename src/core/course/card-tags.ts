/** Tags of cards: `#biology`, `#biology/cells`, as Obsidian writes them. Here without the sign. */

/** Letters, digits, `_`, `-` and `/`; numbers alone are no tag. */
const BODY = String.raw`(?=[^\s#]*[\p{L}_])[\p{L}\p{M}\p{N}_/-]+`;
const ANYWHERE = new RegExp(String.raw`(?:^|\s)#(${BODY})(?![^\s.,;:!?)\]])`, 'gu');
const AT_END = new RegExp(String.raw`\s#(${BODY})$`, 'u');

/** Tags that stand in a line of text. */
export const tagsIn = (text: string): readonly string[] =>
  text.includes('#') ? [...text.matchAll(ANYWHERE)].map(([, tag = '']) => tag) : [];

/** Splits a line into its text and the tags at its end. What stands alone is text. */
export const takeTags = (line: string): { readonly text: string; readonly tags: readonly string[] } => {
  const tags: string[] = [];
  let text = line;
  for (let found = AT_END.exec(text); found !== null; found = AT_END.exec(text)) {
    const rest = text.slice(0, found.index).trimEnd();
    if (rest === '') break;
    tags.unshift(found[1] ?? '');
    text = rest;
  }
  return { text, tags: [...new Set(tags)] };
};

/** A line whose end is no tag: what looks like one is escaped. */
export const withoutEndTag = (line: string): string =>
  AT_END.test(line) ? line.replace(/#([^#]*)$/, '\\#$1') : line;

/**
 * A tag of another program as a card can have it: `Biology::Cells` is `Biology/Cells`, and whatever a tag cannot hold
 * becomes `_`. `''` where nothing of it is left.
 */
export const tagOf = (name: string): string => {
  const written = name
    .normalize('NFC')
    .trim()
    .replace(/^#+/, '')
    .replace(/::+/g, '/')
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '_')
    .replace(/^\/+|\/+$/g, '');
  return written === '' || /^_+$/.test(written) ? '' : /[\p{L}_]/u.test(written) ? written : `_${written}`;
};

/** Tags of a note, which are aliases of its topic. */
export const noteTags = ({ aliases }: { readonly aliases: readonly string[] }): readonly string[] =>
  aliases.flatMap(alias => (alias.startsWith('#') ? [alias.slice(1)] : []));

/** A tag as Anki writes one within another: `biology::cells`. */
export const ankiTag = (tag: string): string => tag.replaceAll('/', '::');

/** Whether a tag is the one asked for, or within it: `biology/cells` is within `biology`. */
export const isWithin = (tag: string, asked: string): boolean => {
  const [one, other] = [tag.toLowerCase(), asked.toLowerCase()];
  return one === other || one.startsWith(`${other}/`);
};

/** Keys of the cards that have each tag, in the order of the course. */
export type TagTable = ReadonlyMap<string, readonly string[]>;

/** The table of a course without tags. */
export const NO_TAGS: TagTable = new Map();
