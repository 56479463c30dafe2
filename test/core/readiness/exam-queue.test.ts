import { describe, expect, it } from 'vitest';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import { UNSEEN } from '../../../src/core/memory/schedule.ts';
import { todaysLoad } from '../../../src/core/readiness/exam-days.ts';
import { examPlanOf } from '../../../src/core/readiness/exam-plan.ts';
import type { QueueView } from '../../../src/core/readiness/exam-queue.ts';
import { ExamQueue } from '../../../src/core/readiness/exam-queue.ts';
import { studied } from '../../support/planned-course.ts';

/** A queue on the day after so many days of study, and what the plan of the day is known to begin with. */
const worldAfter = (days: number) => {
  const { course, journal, clock } = studied(days);
  const { day } = makeMoment(clock.now(), 0, 4);
  const progress = journal.progress(course.id);
  const plan = examPlanOf(course, progress, day);
  if (plan === null) throw new Error('no plan');
  const view = (answers: QueueView['answers'] = [], passed: readonly string[] = []): QueueView => ({
    course,
    progress,
    day,
    answers,
    passed,
  });
  return { view, first: todaysLoad(plan, progress).first };
};

/** So many items in turn, answered right or wrong in turn. */
const ask = (queue: ExamQueue, view: ReturnType<typeof worldAfter>['view'], count: number) => {
  const answers: { item: string; right: boolean; ms: number }[] = [];
  for (let number = 0; number < count; number++) {
    const item = queue.next(view(answers));
    if (item === null) break;
    queue.begin(() => view(answers));
    answers.push({ item, right: number % 2 === 0, ms: 10_000 });
  }
  return answers.map(({ item }) => item);
};

describe('a queue that knows what comes first', () => {
  it.each([0, 3, 12])('after %i days asks the same as one that has to find out', days => {
    const { view, first } = worldAfter(days);
    expect(first).not.toBeNull();
    const found = ask(new ExamQueue(null), view, 30);
    expect(found.length).toBe(30);
    expect(found[0]).toBe(first);
    expect(ask(new ExamQueue(null, first), view, 30)).toEqual(found);
  });

  it('asks something else where that was passed over, or was asked meanwhile', () => {
    const { view, first } = worldAfter(3);
    expect(new ExamQueue(null, first).next(view([], [first ?? '']))).not.toBe(first);
    const { progress } = view();
    const items = new Map(progress.items);
    items.set(first ?? '', { ...(items.get(first ?? '') ?? UNSEEN), suspended: true });
    const changed = { ...view(), progress: { ...progress, items } };
    expect(new ExamQueue(null, first).next(changed)).not.toBe(first);
  });
});
