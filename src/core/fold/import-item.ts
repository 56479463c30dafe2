/** What a history from another program does to one item. Nothing of it is counted as done here. */
import { startOfDay } from '../base/civil-day.ts';
import type { SchedulingSettings } from '../journal/event.ts';
import type { ImportedItem, ImportedState } from '../journal/imported-item.ts';
import type { ItemProgress } from '../journal/progress.ts';
import { rate, UNSEEN } from '../memory/schedule.ts';
import { firstTrace, isRight, nextTrace } from '../plan/trace.ts';

/** An item as a schedule without history has it: known, and due on the day that the other program gave. */
const placed = (
  item: ItemProgress,
  { day, dueDay, stability, difficulty }: ImportedState,
  tz: number,
  { rollover }: SchedulingSettings,
): ItemProgress => ({
  ...item,
  state: 'review',
  stability,
  difficulty,
  step: 0,
  dueDay,
  dueAt: 0,
  lastDay: day,
  lastAt: startOfDay(day, tz, rollover),
  attemptDay: Math.max(item.attemptDay, day),
  firstDay: item.firstDay === -1 ? day : item.firstDay,
  lastRating: 'good',
  reps: item.reps + 1,
  misses: 0,
  trace: { first: item.trace?.first ?? 'card', stability, difficulty, day },
});

/**
 * An item after an import: its reviews pass through the scheduler like answers given here, those that are later than
 * the last rating known of it. So the same history, imported twice or on two devices, counts once, and what was
 * answered here is not disturbed by what came before it.
 * @param tz minutes east of UTC, for steps of a day or more
 */
export const importItem = (
  before: ItemProgress | null,
  { reviews = [], state, suspended, flagged, lapses = 0 }: ImportedItem,
  tz: number,
  settings: SchedulingSettings,
): ItemProgress => {
  let item = before ?? UNSEEN;
  for (const [at, day, rating] of reviews) {
    if (at <= item.lastAt) continue;
    const { attemptDay, trace } = item;
    const right = isRight(rating);
    const rated = rate(item, rating, { at, tz, day }, settings);
    item = {
      ...rated,
      attemptDay: Math.max(attemptDay, day),
      trace: trace === null ? firstTrace('card', right, day) : nextTrace(trace, right, day),
    };
  }
  if (state !== undefined && (item.state === null || state.day > item.lastDay))
    item = placed(item, state, tz, settings);
  if (lapses > item.lapses) item = { ...item, lapses };
  if (suspended === true || flagged === true)
    item = { ...item, suspended: suspended ?? item.suspended, flagged: flagged ?? item.flagged };
  return item;
};
