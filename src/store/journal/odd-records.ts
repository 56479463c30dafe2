/** Finds the records that a wrong clock has dated. */
import { isDoubtful } from '../../core/journal/clock-doubt.ts';
import type { JournalEvent } from '../../core/journal/event.ts';
import { claimedMoment, futureLimit } from '../../core/journal/event-order.ts';
import type { LiveFold } from '../../core/fold/live-fold.ts';
import type { DatedRecord, OddRun } from '../../core/journal/odd-runs.ts';
import { markJumps } from '../../core/journal/odd-runs.ts';
import { forEachSourceLine } from '../archive/event-source.ts';
import type { JournalFile } from './journal-files.ts';

/** Goes through the events of a file that can get another moment: where they belong in time, and as they are. */
const forEachEvent = (
  { path, size, device }: JournalFile,
  live: LiveFold,
  now: number,
  visit: (event: JournalEvent, written: JournalEvent) => void,
): void =>
  forEachSourceLine({ path, start: 0, end: size, device }, reading => {
    if (reading.is !== 'event') return;
    const { event } = reading;
    if (event.type !== 'redated' && event.type !== 'excluded') visit(live.place(event, now), event);
  });

const datedRecord = (event: JournalEvent): DatedRecord => {
  const { id, course, at, tz } = event;
  return { id, course, at, tz, day: 'day' in event ? event.day : null };
};

/** A run while it is read. */
type OpenRun = Omit<OddRun, 'records' | 'doubters'> & {
  readonly records: DatedRecord[];
  readonly doubters: DatedRecord[];
};

const runsOf = (file: JournalFile, live: LiveFold, now: number, seen: Set<string>): readonly OddRun[] => {
  // Numbers of every record, but texts only of those that are odd: a file can hold a million.
  const at: number[] = [];
  const odd: boolean[] = [];
  forEachEvent(file, live, now, event => {
    at.push(event.at);
    odd.push(claimedMoment(event) > futureLimit(now) || isDoubtful(event));
  });
  if (at.length === 0) return [];
  const marked = markJumps(at, odd);
  if (!marked.includes(true)) return [];
  const runs: OpenRun[] = [];
  let index = 0;
  forEachEvent(file, live, now, (event, written) => {
    const i = index++;
    const run = runs.at(-1);
    if (marked[i] !== true) {
      const doubts = written.seen;
      if (doubts !== undefined && run?.isAhead === true && run.records.some(each => each.at === doubts))
        run.doubters.push(datedRecord(written));
      return;
    }
    if (seen.has(event.id)) return;
    seen.add(event.id);
    if (run !== undefined && i > 0 && marked[i - 1] === true) {
      run.records.push(datedRecord(event));
      return;
    }
    const before = i === 0 ? null : (at[i - 1] ?? null);
    const next = marked.indexOf(false, i);
    const after = next === -1 ? null : (at[next] ?? null);
    const isAhead = event.at > (after ?? before ?? now);
    runs.push({ file: file.name, isAhead, records: [datedRecord(event)], doubters: [], before, after });
  });
  return runs;
};

/**
 * The runs of odd records in some journal files, in the order of the files: only there can it be seen what a device
 * wrote before and after.
 * @param now ms UTC
 */
export const findOddRuns = (
  files: readonly JournalFile[],
  live: LiveFold,
  now: number,
): readonly OddRun[] => {
  const seen = new Set<string>();
  return files.flatMap(file => runsOf(file, live, now, seen));
};
