/** What a learner asks a session to be, and the sessions that a screen offers by itself, without flags. */
import type { Moment } from '../../core/base/civil-day.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { SessionMode } from '../../core/session/state.ts';
import type { Progress } from '../../core/journal/progress.ts';
import type { DayLoad } from '../../core/readiness/exam-days.ts';
import type { PlannedSession } from './build-session.ts';
import { planCards, planQuiz, planReview } from './build-session.ts';

/** What a learner asked a session to be; lines and screens run it alike. */
export interface SessionRequest {
  readonly mode: SessionMode;
  /** What a screen calls it; absent: its mode. */
  readonly title?: string;
  /** Id of the one domain of the exam that it is about; absent: no one domain. */
  readonly domain?: string;
  /** Topics it is about; `null`: all. May throw a Failure for a word that names none. */
  readonly topics: (course: CourseReader) => ReadonlySet<string> | null;
  readonly plan: (
    course: CourseReader,
    progress: Progress,
    moment: Moment,
    /** What is left of today's plan, where that is known already. */
    load?: () => DayLoad | null,
  ) => PlannedSession;
  /** What to say where there is nothing to ask. */
  readonly nothing: (planned: PlannedSession) => string;
}

/** What to say where a review has nothing to ask. */
export const nothingToReview = ({ exam, heldBack }: PlannedSession): string => {
  if (exam !== undefined && exam.planned === 0)
    return 'Today is a day off. "study review --minutes 15" studies anyway.';
  if (exam !== undefined && exam.minutes === 0)
    return `Today's ${exam.planned} minutes are done. "study review --minutes 15" goes on.`;
  if (exam !== undefined)
    return 'Nothing is left today that is worth asking for the exam. "study exam" and "study quiz" go on.';
  return heldBack.due + heldBack.fresh > 0
    ? 'The limit of the day is reached. study quiz and study cards go on; study config raises the limit.'
    : 'Nothing is due, and nothing is new.';
};

/** Questions of a quiz that is offered. */
export const READY_QUESTIONS = 10;

type Seed = () => number;

/** A review of everything, within the limits of the day. */
export const reviewRequest = (seed: Seed): SessionRequest => ({
  mode: 'review',
  topics: () => null,
  plan: (course, progress, moment, load) =>
    planReview(
      { course, progress, moment, topics: null, ...(load && { load }) },
      { count: null, minutes: null, seed: seed() },
    ),
  nothing: planned =>
    planned.exam === undefined
      ? 'Nothing is due, and the new cards and questions of the day are done.'
      : nothingToReview(planned),
});

/** Ten questions: on the weakest of these topics first, or on any while none is named. */
export const weakQuizRequest = (topics: ReadonlySet<string> | null, seed: Seed): SessionRequest => ({
  mode: 'quiz',
  topics: () => topics,
  plan: (course, progress, moment) =>
    planQuiz(
      { course, progress, moment, topics },
      {
        count: READY_QUESTIONS,
        seed: seed(),
        seedChosen: false,
        weak: topics !== null,
        kinds: null,
        levels: null,
        blueprint: null,
      },
    ),
  nothing: () => 'There are no questions here.',
});

/** All cards of a topic, shuffled. */
export const cardsRequest = (topic: string, seed: Seed): SessionRequest => {
  const topics: ReadonlySet<string> = new Set([topic]);
  return {
    mode: 'cards',
    topics: () => topics,
    plan: (course, progress, moment) =>
      planCards({ course, progress, moment, topics }, { count: null, seed: seed(), order: 'shuffled' }),
    nothing: () => 'There are no cards here that are not suspended or buried.',
  };
};

/** These cards and questions, in this order; each rating counts as in a quiz. */
export const pickedRequest = (keys: readonly string[], seed: Seed, title: string): SessionRequest => ({
  mode: 'quiz',
  title,
  topics: () => null,
  plan: course => {
    const queue = keys.filter(key => course.has(key));
    return {
      plan: {
        mode: 'quiz',
        seed: seed(),
        queue,
        learning: [],
        limit: queue.length,
        until: null,
        form: null,
      },
      due: 0,
      fresh: 0,
      heldBack: { due: 0, fresh: 0 },
      repeatable: false,
    };
  },
  nothing: () => 'None of them is in the course any more.',
});
