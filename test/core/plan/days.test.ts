import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/core/plan/calendar.ts';
import { minutesBetween, plannedMock } from '../../../src/core/plan/calendar.ts';
import type { DaysAhead } from '../../../src/core/plan/days.ts';
import { planDays } from '../../../src/core/plan/days.ts';
import { learnerOf, plainMap } from '../../support/plan-world.ts';

// Study day 20_004 is Tuesday, 2024-10-08.
const TODAY = 20_004;
const SCHEDULE: Schedule = {
  examDay: TODAY + 10,
  startDay: TODAY,
  minutesPerDay: 2,
  weekdaysOff: ['sat'],
  daysOff: [TODAY + 1],
  mockDay: null,
};

const ahead = (more: Partial<DaysAhead> = {}): DaysAhead => ({
  today: TODAY,
  examDay: TODAY + 10,
  lastDay: TODAY + 9,
  schedule: SCHEDULE,
  questionShare: 0.2,
  lately: { fresh: 0, reviews: 0, seconds: 0, questionSeconds: 0, outcomes: [] },
  doneToday: 0,
  mock: null,
  mockSeconds: 90,
  blocked: () => false,
  topics: null,
  ...more,
});

describe('the days of a plan', () => {
  it('go from today to the eve of the exam, with nothing on days off', () => {
    const days = planDays(learnerOf(plainMap()), ahead(), 1);
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 10 }, (_, index) => TODAY + index));
    expect(days.filter(({ off }) => off).map(({ day }) => day)).toEqual([TODAY + 1, TODAY + 4]);
    for (const { off, reviews, fresh, questions } of days)
      if (off) expect(reviews + fresh + questions).toBe(0);
  });

  it('are the same whenever they are asked for', () => {
    const plan = () => planDays(learnerOf(plainMap()), ahead(), 1);
    expect(plan()).toEqual(plan());
  });

  it('hold less today when part of the minutes is used up', () => {
    const count = (doneToday: number) => {
      const [today] = planDays(learnerOf(plainMap()), ahead({ doneToday }), 1);
      return (today?.fresh ?? 0) + (today?.reviews ?? 0) + (today?.questions ?? 0);
    };
    expect(count(2)).toBe(0);
    expect(count(0)).toBeGreaterThan(2);
  });

  it('count minutes without days off', () => {
    expect(minutesBetween(SCHEDULE, TODAY, TODAY + 10)).toBe(16);
  });
});

describe('the mock of a plan', () => {
  const of = (minutesPerDay: number, days: number, more: Partial<Schedule> = {}) =>
    plannedMock(
      { ...SCHEDULE, minutesPerDay, examDay: TODAY + days, daysOff: [], weekdaysOff: [], ...more },
      TODAY,
      65,
      60,
    );

  it('is a whole paper only where that is a twentieth of the time, and fits into its day', () => {
    expect(of(70, 28)).toEqual({ day: TODAY + 21, questions: 65 });
    expect(of(45, 60)).toEqual({ day: TODAY + 53, questions: 45 });
  });

  it('is short in a shorter plan, and none in a very short one', () => {
    expect(of(30, 21)).toEqual({ day: TODAY + 14, questions: 20 });
    expect(of(30, 8)).toBeNull();
  });

  it('lies where it was moved to, and after a day off', () => {
    expect(of(30, 21, { mockDay: TODAY + 9 })?.day).toBe(TODAY + 9);
    expect(of(30, 21, { daysOff: [TODAY + 14] })?.day).toBe(TODAY + 15);
  });
});
