/** The screen of a session at one moment, beside the session itself: what is being answered, what is seen, what lies over it. */
import { isPlacement } from '../../../core/session/choices.ts';
import type { Answer, SessionState, Shown, Turn } from '../../../core/session/state.ts';
import type { ContextName } from '../../keys/key-table.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import { makeDraft } from '../../models/answer-draft.ts';
import type { Looked } from './history.ts';

/** What stands on the screen for one item in one phase; a new one begins at the top again. */
export interface AskedView {
  readonly turn: Turn | null;
  readonly phase: string;
  readonly top: number;
  /** What decides what is seen: the beginning, what the learner is working on, or where they scrolled to. */
  readonly follows: 'beginning' | 'focus' | 'learner';
  /** Reasons that were opened, and whether everything is shown. */
  readonly opened: ReadonlySet<number>;
  readonly all: boolean;
}

/** What lies over the item at hand. */
export type Layer =
  | { readonly is: 'back'; readonly answer: Answer; readonly view: AskedView }
  | { readonly is: 'answers'; readonly chosen: number; readonly top: number }
  | { readonly is: 'end'; readonly chosen: number; readonly top: number }
  /** Nothing is left but what comes back in a few minutes. */
  | { readonly is: 'wait' };

/** How one question is being answered. */
interface Answering {
  /** The question as it is put: another one is answered anew. */
  readonly shown: Shown | null;
  readonly draft: AnswerDraft;
  /** Places of options that are struck out: for oneself, and nowhere recorded. */
  readonly struck: ReadonlySet<number>;
  /** Which keys it listens to: its own, or those of a question asked about it. */
  readonly mode: 'answering' | 'commands' | 'confidence';
}

/** What was drawn last. */
interface Seen {
  /** Lines there was room for. */
  readonly rows: number;
  /** Lines there were. */
  readonly length: number;
  /** Numbers of the parts whose reason is folded. */
  readonly folded: readonly number[];
}

/** What a session's screen knows beside the session. */
export interface SessionScreenState {
  /** The question that was asked last; `null`: none was yet. */
  readonly answering: Answering | null;
  readonly view: AskedView;
  /** The uppermost last. */
  readonly layers: readonly Layer[];
  readonly history: readonly Looked[];
  /** Keys of items that are shown before their time, for the learner has asked for them; until they are answered. */
  readonly hurried: ReadonlySet<string>;
  /** The course is being read anew after an edit: until then keys would act on what is about to change. */
  readonly isReading: boolean;
  /** Minutes that are left; they only go down. */
  readonly minutes: number;
  readonly seen: Seen;
}

/** The view of an item that has just been put. */
export const newView = (turn: Turn | null, phase: string): AskedView => ({
  turn,
  phase,
  top: 0,
  follows: 'beginning',
  opened: new Set(),
  all: false,
});

/** A session whose first item was not looked at yet. */
export const FRESH: SessionScreenState = {
  answering: null,
  view: newView(null, ''),
  layers: [],
  history: [],
  hurried: new Set(),
  isReading: false,
  minutes: Infinity,
  seen: { rows: 1, length: 1, folded: [] },
};

/** What lies uppermost; `null`: nothing lies over the item. */
export const layerOf = ({ layers }: SessionScreenState): Layer | null => layers.at(-1) ?? null;

/** The answer that is looked back at; `null`: none is. */
export const lookedAt = (state: SessionScreenState): Looked | null => {
  const top = layerOf(state);
  return top?.is === 'back' ? (state.history.find(({ answer }) => answer === top.answer) ?? null) : null;
};

/** How the question at hand is being answered; `null` where none is at hand. */
export const answeringOf = ({ answering }: SessionScreenState, turn: Turn | null): Answering | null => {
  if (turn?.shown.type !== 'question') return null;
  return answering?.shown === turn.shown
    ? answering
    : { shown: turn.shown, draft: makeDraft(turn.shown.shown), struck: new Set(), mode: 'answering' };
};

/** Changes how the question at hand is being answered. */
export const withAnswering = (
  state: SessionScreenState,
  turn: Turn | null,
  change: Partial<Omit<Answering, 'shown'>>,
): SessionScreenState => {
  const now = answeringOf(state, turn);
  return now === null ? state : { ...state, answering: { ...now, ...change } };
};

/** The view of what is looked at: of an answer that is looked back at, else of the item at hand. */
export const viewOf = (state: SessionScreenState): AskedView => {
  const top = layerOf(state);
  return top?.is === 'back' ? top.view : state.view;
};

/** Changes the view of what is looked at. */
export const withView = (state: SessionScreenState, change: Partial<AskedView>): SessionScreenState => {
  const top = layerOf(state);
  return top?.is === 'back'
    ? { ...state, layers: [...state.layers.slice(0, -1), { ...top, view: { ...top.view, ...change } }] }
    : { ...state, view: { ...state.view, ...change } };
};

/** Puts the pointer of the list that lies uppermost on a row, and what is seen of it to a line. */
export const withRow = (
  state: SessionScreenState,
  change: { readonly chosen?: number; readonly top?: number },
): SessionScreenState => {
  const top = layerOf(state);
  return top?.is === 'end' || top?.is === 'answers'
    ? { ...state, layers: [...state.layers.slice(0, -1), { ...top, ...change }] }
    : state;
};

/** The line that what is seen begins with. */
export const topOf = (state: SessionScreenState): number => {
  const top = layerOf(state);
  switch (top?.is) {
    case 'end':
    case 'answers':
      return top.top;
    case 'wait':
      return 0;
    default:
      return viewOf(state).top;
  }
};

/** Whether an answer stands on the screen: it may be read about and written on. */
export const isAnswered = ({ phase }: SessionState): boolean =>
  phase.name === 'feedback' || phase.name === 'revealed';

/** The keys in force. */
export const contextOf = (state: SessionScreenState, { turn, phase, plan }: SessionState): ContextName => {
  switch (layerOf(state)?.is) {
    case 'back':
      return lookedAt(state)?.turn.shown.type === 'card' ? 'look-back-card' : 'look-back';
    case 'answers':
      return 'session-answers';
    case 'end':
      return 'session-summary';
    case 'wait':
      return 'session-wait';
    default:
  }
  if (turn === null || phase.name === 'ended') return 'session-summary';
  if (turn.shown.type === 'card') {
    if (phase.name === 'revealed') return 'card-revealed';
    return isPlacement(plan) ? 'placement-card' : 'card-asking';
  }
  if (phase.name === 'feedback') return 'feedback';
  const { draft, mode } = answeringOf(state, turn) ?? {};
  if (mode === 'confidence') return 'confidence';
  if (draft === undefined || draft.kind === 'choice') {
    if (draft?.words === 'truth') return 'truth';
    return draft?.mode === 'many' ? 'choices' : 'choice';
  }
  return draft.kind === 'typed' && mode === 'commands' ? 'typed-commands' : draft.kind;
};
