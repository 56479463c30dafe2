import { describe, expect, it } from 'vitest';
import { keyWords, responseWords } from '../../../src/core/exam/answer-words.ts';
import { readExtraTime } from '../../../src/core/exam/extra-time.ts';
import type { ExamInput } from '../../../src/core/exam/state.ts';
import { draw, examBlueprint, serves } from '../../support/exam-course.ts';
import { sitExam } from '../../support/sat-exam.ts';
import { choice, match, numeric, order, text, trueFalse } from '../../support/tiny-course.ts';

const tasks = { tasks: serves('1.1') };
const items = [
  choice('single', ['*a', 'b', 'c', 'd'], { ...tasks, keepOrder: true }),
  choice('multiple', ['*a', 'b', '*c', 'd', 'e'], { ...tasks, keepOrder: true }),
  trueFalse('true-false', false, tasks),
  numeric('numeric', '24', 'RCU', '0', tasks),
  order('order', ['one', 'two', 'three'], tasks),
  match(
    'match',
    [
      ['x', '1'],
      ['y', '2'],
    ],
    ['3'],
    tasks,
  ),
  text('text', ['SQS', 'Simple Queue Service'], tasks),
];

/** What becomes of an input at the question that is the only one of its paper. */
const at = (item: string, input: ExamInput) => {
  const [one] = items.filter(({ key }) => key === item);
  const kinds = one === undefined ? [] : [one.kind];
  const exam = sitExam(draw(one === undefined ? [] : [one], examBlueprint([100], 1, 0, { kinds })));
  exam.send(input);
  const question = exam.state.sitting.paper.questions[0] ?? expect.fail('a question');
  const response = exam.state.sitting.records[0]?.response ?? null;
  return { question, words: responseWords(question, response), exam };
};

describe('an answer in words', () => {
  it.each([
    ['single', '2', ['b']],
    ['multiple', '1,5', ['a', 'e']],
    ['true-false', 'true', ['true']],
    ['numeric', '48 RCU', ['48 RCU']],
    ['text', 'dead letters', ['dead letters']],
  ])('of a %s question is what was typed', (item, line, texts) => {
    expect(at(item, { type: 'answer', line }).words).toEqual({ line, texts });
  });

  it('of an order and of a match is what was typed, with its texts', () => {
    const ordered = at('order', { type: 'answer', line: '3 1 2' });
    const shown = ordered.question.kind === 'order' ? ordered.question.shown : [];
    expect(ordered.words).toEqual({ line: '3 1 2', texts: [shown[2], shown[0], shown[1]] });
    const matched = at('match', { type: 'answer', line: 'a=3 b=1' });
    const rights = matched.question.kind === 'match' ? matched.question.rights : [];
    expect(matched.words).toEqual({ line: 'a=3 b=1', texts: [`x: ${rights[2]}`, `y: ${rights[0]}`] });
  });

  it('of an incomplete choice is what was chosen, and of none is empty', () => {
    expect(at('multiple', { type: 'choose', options: [4] }).words).toEqual({ line: '4', texts: ['d'] });
    expect(at('single', { type: 'clear' }).words).toEqual({ line: '', texts: [] });
  });

  it('of the key is right when it is typed', () => {
    for (const { key } of items) {
      const { question, exam } = at(key, { type: 'tick' });
      exam.send({ type: 'answer', line: keyWords(question).line });
      expect([key, exam.state.sitting.records[0]?.verdict]).toEqual([key, 'correct']);
      expect(keyWords(question).texts.length).toBeGreaterThan(0);
    }
  });

  it('to another question is none', () => {
    const { question } = at('single', { type: 'tick' });
    expect(responseWords(question, { kind: 'order', steps: ['a'] })).toEqual({ line: '', texts: [] });
    expect(responseWords(question, { kind: 'options', chosen: ['ffff'] })).toEqual({ line: '', texts: [] });
  });
});

describe('extra time', () => {
  it.each([
    ['30', 30],
    ['30 min', 30],
    ['25%', 32.5],
    ['1.25x', 32.5],
    ['1x', 0],
    ['0', 0],
    ['0.5', 0.5],
  ])('of %s for 130 minutes is %f minutes', (typed, minutes) => {
    expect(readExtraTime(typed, 130)).toBe(minutes);
  });

  it.each(['', 'x', '-5', '0.5x', '1e3', '30 hours', '9999', '20x'])('is not %j', typed => {
    expect(readExtraTime(typed, 130)).toBeNull();
  });
});
