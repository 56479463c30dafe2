/** The screen of a running exam at one moment, beside the sitting itself: what is being made, what is seen. */
import type { Failure } from '../../../core/base/failure.ts';
import type { PaperQuestion } from '../../../core/journal/paper.ts';
import type { QuestionRecord, Sitting } from '../../../core/exam/sitting.ts';
import type { ExamInput } from '../../../core/exam/state.ts';
import type { ContextName } from '../../keys/key-table.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import type { HostEffect, Step } from '../../shell/effects.ts';
import { draftOf } from './exam-draft.ts';
import type { GridView } from './exam-lines.ts';
import type { Undoable } from './undo-stack.ts';

/** What an exam's screen knows beside the sitting. */
export interface ExamScreenState {
  /** `all`: every question is seen; `commands`: letters are keys although an answer is typed. */
  readonly mode: 'question' | 'commands' | 'all';
  /** The question at the pointer among all, from 0. */
  readonly chosen: number;
  /** Digits of a number that is being typed there. */
  readonly typed: string;
  /** Which questions are looked at there. */
  readonly view: GridView;
  /** Answers that are being made and not on the disk yet, by question. Options are on the disk at once. */
  readonly drafts: ReadonlyMap<string, AnswerDraft>;
  /** The option at the pointer, by question. */
  readonly pointers: ReadonlyMap<string, number>;
  /** Order and pairs that were worked on: what was only looked at is no answer. */
  readonly touched: ReadonlySet<string>;
  /** What can be taken back, the newest last. */
  readonly done: readonly Undoable[];
  readonly top: number;
  /** What decides what is seen: the beginning, what the learner is working on, or where they scrolled to. */
  readonly follows: 'beginning' | 'focus' | 'learner';
  /** What was drawn last: lines there was room for, and lines there were. */
  readonly seen: { readonly rows: number; readonly length: number };
}

/** An exam at its question of this number, from 0. */
export const freshExam = (position: number): ExamScreenState => ({
  mode: 'question',
  chosen: position,
  typed: '',
  view: 'all',
  drafts: new Map(),
  pointers: new Map(),
  touched: new Set(),
  done: [],
  top: 0,
  follows: 'beginning',
  seen: { rows: 1, length: 1 },
});

/** What a key looks at beside the state. */
export interface ExamFacts {
  readonly sitting: Sitting;
  /** The learner asked to end, and has not said yes yet. */
  readonly asking: boolean;
  /** Milliseconds left. */
  readonly left: number;
  /** Why the last record is not on the disk; `null`: all are. */
  readonly failure: Failure | null;
  /** Cells of a line. */
  readonly columns: number;
}

/** What comes after something that has to be on the disk first: it looks at what has become of that. */
export type Then =
  | { readonly is: 'go'; readonly input: ExamInput }
  /** To the next question; `saved`: only if nothing of this one is left to be put on the disk. */
  | { readonly is: 'advance'; readonly if: 'saved' | 'always' }
  /** Says so where the answer that was left is no answer yet. `number`: of its question, from 1. */
  | { readonly is: 'complain'; readonly item: string; readonly number: number }
  /** Shows all questions. */
  | { readonly is: 'list' }
  /** Puts the pointer among all on a row. */
  | { readonly is: 'point-at'; readonly row: number }
  | { readonly is: 'leave' }
  | { readonly is: 'undone'; readonly number: number };

/** What a key asks for. */
export type ExamScreenEffect =
  | HostEffect
  /**
   * Goes to the sitting, which records what is to be recorded. `why`: what can be undone depends on it. `at`: number of
   * the question it is meant for, from 1; at another one it is left out.
   */
  | {
      readonly type: 'send';
      readonly input: ExamInput;
      readonly why: 'key' | 'keep' | 'undo';
      readonly at?: number;
    }
  /** Puts what was made at the question at hand on the disk. */
  | { readonly type: 'keep' }
  | { readonly type: 'then'; readonly does: Then }
  /** It has ended: its report comes. */
  | { readonly type: 'over' }
  /** As if it had not been started. */
  | { readonly type: 'abandon' }
  /** Reads what the text of a question needs. */
  | { readonly type: 'prepare'; readonly question: PaperQuestion };

/** The next state and what is to be done. */
export type ExamScreenStep = Step<ExamScreenState, ExamScreenEffect>;

/** What a key sends. */
export const send = (input: ExamInput, at?: number): ExamScreenEffect => ({
  type: 'send',
  input,
  why: 'key',
  ...(at === undefined ? {} : { at }),
});

/** What comes once all before it is done. */
export const afterwards = (does: Then): ExamScreenEffect => ({ type: 'then', does });

/** The question at hand, and how it stands. @throws RangeError for a paper without questions */
export const questionAt = (
  { paper, records, position }: Sitting,
  at = position,
): { readonly question: PaperQuestion; readonly record: QuestionRecord } => {
  const [question, record] = [paper.questions[at], records[at]];
  if (question === undefined || record === undefined) throw new RangeError('A paper without questions');
  return { question, record };
};

/** The answer to the question at hand as it is shown: what is being made, else what stands. */
export const draftNow = ({ drafts, pointers }: ExamScreenState, sitting: Sitting): AnswerDraft => {
  const { question, record } = questionAt(sitting);
  const made = drafts.get(question.item) ?? draftOf(question, record.response);
  return made.kind === 'choice' ? { ...made, cursor: pointers.get(question.item) ?? made.cursor } : made;
};

/** What was made at a question and can be an answer; `undefined` where it was only looked at. */
export const madeAt = ({ drafts, touched }: ExamScreenState, item: string): AnswerDraft | undefined => {
  const draft = drafts.get(item);
  return draft?.kind === 'typed' || touched.has(item) ? draft : undefined;
};

/** What is seen of an exam. */
export const viewOf = (
  { mode }: Pick<ExamScreenState, 'mode'>,
  { sitting, asking }: Pick<ExamFacts, 'sitting' | 'asking'>,
): 'question' | 'all' | 'asking' | 'paused' =>
  asking ? 'asking' : sitting.phase === 'paused' ? 'paused' : mode === 'all' ? 'all' : 'question';

/** The keys in force. */
export const contextOf = (
  state: ExamScreenState,
  facts: Pick<ExamFacts, 'sitting' | 'asking'>,
): ContextName => {
  const view = viewOf(state, facts);
  if (view !== 'question') return view === 'all' ? 'exam-grid' : `exam-${view}`;
  const { kind } = draftNow(state, facts.sitting);
  return kind === 'typed' ? (state.mode === 'commands' ? 'exam-commands' : 'exam-typed') : `exam-${kind}`;
};

/** A map with another entry. */
export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value);

/** The state without what was made at a question. */
export const withoutDraft = (state: ExamScreenState, item: string): ExamScreenState => {
  const [drafts, touched] = [new Map(state.drafts), new Set(state.touched)];
  drafts.delete(item);
  touched.delete(item);
  return { ...state, drafts, touched };
};

/** What is seen begins at its first line, or follows what is worked on. */
export const fromTop = (state: ExamScreenState, follows: ExamScreenState['follows']): ExamScreenState => ({
  ...state,
  top: 0,
  follows,
});
