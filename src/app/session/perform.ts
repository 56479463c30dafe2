/** Does what the rules of a session or an exam ask for; what came of each record is an input of its own. */
import { Failure } from '../../core/base/failure.ts';
import type { EventBody, JournalEvent } from '../../core/journal/event.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { RecordOutcome } from '../../core/journal/record-outcome.ts';

/** A state and what is to be done in this order. */
interface PerformedStep<State, Notice> {
  readonly state: State;
  readonly effects: readonly (
    | { readonly type: 'append'; readonly body: EventBody }
    | { readonly type: 'tell'; readonly notice: Notice }
  )[];
}

/** Why a record is not on the disk, for a line that begins with the words `not saved: ` itself. */
const whyNotSaved = ({ message }: Failure): string => message.replace(/^Not saved: /, '');

/** Puts events on the disk, and remembers why the last one is not there. */
interface Recorder {
  /** `null` where all are. */
  readonly failure: Failure | null;
  readonly record: (body: EventBody) => RecordOutcome;
}

/** Records for a course. */
export const makeRecorder = (journal: Pick<Journal, 'append'>, course: string): Recorder => {
  let failure: Failure | null = null;
  return {
    get failure() {
      return failure;
    },
    record: body => {
      try {
        const event: JournalEvent = journal.append(course, body);
        failure = null;
        return { type: 'recorded', event };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failure = error;
        return { type: 'not-recorded', message: whyNotSaved(error) };
      }
    },
  };
};

/**
 * Does the effects of a step and of what comes of them. What follows a record that is not on the disk is left out.
 * @param reduce the rules: what an outcome makes of a state
 */
export const perform = <State, Notice>(
  first: PerformedStep<State, Notice>,
  { record }: Pick<Recorder, 'record'>,
  reduce: (state: State, outcome: RecordOutcome) => PerformedStep<State, Notice>,
): { readonly state: State; readonly notices: readonly Notice[] } => {
  const notices: Notice[] = [];
  let { state } = first;
  let left = first.effects;
  for (let effect = left[0]; effect !== undefined; effect = left[0]) {
    left = left.slice(1);
    if (effect.type === 'tell') {
      notices.push(effect.notice);
      continue;
    }
    const outcome = record(effect.body);
    const next = reduce(state, outcome);
    ({ state } = next);
    left = outcome.type === 'recorded' ? [...left, ...next.effects] : next.effects;
  }
  return { state, notices };
};
