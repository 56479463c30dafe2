/** What becomes of the screen once the session has taken an input: answers come in, another item is put, it ends. */
import type { JournalEvent } from '../../../core/journal/event.ts';
import type { SessionNotice, SessionState } from '../../../core/session/state.ts';
import type { LearnerInput } from '../../../app/session/run-session.ts';
import type { HostEffect } from '../../shell/effects.ts';
import { say, step } from '../../shell/effects.ts';
import type { Before } from './history.ts';
import { followHistory } from './history.ts';
import { noticeText } from './notice-text.ts';
import { minutesLeft } from './session-counts.ts';
import type { SessionFacts, SessionScreenStep } from './session-facts.ts';
import { topicTitle } from './session-facts.ts';
import type { SessionScreenState } from './session-state.ts';
import { newView } from './session-state.ts';

type Facts = Pick<SessionFacts, 'session' | 'course' | 'progress' | 'moment'>;

/** Whether what is put is a learning step before its time, with nothing else left. A plan for an exam has no such steps. */
const isEarly = ({ session, progress, moment }: Facts): boolean => {
  const { turn, phase, plan, position, postponed } = session;
  if (turn === null || phase.name !== 'asking' || plan.mode !== 'review' || plan.exam !== undefined)
    return false;
  const dueAt = progress.items.get(turn.entry.key)?.dueAt ?? 0;
  return dueAt > moment.at && position >= plan.queue.length && postponed.length === 0;
};

/** Lays the end over what is seen once nothing is left. */
const withEnd = (state: SessionScreenState, { turn, phase }: SessionState): SessionScreenStep => {
  const isOver = turn === null || phase.name === 'ended';
  return isOver && !state.layers.some(({ is }) => is === 'end')
    ? step({ ...state, layers: [...state.layers, { is: 'end', chosen: 0, top: 0 }] }, { type: 'sum-up' })
    : step(state);
};

/** Looks at what is put now: what is new to the screen begins at its top. */
export const lookAnew = (before: SessionScreenState, facts: Facts): SessionScreenStep => {
  const { session, course, progress, moment } = facts;
  const { turn, phase } = session;
  const { state, effects } = withEnd(before, session);
  if (state.view.turn?.shown === turn?.shown && state.view.phase === phase.name) return { state, effects };
  const seen = { ...state, view: newView(turn, phase.name) };
  if (turn === null) return { state: seen, effects };
  const isHurried = seen.hurried.has(turn.entry.key);
  const waits = seen.layers.length === 0 && isEarly(facts) && !isHurried && seen.history.length > 0;
  return {
    state: {
      ...seen,
      minutes: Math.min(seen.minutes, minutesLeft(session, course, progress, moment)),
      layers: waits ? [{ is: 'wait' }] : seen.layers,
    },
    effects: [...effects, { type: 'prepare', turn }],
  };
};

/** What there is to tell; there is one line: what went wrong is told rather than what did not. */
export const tellOf = (
  notices: readonly SessionNotice[],
  undone: JournalEvent['type'] | null,
  course: Facts['course'],
): readonly HostEffect[] => {
  const textOf = (item: string): string => topicTitle(course, course.entry(item)?.topic ?? item);
  const told = notices.flatMap(notice => noticeText(notice, { undone, textOf }) ?? []);
  const message = told.findLast(({ tone }) => tone === 'bad') ?? told.at(-1);
  return message === undefined ? [] : [say(message.text, message.tone)];
};

/** An input that the session has taken. */
interface Happened {
  readonly input: LearnerInput;
  /** What stood on the screen then. */
  readonly before: Before;
  readonly notices: readonly SessionNotice[];
  /** What an undo has taken back; `null`: it was another input, or nothing is known of it. */
  readonly undone: JournalEvent['type'] | null;
}

/** The screen after an input was taken. @param facts as they are since */
export const follow = (
  state: SessionScreenState,
  { input, before, notices, undone }: Happened,
  facts: Facts,
): SessionScreenStep => {
  const { session } = facts;
  const changed = input.type === 'change-rating' ? input.answer : null;
  const history = followHistory(state.history, before, notices, session, changed);
  const saved = notices.find(notice => notice.type === 'saved')?.answer;
  const answer = saved ?? changed;
  const layers = state.layers
    .map(each =>
      each.is === 'back' && answer !== null && each.answer === changed ? { ...each, answer } : each,
    )
    .filter(each => each.is !== 'back' || history.some(looked => looked.answer === each.answer))
    // What was undone may have been the only answer of the list.
    .filter(each => each.is !== 'answers' || history.length > 0);
  // Whoever asked for it early has had it: now it waits like any other.
  const hurried = new Set(state.hurried);
  if (saved !== undefined) hurried.delete(saved.item);
  // What is asked again is asked: nothing lies over it.
  const isAskedAgain = input.type === 'undo' && session.turn?.shown !== before.turn?.shown;
  const next = lookAnew(
    {
      ...state,
      history,
      hurried,
      layers: isAskedAgain ? [] : layers,
      minutes: isAskedAgain ? Infinity : state.minutes,
    },
    facts,
  );
  return { ...next, effects: [...next.effects, ...tellOf(notices, undone, facts.course)] };
};
