import type { SessionState, SessionWorld } from './state.ts';

/** Puts an item that is on a learning step back in line; only a review asks it again. */
export const requeue = (world: SessionWorld, state: SessionState, key: string): SessionState => {
  if (state.plan.mode !== 'review' || state.plan.exam !== undefined) return state;
  const others = state.learning.filter(item => item.key !== key);
  const item = world.progress.items.get(key);
  if (item === undefined || item.state === null || item.state === 'review') {
    return { ...state, learning: others };
  }
  const learning = [...others, { key, dueAt: item.dueAt }].sort((a, b) => a.dueAt - b.dueAt);
  return { ...state, learning };
};
