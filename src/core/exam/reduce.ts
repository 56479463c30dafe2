/**
 * The rules of a running sitting: what an input makes of it. Pure: no clock, no disk. Inputs never change the
 * sitting themselves; they ask for events, and those change it once they are on the disk: what came of each is an
 * input, too.
 */
import type { ExamEvent, Response } from '../journal/event.ts';
import { isExamEvent } from '../journal/exam-event.ts';
import type { RecordOutcome } from '../journal/record-outcome.ts';
import { textFingerprint } from '../course/keys.ts';
import { acceptedAnswers, grade } from '../question/grade.ts';
import { MODEL } from '../memory/memory.ts';
import { ratingsOf } from './evidence.ts';
import { presentedOf } from './shown.ts';
import type { QuestionRecord, Sitting } from './sitting.ts';
import { countBlanks, currentQuestion, stepSitting } from './sitting.ts';
import type {
  ExamEffect,
  ExamInput,
  ExamMoment,
  ExamNotice,
  ExamState,
  ExamStep,
  ExamWorld,
} from './state.ts';

/** Minutes left at which the learner is warned. */
export const WARNINGS: readonly number[] = [15, 5, 1];

const MINUTE = 60_000;

const stay = (state: ExamState): ExamStep => ({ state, effects: [] });

const tell = (notice: ExamNotice): ExamEffect => ({ type: 'tell', notice });

const telling = (state: ExamState, notice: ExamNotice): ExamStep => ({ state, effects: [tell(notice)] });

/** Milliseconds left at a moment. */
export const timeLeft = (sitting: Sitting, { used }: Pick<ExamMoment, 'used'>): number =>
  sitting.phase === 'ended' ? 0 : Math.max(0, sitting.allowed - used);

/**
 * A sitting taken up by a program. Warnings that are due already are not given again: how much is left is told.
 */
export const takeUp = (sitting: Sitting, now: Pick<ExamMoment, 'used'>): ExamState => ({
  sitting,
  since: now.used,
  warned: WARNINGS.filter(minutes => timeLeft(sitting, now) <= minutes * MINUTE),
  asking: false,
});

/** The state once an event of this program is on the disk. */
const recorded = (state: ExamState, event: ExamEvent, now: Pick<ExamMoment, 'used'>): ExamState => ({
  ...state,
  sitting: stepSitting(state.sitting, event),
  since: now.used,
  asking: false,
});

/** Fields of every act at a moment. */
const timing = ({ sitting, since }: ExamState, { used }: ExamMoment) => ({
  sitting: sitting.id,
  used,
  ms: sitting.phase === 'paused' ? 0 : Math.max(0, used - since),
});

const recordOf = ({ records, position }: Sitting): QuestionRecord => {
  const record = records[position];
  if (record === undefined) throw new RangeError('A paper without questions');
  return record;
};

/** The end, with what it does to memory. */
export const endSitting = (
  world: ExamWorld,
  state: ExamState,
  reason: 'submitted' | 'time' | 'abandoned',
  now: ExamMoment,
): ExamStep => ({
  // The question whether to end stands until it is answered on the disk.
  state,
  effects: [
    {
      type: 'append',
      body: {
        type: 'exam-ended',
        ...timing(state, now),
        reason,
        day: now.day,
        ratings: reason === 'abandoned' ? [] : ratingsOf(state.sitting, world.progress, now.day),
        model: MODEL,
      },
    },
    tell({ type: 'ended', reason }),
  ],
});

const move = (state: ExamState, number: number, now: ExamMoment): ExamStep => {
  const { paper, position } = state.sitting;
  const question = paper.questions[number - 1];
  if (question === undefined)
    return telling(state, { type: 'no-such', what: 'question', most: paper.questions.length });
  const notice = tell({ type: 'moved', number });
  if (number - 1 === position) return { state, effects: [notice] };
  const body = { type: 'exam-moved', ...timing(state, now), item: question.item } as const;
  return { state, effects: [{ type: 'append', body }, notice] };
};

/** Puts an answer in the place of the one that stands. */
const put = (
  state: ExamState,
  answer: Pick<QuestionRecord, 'response' | 'verdict' | 'unsure'>,
  notice: ExamNotice,
  now: ExamMoment,
): ExamStep => {
  const { item } = currentQuestion(state.sitting);
  const { response, verdict, unsure } = answer;
  const body = { type: 'exam-answered', ...timing(state, now), item, response, verdict, unsure } as const;
  return { state, effects: [{ type: 'append', body }, tell(notice)] };
};

const answer = (world: ExamWorld, state: ExamState, line: string, now: ExamMoment): ExamStep => {
  const question = currentQuestion(state.sitting);
  const graded = grade(presentedOf(question), line, world.isTerm);
  if (graded.kind === 'no-answer') return telling(state, { type: 'no-answer', accepted: graded.accepted });
  const { response, verdict } = graded;
  const { unsure } = recordOf(state.sitting);
  const number = state.sitting.position + 1;
  return put(state, { response, verdict, unsure }, { type: 'saved', item: question.item, number }, now);
};

const clear = (state: ExamState, now: ExamMoment): ExamStep => {
  const { item } = currentQuestion(state.sitting);
  const { response, unsure } = recordOf(state.sitting);
  const notice: ExamNotice = { type: 'cleared', item, number: state.sitting.position + 1 };
  if (response === null) return telling(state, notice);
  return put(state, { response: null, verdict: null, unsure }, notice, now);
};

/** Options by number. As many as are asked for are an answer; fewer stand, but as none. */
const choose = (
  world: ExamWorld,
  state: ExamState,
  numbers: readonly number[],
  now: ExamMoment,
): ExamStep => {
  const question = currentQuestion(state.sitting);
  const shown = presentedOf(question);
  if (shown.kind !== 'single' && shown.kind !== 'multiple')
    return telling(state, { type: 'no-such', what: 'option', most: 0 });
  const { options } = shown;
  const chosen = [...new Set(numbers)];
  if (chosen.length === 0) return clear(state, now);
  if (chosen.some(number => options[number - 1] === undefined))
    return telling(state, { type: 'no-such', what: 'option', most: options.length });
  if (chosen.length > shown.choose)
    return telling(state, { type: 'no-answer', accepted: acceptedAnswers(shown) });
  if (chosen.length === shown.choose) return answer(world, state, chosen.join(','), now);
  const response: Response = {
    kind: 'options',
    chosen: chosen.map(number => textFingerprint(options[number - 1]?.text ?? '')).sort(),
  };
  const { unsure } = recordOf(state.sitting);
  const notice: ExamNotice = { type: 'saved', item: question.item, number: state.sitting.position + 1 };
  return put(state, { response, verdict: null, unsure }, notice, now);
};

const strike = (state: ExamState, option: number, now: ExamMoment): ExamStep => {
  const question = currentQuestion(state.sitting);
  const options = 'options' in question ? question.options : [];
  const text = options[option - 1]?.text;
  if (text === undefined) return telling(state, { type: 'no-such', what: 'option', most: options.length });
  const name = textFingerprint(text);
  const { struck } = recordOf(state.sitting);
  const value = !struck.includes(name);
  const body = {
    type: 'exam-struck',
    ...timing(state, now),
    item: question.item,
    options: value ? [...struck, name].sort() : struck.filter(other => other !== name),
  } as const;
  const number = state.sitting.position + 1;
  return { state, effects: [{ type: 'append', body }, tell({ type: 'struck', number, option, value })] };
};

const flag = (state: ExamState, now: ExamMoment): ExamStep => {
  const { item } = currentQuestion(state.sitting);
  const value = !recordOf(state.sitting).flagged;
  const body = { type: 'exam-flagged', ...timing(state, now), item, value } as const;
  const number = state.sitting.position + 1;
  return { state, effects: [{ type: 'append', body }, tell({ type: 'flagged', number, value })] };
};

const markUnsure = (state: ExamState, now: ExamMoment): ExamStep => {
  const { response, verdict, unsure } = recordOf(state.sitting);
  const number = state.sitting.position + 1;
  return put(state, { response, verdict, unsure: !unsure }, { type: 'unsure', number, value: !unsure }, now);
};

const pauseOrResume = (state: ExamState, type: 'pause' | 'resume', now: ExamMoment): ExamStep => {
  const { sitting } = state;
  if (!sitting.paper.practice) return telling(state, { type: 'no-pause' });
  const phase = type === 'pause' ? 'paused' : 'open';
  const notice = tell({ type: type === 'pause' ? 'paused' : 'resumed', left: timeLeft(sitting, now) });
  if (sitting.phase === phase) return { state, effects: [notice] };
  const body = {
    type: type === 'pause' ? 'exam-paused' : 'exam-resumed',
    ...timing(state, now),
  } as const;
  return { state, effects: [{ type: 'append', body }, notice] };
};

/** Only time has gone by: the one warning that tells most, where some are due. */
const tick = (state: ExamState, now: ExamMoment): ExamStep => {
  if (state.sitting.phase === 'paused') return stay(state);
  const left = timeLeft(state.sitting, now);
  const due = WARNINGS.filter(minutes => left <= minutes * MINUTE && !state.warned.includes(minutes));
  if (due.length === 0) return stay(state);
  const minutes = Math.min(...due);
  return {
    state: { ...state, warned: [...state.warned, ...due] },
    effects: [tell({ type: 'warning', minutes, left })],
  };
};

const TAKEN_WHILE_PAUSED = new Set<ExamInput['type']>([
  'resume',
  'pause',
  'end',
  'confirm',
  'decline',
  'abandon',
]);

const reduceOpen = (world: ExamWorld, state: ExamState, input: ExamInput, now: ExamMoment): ExamStep => {
  const { sitting } = state;
  switch (input.type) {
    case 'tick':
      return stay(state);
    case 'next':
      return sitting.position + 1 >= sitting.paper.questions.length
        ? telling(state, { type: 'edge', at: 'last' })
        : move(state, sitting.position + 2, now);
    case 'previous':
      return sitting.position === 0
        ? telling(state, { type: 'edge', at: 'first' })
        : move(state, sitting.position, now);
    case 'go':
      return move(state, input.number, now);
    case 'answer':
      return answer(world, state, input.line, now);
    case 'choose':
      return choose(world, state, input.options, now);
    case 'clear':
      return clear(state, now);
    case 'flag':
      return flag(state, now);
    case 'unsure':
      return markUnsure(state, now);
    case 'strike':
      return strike(state, input.option, now);
    case 'pause':
    case 'resume':
      return pauseOrResume(state, input.type, now);
    case 'end':
      return telling({ ...state, asking: true }, { type: 'asking', ...countBlanks(sitting) });
    case 'confirm':
      return state.asking ? endSitting(world, state, 'submitted', now) : stay(state);
    case 'decline':
      return state.asking ? telling({ ...state, asking: false }, { type: 'declined' }) : stay(state);
    case 'abandon':
      return endSitting(world, state, 'abandoned', now);
  }
};

/**
 * What an input makes of a sitting. When the time is over every input ends it, whatever it was: an answer that
 * comes too late does not count. A sitting that has ended takes nothing.
 */
export const reduceExam = (
  world: ExamWorld,
  state: ExamState,
  input: ExamInput | RecordOutcome,
  now: ExamMoment,
): ExamStep => {
  const { sitting } = state;
  if (input.type === 'recorded')
    return stay(isExamEvent(input.event) ? recorded(state, input.event, now) : state);
  if (input.type === 'not-recorded') return telling(state, { type: 'not-saved', message: input.message });
  if (sitting.phase === 'ended') return stay(state);
  if (now.used >= sitting.allowed) return endSitting(world, state, 'time', now);
  const warned = tick(state, now);
  if (input.type === 'tick') return warned;
  const step =
    sitting.phase === 'paused' && !TAKEN_WHILE_PAUSED.has(input.type)
      ? telling(warned.state, { type: 'is-paused' })
      : reduceOpen(world, warned.state, input, now);
  return { state: step.state, effects: [...warned.effects, ...step.effects] };
};
