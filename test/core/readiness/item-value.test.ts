import { describe, expect, it } from 'vitest';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import type { Item } from '../../../src/core/course/course.ts';
import { examPlanOf } from '../../../src/core/readiness/exam-plan.ts';
import type { ItemValue } from '../../../src/core/readiness/item-value.ts';
import { itemValueOf } from '../../../src/core/readiness/item-value.ts';
import { itemValueLines } from '../../../src/text/plan/item-value.ts';
import { examBlueprint, serves } from '../../support/exam-course.ts';
import { reviewed } from '../../support/homes.ts';
import type { MemoryJournal } from '../../support/memory-journal.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import { card, choice, tinyCourse } from '../../support/tiny-course.ts';

const ITEMS: readonly Item[] = [
  ...['a', 'b', 'other'].flatMap(topic => [1, 2, 3, 4].map((n): Item => card(`${topic}-c${n}`, topic))),
  choice('a-q', undefined, { topic: 'a', tasks: serves('1.1') }),
  choice('b-q', undefined, { topic: 'b', tasks: serves('2.1') }),
];
const COURSE = tinyCourse({ items: ITEMS, blueprints: [examBlueprint([90, 10], 4, 0)] });

const home = (): { readonly journal: MemoryJournal; readonly day: number; value(key: string): ItemValue } => {
  const clock = testClock('2026-11-21T10:00:00Z');
  const journal = memoryJournal(clock.now);
  const { day } = makeMoment(clock.now(), 0, 4);
  journal.add('tiny', { type: 'configured', settings: { exam: 'mock', examDate: '2026-12-12' } });
  return {
    journal,
    day,
    value: key => {
      const progress = journal.progress('tiny');
      const plan = examPlanOf(COURSE, progress, day);
      if (plan === null) throw new Error('There is no plan');
      return itemValueOf(plan, progress, key);
    },
  };
};

describe('what asking an item now is worth', () => {
  it('is most for what the plan asks next, and names that for all others', () => {
    const { value } = home();
    const { first } = value('b-c1');
    expect(first).not.toBeNull();
    const best = value(first?.key ?? '');
    expect(best).toMatchObject({ standing: 'new', ahead: { reviews: 0, sections: 0 } });
    const { key: _, ...worth } = first ?? { key: '' };
    expect(best.worth).toEqual(worth);
    expect(itemValueLines(best, first?.key ?? '').join('\n')).toContain('It comes next.');
    const other = value('b-c1');
    expect(other.ahead.sections).toBeGreaterThan(0);
    expect(other.worth?.pointsAnHour).toBeLessThan(best.worth?.pointsAnHour ?? 0);
    expect(itemValueLines(other, 'b-c1').join('\n')).toContain(`Next comes ${first?.key}`);
  });

  it('is points of the exam for the seconds it takes', () => {
    const { points = 0, seconds = 0, pointsAnHour } = home().value('a-c1').worth ?? {};
    expect(points).toBeGreaterThan(0);
    expect(points).toBeLessThan(100);
    expect(pointsAnHour).toBeCloseTo((3600 * points) / seconds, 9);
  });

  it('is told of reviews by the chance to recall them', () => {
    const { journal, day, value } = home();
    journal.add('tiny', reviewed('a-c1', day - 5, 'again'));
    journal.add('tiny', reviewed('a-c2', day - 1, 'good'));
    expect(['review', 'waits']).toContain(value('a-c1').standing);
    expect(value('a-c1').recall).toBeLessThan(0.9);
    expect(value('a-c2')).toMatchObject({ standing: 'known', worth: null });
  });

  it.each([
    ['other-c1', 'outside', 'the exam asks nothing about it'],
    ['a-c1', 'asked', 'it was asked today'],
    ['a-c2', 'set-aside', 'it is set aside'],
  ] as const)('is nothing for %s: %s', (key, standing, told) => {
    const { journal, day, value } = home();
    journal.add('tiny', reviewed('a-c1', day));
    journal.add('tiny', { type: 'suspended', items: ['a-c2'], value: true });
    expect(value(key)).toMatchObject({ standing, worth: null });
    expect(itemValueLines(value(key), key).join('\n')).toContain(told);
  });
});
