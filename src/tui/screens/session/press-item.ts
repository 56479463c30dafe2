/** What keys make of the item at hand: a card that is turned and rated, a question that is answered and explained. */
import type { CourseReader } from '../../../core/course/course.ts';
import type { Confidence } from '../../../core/journal/event.ts';
import { RATINGS } from '../../../core/journal/event.ts';
import type { Answer, Turn } from '../../../core/session/state.ts';
import type { LearnerInput } from '../../../app/session/run-session.ts';
import { notePlace } from '../../../text/question/question-lines.ts';
import { partCount } from '../../components/question/explanation.ts';
import type { Action } from '../../keys/key-table.ts';
import { draftLine, makeDraft, missingFrom, pressDraft, wrongNumber } from '../../models/answer-draft.ts';
import type { HostEffect } from '../../shell/effects.ts';
import { open, say, step } from '../../shell/effects.ts';
import { calculatorOf } from './calculator-of.ts';
import type { KeyFacts, SessionScreenEffect, SessionScreenStep } from './session-facts.ts';
import type { SessionScreenState } from './session-state.ts';
import { answeringOf, viewOf, withAnswering, withView } from './session-state.ts';

/** A mark that is set on an item, or taken back. */
type Mark = 'flag' | 'bury' | 'suspend';

const send = (input: LearnerInput): SessionScreenEffect => ({ type: 'send', input });

/** Marks an item; without one the item at hand. */
export const markOf = (mark: Mark, item?: string): SessionScreenEffect => {
  const about = item === undefined ? {} : { item };
  return send(mark === 'flag' ? { type: 'flag', note: '', ...about } : { type: mark, ...about });
};

/** Opens the note that explains an item. */
export const openNote = (place: Pick<Answer, 'topic' | 'section'>): HostEffect =>
  open({ to: 'notes', place: notePlace(place) });

/** Opens the calculator that works a question out. */
export const openCalculator = (turn: Turn, course: Pick<CourseReader, 'item' | 'topics'>): HostEffect => {
  const calculator = calculatorOf(turn, course);
  return calculator === null ? say('No calculator works this out') : open(calculator);
};

/** Opens the file of an item. */
export const editOf = (item: string, isAsked: boolean): SessionScreenEffect => ({
  type: 'edit',
  item,
  isAsked,
});

/** Opens or folds the reason of a part. */
export const toggleReason = (state: SessionScreenState, key: string): SessionScreenStep => {
  const { turn, opened: before } = viewOf(state);
  const number = Number(key);
  const parts = turn?.shown.type === 'question' ? partCount(turn.shown.shown) : 0;
  if (number > parts) return step(state, say(parts === 0 ? 'It has no options' : `Choose 1 to ${parts}`));
  if (!state.seen.folded.includes(number) && !before.has(number))
    return step(state, say('Its reason is shown already'));
  const opened = new Set(before);
  if (!opened.delete(number)) opened.add(number);
  return step(withView(state, { opened }));
};

/** Gives what was made as the answer. */
const judge = (state: SessionScreenState, turn: Turn, confidence?: Confidence): SessionScreenStep => {
  const made = answeringOf(state, turn);
  if (made === null) return step(state);
  const line = draftLine(made.draft);
  return step(
    withAnswering(state, turn, { mode: 'answering' }),
    send({
      type: 'answer',
      // A backslash before a leading colon only says that the line is no command.
      line: made.draft.kind === 'typed' && line.startsWith('\\:') ? line.slice(1) : line,
      ...(confidence === undefined ? {} : { confidence }),
    }),
  );
};

/** Answers with what was made, once nothing is missing from it. */
const answer = (
  state: SessionScreenState,
  turn: Turn,
  { asksConfidence }: Pick<KeyFacts, 'asksConfidence'>,
): SessionScreenStep => {
  const made = answeringOf(state, turn);
  if (made === null || turn.shown.type !== 'question') return step(state);
  const missing = missingFrom(made.draft, turn.shown.shown);
  if (missing !== null) return step(state, say(missing, 'bad'));
  if (!asksConfidence || turn.unsure) return judge(state, turn);
  return step(withView(withAnswering(state, turn, { mode: 'confidence' }), { follows: 'focus' }));
};

/** Strikes the option at the pointer out, or takes that back. */
const strike = (state: SessionScreenState, turn: Turn): SessionScreenStep => {
  const made = answeringOf(state, turn);
  if (made?.draft.kind !== 'choice') return step(state);
  const struck = new Set(made.struck);
  if (!struck.delete(made.draft.cursor)) struck.add(made.draft.cursor);
  return step(withView(withAnswering(state, turn, { struck }), { follows: 'focus' }));
};

/** A key that works on the answer. */
const work = (
  state: SessionScreenState,
  turn: Turn,
  action: Action,
  key: string,
  { session }: Pick<KeyFacts, 'session'>,
): SessionScreenStep => {
  const made = answeringOf(state, turn);
  if (made === null || session.phase.name !== 'asking') return step(state);
  const wrong = action === 'choose' ? wrongNumber(made.draft, key) : null;
  if (wrong !== null) return step(state, say(wrong, 'bad'));
  const draft = pressDraft(made.draft, action, key);
  return step(withView(withAnswering(state, turn, { draft }), { follows: 'focus' }));
};

/** A key at the item at hand. A typed answer is none that begins with a colon: that is a command, and dealt with before. */
export const pressItem = (
  state: SessionScreenState,
  turn: Turn,
  action: Action,
  key: string,
  facts: KeyFacts,
): SessionScreenStep => {
  const mode = answeringOf(state, turn)?.mode ?? 'answering';
  switch (action) {
    case 'reveal':
    case 'next':
    case 'skip':
      return step(state, send({ type: action }));
    case 'unknown':
      return step(state, send({ type: 'reveal' }), send({ type: 'rate', rating: 'again' }));
    case 'rate':
      return step(state, send({ type: 'rate', rating: RATINGS[Number(key) - 1] ?? 'good' }));
    case 'good':
      return step(state, send({ type: 'rate', rating: 'good' }));
    case 'answer':
      return answer(state, turn, facts);
    case 'sure':
      return judge(state, turn, 'sure');
    case 'unsure':
      return mode === 'confidence' ? judge(state, turn, 'unsure') : step(state, send({ type: 'unsure' }));
    case 'commands':
      return step(withAnswering(state, turn, { mode: mode === 'answering' ? 'commands' : 'answering' }));
    case 'flag':
    case 'bury':
    case 'suspend':
      return step(state, markOf(action));
    case 'note':
      return step(state, openNote(turn.entry));
    case 'calculator':
      return step(state, openCalculator(turn, facts.course));
    case 'view':
      return step(withView(state, { all: !state.view.all, top: 0, follows: 'learner' }));
    case 'reason':
      return toggleReason(state, key);
    case 'edit':
      return step(state, editOf(turn.entry.key, true));
    case 'strike':
      return strike(state, turn);
    case 'clear':
      return step(
        turn.shown.type === 'question'
          ? withAnswering(state, turn, { draft: makeDraft(turn.shown.shown) })
          : state,
        say('Answer cleared'),
      );
    default:
      return work(state, turn, action, key, facts);
  }
};
