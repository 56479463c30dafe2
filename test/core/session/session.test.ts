import { describe, expect, it } from 'vitest';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import type { Moment } from '../../../src/core/base/civil-day.ts';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { reduce, startSession } from '../../../src/core/session/reduce.ts';
import type {
  SessionEffect,
  SessionInput,
  SessionPlan,
  SessionState,
  SessionStep,
  SessionWorld,
} from '../../../src/core/session/state.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import { card, choice, instantiate, template, tinyCourse } from '../../support/tiny-course.ts';

const items = [card('c1'), card('c2'), choice('q1'), template('broken')];
const journal = memoryJournal(testClock('2026-11-21T10:00:00Z').now);
const world: SessionWorld = {
  course: tinyCourse({ items }),
  progress: journal.progress('tiny'),
  device: 'me',
  instantiate,
  isTerm: () => false,
};
const at = (minutes: number): Moment =>
  makeMoment(Date.parse('2026-11-21T10:00:00Z') + minutes * 60_000, 0, 4);
const plan = (queue: readonly string[], more: Partial<SessionPlan> = {}): SessionPlan => ({
  mode: 'quiz',
  seed: 1,
  queue,
  learning: [],
  limit: null,
  until: null,
  form: null,
  ...more,
});
const start = (queue: readonly string[], more: Partial<SessionPlan> = {}): SessionState =>
  startSession(world, plan(queue, more), at(0)).state;
const send = (state: SessionState, event: SessionInput, minutes = 1): SessionStep =>
  reduce(world, state, event, at(minutes));
const after = (state: SessionState, ...events: readonly SessionInput[]): SessionState =>
  events.reduce((current, event) => send(current, event).state, state);
/** What the journal says once an event is on the disk. */
const recordedAs = (id: string): SessionInput => ({ type: 'recorded', event: { id } as JournalEvent });
const notices = (effects: readonly SessionEffect[]): readonly string[] =>
  effects.map(effect => (effect.type === 'tell' ? effect.notice.type : effect.type));

describe('a session', () => {
  it('asks to record an answer, and shows the next item only once it is recorded', () => {
    const asked = start(['q1', 'c1']);
    const answered = send(asked, { type: 'answer', line: '1' });
    expect(answered.effects).toMatchObject([
      {
        type: 'append',
        body: { type: 'answered', mode: 'quiz', ms: 60_000, ratings: [{ item: 'q1', counted: true }] },
      },
    ]);
    expect(answered.state.turn?.entry.key).toBe('q1');
    expect(answered.state.phase.name).toBe('saving');

    const recorded = send(answered.state, recordedAs('me-1'));
    expect(notices(recorded.effects)).toEqual(['graded', 'saved']);
    expect(recorded.state).toMatchObject({ phase: { name: 'feedback' }, turn: { entry: { key: 'q1' } } });
    expect(send(recorded.state, { type: 'next' }).state).toMatchObject({
      phase: { name: 'asking' },
      turn: { number: 2, total: 2, entry: { key: 'c1' } },
    });
  });

  it('keeps the item where the answer could not be recorded', () => {
    const asked = start(['c1', 'c2']);
    const revealed = after(asked, { type: 'reveal' });
    const failed = send(after(revealed, { type: 'rate', rating: 'good' }), {
      type: 'not-recorded',
      message: 'no space',
    });
    expect(failed.state).toBe(revealed);
    expect(failed.effects).toEqual([
      { type: 'tell', notice: { type: 'not-saved', item: 'c1', message: 'no space' } },
    ]);
  });

  it('takes nothing else while it records', () => {
    const saving = after(start(['q1', 'c1']), { type: 'answer', line: '1' });
    const others: readonly SessionInput[] = [
      { type: 'answer', line: '2' },
      { type: 'skip' },
      { type: 'undo' },
      { type: 'end' },
      { type: 'next' },
      { type: 'bury' },
    ];
    for (const event of others) expect(send(saving, event)).toEqual({ state: saving, effects: [] });
  });

  const strangers: readonly (readonly [string, SessionState, SessionInput])[] = [
    ['a rating before the answer is shown', start(['c1']), { type: 'rate', rating: 'good' }],
    ['a typed answer to a card', start(['c1']), { type: 'answer', line: '1' }],
    ['the reveal of a question', start(['q1']), { type: 'reveal' }],
    ['a second reveal', after(start(['c1']), { type: 'reveal' }), { type: 'reveal' }],
    ['unsure on a card', start(['c1']), { type: 'unsure' }],
    ['next before an answer', start(['q1']), { type: 'next' }],
    ['a record that nobody asked for', start(['q1']), recordedAs('me-1')],
    ['an answer after the end', after(start(['q1']), { type: 'end' }), { type: 'answer', line: '1' }],
  ];
  it.each(strangers)('is left as it is by %s', (_case, state, event) => {
    expect(send(state, event)).toEqual({ state, effects: [] });
  });

  it('says what is accepted and asks on', () => {
    const asked = start(['q1']);
    const step = send(asked, { type: 'answer', line: 'nine' });
    expect(step).toEqual({
      state: asked,
      effects: [{ type: 'tell', notice: { type: 'no-answer', accepted: 'a number from 1 to 4' } }],
    });
  });

  it('leaves out what cannot be shown, says so, and goes on', () => {
    const step = startSession(world, plan(['broken', 'gone', 'c1']), at(0));
    expect(notices(step.effects)).toEqual(['left-out', 'left-out']);
    expect(step.state.turn).toMatchObject({ number: 1, total: 1, entry: { key: 'c1' } });
  });

  it('ends when nothing is left, at its limit, when the time is up, or when it is told to', () => {
    const reasonOf = ({ phase }: SessionState): string =>
      phase.name === 'ended' ? phase.reason : phase.name;
    const skip: SessionInput = { type: 'skip' };
    expect(reasonOf(start([]))).toBe('done');
    expect(reasonOf(after(start(['c1']), skip))).toBe('done');
    expect(reasonOf(after(start(['c1', 'c2'], { limit: 1 }), skip))).toBe('limit');
    const timed = start(['c1', 'c2'], { until: at(5).at });
    expect(reasonOf(send(timed, skip, 4).state)).toBe('asking');
    expect(reasonOf(send(timed, skip, 5).state)).toBe('time');
    expect(reasonOf(after(start(['c1']), { type: 'end' }))).toBe('stopped');
  });

  it('marks an answer as unsure when told before, and takes that back', () => {
    const unsure = send(start(['q1']), { type: 'unsure' });
    expect(unsure.effects).toEqual([{ type: 'tell', notice: { type: 'unsure', value: true } }]);
    const right = unsure.state.turn?.shown;
    const options = right?.type === 'question' && 'options' in right.shown ? right.shown.options : [];
    const line = String(options.findIndex(({ correct }) => correct) + 1);
    const confidence = (state: SessionState): unknown => {
      const [effect] = send(state, { type: 'answer', line }).effects;
      return effect?.type === 'append' && effect.body.type === 'answered'
        ? [effect.body.confidence, effect.body.ratings[0]?.rating]
        : null;
    };
    expect(confidence(unsure.state)).toEqual(['unsure', 'hard']);
    expect(confidence(after(unsure.state, { type: 'unsure' }))).toEqual([null, 'good']);
  });

  it('never measures a negative time', () => {
    const revealed = after(start(['c1']), { type: 'reveal' });
    expect(send(revealed, { type: 'rate', rating: 'good' }, -30).effects).toMatchObject([
      { body: { ms: 0 } },
    ]);
  });

  it('records a changed rating of the placement as one of the placement', () => {
    const placed = start(['c1', 'c2'], {
      mode: 'review',
      exam: { kind: 'placement', items: 2, first: 'c1' },
    });
    const rated = send(after(placed, { type: 'reveal' }), { type: 'rate', rating: 'good' });
    const first = { mode: 'review', placement: true, ratings: [{ item: 'c1', rating: 'good' }] };
    expect(rated.effects).toMatchObject([{ body: first }]);
    const { state } = send(rated.state, recordedAs('me-1'));
    const answer = state.answers?.last;
    if (answer === undefined) throw new Error('Nothing was answered');
    const withdrawn = send(state, { type: 'change-rating', answer, rating: 'again' });
    expect(withdrawn.effects).toMatchObject([{ body: { type: 'undone', target: 'me-1' } }]);
    const again = send(withdrawn.state, recordedAs('me-2'));
    // What was missed comes back spread over days, as if it had been rated so at once.
    expect(again.effects).toMatchObject([
      { body: { placement: true, ratings: [{ item: 'c1', rating: 'again', wait: expect.any(Number) }] } },
    ]);
  });
});
