/**
 * Gives a card that was rated in this session another rating: the old one is undone on the disk, and the new one
 * recorded as if it had been given in its place.
 */
import type { Moment } from '../base/civil-day.ts';
import { isLeech } from '../memory/schedule.ts';
import { promptFields } from '../relink/prompts.ts';
import { asShown, reviewedBody } from './choices.ts';
import { requeue } from './requeue.ts';
import type {
  PendingAct,
  Answer,
  Answers,
  SessionInput,
  SessionState,
  SessionStep,
  SessionWorld,
} from './state.ts';
import { save, tell } from './state.ts';

const holds = (answers: Answers | null, wanted: Answer): boolean => {
  for (let at = answers; at !== null; at = at.before) if (at.last === wanted) return true;
  return false;
};

const replaceIn = (answers: Answers | null, old: Answer, fresh: Answer | null): Answers | null => {
  if (answers === null) return null;
  if (answers.last === old) return fresh === null ? answers.before : { last: fresh, before: answers.before };
  return { last: answers.last, before: replaceIn(answers.before, old, fresh) };
};

/** Puts another answer in the place of one, or takes it out: in every state that an undo could bring back too. */
const replaceAnswer = (state: SessionState, old: Answer, fresh: Answer | null): SessionState => {
  const { past } = state;
  const isLast = past !== null && past.event === old.event;
  if (!holds(state.answers, old)) return state;
  return {
    ...state,
    answers: replaceIn(state.answers, old, fresh),
    past:
      past === null
        ? null
        : {
            ...past,
            event: isLast ? (fresh?.event ?? null) : past.event,
            state: replaceAnswer(past.state, old, fresh),
          },
  };
};

/** Asks to take the old rating back; what is no card's, or the same, changes nothing. */
export const changeRating = (
  state: SessionState,
  { answer, rating }: Extract<SessionInput, { readonly type: 'change-rating' }>,
): SessionStep => {
  if (answer.type !== 'card' || answer.rating === rating || !holds(state.answers, answer)) {
    return { state, effects: [] };
  }
  return save(
    state,
    { kind: 'withdrawn', item: answer.item, answer, rating },
    { type: 'undone', target: answer.event },
  );
};

/** The old rating is taken back: asks to record the new one. */
export const rateAgain = (
  world: SessionWorld,
  before: SessionState,
  { answer: old, rating }: Extract<PendingAct, { readonly kind: 'withdrawn' }>,
  moment: Moment,
): SessionStep => {
  const { item } = old;
  const progress = world.progress.items.get(item);
  const card = world.course.item(item);
  const answer: Answer = { ...old, rating, lapses: progress?.lapses ?? 0, leech: false, event: '' };
  return save(
    before,
    { kind: 'rerated', item, old, answer },
    {
      ...reviewedBody(world, before.plan, answer, moment),
      ...(card === undefined ? {} : promptFields(card, world.progress)),
    },
  );
};

/** The new rating could not be recorded: the old one is undone all the same, and nothing stands in its place. */
export const leaveUnrated = (
  before: SessionState,
  { old }: Extract<PendingAct, { readonly kind: 'rerated' }>,
): SessionState => replaceAnswer(before, old, null);

/** The new rating is on the disk. */
export const finishRating = (
  world: SessionWorld,
  before: SessionState,
  { answer: rated, old }: Extract<PendingAct, { readonly kind: 'rerated' }>,
  id: string,
  moment: Moment,
): SessionStep => {
  const next = world.progress.items.get(rated.item);
  const leech = next !== undefined && next.lapses > rated.lapses && isLeech(next, world.progress.settings);
  const answer: Answer = { ...rated, leech, event: id };
  const state = requeue(world, replaceAnswer(before, old, answer), rated.item);
  return {
    state,
    effects: [
      tell({ type: 'saved', answer, next: next === undefined ? next : asShown(next, state.plan, moment) }),
    ],
  };
};
