/**
 * Notes of Obsidian with cards of the Spaced Repetition plugin, and the schedules that it writes into them as comments
 * (st3v3nmw/obsidian-spaced-repetition, docs and src/parser.ts).
 */
import { FenceReader } from '../../../core/base/fences.ts';
import { dateToDay } from '../../../core/base/civil-day.ts';
import { tagsIn } from '../../../core/course/card-tags.ts';
import { normaliseText } from '../../../core/course/keys.ts';
import { hash64 } from '../../../core/base/fnv.ts';
import type { Deck, DeckCard, DeckPlace, DeckProgress, DeckState } from '../../../core/transfer/deck.ts';
import { gapOf, withoutGaps } from '../../../core/transfer/gaps.ts';
import { RemarkList } from '../../../core/transfer/remark-list.ts';
import { readFolderMatter } from '../../parse/folder/folder-matter.ts';
import type { SourceLine } from '../../parse/folder/source-lines.ts';
import type { TaggedCard } from '../../parse/folder/tagged-cards.ts';
import { findTaggedCards, hasTag, isDeckTag } from '../../parse/folder/tagged-cards.ts';
import { requireCount, stemOf } from '../source-file.ts';
import type { DeckNote } from './hashcards.ts';

const COMMENT = /<!--SR:(.*?)-->/g;
/** What the plugin writes for a sibling that was never reviewed. */
const NEVER = '2000-01-01';

/** One segment of a comment; `null`: never reviewed, or not to be read. */
const stateOf = (segment: string): DeckState | null => {
  const parts = segment.split(',');
  if (parts[0] === 'fsrs') {
    const [, due = '', interval = '', stability = '', difficulty = '', , reps = ''] = parts;
    const state = {
      due: due.slice(0, 10),
      interval: Number(interval),
      stability: Number(stability),
      difficulty: Number(difficulty),
    };
    const isRead = Object.values(state).every(value => typeof value === 'string' || Number.isFinite(value));
    return isRead && dateToDay(state.due) !== null && Number(reps) > 0 ? state : null;
  }
  const [due = '', interval = '', ease = ''] = parts;
  const state = { due, interval: Number(interval), ease: Number(ease) / 100 };
  return due === NEVER ||
    dateToDay(due) === null ||
    !Number.isFinite(state.interval) ||
    !Number.isFinite(state.ease)
    ? null
    : state;
};

/** The schedules of a comment, one for each sibling. */
export const readSchedules = (comment: string): readonly (DeckState | null)[] =>
  comment
    .split('!')
    .slice(1)
    .map(segment => stateOf(segment.trim()));

interface ReadLines {
  readonly lines: readonly SourceLine[];
  readonly comments: readonly { readonly line: number; readonly states: readonly (DeckState | null)[] }[];
}

/** Lines of the body without comments; those with schedules are kept beside. */
const linesOf = (
  text: string,
): ReadLines & { readonly isTagged: boolean; readonly tags: readonly string[] } => {
  const all = text.split('\n');
  const close = all[0]?.trim() === '---' ? all.findIndex((line, i) => i > 0 && line.trim() === '---') : -1;
  const matter = close === -1 ? '' : all.slice(1, close).join('\n');
  const comments: { line: number; states: readonly (DeckState | null)[] }[] = [];
  const lines: SourceLine[] = [];
  const fences = new FenceReader();
  all.slice(close + 1).forEach((raw, i) => {
    const line = close + 2 + i;
    if (fences.next(raw) !== null) {
      lines.push({ raw, line, code: true });
      return;
    }
    for (const [, comment = ''] of raw.matchAll(COMMENT))
      comments.push({ line, states: readSchedules(comment) });
    const bare = raw
      .replace(COMMENT, '')
      .replace(/<!--.*?-->/g, '')
      .replace(/^> \[!sr\|card-metadata\].*$/, '');
    // A line that held nothing else is none, and ends no paragraph.
    if (bare.trim() === '' && raw.trim() !== '') return;
    lines.push({ raw: bare.trimEnd(), line, code: false });
  });
  const tags = [
    ...`${matter}\n${lines.map(({ raw, code }) => (code ? '' : raw)).join('\n')}`.matchAll(
      /#?flashcards((?:\/[\p{L}\p{M}\p{N}_-]+)+)/gu,
    ),
  ].map(([, path = '']) => path.slice(1));
  return { lines, comments, isTagged: /(?:^|[\s,[#"'-])flashcards(?:[\s,/\]"']|$)/m.test(matter), tags };
};

/** Whether a note has cards of the plugin: its tag, or its comments. */
export const isObsidianNote = (text: string): boolean =>
  text.includes('<!--SR:') || text.split('\n').some(line => hasTag(line)) || linesOf(text).isTagged;

const asProgress = (state: DeckState | null | undefined): DeckProgress =>
  state === null || state === undefined ? { reviews: [] } : { reviews: [], state };

const cardOf = (
  { id, sides }: TaggedCard,
  states: readonly (DeckState | null)[],
  base: Pick<DeckCard, 'deck' | 'tags' | 'place'>,
  remarks: RemarkList,
): DeckCard => {
  const named = id === '' ? {} : { named: true as const };
  if (sides.is !== 'cloze') {
    const { is, front, back } = sides;
    const progress = (is === 'basic' ? [0] : [0, 1]).map(i => asProgress(states[i]));
    return {
      ...base,
      ...named,
      id: id === '' ? hash64(normaliseText(front)) : id,
      form: is,
      front,
      back,
      progress,
    };
  }
  const { parts, groups, hints } = sides;
  if (hints.size > 0) remarks.left('hint', `Hints of gaps: ${[...hints.values()].join(', ')}`, base.place);
  if (groups.some(group => group.length > 1))
    remarks.changed('gaps', 'Gaps that are asked together there are asked one by one', base.place);
  const text = parts.map(part => (part.type === 'text' ? withoutGaps(part.text) : gapOf(part.text))).join('');
  const gaps = parts.flatMap((part, i) => (part.type === 'deletion' ? [i] : []));
  return {
    ...base,
    ...named,
    id: id === '' ? hash64(normaliseText(text)) : id,
    form: 'cloze',
    text,
    progress: gaps.map(gap => asProgress(states[groups.findIndex(group => group.includes(gap))])),
  };
};

/** Tags of a note, in its front matter and its text, but for those that make cards of it. */
const noteTags = (text: string, lines: readonly SourceLine[]): readonly string[] => {
  const { tags } = readFolderMatter(text.split('\n'), () => undefined);
  const inText = lines.flatMap(({ raw, code }) => (code ? [] : tagsIn(raw)));
  return [...new Set([...tags, ...inText])].filter(tag => !isDeckTag(tag));
};

/** Reads the notes of a vault that have cards. @throws Failure `data` where there are more than an import takes */
export const readObsidian = (notes: readonly DeckNote[]): Deck => {
  const remarks = new RemarkList();
  const cards = notes.flatMap(({ path, text }) => {
    const { lines, comments, isTagged, tags } = linesOf(text);
    const found = findTaggedCards(lines, isTagged);
    const [tag] = tags;
    const deck =
      tag === undefined ? [...path.split('/').slice(0, -1), stemOf(path)] : [...tag.split('/'), stemOf(path)];
    const ofNote = noteTags(text, lines);
    let used = 0;
    const read = found.map((card, i) => {
      const next = found[i + 1]?.line ?? Infinity;
      // A comment belongs to the card above it.
      const comment = comments.find(({ line }) => line >= card.line && line < next);
      if (comment !== undefined) used++;
      const place: DeckPlace = { file: path, line: card.line };
      return cardOf(card, comment?.states ?? [], { deck, tags: ofNote, place }, remarks);
    });
    if (used < comments.length)
      remarks.left('schedule', `${comments.length - used} schedules belong to no card that can be found`, {
        file: path,
      });
    return read;
  });
  requireCount(cards.length, notes[0]?.path ?? '');
  return { format: 'Obsidian Spaced Repetition', cards, questions: [], remarks: remarks.list, media: [] };
};
