/** How long answers take this learner. */
import type { ItemEntry } from '../course/course.ts';
import type { DayTotals } from '../journal/progress.ts';

/** Study days the learner's own pace is taken from, and the answers it needs. */
const DAYS = 30;
const ANSWERS = 20;

/** Seconds an answer takes before there are enough of the learner's own to go by. */
const USUAL_SECONDS = { card: 20, question: 60 } as const;

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

/** Seconds one item will take. */
export const secondsFor = (type: ItemEntry['type'], pace: number | null): number =>
  pace ?? USUAL_SECONDS[type];
