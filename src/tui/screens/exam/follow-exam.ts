/** What has to be on the disk before a key does the rest, and what becomes of the screen once the sitting has taken an input. */
import { UNSTARTED } from '../../../app/exam/exam-sittings.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { Sitting } from '../../../core/exam/sitting.ts';
import type { ExamNotice } from '../../../core/exam/state.ts';
import { draftLine, missingFrom } from '../../models/answer-draft.ts';
import type { HostEffect } from '../../shell/effects.ts';
import { say, step } from '../../shell/effects.ts';
import type { ExamScreenEffect, ExamFacts, ExamScreenState, ExamScreenStep, Then } from './exam-state.ts';
import { fromTop, madeAt, questionAt, send, afterwards } from './exam-state.ts';
import { BAD, noticeText } from './notice-text.ts';
import { undoableOf } from './undo-stack.ts';

/**
 * Puts what was made at this question on the disk. What is no answer waits for a return, and what stood before
 * counts no longer: nothing else is shown.
 */
export const keep = (state: ExamScreenState, { sitting, failure }: ExamFacts): ExamScreenStep => {
  const { question, record } = questionAt(sitting);
  const made = madeAt(state, question.item);
  if (made === undefined) return step(state);
  const isWhole = missingFrom(made, presentedOf(question)) === null;
  if (isWhole)
    return step(state, { type: 'send', input: { type: 'answer', line: draftLine(made) }, why: 'keep' });
  return record.response !== null && failure === null ? step(state, send({ type: 'clear' })) : step(state);
};

/** What a running exam has to tell. */
const tellOf = (notices: readonly ExamNotice[]): readonly HostEffect[] =>
  notices.flatMap(notice => {
    const text = noticeText(notice);
    return text === null ? [] : [say(text, BAD.has(notice.type) ? 'bad' : 'plain')];
  });

/** An input that the sitting has taken. */
interface Happened {
  readonly why: 'key' | 'keep' | 'undo';
  /** The sitting before it. */
  readonly before: Sitting;
  readonly notices: readonly ExamNotice[];
}

/** What was made, once an attempt to put it on the disk is over: where it was no answer, the one before counts no longer. */
const afterKeep = (
  state: ExamScreenState,
  { before, notices }: Happened,
  { failure }: ExamFacts,
): ExamScreenStep => {
  const { question, record } = questionAt(before);
  if (notices.some(({ type }) => type === 'saved')) {
    const drafts = new Map(state.drafts);
    drafts.delete(question.item);
    return step({ ...state, drafts });
  }
  return record.response !== null && failure === null ? step(state, send({ type: 'clear' })) : step(state);
};

/** At another question: it begins at its top, and the pointer among all is there. */
const atQuestion = (state: ExamScreenState, position: number): ExamScreenState => ({
  ...fromTop(state, state.mode === 'all' ? 'focus' : 'beginning'),
  chosen: position,
  mode: state.mode === 'all' ? 'all' : 'question',
});

/** The screen once an input was taken. @param facts as they are since */
export const follow = (state: ExamScreenState, happened: Happened, facts: ExamFacts): ExamScreenStep => {
  const { why, before, notices } = happened;
  const { sitting } = facts;
  const isOver = sitting.phase === 'ended';
  const act = why === 'undo' || isOver ? null : undoableOf(before, sitting);
  const noted = act === null ? state : { ...state, done: [...state.done, act] };
  const hasMoved = sitting.position !== before.position;
  const moved = hasMoved ? atQuestion(noted, sitting.position) : noted;
  const kept =
    why === 'keep' ? afterKeep(moved, happened, facts) : step<ExamScreenState, ExamScreenEffect>(moved);
  return {
    state: kept.state,
    effects: [
      ...tellOf(notices),
      ...(hasMoved ? [{ type: 'prepare', question: questionAt(sitting).question } as const] : []),
      ...(isOver ? [{ type: 'over' } as const] : []),
      ...kept.effects,
    ],
  };
};

/** Leaves an exam that runs; one at which nothing was done yet was not started. */
const leave = (state: ExamScreenState, { sitting, left }: ExamFacts): ExamScreenStep => {
  const isUntouched = sitting.records.every(({ response }) => response === null);
  if (isUntouched && sitting.allowed - left < UNSTARTED)
    return step(state, { type: 'abandon' }, { type: 'back' });
  return step(
    state,
    { type: 'back' },
    say(
      sitting.paper.practice
        ? 'The clock is paused. Resume from Home'
        : 'The clock runs on. Resume from Home',
    ),
  );
};

/** What comes after something that had to be on the disk first. */
export const goOn = (state: ExamScreenState, does: Then, facts: ExamFacts): ExamScreenStep => {
  const { sitting, failure } = facts;
  if (sitting.phase === 'ended') return step(state);
  const { question } = questionAt(sitting);
  switch (does.is) {
    case 'go':
      return step(
        state,
        send(does.input),
        afterwards({ is: 'complain', item: question.item, number: sitting.position + 1 }),
      );
    case 'complain': {
      const made = madeAt(state, does.item);
      return failure !== null || made === undefined || draftLine(made) === ''
        ? step(state)
        : step(state, say(`The answer to question ${does.number} is incomplete`, 'bad'));
    }
    case 'advance':
      return failure !== null || (does.if === 'saved' && madeAt(state, question.item) !== undefined)
        ? step(state)
        : step(state, send({ type: 'next' }));
    case 'list':
      return step({
        ...fromTop(state, 'focus'),
        mode: 'all',
        chosen: sitting.position,
        typed: '',
      });
    case 'point-at':
      return step({ ...state, chosen: does.row });
    case 'leave':
      return leave(state, facts);
    case 'undone':
      return failure === null ? step(state, say(`Undone at question ${does.number}`)) : step(state);
  }
};
