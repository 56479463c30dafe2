import { localMinute } from '../core/civil-day.ts';
import type { UndoEntry } from '../core/progress.ts';
import { sanitizeLine } from '../core/sanitize.ts';
import { alignColumns, plural } from './columns.ts';

/** What came of taking events from elsewhere. */
export interface MergeCounts {
  readonly added: readonly { readonly device: string; readonly events: number; readonly file: string }[];
  readonly known: number;
  readonly conflicting: number;
  readonly skipped: number;
  /** Resets that a restore took back. */
  readonly resets?: number;
}

/** A merge or restore as plain lines. */
export const mergeLines = ({
  added,
  known,
  conflicting,
  skipped,
  resets = 0,
}: MergeCounts): readonly string[] => {
  const events = added.reduce((sum, { events: count }) => sum + count, 0);
  const lines = [
    events === 0
      ? `Nothing new: ${plural(known, 'record')} known already.`
      : `Added ${plural(events, 'record')} of ${plural(added.length, 'device')}; ${known} known already.`,
  ];
  if (resets > 0) lines.push(`Took back ${plural(resets, 'reset')} made since.`);
  if (conflicting > 0) {
    lines.push(
      `${plural(conflicting, 'record')} left out: the journal has the same id with other contents and keeps its own.`,
    );
  }
  if (skipped > 0) lines.push(`${plural(skipped, 'line')} left out: no records.`);
  return lines;
};

/** Items named one by one before the others are only counted. */
const NAMED = 3;

const itemsOf = ({ items, count, type }: UndoEntry): string => {
  if (count === null) return 'everything';
  const named = items.slice(0, NAMED).map(sanitizeLine);
  if (type === 'relinked' || type === 'course-renamed') return named.join(' > ');
  return named.join(', ') + (count > named.length ? ` and ${count - named.length} more` : '');
};

/** What an act did, in a few words. */
export const actWords = (act: UndoEntry): string =>
  [act.type, ...(act.rating === null ? [] : [act.rating]), itemsOf(act)].join(' ');

/**
 * Acts that can be undone: moment, type, rating, items, whose it is, and the id by which it is undone.
 * @param device the device at hand
 */
export const actLines = (acts: readonly UndoEntry[], tz: number, device: string): readonly string[] =>
  alignColumns(
    acts.map(act => [
      localMinute(act.at, tz),
      act.type,
      act.rating ?? '',
      itemsOf(act),
      act.device === device ? 'this device' : `device ${act.device}`,
      act.id,
    ]),
  );
