/** Chooses and shows the next item of a session. */
import type { Moment } from '../base/civil-day.ts';
import { LEARN_AHEAD } from '../memory/evidence.ts';
import { present } from '../question/present.ts';
import type { LearningItem } from '../queue/queue.ts';
import { seedFor } from '../base/random.ts';
import { dueStatus } from '../memory/schedule.ts';
import type {
  SessionEffect,
  EndReason,
  SessionState,
  Shown,
  SessionStep,
  Turn,
  SessionWorld,
} from './state.ts';
import { queueView, tell } from './state.ts';

/** How often an item was answered in this session: it comes in another order each time. */
const timesAsked = (state: SessionState, key: string): number => {
  let times = 0;
  for (let at = state.answers; at !== null; at = at.before) if (at.last.item === key) times++;
  return times;
};

const showItem = (world: SessionWorld, state: SessionState, key: string): Shown | null => {
  const item = world.course.item(key);
  if (item === undefined) return null;
  if (item.type === 'card') return { type: 'card', card: item };
  const { seed, form } = state.plan;
  const presentation = present(
    item,
    seedFor(seed, `turn ${timesAsked(state, key)}`),
    form,
    world.instantiate,
  );
  return presentation === null ? null : { type: 'question', ...presentation };
};

/** An item as a turn; `null` where it cannot be put. */
export const makeTurn = (
  world: SessionWorld,
  state: SessionState,
  key: string,
  place: Pick<Turn, 'number' | 'total' | 'begun' | 'left'>,
  { at }: Moment,
): Turn | null => {
  const entry = world.course.entry(key);
  const shown = entry === undefined ? null : showItem(world, state, key);
  if (entry === undefined || shown === null) return null;
  return { ...place, entry, shown, shownAt: at, unsure: false };
};

/** What is left of the queues once an item is taken from them. */
interface Taken {
  readonly key: string;
  readonly position: number;
  readonly postponed: readonly string[];
  readonly learning: readonly LearningItem[];
}

const familyOf = (world: SessionWorld, key: string): string => world.course.entry(key)?.family ?? key;

/** Whether an item still waits: another terminal may have asked it meanwhile. */
const isWanted = (world: SessionWorld, state: SessionState, key: string, moment: Moment): boolean => {
  const status = dueStatus(world.progress.items.get(key), moment);
  if (status === 'suspended' || status === 'buried') return false;
  return state.plan.mode !== 'review' || status !== 'later';
};

/** The next item of a session that follows the plan for an exam. What an undo pushed aside comes first. */
const pickPlanned = (world: SessionWorld, state: SessionState, moment: Moment): Taken | null => {
  const isOpen = (key: string): boolean => {
    const item = world.progress.items.get(key);
    return item === undefined || !(item.suspended || item.buriedDay === moment.day);
  };
  const postponed = state.postponed.filter(isOpen);
  const rest = { position: state.position, learning: state.learning };
  const [first, ...others] = postponed;
  if (first !== undefined) return { ...rest, key: first, postponed: others };
  if (state.plan.exam?.kind === 'plan') {
    const next = world.exam?.next(queueView(world, state, moment.day)) ?? null;
    return next === null ? null : { ...rest, key: next, postponed };
  }
  const { queue } = state.plan;
  for (let { position } = state; position < queue.length; position++) {
    const key = queue[position] ?? '';
    if (isOpen(key)) return { ...rest, key, postponed, position: position + 1 };
  }
  return null;
};

const isLearning = (world: SessionWorld, key: string, moment: Moment): boolean => {
  const status = dueStatus(world.progress.items.get(key), moment);
  return status === 'learning-due' || status === 'learning-later';
};

const without = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, i) => i !== index);

/**
 * The next item: a learning step that is due, else the queue, else a learning step due within 20 minutes.
 * Siblings of the last item wait as long as there is anything else. Whether a learning step still waits is asked
 * only of those whose turn it is, for there can be thousands; the others count until then.
 */
const pickNext = (world: SessionWorld, state: SessionState, moment: Moment): Taken | null => {
  if (state.plan.exam !== undefined) return pickPlanned(world, state, moment);
  const { queue } = state.plan;
  const last = state.turn?.entry.family ?? '';
  const isApart = (key: string): boolean => last === '' || familyOf(world, key) !== last;
  let { learning } = state;
  let postponed = state.postponed.filter(key => isWanted(world, state, key, moment));
  let { position } = state;

  /** The earliest that is due by then. The list is in the order in which they are due. */
  const takeLearning = (latest: number, isFit: (key: string) => boolean): Taken | null => {
    const gone = new Set<number>();
    let found = -1;
    for (const [index, { key, dueAt }] of learning.entries()) {
      if (dueAt > latest) break;
      if (!isLearning(world, key, moment)) gone.add(index);
      else if (isFit(key)) {
        found = index;
        break;
      }
    }
    const key = learning[found]?.key;
    if (key !== undefined) gone.add(found);
    if (gone.size > 0) learning = learning.filter((_, index) => !gone.has(index));
    return key === undefined ? null : { key, position, postponed, learning };
  };
  const takePostponed = (index: number): Taken | null => {
    const key = postponed[index];
    if (key === undefined) return null;
    return { key, position, postponed: without(postponed, index), learning };
  };
  const takeQueued = (): Taken | null => {
    const apart: string[] = [];
    while (position < queue.length) {
      const key = queue[position++] ?? '';
      if (!isWanted(world, state, key, moment)) continue;
      if (isApart(key)) return { key, position, postponed: [...postponed, ...apart], learning };
      apart.push(key);
    }
    postponed = [...postponed, ...apart];
    return null;
  };
  const soon = moment.at + LEARN_AHEAD;

  return (
    takeLearning(moment.at, isApart) ??
    takePostponed(postponed.findIndex(isApart)) ??
    takeQueued() ??
    takeLearning(soon, isApart) ??
    takePostponed(0) ??
    takeLearning(soon, () => true)
  );
};

/** Learning steps that will come in this session, as far as is known. */
const countSteps = ({ learning }: Taken, { at }: Moment): number =>
  learning.filter(({ dueAt }) => dueAt <= at + LEARN_AHEAD).length;

/** Ends a session. */
export const end = (state: SessionState, reason: EndReason, comesAt: number | null = null): SessionState => ({
  ...state,
  turn: null,
  phase: { name: 'ended', reason, comesAt },
});

const reasonToStop = ({ plan, asked }: SessionState, { at }: Moment): EndReason | null => {
  if (plan.limit !== null && asked >= plan.limit) return 'limit';
  return plan.until !== null && at >= plan.until ? 'time' : null;
};

const firstStep = (state: SessionState, world: SessionWorld, moment: Moment): number | null =>
  state.learning.find(({ key }) => isLearning(world, key, moment))?.dueAt ?? null;

/** Goes on to the next item, or ends. */
export const advance = (world: SessionWorld, state: SessionState, moment: Moment): SessionStep => {
  const effects: SessionEffect[] = [];
  let current = state;
  for (;;) {
    const stop = reasonToStop(current, moment);
    if (stop !== null) return { state: end(current, stop, firstStep(current, world, moment)), effects };
    const pick = pickNext(world, current, moment);
    if (pick === null) return { state: end(current, 'done', firstStep(current, world, moment)), effects };
    const { key, ...rest } = pick;
    const number = current.asked + 1;
    const { exam, limit, queue } = current.plan;
    const begun = current.begun + (timesAsked(current, key) === 0 ? 1 : 0);
    const queued = queue.length - pick.position + pick.postponed.length;
    const steps = exam === undefined ? countSteps(pick, moment) : 0;
    const coming = exam === undefined ? queued : Math.max(0, exam.items - begun);
    const turns = exam === undefined ? queued + steps : Math.max(0, exam.items - number);
    const most = limit ?? Infinity;
    const place = {
      number,
      total: Math.min(most, number + turns),
      begun,
      left: Math.min(coming, Math.max(0, most - number)),
    };
    const turn = makeTurn(world, current, key, place, moment);
    current = { ...current, ...rest };
    if (turn !== null) {
      return { state: { ...current, asked: number, begun, turn, phase: { name: 'asking' } }, effects };
    }
    current = { ...current, leftOut: [...current.leftOut, key] };
    effects.push(tell({ type: 'left-out', item: key }));
  }
};
