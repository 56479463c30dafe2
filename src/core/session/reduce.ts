/**
 * The rules of a session: what an input makes of it. Pure: no clock, no disk; what is to be recorded comes out
 * as an effect, and the next item is shown only after `recorded` has come back.
 */
import type { Moment } from '../base/civil-day.ts';
import type { Confidence, Rating } from '../journal/event.ts';
import { ratingOf } from '../memory/evidence.ts';
import { questionFingerprint } from '../course/keys.ts';
import type { Graded } from '../question/grade.ts';
import { grade } from '../question/grade.ts';
import { MODEL } from '../memory/memory.ts';
import { promptFields } from '../relink/prompts.ts';
import { isLeech } from '../memory/schedule.ts';
import { advance, end, makeTurn } from './advance.ts';
import type { PendingAct, Answer, SessionInput, SessionPlan } from './state.ts';
import type { SessionState, SessionStep, Turn, SessionWorld } from './state.ts';
import { queueView, save, tell } from './state.ts';
import { changeRating, finishRating, leaveUnrated, rateAgain } from './change-rating.ts';
import { finishMark, mark } from './marks.ts';
import { requeue } from './requeue.ts';
import { offersNote } from './offer-note.ts';
import { asShown, choicesFor, effectOf, reviewedBody } from './choices.ts';
import { finishUndo, undo } from './undo.ts';

/** The first item of a session. */
export const startSession = (world: SessionWorld, plan: SessionPlan, moment: Moment): SessionStep =>
  advance(
    world,
    {
      plan,
      startedAt: moment.at,
      position: 0,
      postponed: [],
      learning: plan.learning,
      asked: 0,
      begun: 0,
      turn: null,
      phase: { name: 'asking' },
      answers: null,
      skipped: [],
      leftOut: [],
      past: null,
    },
    moment,
  );

const stay = (state: SessionState): SessionStep => ({ state, effects: [] });

const makeAnswer = (
  world: SessionWorld,
  turn: Turn,
  rating: Rating,
  verdict: Answer['verdict'],
  confidence: Confidence | null,
  { at }: Moment,
): Answer => ({
  item: turn.entry.key,
  topic: turn.entry.topic,
  section: turn.entry.section,
  type: turn.entry.type,
  rating,
  verdict,
  unsure: confidence === 'unsure',
  sure: confidence === 'sure',
  ms: Math.max(0, at - turn.shownAt),
  lapses: world.progress.items.get(turn.entry.key)?.lapses ?? 0,
  leech: false,
  event: '',
});

const rateCard = (world: SessionWorld, state: SessionState, rating: Rating, moment: Moment): SessionStep => {
  const { turn, phase, plan } = state;
  if (phase.name !== 'revealed' || turn?.shown.type !== 'card') return stay(state);
  const answer = makeAnswer(world, turn, rating, null, null, moment);
  return save(
    state,
    { kind: 'rated', answer },
    { ...reviewedBody(world, plan, answer, moment), ...promptFields(turn.shown.card, world.progress) },
  );
};

const answerQuestion = (
  world: SessionWorld,
  state: SessionState,
  { line, confidence: said }: Extract<SessionInput, { readonly type: 'answer' }>,
  moment: Moment,
): SessionStep => {
  const { turn, phase, plan } = state;
  if (phase.name !== 'asking' || turn?.shown.type !== 'question') return stay(state);
  const { shown, seed } = turn.shown;
  const result = grade(shown, line, world.isTerm);
  if (result.kind === 'no-answer') {
    return { state, effects: [tell({ type: 'no-answer', accepted: result.accepted })] };
  }
  // Silence is not confidence: nobody was asked.
  const confidence = turn.unsure ? 'unsure' : (said ?? null);
  const rating = ratingOf(result.verdict, confidence);
  const answer = makeAnswer(world, turn, rating, result.verdict, confidence, moment);
  const item = world.course.item(turn.entry.key);
  const known = world.exam?.known(turn.entry.key, queueView(world, state, moment.day)) ?? null;
  return save(
    state,
    { kind: 'answered', answer, graded: result },
    {
      type: 'answered',
      mode: plan.mode,
      day: moment.day,
      ratings: [effectOf(world, plan, answer, moment)],
      verdict: result.verdict,
      response: result.response,
      question: questionFingerprint(shown.question),
      ms: answer.ms,
      confidence,
      seed,
      model: MODEL,
      ...(item === undefined ? {} : promptFields(item, world.progress)),
      ...(known === null ? {} : { known }),
    },
  );
};

/** An answer is on the disk: tells so, and goes on after a card. */
const finishAnswer = (
  world: SessionWorld,
  before: SessionState,
  answered: Answer,
  graded: Graded | null,
  id: string,
  moment: Moment,
): SessionStep => {
  const next = world.progress.items.get(answered.item);
  const leech = next !== undefined && next.lapses > answered.lapses && isLeech(next, world.progress.settings);
  const answer: Answer = { ...answered, leech, event: id };
  const state: SessionState = requeue(
    world,
    {
      ...before,
      answers: { last: answer, before: before.answers },
      past: { state: before, item: answer.item, event: id },
    },
    answer.item,
  );
  const effects: SessionStep['effects'][number][] = [];
  if (graded !== null && before.turn !== null) {
    effects.push(tell({ type: 'graded', turn: before.turn, graded, rating: answer.rating }));
  }
  effects.push(
    tell({ type: 'saved', answer, next: next === undefined ? next : asShown(next, before.plan, moment) }),
  );
  if (leech) effects.push(tell({ type: 'leech', answer, lapses: next.lapses }));
  // A leech sends the learner to the same place.
  else if (offersNote(state.answers, answer)) effects.push(tell({ type: 'note-offered', answer }));
  if (graded !== null) return { state: { ...state, phase: { name: 'feedback', graded } }, effects };
  const step = advance(world, state, moment);
  return { state: step.state, effects: [...effects, ...step.effects] };
};

const finishAct = (
  world: SessionWorld,
  act: PendingAct,
  before: SessionState,
  id: string,
  moment: Moment,
): SessionStep => {
  switch (act.kind) {
    case 'rated':
      return finishAnswer(world, before, act.answer, null, id, moment);
    case 'answered':
      return finishAnswer(world, before, act.answer, act.graded, id, moment);
    case 'flagged':
    case 'buried':
    case 'suspended':
      return finishMark(world, before, act, id, moment);
    case 'withdrawn':
      return rateAgain(world, before, act, moment);
    case 'rerated':
      return finishRating(world, before, act, id, moment);
    case 'undone':
      return finishUndo(world, act, before, moment);
  }
};

const skip = (world: SessionWorld, state: SessionState, turn: Turn, moment: Moment): SessionStep => {
  const item = turn.entry.key;
  const skipped: SessionState = {
    ...state,
    skipped: [...state.skipped, item],
    past: { state, item, event: null },
  };
  const step = advance(world, skipped, moment);
  return { state: step.state, effects: [tell({ type: 'skipped', item }), ...step.effects] };
};

const reload = (
  world: SessionWorld,
  state: SessionState,
  turn: Turn,
  key: string,
  moment: Moment,
): SessionStep => {
  const fresh = makeTurn(world, state, key, turn, moment);
  if (fresh !== null) return stay({ ...state, turn: fresh, phase: { name: 'asking' } });
  const step = advance(world, state, moment);
  return { state: step.state, effects: [tell({ type: 'left-out', item: key }), ...step.effects] };
};

/** While an item is being asked, before or after its answer is revealed. */
const reduceTurn = (
  world: SessionWorld,
  state: SessionState,
  turn: Turn,
  input: SessionInput,
  moment: Moment,
): SessionStep => {
  switch (input.type) {
    case 'reveal':
      if (state.phase.name !== 'asking' || turn.shown.type !== 'card') return stay(state);
      return stay({
        ...state,
        phase: { name: 'revealed', choices: choicesFor(world, state, turn, moment), at: moment },
      });
    case 'rate':
      return rateCard(world, state, input.rating, moment);
    case 'answer':
      return answerQuestion(world, state, input, moment);
    case 'unsure': {
      if (state.phase.name !== 'asking' || turn.shown.type !== 'question') return stay(state);
      const value = !turn.unsure;
      return {
        state: { ...state, turn: { ...turn, unsure: value } },
        effects: [tell({ type: 'unsure', value })],
      };
    }
    case 'skip':
      return skip(world, state, turn, moment);
    case 'reloaded':
      return reload(world, state, turn, input.key, moment);
    default:
      return stay(state);
  }
};

/** What an input makes of a session. One that does not fit the phase changes nothing. */
export const reduce = (
  world: SessionWorld,
  state: SessionState,
  input: SessionInput,
  moment: Moment,
): SessionStep => {
  const { phase, turn } = state;
  if (phase.name === 'saving') {
    if (input.type === 'recorded') return finishAct(world, phase.act, phase.before, input.event.id, moment);
    if (input.type !== 'not-recorded') return stay(state);
    const item = 'answer' in phase.act ? phase.act.answer.item : phase.act.item;
    return {
      state: phase.act.kind === 'rerated' ? leaveUnrated(phase.before, phase.act) : phase.before,
      effects: [tell({ type: 'not-saved', item, message: input.message })],
    };
  }
  if (input.type === 'undo') return undo(world, state, moment);
  if (input.type === 'change-rating') return changeRating(state, input);
  if (input.type === 'flag' || input.type === 'bury' || input.type === 'suspend') {
    return mark(world, state, input, moment);
  }
  if (phase.name === 'ended') return stay(state);
  if (input.type === 'end') return stay(end(state, 'stopped'));
  if (phase.name === 'feedback' && input.type === 'next') return advance(world, state, moment);
  if (turn === null) return stay(state);
  if (phase.name === 'feedback') return stay(state);
  return reduceTurn(world, state, turn, input, moment);
};
