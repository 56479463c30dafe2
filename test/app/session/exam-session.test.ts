import { describe, expect, it } from 'vitest';
import { planPlacement, planReview } from '../../../src/app/session/build-session.ts';
import type { LearnerInput, SessionRun } from '../../../src/app/session/run-session.ts';
import { runSession } from '../../../src/app/session/run-session.ts';
import { nothingToReview } from '../../../src/app/session/session-request.ts';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import type { CourseReader, Item } from '../../../src/core/course/course.ts';
import type { SchedulingSettings } from '../../../src/core/journal/event.ts';
import { examBlueprint, serves } from '../../support/exam-course.ts';
import type { MemoryJournal, TestClock } from '../../support/memory-journal.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import { card, choice, instantiate, tinyCourse } from '../../support/tiny-course.ts';

/** Three topics that the exam asks about, and one that it does not. */
const ITEMS: readonly Item[] = [
  ...['t1', 't2', 't3', 'other'].flatMap(topic =>
    [1, 2, 3, 4].map((n): Item => card(`${topic}-c${n}`, topic)),
  ),
  ...[1, 2, 3].flatMap(n =>
    [1, 2].map((q): Item =>
      choice(`t${n}-q${q}`, undefined, { topic: `t${n}`, tasks: serves(n === 3 ? '2.1' : '1.1') }),
    ),
  ),
];
const COURSE = tinyCourse({ items: ITEMS, blueprints: [examBlueprint([60, 40], 4, 0)] });

interface Learner {
  readonly clock: TestClock;
  readonly journal: MemoryJournal;
  readonly course: CourseReader;
}

const learner = (settings: Partial<SchedulingSettings> = {}): Learner => {
  const clock = testClock('2026-11-21T10:00:00Z');
  const journal = memoryJournal(clock.now);
  journal.add('tiny', {
    type: 'configured',
    settings: { exam: 'mock', examDate: '2026-12-12', minutesPerDay: 30, ...settings },
  });
  return { clock, journal, course: COURSE };
};

const plannedBy = ({ clock, journal, course }: Learner, minutes: number | null = null) =>
  planReview(
    {
      course,
      progress: journal.progress('tiny'),
      moment: makeMoment(clock.now(), 0, 4),
      topics: null,
    },
    { count: null, minutes, seed: 1 },
  );

const begin = (me: Learner, plan = plannedBy(me).plan): SessionRun =>
  runSession({
    course: me.course,
    journal: me.journal,
    clock: me.clock,
    plan,
    topics: null,
    filler: { instantiate, loadAll: () => Promise.resolve() },
  });

const send = (run: SessionRun, ...events: readonly LearnerInput[]): void => {
  for (const event of events) run.dispatch(event);
};

/** Answers everything until the session ends; gives the keys in the order in which they came. */
const answerAll = (run: SessionRun, rating: 'good' | 'again' = 'good'): readonly string[] => {
  const asked: string[] = [];
  for (let count = 0; run.state.turn !== null && count < 100; count++) {
    const { entry, shown } = run.state.turn;
    asked.push(entry.key);
    if (shown.type === 'card') send(run, { type: 'reveal' }, { type: 'rate', rating });
    else send(run, { type: 'answer', line: '1' }, { type: 'next' });
  }
  return asked;
};

describe('a review while an exam is planned for', () => {
  it('asks cards and questions of the exam in one queue, each once, and nothing else', () => {
    const asked = answerAll(begin(learner()), 'again');
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter(key => key.startsWith('other'))).toEqual([]);
    expect(asked.some(key => key.includes('-q'))).toBe(true);
    expect(asked.some(key => key.includes('-c'))).toBe(true);
  });

  it('brings nothing back on the same day, and asks what was missed on another one', () => {
    const me = learner();
    const first = answerAll(begin(me), 'again');
    expect(answerAll(begin(me))).toEqual([]);
    me.clock.pass(3 * 24 * 60);
    const later = answerAll(begin(me));
    expect(later.filter(key => first.includes(key)).length).toBeGreaterThan(0);
  });

  it('counts the first answer of a day, also of an item on a learning step', () => {
    const me = learner();
    answerAll(begin(me), 'again');
    me.clock.pass(24 * 60);
    answerAll(begin(me));
    for (const event of me.journal.events)
      if (event.type === 'reviewed') expect(event.ratings[0]?.counted).toBe(true);
  });

  it('records how likely the model took a first question to be known, and only then', () => {
    const me = learner();
    answerAll(begin(me));
    const answered = me.journal.events.flatMap(event => (event.type === 'answered' ? [event] : []));
    expect(answered.length).toBeGreaterThan(0);
    for (const { known } of answered) {
      expect(known).toBeGreaterThan(0);
      expect(known).toBeLessThan(1000);
    }
    expect(me.journal.progress('tiny').study.firstQuestions.count).toBe(answered.length);
  });

  it('asks the same again after an undo, and goes on without it counting', () => {
    const me = learner();
    const run = begin(me);
    const first = run.state.turn?.entry.key;
    send(run, { type: 'reveal' }, { type: 'rate', rating: 'again' });
    expect(run.state.turn?.entry.key).not.toBe(first);
    send(run, { type: 'undo' });
    expect(run.state.turn?.entry.key).toBe(first);
    expect(me.journal.progress('tiny').items.get(first ?? '')).toBeUndefined();
    send(run, { type: 'reveal' }, { type: 'rate', rating: 'good' });
    expect(answerAll(run)).not.toContain(first);
  });

  it('passes over what is skipped, buried and suspended', () => {
    const me = learner();
    const run = begin(me);
    const gone: string[] = [];
    for (const type of ['skip', 'bury', 'suspend'] as const) {
      gone.push(run.state.turn?.entry.key ?? '');
      send(run, { type });
    }
    const asked = answerAll(run);
    for (const key of gone) expect(asked).not.toContain(key);
    expect(run.state.phase).toMatchObject({ name: 'ended', reason: 'done' });
  });

  it('gives the same item for the same journal, course and moment', () => {
    const keyOf = (me: Learner) => begin(me).state.turn?.entry.key;
    const me = learner();
    send(begin(me), { type: 'reveal' }, { type: 'rate', rating: 'again' });
    expect(keyOf(me)).toBe(keyOf(me));
  });

  it('ends when the minutes are over, and says so', () => {
    const me = learner({ minutesPerDay: 5 });
    const run = begin(me);
    me.clock.pass(6);
    send(run, { type: 'reveal' }, { type: 'rate', rating: 'good' });
    expect(run.state.phase).toMatchObject({ name: 'ended', reason: 'time' });
  });

  it('says that today is off, or done, where nothing is asked', () => {
    expect(nothingToReview(plannedBy(learner({ daysOff: ['sat'] })))).toContain('day off');
    expect(nothingToReview(plannedBy(learner({ daysOff: ['sun'] }), 0))).toContain('are done');
  });

  it('is what it was with the plan turned off, without an exam, and after the exam', () => {
    for (const settings of [{ plan: false }, { exam: '', examDate: '' }, { examDate: '2026-11-20' }])
      expect(plannedBy(learner(settings)).plan.exam).toBeUndefined();
    expect(plannedBy(learner({ examDate: '' })).plan.exam?.kind).toBe('plan');
  });
});

describe('a placement', () => {
  it('asks cards of the exam alone, spread over its topics', () => {
    const { clock, journal, course } = learner();
    const source = {
      course,
      progress: journal.progress('tiny'),
      moment: makeMoment(clock.now(), 0, 4),
      topics: null,
    };
    const { plan } = planPlacement(source, 6, 1);
    const asked = answerAll(begin({ clock, journal, course }, plan));
    expect(asked).toHaveLength(6);
    expect(new Set(asked.slice(0, 3).map(key => key.slice(0, 2))).size).toBe(3);
    for (const key of asked) expect(key).toMatch(/^t\d-c/);
  });

  it('marks the answers of a placement, and brings its misses back from tomorrow on, spread', () => {
    const { clock, journal, course } = learner();
    const source = {
      course,
      progress: journal.progress('tiny'),
      moment: makeMoment(clock.now(), 0, 4),
      topics: null,
    };
    answerAll(begin({ clock, journal, course }, planPlacement(source, 12, 1).plan), 'again');
    const events = journal.events.filter(event => event.type === 'reviewed');
    expect(events.every(({ placement }) => placement === true)).toBe(true);
    const waits = new Set(events.map(({ ratings }) => ratings[0]?.wait ?? 0));
    expect(waits.size).toBeGreaterThan(1);
    for (const wait of waits) expect([1, 2, 3, 4]).toContain(wait);
    const { items } = journal.progress('tiny');
    for (const { dueDay, lastDay } of items.values()) expect(dueDay).toBeGreaterThan(lastDay);
  });

  it('offers the note of a section after the second miss in it, once', () => {
    const me = learner();
    const run = begin(me);
    const offered: string[] = [];
    for (let count = 0; run.state.turn !== null && count < 100; count++) {
      const { entry, shown } = run.state.turn;
      const events: readonly LearnerInput[] =
        shown.type === 'card'
          ? [{ type: 'reveal' }, { type: 'rate', rating: 'again' }]
          : [{ type: 'answer', line: '2' }, { type: 'next' }];
      for (const event of events)
        for (const notice of run.dispatch(event))
          if (notice.type === 'note-offered') offered.push(`${entry.topic}#${entry.section}`);
    }
    expect(offered.length).toBeGreaterThan(0);
    expect(new Set(offered).size).toBe(offered.length);
  });
});

describe('the first review of the plan', () => {
  const told = (run: SessionRun): readonly string[] => run.opening.map(({ type }) => type);

  it('says once that reviews follow the plan, and lets it begin with that day', () => {
    const me = learner();
    expect(told(begin(me))).toContain('plan-begins');
    expect(me.journal.progress('tiny').settings.planFrom).toBe('2026-11-21');
    expect(told(begin(me))).not.toContain('plan-begins');
  });

  it('says nothing to who set the plan up, and nothing where it is off', () => {
    expect(told(begin(learner({ planFrom: '2026-11-01' })))).not.toContain('plan-begins');
    expect(told(begin(learner({ plan: false })))).not.toContain('plan-begins');
  });

  it('begins all the same where the disk is full', () => {
    const me = learner();
    me.journal.disk = 'full';
    expect(told(begin(me))).toContain('plan-begins');
  });
});
