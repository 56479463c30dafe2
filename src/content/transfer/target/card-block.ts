/** A card of another program as the lines of one of ours, proven by reading them again. */
import { mapAroundCode } from '../../../core/base/code-spans.ts';
import { sanitize } from '../../../core/base/sanitize.ts';
import { withoutEndTag } from '../../../core/course/card-tags.ts';
import { deletionKeys } from '../../../core/course/keys.ts';
import type { DeckCard } from '../../../core/transfer/deck.ts';
import { clozeSides, parseCloze } from '../../parse/notes/cloze.ts';
import { parseCards } from '../../parse/notes/card-parser.ts';
import { LONGEST_CARD, MOST_DELETIONS } from '../../parse/notes/make-cards.ts';
import { classifyLines } from '../../parse/notes/note-lines.ts';

/** What is asked of a card: one side, or one gap. */
export interface Face {
  /** Key that it has as a card of ours. */
  readonly key: string;
  readonly front: string;
  readonly back: string;
}

/** A card as it will stand in a file. */
export interface CardBlock {
  readonly faces: readonly Face[];
  /** Its lines, with a newline at the end. */
  readonly text: string;
  /** What had to be written otherwise than it was, in words; `null`: nothing. */
  readonly changed: string | null;
}

type MadeBlock =
  | { readonly ok: true; readonly block: CardBlock }
  | { readonly ok: false; readonly why: string };

/** What begins something else at the beginning of a line: a card, a heading, a rule, another line for its underline. */
const BEGINS = /^(?:[QAC](?=:)|#(?=#{0,5}(?:\s|$))|-(?=--)|- ?(?=-\s*$))/;

/** Comments of HTML and Obsidian: a folder of notes would lose them. */
const escapeComments = (line: string): string => {
  if (!line.includes('<!--') && !line.includes('%%')) return line;
  return mapAroundCode(line, part => part.replace(/<!--/g, '<\\!--').replace(/%(?=%)/g, '%\\'));
};

/** A first line at whose end nothing is taken for an id or a tag. */
const withoutEnd = (line: string): string =>
  withoutEndTag(line.replace(/(^|\s)\^(?=[A-Za-z0-9_-]{2,}$)/, '$1\\^'));

/** Lines that mean nothing but their text; blocks of code are left alone, and closed where they are open. */
const safeText = (text: string): string => {
  const raw = sanitize(text).replace(/\r\n?/g, '\n').trim().split('\n');
  const { lines, unclosedMark } = classifyLines(raw, 1);
  const safe = lines.map((line, i) => {
    if (line.type === 'code') return line.raw;
    const escaped = line.raw.replace(BEGINS, found => (/[QAC]/.test(found) ? `${found}\\` : `\\${found}`));
    return escapeComments(i === 0 ? withoutEnd(escaped) : escaped);
  });
  if (unclosedMark !== '') safe.push(unclosedMark);
  return safe.join('\n');
};

const quiet = (): void => undefined;

/** What a text says as the cards of a deck. */
const readBack = (text: string): ReturnType<typeof parseCards>['cards'] =>
  parseCards(classifyLines(text.split('\n'), 1).lines, quiet).cards;

/** What stands at the end of the first line: tags, and the id. */
const endOf = (id: string, tags: readonly string[]): string =>
  [...tags.map(tag => ` #${tag}`), ` ^${id}`].join('');

const question = ({ key, front, back }: Face, tags: readonly string[]): string => {
  const [first = '', ...rest] = front.split('\n');
  return `${[`Q: ${first}${endOf(key, tags)}`, ...rest, `A: ${back}`].join('\n')}\n`;
};

const hasTags = (card: { readonly tags: readonly string[] }, tags: readonly string[]): boolean =>
  card.tags.join(' ') === tags.join(' ');

const isSame = (text: string, { key, front, back }: Face, tags: readonly string[]): boolean => {
  const [card, ...others] = readBack(text);
  return (
    others.length === 0 &&
    card?.id === key &&
    card.front === front &&
    card.back === back &&
    hasTags(card, tags)
  );
};

const BROKEN = 'It cannot be written as a card';
const TOO_LONG = `A card has at most ${LONGEST_CARD.toLocaleString('en-US')} characters`;

const sidesBlock = (
  id: string,
  card: Extract<DeckCard, { form: 'basic' | 'reversed' }>,
  tags: readonly string[],
): MadeBlock => {
  const [front, back] = [safeText(card.front), safeText(card.back)];
  if (front === '' || back === '')
    return { ok: false, why: front === '' ? 'It has no front' : 'It has no back' };
  if (front.length + back.length > LONGEST_CARD) return { ok: false, why: TOO_LONG };
  const faces = [{ key: id, front, back }];
  if (card.form === 'reversed') faces.push({ key: `${id}-reversed`, front: back, back: front });
  const texts = faces.map(face => question(face, tags));
  const isWhole = faces.every((face, i) => isSame(texts[i] ?? '', face, tags));
  if (!isWhole) return { ok: false, why: BROKEN };
  const isKept = front === card.front.trim() && back === card.back.trim();
  return {
    ok: true,
    block: {
      faces,
      text: texts.join('\n'),
      changed: isKept ? null : 'A line that would begin something else is escaped',
    },
  };
};

/** What is asked of a cloze, gap by gap; `null` where its brackets say nothing that can be asked. */
export const clozeFaces = (id: string, text: string): readonly Face[] | null => {
  const cloze = parseCloze(text);
  if (!cloze.ok) return null;
  const gaps = cloze.parts.flatMap((part, i) => (part.type === 'deletion' ? [{ text: part.text, i }] : []));
  const keys = deletionKeys(
    id,
    gaps.map(gap => gap.text),
  );
  return gaps.map(({ i }, n) => ({ key: keys[n] ?? id, ...clozeSides(cloze.parts, i) }));
};

const clozeBlock = (
  id: string,
  card: Extract<DeckCard, { form: 'cloze' }>,
  tags: readonly string[],
): MadeBlock => {
  const given = safeText(card.text);
  const extra = safeText(card.extra ?? '').replace(/(?<!\\)[[\]]/g, '\\$&');
  const text = extra === '' ? given : `${given}\n\n${extra}`;
  if (text.length > LONGEST_CARD) return { ok: false, why: TOO_LONG };
  const faces = clozeFaces(id, text);
  if (faces === null || faces.length === 0) return { ok: false, why: 'It has no gap that can be asked' };
  if (faces.length > MOST_DELETIONS)
    return { ok: false, why: `It has ${faces.length} gaps, and a cloze has at most ${MOST_DELETIONS}` };
  const [first = '', ...rest] = text.split('\n');
  const written = `${[`C: ${first}${endOf(id, tags)}`, ...rest].join('\n')}\n`;
  const [read, ...others] = readBack(written);
  const isWhole = read?.kind === 'cloze' && read.id === id && read.front === text && hasTags(read, tags);
  if (others.length > 0 || !isWhole) return { ok: false, why: BROKEN };
  const changed =
    extra !== ''
      ? 'What stood with the answer only stands below the text'
      : given !== card.text.trim()
        ? 'A line that would begin something else is escaped'
        : null;
  return { ok: true, block: { faces, text: written, changed } };
};

/** The lines of a card under an id. @param tags in the form of ours, each once */
export const cardBlock = (id: string, card: DeckCard, tags: readonly string[]): MadeBlock =>
  card.form === 'cloze' ? clozeBlock(id, card, tags) : sidesBlock(id, card, tags);
