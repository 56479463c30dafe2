/** The least shares that reviews and questions get of a session: limits for people, which cost a few points. */
import { LOW_SUCCESS, QUESTION_SHARE, REVIEW_SHARE } from './settings.ts';

/**
 * Least share of reviews among the answers: more after many misses, so that a session stays bearable.
 * @param outcomes the last answers, right or not
 */
export const leastReviewShare = (outcomes: readonly boolean[]): number => {
  const answers = outcomes.length;
  if (answers < LOW_SUCCESS.answers) return REVIEW_SHARE.usual;
  let right = 0;
  for (const outcome of outcomes) if (outcome) right++;
  return right < LOW_SUCCESS.share * answers ? REVIEW_SHARE.low : REVIEW_SHARE.usual;
};

/** Least share of the time for questions while unseen cards remain: more in the last fifth of the days. */
export const leastQuestionShare = ({
  day,
  startDay,
  examDay,
  questionShare = QUESTION_SHARE.usual,
}: {
  /** Study days: today, the exam's, and that on which the plan began. */
  readonly day: number;
  readonly examDay: number;
  readonly startDay: number;
  /** The learner's own setting. */
  readonly questionShare?: number;
}): number => {
  const late = day - startDay >= QUESTION_SHARE.lateFrom * (examDay - startDay);
  return late ? Math.max(questionShare, QUESTION_SHARE.late) : questionShare;
};
