/** What keys make of what lies over the item at hand: an answer looked back at, all answers, the end. */
import { RATINGS } from '../../../core/journal/event.ts';
import type { SessionState } from '../../../core/session/state.ts';
import type { Action } from '../../keys/key-table.ts';
import { cursorAfter } from '../../models/cursor.ts';
import { say, step } from '../../shell/effects.ts';
import type { EndAction } from './end-rows.ts';
import type { Looked } from './history.ts';
import { wrongOnes } from './history.ts';
import { editOf, markOf, openCalculator, openNote, toggleReason } from './press-item.ts';
import type { KeyFacts, SessionScreenStep } from './session-facts.ts';
import type { Layer, SessionScreenState } from './session-state.ts';
import { lookedAt, newView, viewOf, withRow, withView } from './session-state.ts';

/** Lays something over what is seen. */
const over = (state: SessionScreenState, layer: Layer): SessionScreenState => ({
  ...state,
  layers: [...state.layers, layer],
});

/** Looks back at an answer, in place of another. */
const lookAt = (state: SessionScreenState, { answer, turn }: Looked): SessionScreenState =>
  over(
    { ...state, layers: state.layers.filter(({ is }) => is !== 'back') },
    { is: 'back', answer, view: newView(turn, 'back') },
  );

/** Takes what lies uppermost away. */
export const closeUppermost = (state: SessionScreenState): SessionScreenState => ({
  ...state,
  layers: state.layers.slice(0, -1),
});

/** Back from the end to the item at hand. */
const resume = (state: SessionScreenState): SessionScreenState => ({
  ...state,
  layers: state.layers.filter(({ is }) => is !== 'end'),
});

/** Looks at the answer that is `by` further on from the one looked at, or from the item at hand. */
export const lookBy = (
  state: SessionScreenState,
  by: number,
  { turn, phase }: SessionState,
): SessionScreenStep => {
  const { history } = state;
  const here = lookedAt(state);
  // The answer whose explanation is on the screen is not looked back at.
  const isShown = here === null && phase.name === 'feedback' && history.at(-1)?.turn.shown === turn?.shown;
  const from = here === null ? history.length - (isShown ? 1 : 0) : history.indexOf(here);
  const next = history[from + by];
  if (next !== undefined) return step(lookAt(state, next));
  if (by > 0) return step(closeUppermost(state));
  return step(
    state,
    say(history.length === 0 ? 'Nothing was answered yet' : 'This is the first answer of the session'),
  );
};

/** All answers, the last one chosen. */
export const listAll = (state: SessionScreenState): SessionScreenStep =>
  state.history.length === 0
    ? step(state, say('Nothing was answered yet'))
    : step(over(state, { is: 'answers', chosen: state.history.length - 1, top: 0 }));

/** To the end page: nothing is over yet, and `p` goes on where one was. */
export const end = (state: SessionScreenState, { failure }: Pick<KeyFacts, 'failure'>): SessionScreenStep =>
  failure === null
    ? step(
        over(
          { ...state, layers: state.layers.filter(({ is }) => is !== 'wait') },
          { is: 'end', chosen: 0, top: 0 },
        ),
        { type: 'sum-up' },
      )
    : step(state, { type: 'fail', error: failure });

/** What was wrong, once more. */
export const redo = (state: SessionScreenState): SessionScreenStep => {
  const wrong = wrongOnes(state.history);
  return wrong.length === 0
    ? step(state, say('Nothing was wrong'))
    : step(state, { type: 'redo', items: wrong.map(({ looked }) => looked.answer.item) });
};

/** Moves the pointer of a list; any other key does nothing. */
const move = (
  state: SessionScreenState,
  { chosen: cursor }: { readonly chosen: number },
  length: number,
  action: Action,
): SessionScreenStep => {
  const chosen = cursorAfter(action, { cursor, length, page: state.seen.rows });
  return step(chosen === null ? state : withRow(state, { chosen }));
};

/** What the rows of the end page do. */
const DOES: Readonly<Record<EndAction, (state: SessionScreenState) => SessionScreenStep>> = {
  resume: state => step(resume(state)),
  next: state => step(state, { type: 'continue' }),
  redo,
  leave: state => step(state, { type: 'back' }),
};

/** A key at the end page. */
export const pressEnd = (
  state: SessionScreenState,
  at: Extract<Layer, { is: 'end' }>,
  action: Action,
  facts: KeyFacts,
): SessionScreenStep => {
  const rows = facts.endRows();
  const row = rows[at.chosen];
  const wrong = row?.is === 'wrong' ? row.looked : null;
  switch (action) {
    case 'resume-session':
      return facts.session.phase.name === 'ended' ? lookBy(state, -1, facts.session) : step(resume(state));
    case 'flag':
    case 'bury':
    case 'suspend':
    case 'note':
      if (wrong === null) return step(state, say('Choose one of the wrong ones first'));
      return step(state, action === 'note' ? openNote(wrong.turn.entry) : markOf(action, wrong.answer.item));
    case 'open':
      if (wrong !== null) return step(lookAt(state, wrong));
      return row?.is === 'action' ? DOES[row.does](state) : step(state);
    default:
      return move(state, at, rows.length, action);
  }
};

/** A key in the list of all answers. */
export const pressAnswers = (
  state: SessionScreenState,
  at: Extract<Layer, { is: 'answers' }>,
  action: Action,
): SessionScreenStep => {
  const looked = state.history[at.chosen];
  switch (action) {
    case 'open':
      return step(looked === undefined ? state : lookAt(state, looked));
    case 'flag':
    case 'bury':
    case 'suspend':
      return looked === undefined ? step(state) : step(state, markOf(action, looked.answer.item));
    default:
      return move(state, at, state.history.length, action);
  }
};

/** A key at an answer that is looked back at. */
export const pressLooked = (
  state: SessionScreenState,
  { turn, answer }: Looked,
  action: Action,
  key: string,
  facts: KeyFacts,
): SessionScreenStep => {
  switch (action) {
    case 'previous':
    case 'next':
      return lookBy(state, action === 'next' ? 1 : -1, facts.session);
    case 'rate': {
      const rating = RATINGS[Number(key) - 1] ?? 'good';
      return rating === answer.rating
        ? step(state, say(`It is rated ${rating} already`))
        : step(state, { type: 'send', input: { type: 'change-rating', answer, rating } });
    }
    case 'flag':
    case 'bury':
    case 'suspend':
      return step(state, markOf(action, answer.item));
    case 'note':
      return step(state, openNote(turn.entry));
    case 'calculator':
      return step(state, openCalculator(turn, facts.course));
    case 'view':
      return step(withView(state, { all: !viewOf(state).all, top: 0, follows: 'learner' }));
    case 'reason':
      return toggleReason(state, key);
    case 'edit':
      return step(state, editOf(answer.item, false));
    default:
      return step(state);
  }
};
