import { describe, expect, it } from 'vitest';
import type { ResultFile } from '../../../src/core/exam/compare/compare.ts';
import { compareResults } from '../../../src/core/exam/compare/compare.ts';
import { compareLines } from '../../../src/text/exam/exam-compare.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';

const result = (label: string, verdicts: readonly (string | null)[], more: object = {}): ResultFile => ({
  label,
  text: JSON.stringify({
    schema: 'study/1',
    blueprint: { id: 'dva', title: 'Developer' },
    seed: 7,
    used: 600_000,
    score: { questions: verdicts.length, correct: verdicts.filter(each => each === 'correct').length },
    domains: [{ id: '1', questions: verdicts.length, correct: 1 }],
    questions: verdicts.map((verdict, i) => ({
      item: `q${i}`,
      text: `Q${i}?`,
      verdict,
      correct: verdict === 'correct',
    })),
    ...more,
  }),
});

describe('results of exams', () => {
  it('of one paper stand side by side', () => {
    const comparison = compareResults([
      result('anna', ['correct', 'wrong', 'correct']),
      result('ben', ['correct', null, 'wrong']),
    ]);
    expect(compareLines(comparison, makeStyle(false)).map(line => line.trimEnd())).toEqual([
      'Developer (dva), seed 7, 3 questions',
      '',
      '            anna    ben',
      '  right     2 of 3  1 of 3',
      '  share     67 %    33 %',
      '  minutes   10      10',
      '  domain 1  33 %    33 %',
      '',
      'Questions that not all of them got right:',
      '  2  q1  wrong  blank',
      '  3  q2  right  wrong',
    ]);
  });

  it.each([
    ['seeds 7 and 8', { seed: 8 }],
    ['exams dva and saa', { blueprint: { id: 'saa', title: 'x' } }],
    ['the course changed', { questions: [{ item: 'q0', text: 'Other?', verdict: null, correct: false }] }],
  ])('of different papers are refused: %s', (why, more) => {
    expect(() => compareResults([result('anna', ['correct']), result('ben', ['correct'], more)])).toThrow(
      why,
    );
  });

  it.each(['', 'null', '[]', '{}', '{"blueprint":{},"score":{},"questions":[]}', 'x'])(
    'are told from what is none: %j',
    text => {
      expect(() => compareResults([result('anna', ['correct']), { label: 'x', text }])).toThrow('no result');
    },
  );

  it('have to be two', () => {
    expect(() => compareResults([result('anna', ['correct'])])).toThrow('needs two');
  });
});
