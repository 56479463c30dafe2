import { describe, expect, it } from 'vitest';
import { recordReading } from '../../../src/app/learner/reading-time.ts';
import { planFor } from '../../../src/core/readiness/exam-plan.ts';
import { minutesLeftToday } from '../../../src/core/readiness/exam-plan.ts';
import { examBlueprint, serves } from '../../support/exam-course.ts';
import { reviewed } from '../../support/homes.ts';
import { memoryJournal } from '../../support/memory-journal.ts';
import { card, choice, tinyCourse } from '../../support/tiny-course.ts';

const COURSE = tinyCourse({
  items: [card('a-c', 'a'), choice('a-q', undefined, { topic: 'a', tasks: serves('1.1') })],
  blueprints: [examBlueprint([60, 40], 4, 0)],
});
const DAY = 20_780;
const NOW = DAY * 86_400_000 + 10 * 3_600_000;
const MINUTE = 60_000;

const home = () => {
  const journal = memoryJournal(() => NOW);
  journal.add('tiny', { type: 'configured', settings: { exam: 'mock', minutesPerDay: 30 } });
  journal.add('tiny', { ...reviewed('a-c', DAY), ms: MINUTE } as ReturnType<typeof reviewed>);
  const left = (): number => {
    const plan = planFor(COURSE, journal.progress('tiny'), DAY, journal.msElsewhere('tiny', DAY));
    return plan === null ? -1 : minutesLeftToday(plan);
  };
  return { journal, left };
};

describe('the minutes of a day', () => {
  it('hold reading, up to ten minutes a note, and no glance at one', () => {
    const { journal, left } = home();
    expect(left()).toBe(29);
    recordReading({ course: COURSE, journal }, 'a', { day: DAY }, 3 * MINUTE);
    expect(left()).toBe(26);
    recordReading({ course: COURSE, journal }, 'a', { day: DAY }, 4_000);
    recordReading({ course: COURSE, journal }, 'a', { day: DAY }, 600 * MINUTE);
    expect(left()).toBe(16);
  });

  it('are shared by two courses on one day', () => {
    const { journal, left } = home();
    journal.add('other', { ...reviewed('b', DAY), ms: 2 * MINUTE } as ReturnType<typeof reviewed>);
    journal.add('other', { ...reviewed('b', DAY - 1), ms: MINUTE } as ReturnType<typeof reviewed>);
    expect(left()).toBe(27);
  });

  it('are shared by two exams of one course', () => {
    const { journal, left } = home();
    journal.add('tiny', { type: 'configured', settings: { exam: 'mock', examDate: '2026-12-12' } });
    expect(left()).toBe(29);
  });

  it('are not recorded by who has not begun to study, or where nothing can be saved', () => {
    const fresh = memoryJournal(() => NOW);
    recordReading({ course: COURSE, journal: fresh }, 'a', { day: DAY }, MINUTE);
    expect(fresh.events).toEqual([]);
    const { journal } = home();
    const before = journal.events.length;
    journal.disk = 'full';
    recordReading({ course: COURSE, journal }, 'a', { day: DAY }, MINUTE);
    expect(journal.events).toHaveLength(before);
  });
});
