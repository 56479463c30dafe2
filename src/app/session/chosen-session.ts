/** Sessions of cards and questions that were chosen: on a list, in a tree, by flags, in a report. */
import type { ItemEntry } from '../../core/course/course.ts';
import { entryRows } from '../../core/base/item-rows.ts';
import type { AskedAs } from '../../core/lists/askable.ts';
import { askable } from '../../core/lists/askable.ts';
import { drawQuiz } from '../../core/queue/quiz-draw.ts';
import { seedFor } from '../../core/base/random.ts';
import { isPlanned } from '../../core/readiness/exam-plan.ts';
import type { SessionPlan } from '../../core/session/state.ts';
import type { PlannedSession, SessionSource } from './build-session.ts';
import type { SessionRequest } from './session-request.ts';

interface ChosenOptions {
  /** At most so many; `null`: all. */
  readonly count: number | null;
  /** At most so long; absent or `null`: no limit. */
  readonly minutes?: number | null;
  readonly seed: number;
}

/** How many cards a session of many takes, the most forgotten first. */
export const CHOSEN_CARDS = 20;

/** Quizzes ask what was never asked before the rest; reviews and cards begin with what is most forgotten. */
const queueOf = (
  as: AskedAs,
  entries: readonly ItemEntry[],
  source: SessionSource,
  { count, seed }: ChosenOptions,
): readonly string[] => {
  const { progress, moment } = source;
  const keys = askable(as, entries, progress, moment);
  if (as !== 'quiz') return keys.slice(0, count ?? keys.length);
  const wanted = new Set(keys);
  const asked = entries.filter(({ key }) => wanted.has(key));
  const pool = { rows: entryRows(asked), progress, moment, topics: null };
  const all = asked.map((_, index) => index);
  return drawQuiz(pool, all, null, 'unseen', count ?? all.length, seedFor(seed, 'quiz'));
};

/** Plans a session of chosen items. While an exam is planned for, one rating a study day counts here too. */
export const planChosen = (
  as: AskedAs,
  entries: readonly ItemEntry[],
  source: SessionSource,
  options: ChosenOptions,
): PlannedSession => {
  const { course, progress, moment } = source;
  const queue = queueOf(as, entries, source, options);
  const planned = as === 'review' && isPlanned(course, progress.settings, moment.day);
  const plan: SessionPlan = {
    mode: as,
    seed: options.seed,
    queue,
    learning: [],
    limit: queue.length,
    until: typeof options.minutes === 'number' ? moment.at + options.minutes * 60_000 : null,
    form: null,
    ...(planned ? { exam: { kind: 'list', items: queue.length } } : {}),
  };
  return {
    plan,
    due: as === 'review' ? queue.length : 0,
    fresh: 0,
    heldBack: { due: 0, fresh: 0 },
    repeatable: false,
  };
};

const NOTHING: Readonly<Record<AskedAs, string>> = {
  review: 'None of them is due.',
  cards: 'There are no cards here that are not suspended or buried.',
  quiz: 'There are no questions here that are not suspended or buried.',
};

/**
 * A session of these items and no others.
 * @param keys as the course calls them; those it does not have are left out
 */
export const chosenRequest = (
  as: AskedAs,
  keys: readonly string[],
  { count, seed }: { readonly count: number | null; readonly seed: () => number },
): SessionRequest => {
  return {
    mode: as,
    topics: course => new Set(keys.flatMap(key => course.entry(key)?.topic ?? [])),
    plan: (course, progress, moment) => {
      const entries = keys.flatMap(key => course.entry(key) ?? []);
      return planChosen(as, entries, { course, progress, moment, topics: null }, { count, seed: seed() });
    },
    nothing: () => NOTHING[as],
  };
};
