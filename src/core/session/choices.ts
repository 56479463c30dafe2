/** What a rating would do, and which ratings count: the plan for an exam has rules of its own. */
import type { Moment } from '../base/civil-day.ts';
import type { EventBody, Mode, Rating, RatingEffect } from '../journal/event.ts';
import type { ItemProgress } from '../journal/progress.ts';
import { isCounted, waitOf } from '../memory/evidence.ts';
import { MODEL } from '../memory/memory.ts';
import { previewRatings } from '../memory/schedule.ts';
import type { Answer, Choices, SessionPlan, SessionState, Turn, SessionWorld } from './state.ts';

/**
 * In the plan for an exam the first attempt of a study day counts and no other, whether or not the item is on a
 * learning step.
 */
const countingMode = ({ mode, exam }: SessionPlan): Mode => (exam === undefined ? mode : 'quiz');

/** The placement: it asks to find out what is known. */
export const isPlacement = ({ exam }: SessionPlan): boolean => exam?.kind === 'placement';

/** A session whose answers are evidence before they are study: a quiz, or the placement. */
const isProbe = (plan: SessionPlan): boolean => plan.mode === 'quiz' || isPlacement(plan);

/** An item as a session of the plan shows it: nothing comes back on the same day. */
export const asShown = (item: ItemProgress, { exam }: SessionPlan, { day }: Moment): ItemProgress =>
  exam === undefined || item.dueAt === 0
    ? item
    : { ...item, dueAt: 0, dueDay: Math.max(item.dueDay, day + 1) };

/** What each rating would do now: one that does not count leaves the item where it is. */
export const choicesFor = (world: SessionWorld, state: SessionState, turn: Turn, moment: Moment): Choices => {
  const item = world.progress.items.get(turn.entry.key);
  const preview = previewRatings(item, moment, world.progress.settings);
  const choice = (rating: Rating): ItemProgress =>
    asShown(
      item === undefined || isCounted(item, countingMode(state.plan), rating, moment)
        ? preview[rating]
        : item,
      state.plan,
      moment,
    );
  return { again: choice('again'), hard: choice('hard'), good: choice('good'), easy: choice('easy') };
};

/** What a rating does to an item, as it is recorded. */
export const effectOf = (
  { progress }: Pick<SessionWorld, 'progress'>,
  plan: SessionPlan,
  { item, rating }: Pick<RatingEffect, 'item' | 'rating'>,
  moment: Moment,
): RatingEffect => ({
  item,
  rating,
  counted: isCounted(progress.items.get(item), countingMode(plan), rating, moment),
  // What only finds out what is known makes no queue for the same day.
  ...(rating === 'again' && isProbe(plan) && { wait: waitOf(item) }),
});

/** A rated card as it is recorded, when it is rated and when its rating is changed; its prompt comes beside it. */
export const reviewedBody = (
  world: Pick<SessionWorld, 'progress'>,
  plan: SessionPlan,
  answer: Pick<Answer, 'item' | 'rating' | 'ms'>,
  moment: Moment,
): Extract<EventBody, { readonly type: 'reviewed' }> => ({
  type: 'reviewed',
  mode: plan.mode,
  day: moment.day,
  ratings: [effectOf(world, plan, answer, moment)],
  ms: answer.ms,
  model: MODEL,
  ...(isPlacement(plan) && { placement: true }),
});
