import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../bench/learning/families.ts';
import { core, CorePlanner } from '../../bench/learning/planners/core.ts';
import { ankiCards, courseQueue } from '../../bench/learning/planners/queue.ts';
import { loadCourse } from '../../bench/learning/course.ts';
import { runFamily } from '../../bench/learning/run.ts';
import { forecastQuality, gainOf } from '../../bench/learning/tables.ts';

const only = (...names: string[]) => FAMILIES.filter(({ name }) => names.includes(name));

describe('simulated learners, two of a family', () => {
  it.each([
    ['fsrs-mid', 10],
    ['transfer-0.7', 22],
    ['apply', 11],
    ['short-7x20', 3],
  ])('gain by the plan in %s at least %d points, and more than the best user of Anki', (name, floor) => {
    for (const family of only(name)) {
      const gain = gainOf(family, core, 2);
      expect(gain).toBeGreaterThanOrEqual(floor);
      expect(gain).toBeGreaterThan(gainOf(family, ankiCards, 2));
      expect(gain).toBeGreaterThan(gainOf(family, courseQueue, 1));
    }
  });

  it('get a forecast that is not far off on the eve', () => {
    const eve = forecastQuality(only('fsrs-mid', 'slow'), 2).at(-1);
    expect(Math.abs(eve?.bias ?? 99)).toBeLessThan(4);
    expect(eve?.calibration).toBeLessThan(0.15);
  });

  it('are asked nothing outside the exam, nothing twice a day, and enough questions and reviews', () => {
    for (const family of only('fsrs-mid')) {
      const course = loadCourse(family.exam);
      const today = new Set<string>();
      let answers = 0;
      let reviews = 0;
      runFamily(family, setup => new CorePlanner(setup), 1, {
        onAnswer: (item, _, day, first) => {
          const key = course.items[item]?.key ?? '';
          expect(course.map.numbers.has(key)).toBe(true);
          expect(today.has(`${day} ${key}`)).toBe(false);
          today.add(`${day} ${key}`);
          if (day < 3) return;
          answers++;
          if (!first) reviews++;
        },
      });
      expect(reviews / answers).toBeGreaterThanOrEqual(0.28);
    }
  });
});
