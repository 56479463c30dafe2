/** Small exams and learners for tests of the planner. */
import * as fc from 'fast-check';
import type { ExamMap, MapEntry } from '../../src/core/plan/exam-map.ts';
import { examMap } from '../../src/core/plan/exam-map.ts';
import type { LearnerRecord } from '../../src/core/plan/learner.ts';
import { Learner } from '../../src/core/plan/learner.ts';
import { reviewCell } from '../../src/core/plan/memory-fit.ts';
import { NO_PACE } from '../../src/core/journal/progress.ts';
import type { MemoryTrace } from '../../src/core/journal/progress.ts';
import { firstTrace, nextTrace } from '../../src/core/plan/trace.ts';

/** One answer: which item (modulo the number of items), on which day, and how. */
export interface TestAnswer {
  readonly item: number;
  readonly day: number;
  readonly right: boolean;
}

export const BLUEPRINT = {
  id: 'exam',
  domains: [
    {
      id: '1',
      weight: 60,
      tasks: [
        { id: '1.1', weight: 1 },
        { id: '1.2', weight: 3 },
      ],
    },
    { id: '2', weight: 40, tasks: [] },
  ],
} as const;

const TASKS: readonly string[] = ['1.1', '1.2', '2'];

/** Tags of the exam, as a course has them. */
export const tagsOf = (tasks: readonly string[]): MapEntry['tasks'] =>
  tasks.length === 0 ? [] : [{ blueprint: BLUEPRINT.id, tasks }];

/** Items of a course, by topic (10), section (3), kind, and whether they serve the exam. */
export const entriesArbitrary: fc.Arbitrary<readonly MapEntry[]> = fc
  .array(
    fc.record({
      topic: fc.integer({ min: 0, max: 9 }),
      section: fc.integer({ min: 0, max: 2 }),
      question: fc.boolean(),
      tasks: fc.uniqueArray(fc.constantFrom(...TASKS), { maxLength: 2 }),
    }),
    { minLength: 4, maxLength: 60 },
  )
  .map(items =>
    items.map(({ topic, section, question, tasks }, index) => ({
      key: `i${index}`,
      type: question ? ('question' as const) : ('card' as const),
      kind: question ? ('single' as const) : ('basic' as const),
      topic: `t${topic}`,
      section: `s${section}`,
      family: `i${index}`,
      ...(index % 5 === 0 ? { grade: 'exam' as const } : {}),
      tasks: question ? tagsOf(tasks) : [],
    })),
  );

/** @param after topics to begin before another, by its id */
export const mapOf = (
  entries: readonly MapEntry[],
  after: Readonly<Record<string, readonly string[]>> = {},
): ExamMap =>
  examMap(
    BLUEPRINT,
    Array.from({ length: 10 }, (_, index) => {
      const first = after[`t${index}`];
      return {
        id: `t${index}`,
        area: `a${index % 3}`,
        weight: 1,
        ...(first !== undefined && { after: first }),
      };
    }),
    entries,
  );

/** Four topics of three cards and two questions each, in two domains. */
export const plainMap = (): ExamMap =>
  mapOf(
    Array.from({ length: 20 }, (_, index): MapEntry => {
      const question = index % 5 > 2;
      return {
        key: `i${index}`,
        type: question ? 'question' : 'card',
        kind: question ? 'single' : 'basic',
        topic: `t${Math.floor(index / 5)}`,
        section: `s${index % 2}`,
        family: `i${index}`,
        tasks: question ? tagsOf([TASKS[Math.floor(index / 5) % 3] ?? '2']) : [],
      };
    }),
  );

export const answersArbitrary: fc.Arbitrary<readonly TestAnswer[]> = fc.array(
  fc.record({
    item: fc.integer({ min: 0, max: 99 }),
    day: fc.integer({ min: 0, max: 20 }),
    right: fc.boolean(),
  }),
  { maxLength: 80 },
);

/** What a fold of answers gives: each item's in the order of their days. */
const recordOf = (map: ExamMap, answers: readonly TestAnswer[]): LearnerRecord => {
  const traces = new Map<string, MemoryTrace>();
  const reviews = new Map<number, number>();
  for (const { item, day, right } of [...answers].sort((a, b) => a.day - b.day)) {
    const entry = map.items[item % Math.max(1, map.items.length)];
    if (entry === undefined) continue;
    const before = traces.get(entry.key);
    if (before === undefined) {
      traces.set(entry.key, firstTrace(entry.type, right, day));
      continue;
    }
    const days = day - before.day;
    if (days < 1) continue;
    const cell = reviewCell({ ...before, days, right, guess: entry.guess });
    reviews.set(cell, (reviews.get(cell) ?? 0) + 1);
    traces.set(entry.key, nextTrace(before, right, day));
  }
  return { traces: visit => traces.forEach((trace, key) => visit(key, trace)), reviews, pace: NO_PACE };
};

export const learnerOf = (map: ExamMap, answers: readonly TestAnswer[] = []): Learner =>
  new Learner(map, recordOf(map, answers));
