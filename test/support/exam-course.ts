/** A course with a bank for mock exams, and papers of it. */
import type { Blueprint, CourseReader, Item } from '../../src/core/course/course.ts';
import type { DrawnPaper } from '../../src/core/journal/paper.ts';
import { drawPaper } from '../../src/core/exam/draw-paper.ts';
import { choice, instantiate, tinyCourse } from './tiny-course.ts';

/** Domains `d1`, `d2` and so on with these weights; each has the tasks `1.1` and `1.2`, `2.1` and so on. */
export const examBlueprint = (
  weights: readonly number[],
  scored: number,
  unscored: number,
  more: Partial<Blueprint> = {},
): Blueprint => ({
  id: 'mock',
  title: 'A mock exam',
  path: 'questions/exams/mock.yaml',
  questions: { scored, unscored },
  minutes: 10,
  aim: 80,
  valid: {},
  kinds: ['single', 'multiple'],
  provisional: false,
  domains: weights.map((weight, i) => ({
    id: `d${i + 1}`,
    title: `Domain ${i + 1}`,
    weight,
    tasks: [1, 2].map(task => ({ id: `${i + 1}.${task}`, title: `Task ${i + 1}.${task}` })),
  })),
  sources: [],
  checked: '2026-11-20',
  ...more,
});

/** Tags of a question that serves these domains or tasks of the blueprint. */
export const serves = (...tasks: readonly string[]) => [{ blueprint: 'mock', tasks }];

/** So many single choice questions for each domain: `d1-q0` and so on, of the topic `t1` and so on. */
export const examBank = (sizes: readonly number[]): readonly Item[] =>
  sizes.flatMap((size, domain) =>
    Array.from({ length: size }, (_, i) =>
      choice(`d${domain + 1}-q${i}`, undefined, {
        topic: `t${domain + 1}`,
        tasks: serves(`${domain + 1}.${(i % 2) + 1}`),
      }),
    ),
  );

export const examCourse = (items: readonly Item[], blueprint: Blueprint): CourseReader =>
  tinyCourse({ items, blueprints: [blueprint] });

/** The paper of a seed. */
export const draw = (items: readonly Item[], blueprint: Blueprint, seed = 1): DrawnPaper =>
  drawPaper({ course: examCourse(items, blueprint), blueprint, instantiate }, seed);
