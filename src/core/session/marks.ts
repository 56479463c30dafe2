/** Flags, buries and suspends the item at hand, or one that was answered before, or takes that back. */
import type { Moment } from '../base/civil-day.ts';
import { advance } from './advance.ts';
import type { PendingAct, SessionInput, SessionState, SessionStep, SessionWorld } from './state.ts';
import { save, tell } from './state.ts';

type Marking = Extract<SessionInput, { readonly type: 'flag' | 'bury' | 'suspend' }>;

/** Asks to record a mark. One that holds already is taken back; a flag with a note always holds. */
export const mark = (
  world: SessionWorld,
  state: SessionState,
  input: Marking,
  moment: Moment,
): SessionStep => {
  const item = input.item ?? state.turn?.entry.key;
  if (item === undefined) return { state, effects: [] };
  const now = world.progress.items.get(item);
  const isAsked = input.item === undefined || input.item === state.turn?.entry.key;
  switch (input.type) {
    case 'flag': {
      const value = input.note !== '' || !(now?.flagged ?? false);
      const body = { type: 'flagged', items: [item], value, note: input.note } as const;
      return save(state, { kind: 'flagged', item, value }, body);
    }
    case 'bury': {
      const value = now?.buriedDay !== moment.day;
      const body = { type: 'buried', items: [item], day: moment.day, value } as const;
      return save(state, { kind: 'buried', item, value, isAsked }, body);
    }
    case 'suspend': {
      const value = !(now?.suspended ?? false);
      return save(
        state,
        { kind: 'suspended', item, value, isAsked },
        { type: 'suspended', items: [item], value },
      );
    }
  }
};

/** A mark is on the disk. Whoever sets the item at hand aside goes on to the next. */
export const finishMark = (
  world: SessionWorld,
  before: SessionState,
  act: Extract<PendingAct, { readonly kind: 'flagged' | 'buried' | 'suspended' }>,
  id: string,
  moment: Moment,
): SessionStep => {
  const { item, value } = act;
  const state: SessionState = { ...before, past: { state: before, item, event: id } };
  if (act.kind === 'flagged') return { state, effects: [tell({ type: 'flagged', item, value })] };
  const notice = tell(value ? { type: act.kind, item } : { type: act.kind, item, value: false });
  const isOver = state.phase.name === 'ended' || state.turn === null;
  if (!value || !act.isAsked || isOver) return { state, effects: [notice] };
  const step = advance(world, state, moment);
  return { state: step.state, effects: [notice, ...step.effects] };
};
