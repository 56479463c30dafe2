import { describe, expect, it } from 'vitest';
import { textFingerprint } from '../../../src/core/course/keys.ts';
import type { FirstAnswer, GroupLearner } from '../../../src/core/stats/group/group.ts';
import { groupReport } from '../../../src/core/stats/group/group.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { groupLines } from '../../../src/text/stats/group.ts';
import { choice, tinyCourse } from '../../support/tiny-course.ts';

const course = tinyCourse({
  items: ['q1', 'q2', 'q3', 'q4'].map(key => choice(key, ['*key', 'trap', 'other'])),
});

const answer = (text: string, more: Partial<FirstAnswer> = {}): FirstAnswer => ({
  right: text === 'key',
  chosen: [textFingerprint(text)],
  ms: 10_000,
  unsure: false,
  ...more,
});
const learner = (label: string, texts: readonly string[]): GroupLearner => ({
  label,
  answers: new Map(texts.map((text, i) => [`q${i + 1}`, answer(text)])),
});

/** Six who know everything but q4, whose key they contradict, and six who know nothing and choose its key. */
const twelve = Array.from({ length: 12 }, (_, i) =>
  learner(
    `l${i}`,
    i < 6 ? ['key', 'key', 'key', 'trap'] : ['trap', 'other', i === 6 ? 'key' : 'trap', 'key'],
  ),
);

describe('a group of learners', () => {
  it('of fewer than ten is counted, and no question is judged', () => {
    const report = groupReport(course, twelve.slice(0, 3));
    expect(report.questions[0]).toMatchObject({
      item: 'q4',
      answers: 3,
      right: 0,
      ms: 10_000,
      sureButWrong: 3,
      discrimination: null,
      contradicted: null,
    });
    expect(report.questions[0]?.options.map(({ chosen }) => chosen)).toEqual([0, 3, 0]);
    expect(groupLines(report, makeStyle(false)).join('\n')).toContain(
      'no question can be judged: from 10 on',
    );
  });

  it('of ten and more tells how a question discriminates, and which key the best contradict', () => {
    const { questions, judged } = groupReport(course, twelve);
    const of = (item: string) => questions.find(each => each.item === item);
    expect(judged).toBe(true);
    expect(of('q1')?.discrimination).toBeGreaterThan(0.5);
    expect(of('q4')?.discrimination).toBeLessThan(-0.5);
    expect(questions.filter(({ contradicted }) => contradicted).map(({ item }) => item)).toEqual(['q4']);
    expect(groupLines({ learners: [], questions, judged }, makeStyle(false)).join('\n')).toContain(
      'Look at the key of q4',
    );
  });

  it('discriminates by the point-biserial correlation', () => {
    // Ten learners; x is right for the first five, whose rest is 1, and wrong for the others, whose rest is 0: r = 1.
    const ten = Array.from({ length: 10 }, (_, i) =>
      learner(`l${i}`, i < 5 ? ['key', 'key'] : ['trap', 'trap']),
    );
    expect(groupReport(course, ten).questions.map(({ discrimination }) => discrimination)).toEqual([1, 1]);
    // All right: nothing is known.
    const same = Array.from({ length: 10 }, (_, i) => learner(`l${i}`, ['key', 'key']));
    expect(groupReport(course, same).questions[0]?.discrimination).toBeNull();
  });

  it('leaves out items that the course does not have', () => {
    const stranger = { label: 'x', answers: new Map([['gone', answer('key')]]) };
    expect(groupReport(course, [stranger])).toMatchObject({
      questions: [],
      learners: [{ label: 'x', answers: 0 }],
    });
  });
});
