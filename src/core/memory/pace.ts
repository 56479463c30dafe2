/** How long answers take this learner: by kind of item and outcome, and on average. */
import type { ItemEntry } from '../course/course.ts';
import type { DayTotals, PaceKind, PaceSums } from '../journal/progress.ts';

/**
 * Seconds an answer takes before the learner's own pace is known, a second look after a miss included, and how many
 * answers that weighs. From the simulation of learners (bench/learning).
 */
const USUAL_SECONDS: Pace = { cardRight: 9, cardWrong: 27, questionRight: 45, questionWrong: 70 };
const PACE_WEIGHT = 4;
/** One answer counts at most so many times the usual seconds: a break is no pace. */
const PACE_CAP = 3;

/** The four kinds of answers that are timed apart. */
export const PACE_KINDS: readonly PaceKind[] = ['cardRight', 'cardWrong', 'questionRight', 'questionWrong'];

/** The kind of an answer. */
export const paceKind = (type: 'card' | 'question', right: boolean): PaceKind =>
  type === 'card' ? (right ? 'cardRight' : 'cardWrong') : right ? 'questionRight' : 'questionWrong';

/** What an answer counts, in ms: no more than three times what is usual, for a break is no pace. */
export const countedMs = (kind: PaceKind, ms: number): number =>
  Math.min(Math.max(0, Math.round(ms)), PACE_CAP * USUAL_SECONDS[kind] * 1000);

/** Nobody is believed to be more than five times as fast as usual. */
const LEAST_SHARE = 0.2;

/** Seconds by kind: the usual ones count as four answers of the learner's own. */
export type Pace = Readonly<Record<PaceKind, number>>;

/** Seconds an answer of each kind takes: the learner's own, drawn toward the usual while there are few. */
export const paceFrom = (sums: PaceSums): Pace => {
  const seconds = (kind: PaceKind): number =>
    Math.max(
      LEAST_SHARE * USUAL_SECONDS[kind],
      (USUAL_SECONDS[kind] * PACE_WEIGHT + sums[kind].ms / 1000) / (PACE_WEIGHT + sums[kind].answers),
    );
  return {
    cardRight: seconds('cardRight'),
    cardWrong: seconds('cardWrong'),
    questionRight: seconds('questionRight'),
    questionWrong: seconds('questionWrong'),
  };
};

/** Seconds to expect of an item that is answered right with a chance. */
export const expectedSeconds = (pace: Pace, type: 'card' | 'question', chance: number): number =>
  chance * pace[paceKind(type, true)] + (1 - chance) * pace[paceKind(type, false)];

/** Study days that the mean of all answers is taken from, and the answers it needs. */
const DAYS = 30;
const ANSWERS = 20;

/** Mean seconds of the learner's answers of late; `null` while there are too few. */
export const paceOf = (days: readonly DayTotals[], today: number): number | null => {
  let ms = 0;
  let answers = 0;
  for (const day of days) {
    if (day.day <= today - DAYS || day.day > today) continue;
    ms += day.ms;
    answers += day.answers;
  }
  return answers < ANSWERS ? null : Math.max(1, ms / answers / 1000);
};

/** Share of right answers of who begins: before there is a mean, an item takes what it takes then. */
const AT_FIRST = 0.4;

/** Seconds one item will take, whatever comes of it. @param pace mean seconds of all answers; `null`: not known yet */
export const secondsFor = (type: ItemEntry['type'], pace: number | null): number =>
  pace ?? Math.round(expectedSeconds(USUAL_SECONDS, type, AT_FIRST));
