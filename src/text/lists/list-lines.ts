/** Lists as plain lines and as JSON. */
import type { ListedItem } from '../../app/lists/list-items.ts';
import { timesOf } from '../../app/lists/list-items.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { OwnEntry } from '../../core/lists/yours.ts';
import type { ListName } from '../../core/lists/lists.ts';
import { LIST_NAMES, MISSED_DAYS } from '../../core/lists/lists.ts';
import { alignColumns } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { cutAtWord } from '../layout/short-name.ts';
import { wrapText } from '../layout/wrap.ts';
import { whenTried } from './when.ts';

/** What to say of a list with nothing on it. */
export const EMPTY_LISTS: Readonly<Record<ListName, string>> = {
  flagged: 'Nothing flagged.',
  missed: `Nothing missed in the last ${MISSED_DAYS} days.`,
  leeches: 'Nothing is forgotten again and again.',
  suspended: 'Nothing suspended.',
  buried: 'Nothing buried until tomorrow.',
};

/** How many there are on each list. */
export const listCountLines = (
  counts: Readonly<Record<ListName | 'yours', number>>,
  { code }: Style,
): readonly string[] =>
  alignColumns(
    [...LIST_NAMES, 'yours' as const].map(name => [name, String(counts[name]), code(`study list ${name}`)]),
    ['left', 'right', 'left'],
  );

/** Where lists are written. */
interface ListPaper {
  readonly columns: number;
  readonly style: Style;
  /** Sign of what was cut. */
  readonly ellipsis: string;
  /** Whether texts are told whole; else each has one line. */
  readonly full: boolean;
}

/** What an item asks, or what somebody wrote: one line of it, or all. */
const textLines = (text: string, { columns, ellipsis, full }: ListPaper): readonly string[] => {
  const clean = sanitizeLine(text);
  const room = Math.max(20, columns - 2);
  return (full ? wrapText(clean, room) : [cutAtWord(clean, room, ellipsis)]).map(line => `  ${line}`);
};

/** A list: of each item its key, topic, last try and how often it was missed, and below what it asks, and what was answered last. */
export const listLines = (
  name: ListName,
  items: readonly ListedItem[],
  { today, ...paper }: ListPaper & { readonly today: number },
  lastAnswerOf: (listed: ListedItem) => readonly string[] = () => [],
): readonly string[] =>
  items.flatMap(listed => {
    const times = timesOf(name, listed);
    const facts = [
      ...(listed.title === '' ? [] : [sanitizeLine(listed.title)]),
      listed.type,
      whenTried(listed.item.attemptDay, today) || 'not started',
      ...(times > 1 ? [`${times}x`] : []),
      ...(listed.entry === null ? ['no longer in the course'] : []),
    ].join(' · ');
    return [
      `${paper.style.strong(sanitizeLine(listed.key))}  ${paper.style.dim(facts)}`,
      ...textLines(listed.text, paper),
      ...lastAnswerOf(listed),
    ];
  });

/** An item of a list as JSON. */
export const listedShape = (listed: ListedItem) => {
  const { key, entry, item, type, topic, title, text } = listed;
  return {
    item: key,
    key,
    type,
    kind: entry?.kind ?? null,
    topic,
    title,
    section: entry?.section ?? null,
    text,
    inCourse: entry !== null,
    lastTried: item.attemptDay === -1 ? null : dayToDate(item.attemptDay),
    missesInARow: item.misses,
    timesForgotten: item.lapses,
    flagged: item.flagged,
    suspended: item.suspended,
  };
};

/** What the learner wrote: what it is about, and below it the text. */
export const ownLines = (
  entries: readonly OwnEntry[],
  { topics }: Pick<CourseReader, 'topics'>,
  paper: ListPaper,
): readonly string[] =>
  entries.flatMap(({ kind, key, topic, text, inCourse }) => {
    const title = topics.find(({ id }) => id === topic)?.title ?? topic;
    const facts = [
      ...(title === '' ? [] : [sanitizeLine(title)]),
      kind,
      ...(inCourse ? [] : ['no longer in the course']),
    ].join(' · ');
    return [`${paper.style.strong(sanitizeLine(key))}  ${paper.style.dim(facts)}`, ...textLines(text, paper)];
  });
