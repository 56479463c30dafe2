/** Takes back the last act of a session, or of the one before it, and asks the item again. */
import type { Moment } from '../base/civil-day.ts';
import { keyIn } from '../fold/families.ts';
import type { Progress, UndoEntry } from '../journal/progress.ts';
import { makeTurn } from './advance.ts';
import type { PendingAct, SessionState, SessionStep, SessionWorld } from './state.ts';
import { tell } from './state.ts';

/** An earlier state, its item put afresh. An explanation that was being read is read on: its answer stands. */
const restore = (back: SessionState, { at }: Moment): SessionState =>
  back.phase.name === 'feedback'
    ? back
    : {
        ...back,
        turn: back.turn === null ? null : { ...back.turn, shownAt: at, unsure: false },
        phase: { name: 'asking' },
      };

/**
 * The newest act of a device that a session can take back. It asks an item again, so that it passes over links,
 * imports and redatings, and what was before a reset is forgotten.
 */
export const lastSessionAct = (
  { undoable }: Pick<Progress, 'undoable'>,
  device: string,
): UndoEntry | undefined => {
  const last = undoable.findLast(
    act =>
      act.device === device &&
      act.type !== 'relinked' &&
      act.type !== 'course-renamed' &&
      act.type !== 'redated' &&
      act.type !== 'fitted' &&
      act.type !== 'imported',
  );
  return last?.type === 'reset' ? undefined : last;
};

/** Undoes the newest act; a skip is one too. Acts of other devices, links and resets are left alone. */
export const undo = (world: SessionWorld, state: SessionState, moment: Moment): SessionStep => {
  const { past } = state;
  if (past !== null && past.event === null) {
    return {
      state: restore(past.state, moment),
      effects: [tell({ type: 'undone', item: past.item })],
    };
  }
  const earlier = lastSessionAct(world.progress, world.device);
  const target = past?.event ?? earlier?.id;
  const named = earlier?.items[0];
  const known = named === undefined ? undefined : keyIn(world.course, world.progress.families, named);
  const item = past?.item ?? known;
  if (target === undefined || item === undefined) {
    return { state, effects: [tell({ type: 'nothing-to-undo' })] };
  }
  const asksAgain = past !== null || earlier?.type !== 'flagged';
  const act: PendingAct = { kind: 'undone', item, asksAgain, back: past?.state ?? null };
  return {
    state: { ...state, phase: { name: 'saving', act, before: state } },
    effects: [{ type: 'append', body: { type: 'undone', target } }],
  };
};

/** The undo is on the disk. What was being asked waits behind the item that is asked again. */
export const finishUndo = (
  world: SessionWorld,
  { item, asksAgain, back }: Extract<PendingAct, { kind: 'undone' }>,
  before: SessionState,
  moment: Moment,
): SessionStep => {
  const effects = [tell({ type: 'undone', item })];
  if (back !== null) return { state: restore(back, moment), effects };
  if (!asksAgain) return { state: before, effects };
  const { turn, postponed } = before;
  const number = turn === null ? before.asked + 1 : before.asked;
  const isAsked = turn?.entry.key === item;
  const total = Math.max(number, (turn?.total ?? before.asked) + (isAsked ? 0 : 1));
  const begun = turn === null ? before.begun + 1 : before.begun;
  const left = (turn?.left ?? 0) + (turn === null || isAsked ? 0 : 1);
  const again = makeTurn(world, before, item, { number, total, begun, left }, moment);
  if (again === null) return { state: before, effects };
  const aside = turn === null || isAsked ? postponed : [turn.entry.key, ...postponed];
  return {
    state: { ...before, postponed: aside, asked: number, begun, turn: again, phase: { name: 'asking' } },
    effects,
  };
};
