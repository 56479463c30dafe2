/**
 * What the keys of a session do: a state and a key give another state, and what is to be done. What an answer does to
 * the session is the session's own reducer's; this asks it by `send`.
 */
import type { SessionState } from '../../../core/session/state.ts';
import type { Action } from '../../keys/key-table.ts';
import { draftLine, typeDraft } from '../../models/answer-draft.ts';
import { scrollBy } from '../../models/list.ts';
import { scrolledBy } from '../../models/cursor.ts';
import { EMPTY_FIELD, fieldText } from '../../models/text-field.ts';
import { say, step } from '../../shell/effects.ts';
import { pressItem } from './press-item.ts';
import {
  closeUppermost,
  end,
  listAll,
  lookBy,
  pressAnswers,
  pressEnd,
  pressLooked,
  redo,
} from './press-over.ts';
import type { KeyFacts, SessionScreenStep } from './session-facts.ts';
import type { SessionScreenState } from './session-state.ts';
import { answeringOf, layerOf, lookedAt, viewOf, withAnswering, withView } from './session-state.ts';
import { typedCommand } from './typed-command.ts';

/** A line in a field that is a command rather than an answer; `null`: it is none. */
const pressTyped = (state: SessionScreenState, facts: KeyFacts): SessionScreenStep | null => {
  const { turn } = facts.session;
  const made = answeringOf(state, turn);
  if (made?.draft.kind !== 'typed') return null;
  const typed = typedCommand(draftLine(made.draft));
  if (typed.is === 'answer') return null;
  if (typed.is === 'unknown') {
    const { word } = typed;
    return step(state, say(`:? lists the commands; :${word} is none; \\:${word} is an answer`, 'bad'));
  }
  const emptied = withAnswering(state, turn, { draft: { kind: 'typed', field: EMPTY_FIELD } });
  return typed.action === 'help'
    ? step(withAnswering(emptied, turn, { mode: 'commands' }), { type: 'help' })
    : press(emptied, typed.action, '', facts);
};

/** A key that does the same wherever one is in a session; `null`: it is none. */
const pressAnywhere = (
  state: SessionScreenState,
  action: Action,
  key: string,
  facts: KeyFacts,
): SessionScreenStep | null => {
  const { turn } = facts.session;
  switch (action) {
    case 'undo':
      return step(state, { type: 'send', input: { type: 'undo' } });
    case 'end':
    case 'finish':
      return end(state, facts);
    case 'back':
      // Escape never leaves the program.
      return step(state, key === 'esc' && facts.below === null ? say('q leaves') : { type: 'back' });
    case 'redo':
      return redo(state);
    case 'all':
      return listAll(state);
    case 'look-back':
      return lookBy(state, -1, facts.session);
    case 'close':
      return step(closeUppermost(state));
    case 'go-on': {
      const waiting = [...(turn === null ? [] : [turn.entry]), ...facts.session.learning];
      const shown = { ...closeUppermost(state), hurried: new Set(waiting.map(item => item.key)) };
      // Its time begins when it is seen.
      return turn === null
        ? step(shown)
        : step(shown, { type: 'send', input: { type: 'reloaded', key: turn.entry.key } });
    }
    default:
      return null;
  }
};

const scroll = (state: SessionScreenState, by: number): SessionScreenState =>
  withView(state, { top: scrollBy({ top: viewOf(state).top, ...state.seen }, by), follows: 'learner' });

/**
 * The state after a key, and what it asks for.
 * @param key its name, for those that stand for a number
 */
export const press = (
  state: SessionScreenState,
  action: Action,
  key: string,
  facts: KeyFacts,
): SessionScreenStep => {
  if (state.isReading) return step(state, say('The course is being reloaded'));
  const anywhere = pressAnywhere(state, action, key, facts);
  if (anywhere !== null) return anywhere;
  const top = layerOf(state);
  if (top?.is === 'end') return pressEnd(state, top, action, facts);
  if (top?.is === 'answers') return pressAnswers(state, top, action);
  const by = scrolledBy(action, state.seen.rows);
  if (by !== null) return step(scroll(state, by));
  const looked = lookedAt(state);
  if (looked !== null) return pressLooked(state, looked, action, key, facts);
  const { turn, phase } = facts.session;
  if (top !== null || turn === null || phase.name === 'ended') return step(state);
  const typed = action === 'answer' ? pressTyped(state, facts) : null;
  return typed ?? pressItem(state, turn, action, key, facts);
};

/** The state after text was typed or pasted. */
export const typeText = (
  state: SessionScreenState,
  text: string,
  { turn }: Pick<SessionState, 'turn'>,
): SessionScreenStep => {
  const made = answeringOf(state, turn);
  if (made === null || state.isReading || state.layers.length > 0) return step(state);
  // Nobody begins an answer with a question mark; what one means by it is the keys.
  if (text === '?' && made.draft.kind === 'typed' && fieldText(made.draft.field) === '')
    return step(state, { type: 'help' });
  const draft = typeDraft(made.draft, text);
  return step(withView(withAnswering(state, turn, { draft }), { follows: 'focus' }));
};
