/**
 * What the keys of a running exam do: a state and a key give another state, and what is to be done. What an input does
 * to the sitting is the sitting's own reducer's; this asks it by `send`.
 */
import { countWord } from '../../../core/question/grade.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { Sitting } from '../../../core/exam/sitting.ts';
import { capital } from '../../../text/layout/columns.ts';
import type { Action } from '../../keys/key-table.ts';
import { draftLine, missingFrom, pressDraft, typeDraft, wrongNumber } from '../../models/answer-draft.ts';
import { scrollBy } from '../../models/list.ts';
import { scrolledBy } from '../../models/cursor.ts';
import { say, step } from '../../shell/effects.ts';
import { chosenPlaces } from './exam-draft.ts';
import type { ExamFacts, ExamScreenState, ExamScreenStep } from './exam-state.ts';
import {
  contextOf,
  draftNow,
  madeAt,
  questionAt,
  send,
  afterwards,
  withEntry,
  withoutDraft,
} from './exam-state.ts';
import { nextInView, pressGrid } from './press-grid.ts';
import { undoInputs } from './undo-stack.ts';

/** Chooses an option, or takes it back; one that is too many replaces the only one. */
const choose = (before: ExamScreenState, index: number, { sitting }: ExamFacts): ExamScreenStep => {
  const { question, record } = questionAt(sitting);
  const draft = draftNow(before, sitting);
  if (draft.kind !== 'choice' || index >= draft.options) return step(before);
  const state = { ...before, pointers: withEntry(before.pointers, question.item, index) };
  if (question.kind === 'true-false') {
    return step(
      state,
      send(
        draft.chosen.has(index)
          ? { type: 'clear' }
          : { type: 'answer', line: index === 0 ? 'true' : 'false' },
      ),
    );
  }
  const places = chosenPlaces(question, record.response);
  const without = places.filter(place => place !== index);
  const isTaken = without.length < places.length;
  const shown = presentedOf(question);
  if (shown.kind === 'multiple' && !isTaken && places.length >= shown.choose) {
    const numbers = places
      .map(place => place + 1)
      .sort((a, b) => a - b)
      .join(', ');
    const count = capital(countWord(places.length));
    const are = places.length === 1 ? 'is' : 'are';
    return step(state, say(`${count} ${are} chosen already: take one back first (${numbers})`, 'bad'));
  }
  const kept = isTaken ? without : question.kind === 'single' ? [index] : [...places, index];
  return step(
    state,
    send(kept.length === 0 ? { type: 'clear' } : { type: 'choose', options: kept.map(place => place + 1) }),
  );
};

/** Whether something was made at the question at hand that is not recorded yet, and what is missing from it. */
const madeHere = (
  state: ExamScreenState,
  sitting: Sitting,
): { readonly isMade: boolean; readonly missing: string | null } => {
  const { question } = questionAt(sitting);
  const made = madeAt(state, question.item);
  const isMade = made !== undefined && draftLine(made) !== '';
  return { isMade, missing: isMade ? missingFrom(made, presentedOf(question)) : null };
};

/** Whether an action does something in an exam now. */
export const offersInExam = (
  state: ExamScreenState,
  action: Action,
  { sitting, asking }: Pick<ExamFacts, 'sitting' | 'asking'>,
): boolean => {
  const { paper, records, position } = sitting;
  const isGrid = contextOf(state, { sitting, asking }) === 'exam-grid';
  switch (action) {
    case 'pause':
      return paper.practice;
    case 'up':
      return !isGrid || records.length > 1;
    case 'next':
      return isGrid ? nextInView(state, sitting, 1) !== null : position < records.length - 1;
    case 'answer': {
      const { isMade, missing } = madeHere(state, sitting);
      return missing === null && (isMade || position < records.length - 1);
    }
    default:
      return true;
  }
};

/** To the next question. What was not touched stays as it is: a key to go on answers nothing. */
const answer = (state: ExamScreenState, { sitting }: ExamFacts): ExamScreenStep => {
  const { isMade, missing } = madeHere(state, sitting);
  if (missing !== null) return step(state, say(missing, 'bad'));
  return step(state, { type: 'keep' }, afterwards({ is: 'advance', if: isMade ? 'saved' : 'always' }));
};

/** Takes the last act back, at its question. */
const undo = (before: ExamScreenState, { sitting }: ExamFacts): ExamScreenStep => {
  const last = before.done.at(-1);
  if (last === undefined) return step(before, say('There is nothing to undo'));
  const { number } = last;
  const { question, record } = questionAt(sitting, number - 1);
  const state = withoutDraft({ ...before, done: before.done.slice(0, -1) }, question.item);
  return step(
    state,
    ...(sitting.position === number - 1
      ? []
      : [{ type: 'send', input: { type: 'go', number }, why: 'undo' } as const]),
    ...undoInputs(question, record, last).map(
      input => ({ type: 'send', input, why: 'undo', at: number }) as const,
    ),
    afterwards({ is: 'undone', number }),
  );
};

/** A key that works on the answer. */
const work = (before: ExamScreenState, action: Action, key: string, facts: ExamFacts): ExamScreenStep => {
  const { question } = questionAt(facts.sitting);
  const { item } = question;
  const draft = draftNow(before, facts.sitting);
  const state: ExamScreenState = { ...before, follows: 'focus' };
  const wrong = action === 'choose' ? wrongNumber(draft, key) : null;
  if (wrong !== null) return step(state, say(wrong, 'bad'));
  if (draft.kind === 'choice') {
    if (action === 'choose') return choose(state, Number(key) - 1, facts);
    if (action === 'toggle') return choose(state, draft.cursor, facts);
    if (action === 'strike') return step(state, send({ type: 'strike', option: draft.cursor + 1 }));
    const pressed = pressDraft(draft, action, key);
    return step(
      pressed.kind === 'choice'
        ? { ...state, pointers: withEntry(state.pointers, item, pressed.cursor) }
        : state,
    );
  }
  const next = pressDraft(draft, action, key);
  const isChanged = draftLine(next) !== draftLine(draft) || action === 'toggle';
  return step({
    ...state,
    drafts: withEntry(state.drafts, item, next),
    touched: draft.kind !== 'typed' && isChanged ? new Set(state.touched).add(item) : state.touched,
  });
};

/** A key at the question at hand, or at what is asked before the end. */
const pressQuestion = (
  state: ExamScreenState,
  action: Action,
  key: string,
  facts: ExamFacts,
): ExamScreenStep => {
  switch (action) {
    case 'next':
    case 'previous':
      return step(state, { type: 'keep' }, afterwards({ is: 'go', input: { type: action } }));
    case 'flag':
    case 'unsure':
    case 'pause':
    case 'resume':
    case 'confirm':
    case 'decline':
      return step(state, send({ type: action }));
    case 'end':
      return step(state, { type: 'keep' }, send({ type: 'end' }));
    case 'clear': {
      const { item } = questionAt(facts.sitting).question;
      const pointers = new Map(state.pointers);
      pointers.delete(item);
      return step({ ...withoutDraft(state, item), pointers }, send({ type: 'clear' }));
    }
    case 'all':
      return step(state, { type: 'keep' }, afterwards({ is: 'list' }));
    case 'commands':
      return step({ ...state, mode: state.mode === 'question' ? 'commands' : 'question' });
    case 'leave':
      return step(state, { type: 'keep' }, afterwards({ is: 'leave' }));
    case 'stay':
      return step(state, say('q leaves the exam; you can resume it later'));
    case 'answer':
      return answer(state, facts);
    default: {
      const by = scrolledBy(action, state.seen.rows);
      if (by === null) return work(state, action, key, facts);
      return step({ ...state, top: scrollBy({ top: state.top, ...state.seen }, by), follows: 'learner' });
    }
  }
};

/**
 * The state after a key, and what it asks for.
 * @param key its name, for those that stand for a number
 */
export const press = (
  state: ExamScreenState,
  action: Action,
  key: string,
  facts: ExamFacts,
): ExamScreenStep => {
  const isGrid = contextOf(state, facts) === 'exam-grid';
  if (action === 'undo') return undo(isGrid ? { ...state, typed: '' } : state, facts);
  return isGrid ? pressGrid(state, action, key, facts) : pressQuestion(state, action, key, facts);
};

/** The state after text was typed or pasted. */
export const typeText = (
  state: ExamScreenState,
  text: string,
  { sitting }: Pick<ExamFacts, 'sitting'>,
): ExamScreenState => ({
  ...state,
  follows: 'focus',
  drafts: withEntry(
    state.drafts,
    questionAt(sitting).question.item,
    typeDraft(draftNow(state, sitting), text),
  ),
});
