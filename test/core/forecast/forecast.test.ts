import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adherence, forecast, passChance } from '../../../src/core/forecast/forecast.ts';
import { judge } from '../../../src/core/forecast/judge.ts';
import { knownOn } from '../../../src/core/forecast/known.ts';
import { hourOn, minutesFor, scoreAfter } from '../../../src/core/forecast/levers.ts';
import { gainCurve, knownAfter } from '../../../src/core/forecast/planned.ts';
import { reachFrom } from '../../../src/core/forecast/reach.ts';
import { statusOf } from '../../../src/core/forecast/status.ts';
import { answersArbitrary, entriesArbitrary, learnerOf, mapOf, plainMap } from '../../support/plan-world.ts';

const REACH = reachFrom([]);
const DAY = 21;
const EXAM = 42;

describe('the forecast', () => {
  it('is never lower for more minutes', () => {
    fc.assert(
      fc.property(
        entriesArbitrary,
        answersArbitrary,
        fc.nat(600),
        fc.nat(600),
        (entries, answers, some, more) => {
          const map = mapOf(entries);
          if (map.items.length === 0) return;
          const learner = learnerOf(map, answers);
          const curve = gainCurve(learner, knownOn(learner, EXAM), DAY, EXAM, 0.2);
          const less = knownAfter(curve, some * 60).share;
          expect(knownAfter(curve, (some + more) * 60).share).toBeGreaterThanOrEqual(less - 1e-12);
          expect(scoreAfter(curve, REACH, some + more)).toBeGreaterThanOrEqual(
            scoreAfter(curve, REACH, some) - 1e-12,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of today is never lowered by a right answer', () => {
    fc.assert(
      fc.property(entriesArbitrary, answersArbitrary, fc.nat(99), (entries, answers, item) => {
        const map = mapOf(entries);
        if (map.items.length === 0) return;
        const before = knownOn(learnerOf(map, answers), DAY).share;
        const after = learnerOf(map, answers);
        after.answer(item % map.items.length, true, DAY);
        after.refresh();
        expect(knownOn(after, DAY).share).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('lies within its intervals, and one paper is less certain than the expected share', () => {
    fc.assert(
      fc.property(answersArbitrary, answers => {
        const made = forecast(knownOn(learnerOf(plainMap(), answers), DAY), null, REACH, 50);
        expect(made.expected.low).toBeLessThanOrEqual(made.expected.score);
        expect(made.expected.high).toBeGreaterThanOrEqual(made.expected.score);
        expect(made.paper.low).toBeLessThanOrEqual(made.expected.low);
        expect(made.paper.high).toBeGreaterThanOrEqual(made.expected.high);
      }),
      { numRuns: 30 },
    );
  });

  it('gives an even chance to an aim that is the score forecast', () => {
    const made = forecast(knownOn(learnerOf(plainMap()), DAY), null, REACH, 50);
    expect(passChance(made, made.paper.score + 0.01, 50)).toBeCloseTo(0.5, 5);
    expect(passChance(made, 0.95, 50)).toBeLessThan(0.01);
  });

  it('moves by a mock only as far as the mock is large', () => {
    const mock = { right: 0.3, known: 0.5, spread: 0.03 };
    const small = reachFrom([{ ...mock, questions: 20 }]);
    const large = reachFrom([{ ...mock, questions: 65 }]);
    expect(small.mean).toBeLessThan(REACH.mean);
    expect(large.mean).toBeLessThan(small.mean);
    expect(large.spread).toBeLessThan(small.spread);
  });

  it('takes samples in any order', () => {
    const one = { questions: 20, right: 0.5, known: 0.4, spread: 0.02 };
    const other = { questions: 65, right: 0.7, known: 0.6, spread: 0.03 };
    expect(reachFrom([one, other]).mean).toBeCloseTo(reachFrom([other, one]).mean, 12);
  });

  it('believes in 85 of 100 promised minutes before there is evidence', () => {
    expect(adherence(0, 30, 0)).toBeCloseTo(0.85, 9);
    expect(adherence(0, 30, 30)).toBe(0.1);
    expect(adherence(900, 30, 27)).toBeGreaterThan(0.98);
  });
});

describe('the levers', () => {
  const learner = learnerOf(plainMap());
  const curve = gainCurve(learner, knownOn(learner, EXAM), DAY, EXAM, 0.2);

  it('say how many minutes a day give an even chance of the aim', () => {
    expect(minutesFor(curve, REACH, 0.1, 21, 1)).toBe(0);
    expect(minutesFor(curve, REACH, 0.999, 21, 1)).toBeNull();
    const minutes = minutesFor(curve, REACH, 0.55, 21, 1) ?? 0;
    expect(minutes).toBeGreaterThan(0);
    expect(scoreAfter(curve, REACH, minutes * 21)).toBeGreaterThanOrEqual(0.55);
  });

  it('value an hour on a part of the exam at no more than on all of it', () => {
    const all = hourOn(curve, REACH, () => 1);
    const half = hourOn(curve, REACH, topic => topic % 2);
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThanOrEqual(all);
    expect(hourOn(curve, REACH, () => 0)).toBe(0);
  });
});

describe('the status', () => {
  it('compares the projection with the aim', () => {
    const interval = { score: 0.7, low: 0.6, high: 0.8 };
    expect(statusOf(interval, 0.7)).toBe('on track');
    expect(statusOf(interval, 0.75)).toBe('close');
    expect(statusOf(interval, 0.85)).toBe('behind');
  });
});

describe('the judgment of past forecasts', () => {
  it('tells bias, how often the interval held, and the Brier score', () => {
    const forecast70 = { score: 0.7, low: 0.6, high: 0.8, passChance: 0.5 };
    const judgment = judge([
      { ...forecast70, right: 0.65, passed: false },
      { ...forecast70, right: 0.85, passed: true },
      { ...forecast70, passChance: 1, right: null, passed: true },
    ]);
    expect(judgment?.forecasts).toBe(3);
    expect(judgment?.bias).toBeCloseTo(-0.05, 9);
    expect(judgment?.held).toBe(0.5);
    expect(judgment?.brier).toBeCloseTo(0.5 / 3, 9);
  });

  it('says nothing without any', () => {
    expect(judge([])).toBeNull();
  });
});
