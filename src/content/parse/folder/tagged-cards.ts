/**
 * Cards as Obsidian's Spaced Repetition finds them below a flashcards tag, with its usual settings: `::` and `:::` in a
 * line, `?` and `??` between lines, and clozes `==x==` and `{{x}}` in a paragraph.
 */
import { codeSpans } from '../../../core/base/code-spans.ts';
import { tagsIn } from '../../../core/course/card-tags.ts';
import type { ClozePart } from '../notes/cloze.ts';
import type { SourceLine } from './source-lines.ts';

/** A card as it stands in the note. */
export interface TaggedCard {
  readonly line: number;
  /** Id at the end of its first or last line; `''` where none. */
  readonly id: string;
  /** Tags in its text, where they stay; without `#`. */
  readonly tags: readonly string[];
  readonly sides:
    | { readonly is: 'basic' | 'reversed'; readonly front: string; readonly back: string }
    /** `groups`: indexes of the parts that are asked together, in order. */
    | {
        readonly is: 'cloze';
        readonly parts: readonly ClozePart[];
        readonly groups: readonly (readonly number[])[];
        readonly hints: ReadonlyMap<number, string>;
      };
}

/** Whether a tag, without `#`, is that of the plugin or a deck of it. */
export const isDeckTag = (tag: string): boolean => /^flashcards(?:\/|$)/.test(tag);

const TAG = /(?:^|[\s,])#flashcards(?:\/[\p{L}\p{M}\p{N}_/-]+)?(?=$|[\s,.;])/u;
const TAGS = /(?:^|(?<=\s))#flashcards(?:\/[\p{L}\p{M}\p{N}_/-]+)?(?:\s+|$)/gu;
const ID = /(?:^|[ \t])\^([A-Za-z0-9-]{2,})[ \t]*$/;

/** Whether a line carries the tag; `#flashcards/biology` is one, too. */
export const hasTag = (text: string): boolean => text.includes('#flashcards') && TAG.test(text);

/** A line without the tag, and without the other tags where it holds nothing else. */
const withoutTags = (text: string): string => {
  if (!hasTag(text)) return text;
  const left = text.replace(TAGS, '').trim();
  return /^(?:#[^\s#]+\s*)*$/.test(left) ? '' : left;
};

const takeId = (text: string): { readonly text: string; readonly id: string } => {
  const id = ID.exec(text)?.[1];
  return id === undefined ? { text, id: '' } : { text: text.replace(ID, '').trimEnd(), id };
};

/** Whether a place in a line is code. */
const codeAt = (text: string): ((at: number) => boolean) => {
  const spans = codeSpans(text);
  return at => spans.some(({ start, end }) => at >= start && at < end);
};

/** The separator of a card in one line: the longest that stands outside code, with text on both sides. */
const separatorIn = (text: string): { readonly at: number; readonly mark: ':::' | '::' } | null => {
  if (!text.includes('::')) return null;
  const inCode = codeAt(text);
  const curly = [...text.matchAll(/\{\{[^\n]*?\}\}/g)].map(({ index, 0: found }) => [
    index,
    index + found.length,
  ]);
  const isCode = (at: number): boolean =>
    inCode(at) || curly.some(([start = 0, end = 0]) => at >= start && at < end);
  for (const mark of [':::', '::'] as const) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1))
      if (!isCode(at)) return { at, mark };
  }
  return null;
};

/** `==x==`, `==1;;x;;hint==`, `{{x}}`, `{{c1::x::hint}}`. */
const CLOZE = /==(?=\S)((?:(?!==)[^\n])*?\S)==|\{\{(?!\s*[#/>!])((?:(?!\}\})[^\n])+)\}\}/g;

interface Deletion {
  readonly number: string;
  readonly text: string;
  readonly hint: string;
}

const deletionOf = (marked: string | undefined, curly: string | undefined): Deletion => {
  if (curly !== undefined) {
    const [, number = '', rest = curly] = /^c?(\d+)::(.*)$/s.exec(curly) ?? [];
    const [text = '', hint = ''] = rest.split('::');
    return { number, text: text.trim(), hint: hint.trim() };
  }
  const [first = '', ...others] = (marked ?? '').split(';;');
  if (/^\d+$/.test(first) && others.length > 0)
    return { number: first, text: (others[0] ?? '').trim(), hint: (others[1] ?? '').trim() };
  return { number: '', text: first.trim(), hint: (others[0] ?? '').trim() };
};

/** The parts of a paragraph with clozes; `null` where it has none. */
const clozeOf = (text: string): TaggedCard['sides'] | null => {
  const isCode = codeAt(text);
  const parts: ClozePart[] = [];
  const groups = new Map<string, number[]>();
  const hints = new Map<number, string>();
  let from = 0;
  for (const found of text.matchAll(CLOZE)) {
    if (isCode(found.index)) continue;
    const { number, text: hidden, hint } = deletionOf(found[1], found[2]);
    if (hidden === '') continue;
    if (found.index > from) parts.push({ type: 'text', text: text.slice(from, found.index) });
    const index = parts.length;
    parts.push({ type: 'deletion', text: hidden });
    if (hint !== '') hints.set(index, hint);
    const group = number === '' ? `single ${index}` : number;
    groups.set(group, [...(groups.get(group) ?? []), index]);
    from = found.index + found[0].length;
  }
  if (groups.size === 0) return null;
  if (from < text.length) parts.push({ type: 'text', text: text.slice(from) });
  return { is: 'cloze', parts, groups: [...groups.values()], hints };
};

const isText = ({ code, raw }: SourceLine): boolean => !code && raw.trim() !== '';
const isHeading = (text: string): boolean => /^ {0,3}#{1,6}(?:[ \t]|$)/.test(text);

/** Lines without a break: a blank one, or a heading, ends them. Blocks of code belong to what is around them. */
const paragraphs = (lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] => {
  const found: SourceLine[][] = [];
  let open: SourceLine[] = [];
  const close = (): void => {
    if (open.length > 0) found.push(open);
    open = [];
  };
  for (const line of lines) {
    if (line.code || (isText(line) && !isHeading(line.raw))) open.push(line);
    else close();
  }
  close();
  return found;
};

const joined = (lines: readonly SourceLine[]): string =>
  lines
    .map(({ raw }) => raw)
    .join('\n')
    .trim();

/** Tags of some lines, but for the one that makes cards of them. */
const cardTags = (lines: readonly SourceLine[]): readonly string[] => [
  ...new Set(lines.flatMap(({ raw, code }) => (code ? [] : tagsIn(raw))).filter(tag => !isDeckTag(tag))),
];

/** The cards of one paragraph. */
const cardsIn = (paragraph: readonly SourceLine[]): readonly TaggedCard[] => {
  const cards: TaggedCard[] = [];
  let rest: SourceLine[] = [];
  const endCloze = (): void => {
    const { text, id } = takeId(joined(rest));
    const sides = clozeOf(text);
    if (sides !== null) cards.push({ line: rest[0]?.line ?? 0, id, tags: cardTags(rest), sides });
    rest = [];
  };
  for (let i = 0; i < paragraph.length; i++) {
    const line = paragraph[i];
    if (line === undefined) break;
    const raw = line.code ? line.raw : withoutTags(line.raw);
    if (!line.code && raw.trim() === '') continue;
    const mark = line.code ? '' : raw.trim();
    if ((mark === '?' || mark === '??') && rest.length > 0 && i + 1 < paragraph.length) {
      const front = joined(rest);
      const { text: back, id } = takeId(joined(paragraph.slice(i + 1)));
      if (front !== '' && back !== '')
        cards.push({
          line: rest[0]?.line ?? line.line,
          id,
          tags: cardTags([...rest, ...paragraph.slice(i + 1)]),
          sides: { is: mark === '?' ? 'basic' : 'reversed', front, back },
        });
      return cards;
    }
    const separator = line.code ? null : separatorIn(raw);
    if (separator !== null) {
      const { text, id } = takeId(raw);
      const front = text
        .slice(0, separator.at)
        .replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
        .trim();
      const back = text.slice(separator.at + separator.mark.length).trim();
      if (front !== '' && back !== '') {
        endCloze();
        cards.push({
          line: line.line,
          id,
          tags: cardTags([line]),
          sides: { is: separator.mark === '::' ? 'basic' : 'reversed', front, back },
        });
        continue;
      }
    }
    rest.push(raw === line.raw ? line : { ...line, raw });
  }
  endCloze();
  return cards;
};

/**
 * The cards below a flashcards tag.
 * @param isTagged the front matter carries the tag, so that it holds for the whole note
 */
export const findTaggedCards = (lines: readonly SourceLine[], isTagged: boolean): readonly TaggedCard[] => {
  const first = isTagged ? 0 : lines.findIndex(({ code, raw }) => !code && hasTag(raw));
  return first === -1 ? [] : paragraphs(lines.slice(first)).flatMap(cardsIn);
};

/** A line of a note with such cards as it is read: without the tag, clozes as their text, cards each on a line of its own. */
export const readable = (line: SourceLine): SourceLine => {
  if (line.code) return line;
  const raw = withoutTags(line.raw);
  if (raw.trim() === '?' || raw.trim() === '??') return { ...line, raw: '' };
  const isCode = codeAt(raw);
  const text = raw.replace(
    CLOZE,
    (whole, marked: string | undefined, curly: string | undefined, at: number) => {
      if (isCode(at)) return whole;
      const { text: hidden } = deletionOf(marked, curly);
      return curly === undefined && hidden !== '' ? `==${hidden}==` : hidden;
    },
  );
  return { ...line, raw: separatorIn(text) === null ? text : `${takeId(text).text}  ` };
};
