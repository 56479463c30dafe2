/** What was answered in this session, as it can be looked back at. Nothing of it is on the disk twice. */
import type { Graded } from '../../../core/question/grade.ts';
import type { Answer, SessionNotice, SessionState, Turn } from '../../../core/session/state.ts';
import { listAnswers } from '../../../core/session/state.ts';
import type { Category } from './session-counts.ts';

/** An answer of this session that one can look back at. */
export interface Looked {
  readonly answer: Answer;
  /** As it was put. */
  readonly turn: Turn;
  /** `null` for a card. */
  readonly graded: Graded | null;
  /** When it was answered, ms UTC. */
  readonly at: number;
  /** What it was when it was put. */
  readonly category: Category;
}

/** What stood on the screen when the answer was given. */
export interface Before {
  readonly turn: Turn | null;
  readonly category: Category;
  /** ms UTC. */
  readonly at: number;
}

/**
 * The history after an input has had its effects: answers come in, those that were undone go.
 * @param changed the answer whose rating was changed; `null`: another input
 */
export const followHistory = (
  history: readonly Looked[],
  { turn, category, at }: Before,
  notices: readonly SessionNotice[],
  state: SessionState,
  changed: Answer | null,
): readonly Looked[] => {
  const saved = notices.find(notice => notice.type === 'saved')?.answer;
  const graded = notices.find(notice => notice.type === 'graded')?.graded ?? null;
  const answers = listAnswers(state.answers);
  const renewed =
    changed === null || saved === undefined
      ? history
      : history.map(looked => (looked.answer === changed ? { ...looked, answer: saved } : looked));
  const stands = renewed.filter(looked => answers.includes(looked.answer));
  if (changed !== null || saved === undefined || turn === null || !answers.includes(saved)) return stands;
  return [...stands, { answer: saved, turn, graded, at, category }];
};

/** Items that were wrong at their last answer, each once, with how often they were wrong; the first one first. */
export const wrongOnes = (
  history: readonly Looked[],
): readonly { readonly looked: Looked; readonly times: number }[] => {
  const byItem = new Map<string, { looked: Looked; times: number; last: boolean }>();
  for (const looked of history) {
    const { item, rating } = looked.answer;
    const times = (byItem.get(item)?.times ?? 0) + (rating === 'again' ? 1 : 0);
    byItem.set(item, { looked, times, last: rating === 'again' });
  }
  return [...byItem.values()].filter(({ times }) => times > 0);
};
