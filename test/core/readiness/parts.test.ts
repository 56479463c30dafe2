import { describe, expect, it } from 'vitest';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import { FIRST_FIGURES } from '../../../src/core/forecast/settings.ts';
import type { ExamPlan } from '../../../src/core/readiness/exam-plan.ts';
import { planFor } from '../../../src/core/readiness/exam-plan.ts';
import {
  partBasis,
  partFigures,
  standing,
  topicIdsOf,
  weakestDomain,
} from '../../../src/core/readiness/parts.ts';
import { otherMinutes, readinessOf } from '../../../src/core/readiness/readiness.ts';
import { streakOf } from '../../../src/core/stats/overview.ts';
import type { Studied } from '../../support/planned-course.ts';
import { studied, studyDays } from '../../support/planned-course.ts';
import { totals } from '../../support/report-course.ts';

const look = ({ course, journal, clock }: Studied) => {
  const progress = journal.progress(course.id);
  const plan = planFor(course, progress, makeMoment(clock.now(), 0, 4).day) as ExamPlan;
  const titles = new Map(course.topics.map(({ id, title }) => [id, title]));
  return { progress, plan, domains: partFigures(plan, progress, titles) };
};

describe('the range of a part of an exam', () => {
  it('is not there before its evidence', () => {
    for (const domain of look(studied(0)).domains) {
      expect(domain.today).toBeNull();
      expect(domain.attempts).toBe(0);
    }
    const source = studied(0);
    studyDays(source, 1, 3);
    for (const { attempts, today } of look(source).domains)
      expect(today !== null).toBe(attempts >= FIRST_FIGURES.part);
  });

  it('lies around its score, within 0 and 1, for domains, tasks and topics', () => {
    const { domains } = look(studied(9));
    const parts = domains.flatMap(domain => [domain, ...domain.tasks, ...domain.topics]);
    const shown = parts.flatMap(({ today }) => (today === null ? [] : [today]));
    expect(shown.length).toBeGreaterThan(10);
    for (const { low, score, high } of shown) {
      expect(low).toBeLessThanOrEqual(score);
      expect(score).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }
  });

  it('agrees with the whole: the mean of the domains by their weights is its score', () => {
    const { domains, plan, progress } = look(studied(12));
    const whole = readinessOf(plan, progress).today?.score ?? 0;
    const mean = domains.reduce((sum, { weight, today }) => sum + weight * (today?.score ?? 0), 0);
    expect(Math.abs(whole - mean)).toBeLessThan(0.02);
  });

  it('has weights that add up to the domain, and to the exam', () => {
    const { domains } = look(studied(3));
    expect(domains.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    for (const domain of domains)
      expect(domain.tasks.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(domain.weight, 5);
  });

  it('rests on what partBasis says', () => {
    const { domains, plan } = look(studied(6));
    for (const domain of domains) {
      const basis = partBasis(plan, domain);
      expect(basis.attempts).toBe(domain.attempts);
      expect(basis.items).toBe(domain.items);
      expect(basis.right).toBeLessThanOrEqual(basis.attempts);
      expect(topicIdsOf(plan, domain).size).toBe(domain.topics.length);
    }
  });

  it('names the domain whose range begins lowest, and none while there is no range', () => {
    const { domains } = look(studied(9));
    const lowest = Math.min(...domains.map(({ today }) => today?.low ?? 2));
    expect(weakestDomain(domains)?.today?.low).toBe(lowest);
    expect(weakestDomain(look(studied(0)).domains)).toBeNull();
  });
});

it('a range stands below, around or above the aim', () => {
  const range = { score: 0.7, low: 0.6, high: 0.8 };
  expect(standing(range, 0.85)).toBe('below');
  expect(standing(range, 0.7)).toBe('around');
  expect(standing(range, 0.5)).toBe('above');
});

it('more minutes a day never lead to a lower score', () => {
  const { plan, progress } = look(studied(9));
  const scores = otherMinutes(plan, progress, [5, 10, 20, 45, 90]).map(({ paper }) => paper.score);
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
});

describe('days in a row', () => {
  const days = [1, 2, 4, 5].map(day => totals(day, { answers: 3 }));

  it('go on over a day off, which does not count, and end with a day missed', () => {
    expect(streakOf(days, 5)).toBe(2);
    expect(streakOf(days, 5, day => day === 3)).toBe(4);
    expect(streakOf(days, 6)).toBe(2);
    expect(streakOf(days, 7)).toBe(0);
    expect(streakOf(days, 7, day => day === 6)).toBe(2);
  });

  it('end although every day is off', () => {
    expect(streakOf(days, 9, () => true)).toBe(4);
    expect(streakOf([], 9, () => true)).toBe(0);
  });
});
