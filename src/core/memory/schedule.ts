/** When an item is asked again: learning steps as in Anki, then intervals from the memory model. */
import type { Moment } from '../base/civil-day.ts';
import { startOfDay, studyDay } from '../base/civil-day.ts';
import type { Rating, SchedulingSettings } from '../journal/event.ts';
import type { Memory } from './memory.ts';
import { exactInterval, intervalDays, lowerStability, nextMemory, recall } from './memory.ts';
import type { ItemProgress, ItemState } from '../journal/progress.ts';

const MINUTE = 60_000;
const MINUTES_A_DAY = 24 * 60;

/** An item without any history; what the fold and a first rating start from. */
export const UNSEEN: ItemProgress = {
  state: null,
  stability: 0,
  difficulty: 0,
  step: 0,
  dueDay: -1,
  dueAt: 0,
  lastDay: -1,
  lastAt: 0,
  attemptDay: -1,
  firstDay: -1,
  lastRating: null,
  reps: 0,
  lapses: 0,
  misses: 0,
  suspended: false,
  buriedDay: -1,
  flagged: false,
  trace: null,
};

/** The step a rating leads to: how long it waits, and its index. */
interface Step {
  readonly minutes: number;
  readonly index: number;
}

/** Anki's rule for `hard` on the first step: halfway to the second, or half as long again, a day more at most. */
const firstHardMinutes = (first: number, second: number | undefined): number =>
  second === undefined ? Math.min(first * 1.5, first + MINUTES_A_DAY) : (first + second) / 2;

/** Step after a rating on the way through steps; `null`: the way is done, or there was none. */
const nextStep = (steps: readonly number[], index: number, rating: Rating): Step | null => {
  const first = steps[0];
  if (first === undefined || rating === 'easy') return null;
  if (rating === 'again') return { minutes: first, index: 0 };
  if (rating === 'hard')
    return index === 0
      ? { minutes: firstHardMinutes(first, steps[1]), index }
      : { minutes: steps[index] ?? first, index };
  const next = steps[index + 1];
  return next === undefined ? null : { minutes: next, index: index + 1 };
};

/** Step that `rating` leads to from where the item stands; `null`: an interval of whole days instead. */
const stepAfter = (item: ItemProgress, rating: Rating, settings: SchedulingSettings): Step | null => {
  if (item.state === 'review')
    return rating === 'again' ? nextStep(settings.relearningSteps, 0, 'again') : null;
  const steps = item.state === 'relearning' ? settings.relearningSteps : settings.learningSteps;
  return nextStep(steps, item.step, rating);
};

/** When a step of so many minutes ends, ms UTC: one of a day or more at the beginning of that study day. */
const endOfStep = (minutes: number, { at, tz }: Moment, { rollover }: SchedulingSettings): number =>
  minutes >= MINUTES_A_DAY
    ? startOfDay(studyDay(at, tz, rollover) + Math.round(minutes / MINUTES_A_DAY), tz, rollover)
    : at + Math.round(minutes * MINUTE);

const WORSE = { again: null, hard: 'again', good: 'hard', easy: 'good' } as const;

/**
 * When the step that a rating leads to ends, ms UTC; 0 where it leads to none. Steps of a day or more are rounded, and
 * any step can be longer than a first interval: so that a better rating never comes back before a worse one, `hard`
 * waits no longer than the step that `good` leads to, and each at least as long as the one below it.
 */
const stepEnd = (
  item: ItemProgress,
  rating: Rating,
  moment: Moment,
  settings: SchedulingSettings,
): number => {
  const ownEnd = (of: Rating): number => {
    const step = stepAfter(item, of, settings);
    return step === null ? 0 : endOfStep(step.minutes, moment, settings);
  };
  const own = ownEnd(rating);
  if (own === 0 || rating === 'again') return own;
  const better = rating === 'hard' ? ownEnd('good') : 0;
  return Math.max(better === 0 ? own : Math.min(own, better), worseStepsEnd(item, rating, moment, settings));
};

/** The latest end of the steps that worse ratings lead to, ms UTC; 0 where they lead to none. */
const worseStepsEnd = (
  item: ItemProgress,
  rating: Rating,
  moment: Moment,
  settings: SchedulingSettings,
): number => {
  const worse = WORSE[rating];
  if (worse === null) return 0;
  return stepEnd(item, worse, moment, settings) || worseStepsEnd(item, worse, moment, settings);
};

const LOWER = { again: null, hard: null, good: 'hard', easy: 'good' } as const;

/**
 * Interval of a rating that leads to no step, with hard < good < easy as Anki and ts-fsrs keep it: where two
 * would be equal, the better rating gets a day more. Up to `maximumInterval`, where they may meet.
 */
const daysAfter = (
  item: ItemProgress,
  rating: Rating,
  after: Memory,
  elapsed: number,
  settings: SchedulingSettings,
): number => {
  const { desiredRetention, maximumInterval, weights } = settings;
  const days = intervalDays(after.stability, desiredRetention, maximumInterval);
  const lower = LOWER[rating];
  if (lower === null || stepAfter(item, lower, settings) !== null) return days;
  if (item.state === 'review' && elapsed > 0 && (rating === 'good' || rating === 'easy')) {
    // The step of the lower rating is spared where the two are well apart, as they nearly always are.
    const stability = lowerStability(item.stability, after.stability, rating, weights);
    const below = Math.max(1, Math.round(exactInterval(stability, desiredRetention) + 0.001));
    if (days > below + (rating === 'easy' ? 1 : 0)) return days;
  }
  const lowerDays = daysAfter(
    item,
    lower,
    nextMemory(memoryOf(item), elapsed, lower, weights),
    elapsed,
    settings,
  );
  return Math.min(Math.max(days, lowerDays + 1), maximumInterval);
};

const memoryOf = (item: ItemProgress): Memory | null => (item.state === null ? null : item);

/** `lastAt` of an item whose last rating was dated by a wrong clock. */
export const UNKNOWN_MOMENT = -1;

/** Days between the last counted rating and a day: study days, never negative; 0 where nobody knows. */
const elapsedDays = (item: ItemProgress, day: number): number =>
  item.lastAt === UNKNOWN_MOMENT ? 0 : Math.max(0, day - item.lastDay);

/** Wrong tries in a row after one more try. */
export const missesAfter = ({ misses }: ItemProgress, rating: Rating): number =>
  rating === 'again' ? misses + 1 : 0;

/**
 * An item after a counted rating. A step keeps its moment in `dueAt` (a step of a day or more: the beginning
 * of that study day), an interval its study day in `dueDay`. No fuzz: equal histories give equal dates.
 * @param isDoubtful the moment was dated by a wrong clock: it makes no elapsed time, before or after it
 * @param wait days after which an item that was forgotten comes back, in place of its first step; 0: by its steps
 */
export const rate = (
  item: ItemProgress | undefined,
  rating: Rating,
  moment: Moment,
  settings: SchedulingSettings,
  isDoubtful = false,
  wait = 0,
): ItemProgress => {
  const before = item ?? UNSEEN;
  const waits = rating === 'again' ? wait : 0;
  const { at, tz, day } = moment;
  const elapsed = before.state === null || isDoubtful ? 0 : elapsedDays(before, day);
  const memory = nextMemory(memoryOf(before), elapsed, rating, settings.weights);
  const step = stepAfter(before, rating, settings);
  let state: ItemState = 'review';
  let dueAt = 0;
  let dueDay: number;
  const { rollover } = settings;
  if (step === null && waits > 0) {
    dueDay = day + waits;
  } else if (step === null) {
    dueDay = day + daysAfter(before, rating, memory, elapsed, settings);
    const least = worseStepsEnd(before, rating, moment, settings);
    if (least > 0) {
      // The first study day that begins no earlier.
      const first = studyDay(least - 1, tz, rollover) + 1;
      dueDay = Math.max(dueDay, day + first - studyDay(at, tz, rollover));
    }
  } else {
    state = before.state === 'review' || before.state === 'relearning' ? 'relearning' : 'learning';
    dueAt =
      waits > 0
        ? startOfDay(studyDay(at, tz, rollover) + waits, tz, rollover)
        : stepEnd(before, rating, moment, settings);
    dueDay = day + studyDay(dueAt, tz, rollover) - studyDay(at, tz, rollover);
  }
  return {
    state,
    stability: memory.stability,
    difficulty: memory.difficulty,
    step: step?.index ?? 0,
    dueDay,
    dueAt,
    lastDay: day,
    lastAt: isDoubtful ? UNKNOWN_MOMENT : at,
    attemptDay: day,
    firstDay: before.firstDay === -1 ? day : before.firstDay,
    lastRating: rating,
    reps: before.reps + 1,
    lapses: before.lapses + (before.state === 'review' && rating === 'again' ? 1 : 0),
    misses: missesAfter(before, rating),
    suspended: before.suspended,
    buriedDay: before.buriedDay,
    flagged: before.flagged,
    trace: before.trace,
  };
};

/** What each rating would do now. */
export const previewRatings = (
  item: ItemProgress | undefined,
  moment: Moment,
  settings: SchedulingSettings,
): Readonly<Record<Rating, ItemProgress>> => ({
  again: rate(item, 'again', moment, settings),
  hard: rate(item, 'hard', moment, settings),
  good: rate(item, 'good', moment, settings),
  easy: rate(item, 'easy', moment, settings),
});

/** Chance to recall an item on a study day, 0 to 1; 0 for one never rated. */
export const retrievability = (item: ItemProgress, day: number): number =>
  item.state === null ? 0 : recall(item.stability, elapsedDays(item, day));

/** Where an item stands in the queue at a moment. */
type DueStatus = 'new' | 'due' | 'learning-due' | 'learning-later' | 'later' | 'suspended' | 'buried';

/** Queue status of an item; one without a record is new. */
export const dueStatus = (item: ItemProgress | undefined, moment: Moment): DueStatus => {
  if (item === undefined) return 'new';
  if (item.suspended) return 'suspended';
  if (item.buriedDay === moment.day) return 'buried';
  if (item.state === null) return 'new';
  if (item.state === 'review') return item.dueDay <= moment.day ? 'due' : 'later';
  return item.dueAt <= moment.at ? 'learning-due' : 'learning-later';
};

/** `true` for an item forgotten as often as the settings allow: reading its section helps more than asking. */
export const isLeech = (item: ItemProgress, settings: SchedulingSettings): boolean =>
  item.lapses >= settings.leechLapses;
