/** Which records in a row a wrong clock has dated, and when they were written instead. */
import { studyDay } from '../base/civil-day.ts';
import { MOST_BEHIND } from './clock-doubt.ts';
import type { RedatedRecord } from './event.ts';

const MINUTE = 60_000;

/** One record of such a run. */
export interface DatedRecord {
  readonly id: string;
  readonly course: string;
  /** ms UTC, as it counts now. */
  readonly at: number;
  readonly tz: number;
  /** Its study day; `null` where its type has none. */
  readonly day: number | null;
}

/** Records in a row, in the order in which a device wrote them, that the same wrong clock has dated. */
export interface OddRun {
  readonly file: string;
  /** `true`: from the future; `false`: from the past. */
  readonly isAhead: boolean;
  readonly records: readonly DatedRecord[];
  /** Records after them that were dated well and doubted their clock because of them. */
  readonly doubters: readonly DatedRecord[];
  /** Moments of the records written before and after them, ms UTC; `null` where there are none. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Which records of a file are odd: those that are so by themselves (`odd`), and those on the wrong side of a jump
 * back: of those before it that are later and those after it that are earlier, the fewer are wrong, for a clock is
 * mostly right.
 * @param at moments in the order of the file, ms UTC
 */
export const markJumps = (at: readonly number[], odd: readonly boolean[]): readonly boolean[] => {
  const marked = [...odd];
  for (let i = 1; i < at.length; i++) {
    const [before, after] = [at[i - 1] ?? 0, at[i] ?? 0];
    if (before - after <= MOST_BEHIND || marked[i - 1] === true || marked[i] === true) continue;
    // Both sides grow together until one ends: so finding the fewer costs no more than marking them.
    let [start, end] = [i - 1, i + 1];
    const growsBack = (): boolean =>
      marked[start - 1] === false && (at[start - 1] ?? 0) - after > MOST_BEHIND;
    const growsOn = (): boolean => marked[end] === false && before - (at[end] ?? 0) > MOST_BEHIND;
    while (growsBack() && growsOn()) {
      start--;
      end++;
    }
    if (growsOn()) marked.fill(true, start, i);
    else marked.fill(true, i, end);
  }
  return marked;
};

/**
 * When the records of a run were written: right after the record before them, or right before the one after them
 * where there is none before, with their distances, and squeezed where there is less time than that.
 * @param start ms UTC: the learner knows when the first of them was written; `null`: nobody does
 * @param now ms UTC: nothing is later
 * @param rolloverOf hour at which a study day of a course begins
 */
export const redateRun = (
  { records, doubters, before, after }: OddRun,
  {
    start,
    now,
    rolloverOf,
  }: {
    readonly start: number | null;
    readonly now: number;
    readonly rolloverOf: (course: string) => number;
  },
): readonly RedatedRecord[] => {
  const first = records[0]?.at ?? 0;
  // A clock that is wrong can be set while it is: then only the order is left.
  let last = 0;
  const distances = records.map(({ at }) => (last = Math.max(last, at - first)));
  const latest = start === null ? Math.min(now, after ?? now) : now;
  const begin = Math.min(
    latest,
    start ?? (before === null ? Math.max(0, latest - last - MINUTE) : before + MINUTE),
  );
  const share = begin + last <= latest || last === 0 ? 1 : (latest - begin) / last;
  const place = ({ id, course, tz, day, at }: DatedRecord, to: number): RedatedRecord => {
    const rollover = rolloverOf(course);
    const moved = studyDay(to, tz, rollover) - studyDay(at, tz, rollover);
    return { id, at: to, day: Math.max(0, day === null ? studyDay(to, tz, rollover) : day + moved) };
  };
  return [
    ...records.map((record, index) => place(record, Math.round(begin + (distances[index] ?? 0) * share))),
    ...doubters.map(record => place(record, record.at)),
  ];
};
