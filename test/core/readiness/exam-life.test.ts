import { describe, expect, it } from 'vitest';
import { dateToDay, dayToDate, makeMoment } from '../../../src/core/base/civil-day.ts';
import type { Item } from '../../../src/core/course/course.ts';
import type { SchedulingSettings } from '../../../src/core/journal/event.ts';
import { judgmentOf } from '../../../src/core/readiness/evidence.ts';
import { examDays } from '../../../src/core/readiness/exam-days.ts';
import type { ExamPlan } from '../../../src/core/readiness/exam-plan.ts';
import { examPlanOf } from '../../../src/core/readiness/exam-plan.ts';
import { ExamQueue } from '../../../src/core/readiness/exam-queue.ts';
import { readinessOf } from '../../../src/core/readiness/readiness.ts';
import { planLines, readinessLines } from '../../../src/text/plan/plan-lines.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { examBlueprint, serves } from '../../support/exam-course.ts';
import { memoryJournal } from '../../support/memory-journal.ts';
import { card, choice, tinyCourse } from '../../support/tiny-course.ts';

const TOPICS = ['a', 'b', 'c', 'd', 'e', 'f'];
const ITEMS: readonly Item[] = TOPICS.flatMap((topic, index) => [
  ...Array.from({ length: 30 }, (_, n): Item => card(`${topic}-c${n}`, topic)),
  choice(`${topic}-q`, undefined, { topic, tasks: serves(index < 3 ? '1.1' : '2.1') }),
]);
const COURSE = tinyCourse({ items: ITEMS, blueprints: [examBlueprint([60, 40], 20, 0)] });
const PLAIN = makeStyle(false);
const START = dateToDay('2026-11-02') ?? 0;
const HOUR = 3_600_000;

/** A learner of the exam, day by day. */
const learner = (settings: Partial<SchedulingSettings> = {}) => {
  let day = START;
  const journal = memoryJournal(() => day * 24 * HOUR + 10 * HOUR);
  const set = (more: Partial<SchedulingSettings>): void =>
    void journal.add('tiny', { type: 'configured', settings: more });
  set({ exam: 'mock', examDate: '2026-12-12', minutesPerDay: 30, planFrom: dayToDate(START), ...settings });
  const plan = (today = day): ExamPlan | null => examPlanOf(COURSE, journal.progress('tiny'), today);
  const planned = (today = day): ExamPlan => {
    const made = plan(today);
    if (made === null) throw new Error('There is no plan');
    return made;
  };
  const answer = (item: string, rating: 'good' | 'again', ms = 10_000, on = day): void =>
    void journal.add('tiny', {
      type: 'reviewed',
      mode: 'review',
      day: on,
      ratings: [{ item, rating, counted: true }],
      ms,
      model: 'm',
    });
  /** What a review asks on a day until its minutes are over. */
  const study = (minutes: number, rating: 'good' | 'again' = 'good'): readonly string[] => {
    const asked: string[] = [];
    const queue = new ExamQueue(null);
    for (let left = minutes * 60; left > 0; left -= 30) {
      const progress = journal.progress('tiny');
      const next = queue.next({ course: COURSE, progress, day, answers: [], passed: [] });
      if (next === null) break;
      asked.push(next);
      answer(next, rating, 30_000);
    }
    return asked;
  };
  return {
    journal,
    set,
    plan,
    planned,
    answer,
    study,
    pass: (days: number) => (day += days),
    today: () => day,
    readiness: () => readinessOf(planned(), journal.progress('tiny')),
    lines: () => {
      const progress = journal.progress('tiny');
      const made = planned();
      const days = examDays(made, progress).map(each => ({ ...each, projected: 0 }));
      const readiness = readinessOf(made, progress);
      return [...planLines(made, readiness, days, PLAIN), ...readinessLines(made, readiness, PLAIN)].join(
        '\n',
      );
    },
  };
};

describe('a lost week', () => {
  it('leaves nothing overdue: the days after it hold the minutes that they always held', () => {
    const me = learner();
    for (let day = 0; day < 5; day++) {
      me.study(30);
      me.pass(1);
    }
    const before = me.readiness();
    me.pass(7);
    const after = me.readiness();
    const days = examDays(me.planned(), me.journal.progress('tiny'));
    expect(days[0]?.day).toBe(me.today());
    expect(days.every(({ minutes, off }) => off || minutes === 30)).toBe(true);
    expect(after.adherence).toBeLessThan(before.adherence);
    expect(after.minutesLeft).toBe(before.minutesLeft - 7 * 30);
    expect(me.lines()).toContain('of the planned minutes; the figure counts on that.');
    expect(me.lines()).not.toContain('overdue');
    expect(me.study(30).length).toBeGreaterThan(0);
  });
});

describe('a date that moves', () => {
  it.each([
    ['2026-11-20', 'sooner'],
    ['2027-01-20', 'later'],
  ])('to %s leaves the plan as it began, and its end is %s', date => {
    const me = learner();
    me.study(30);
    me.pass(3);
    const { schedule } = me.planned();
    const left = me.readiness().minutesLeft;
    me.set({ examDate: date });
    expect(me.planned().schedule.startDay).toBe(schedule.startDay);
    expect(me.planned().examDay).toBe(dateToDay(date));
    expect(Math.sign(me.readiness().minutesLeft - left)).toBe(date > '2026-12-12' ? 1 : -1);
    expect(examDays(me.planned(), me.journal.progress('tiny')).at(-1)?.day).toBe((dateToDay(date) ?? 0) - 1);
    const mock = me.planned().mock?.day ?? START;
    expect(mock).toBeLessThan(me.planned().examDay);
  });
});

describe('an exam in the past', () => {
  it('is planned for until its day, and no longer', () => {
    const me = learner({ examDate: '2026-11-10' });
    expect(me.plan(dateToDay('2026-11-10') ?? 0)).not.toBeNull();
    expect(me.plan(dateToDay('2026-11-11') ?? 0)).toBeNull();
  });
});

describe('a retake after a fail', () => {
  it('goes on with what is known, and judges the forecast of the first time', () => {
    const me = learner({ examDate: '2026-11-20' });
    for (let day = 0; day < 10; day++) {
      me.study(20);
      me.pass(1);
    }
    const { seen } = me.planned().learner;
    me.journal.add('tiny', {
      type: 'forecast',
      exam: 'mock',
      model: 'forecast-1',
      day: me.today(),
      examDay: me.today() + 8,
      sitting: null,
      full: true,
      questions: 20,
      known: 5000,
      spread: 300,
      score: 7000,
      low: 6000,
      high: 8000,
      chance: 4000,
      aim: 7200,
    });
    me.pass(10);
    me.journal.add('tiny', { type: 'result', exam: 'mock', day: me.today(), passed: false, points: 55 });
    expect(me.plan()).toBeNull();
    const judgment = judgmentOf(me.journal.progress('tiny').study);
    expect(judgment).toMatchObject({ forecasts: 1, held: 0 });
    expect(judgment?.bias).toBeCloseTo(0.15, 9);
    expect(judgment?.brier).toBeCloseTo(0.16, 9);
    me.set({ examDate: '2027-01-15', planFrom: dayToDate(me.today()) });
    expect(me.planned().learner.seen).toEqual(seen);
    expect(me.planned().schedule.startDay).toBe(me.today());
    expect(me.readiness().adherence).toBeGreaterThan(0.8);
    expect(me.study(20).length).toBeGreaterThan(0);
  });
});

describe('a changed time zone before the exam', () => {
  const AT = Date.parse('2026-11-20T20:00:00Z');
  const dayIn = (tz: number): number => makeMoment(AT, tz, 4).day;

  it('counts the days to the exam by the day where the learner is', () => {
    const me = learner();
    const tokyo = dayIn(540);
    const denver = dayIn(-420);
    expect(tokyo - denver).toBe(1);
    expect(me.planned(denver).examDay - denver).toBe(me.planned(tokyo).examDay - tokyo + 1);
  });

  it('asks nothing again that was answered on the day that a flight to the west brings back', () => {
    const me = learner();
    const tokyo = dayIn(540);
    const denver = dayIn(-420);
    const answered = ['a-c0', 'a-c1', 'b-c0'];
    for (const item of answered) me.answer(item, 'again', 10_000, tokyo);
    const progress = me.journal.progress('tiny');
    const queue = new ExamQueue(null);
    const passed: string[] = [];
    for (;;) {
      const next = queue.next({ course: COURSE, progress, day: denver, answers: [], passed });
      if (next === null) break;
      passed.push(next);
    }
    expect(passed.length).toBeGreaterThan(0);
    for (const item of answered) expect(passed).not.toContain(item);
  });
});

describe('too little time', () => {
  it('is planned for all the same, with the honest number of points', () => {
    const me = learner({ examDate: '2026-11-04', minutesPerDay: 10 });
    for (const topic of TOPICS) for (let n = 0; n < 10; n++) me.answer(`${topic}-c${n}`, 'again', 1000);
    me.pass(1);
    expect(me.lines()).toMatch(/1 day of 10 minutes: about \d+ points\. The plan takes what counts most\./);
    expect(me.planned().mock).toBeNull();
    expect(me.readiness().projected).not.toBeNull();
    expect(me.study(10).length).toBeGreaterThan(0);
  });
});

describe('an exam of which all is known', () => {
  it('is told, and leads to questions and mock exams', () => {
    const me = learner({ examDate: '2026-11-15' });
    for (let round = 0; round < 3; round++) {
      for (const { key } of ITEMS) me.answer(key, 'good', 3000);
      me.pass(4);
    }
    expect(me.readiness().allKnown).toBe(true);
    expect(me.lines()).toContain('Questions and a mock exam are the better use: study exam.');
  });
});
