/** The rows at the end of a session: what can be started from there, and each answer that was wrong. */
import type { Looked } from './history.ts';
import { wrongOnes } from './history.ts';

/** What can be started from here, and what each answer that was wrong leads to. */
export type EndRow =
  | { readonly is: 'action'; readonly title: string; readonly about: string; readonly does: EndAction }
  | { readonly is: 'wrong'; readonly looked: Looked; readonly times: number };

/** What can be done at the end of a session. */
export type EndAction = 'resume' | 'next' | 'redo' | 'leave';

interface EndRowParts {
  readonly history: readonly Looked[];
  /** Nothing is left to ask: one cannot go back to it. */
  readonly isOver: boolean;
  /** What is sensible next; `null`: nothing is, or it is not over. */
  readonly next: { readonly title: string; readonly about: string } | null;
  /** What leaving is called. */
  readonly leave: string;
  /** What one was sure of comes first. */
  readonly asksConfidence: boolean;
  /** Answers that count. */
  readonly answers: number;
}

/** The rows of the end of a session. */
export const makeEndRows = (parts: EndRowParts): readonly EndRow[] => {
  const { history, isOver, next, asksConfidence, answers } = parts;
  const wrong = wrongOnes(history);
  const leave: EndRow = { is: 'action', title: parts.leave, about: '', does: 'leave' };
  const isDone = next === null && isOver;
  const actions: readonly EndRow[] = [
    ...(isOver ? [] : [{ is: 'action', title: 'Go back', about: 'to the session', does: 'resume' } as const]),
    ...(next === null ? [] : [{ is: 'action', title: next.title, about: next.about, does: 'next' } as const]),
    ...(isDone ? [leave] : []),
    ...(wrong.length === 0
      ? []
      : [
          {
            is: 'action',
            title: 'Redo',
            about: wrong.length === 1 ? 'the one that was wrong' : `the ${wrong.length} wrong ones`,
            does: 'redo',
          } as const,
        ]),
    ...(isDone ? [] : [leave]),
  ];
  const sure = wrong.filter(({ looked }) => looked.answer.sure);
  const others = wrong.filter(({ looked }) => !looked.answer.sure);
  const listed = asksConfidence ? [...sure, ...others] : wrong;
  return answers === 0 ? actions : [...actions, ...listed.map(each => ({ is: 'wrong', ...each }) as const)];
};
