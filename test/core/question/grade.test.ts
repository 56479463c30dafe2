import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Question } from '../../../src/core/course/course.ts';
import { textFingerprint, questionFingerprint } from '../../../src/core/course/keys.ts';
import type { Grade } from '../../../src/core/question/grade.ts';
import { grade, rightAnswer } from '../../../src/core/question/grade.ts';
import { exampleAnswer, leftLetter } from '../../../src/core/question/read-answer.ts';
import type { Presented } from '../../../src/core/question/present.ts';
import { present } from '../../../src/core/question/present.ts';
import { choice, instantiate, match, numeric, order, text, trueFalse } from '../../support/tiny-course.ts';

const put = (question: Question, seed = 1): Presented => {
  const presentation = present(question, seed, null, instantiate);
  if (presentation === null) throw new Error('not presented');
  return presentation.shown;
};
const judge = (shown: Presented, line: string): Grade => grade(shown, line, () => false);
const word = (shown: Presented, line: string): string => {
  const result = judge(shown, line);
  if (result.kind === 'no-answer') return '?';
  return result.parts === null
    ? result.verdict
    : `${result.verdict} ${result.parts.wrong}/${result.parts.total}`;
};

const ordered = choice('s', ['*one', 'two', 'three', 'four'], { keepOrder: true });
const several = choice('m', ['*a', 'b', '*c', 'd', 'e'], { keepOrder: true });

describe('a single', () => {
  it.each([
    ['1', 'correct'],
    [' 1 ', 'correct'],
    ['１', 'correct'],
    ['٢', 'wrong'],
    ['2', 'wrong'],
    ['0', '?'],
    ['5', '?'],
    ['1,2', '?'],
    ['1 1', '?'],
    ['one', '?'],
    ['-1', '?'],
    ['1.0', '?'],
  ])('"%s" is %s', (line, outcome) => expect(word(put(ordered), line)).toBe(outcome));

  it('names the option chosen by its text, whatever the order', () => {
    const question = choice('s', ['*one', 'two', 'three', 'four']);
    const chosen = new Set<string>();
    for (let seed = 0; seed < 30; seed++) {
      const shown = put(question, seed);
      const result = judge(shown, rightAnswer(shown));
      chosen.add(JSON.stringify(result.kind === 'graded' && result.response));
    }
    expect([...chosen]).toEqual([JSON.stringify({ kind: 'options', chosen: [textFingerprint('one')] })]);
  });
});

describe('a multiple', () => {
  it.each([
    ['1,3', 'correct 0/2'],
    ['3 1', 'correct 0/2'],
    ['1, 3', 'correct 0/2'],
    ['1,2', 'partial 1/2'],
    ['4,2', 'wrong 2/2'],
    ['1', '?'],
    ['1,1', '?'],
    ['1,3,4', '?'],
    ['1,6', '?'],
  ])('"%s" is %s', (line, outcome) => expect(word(put(several), line)).toBe(outcome));

  it('says how many numbers it wants', () => {
    expect(judge(put(several), 'x')).toEqual({
      kind: 'no-answer',
      accepted: 'two different numbers from 1 to 5, such as 1,3',
    });
  });
});

describe('a true-false', () => {
  it.each([
    ['true', 'correct'],
    ['TRUE', 'correct'],
    ['t', 'correct'],
    ['false', 'wrong'],
    ['f', 'wrong'],
    ['yes', 'correct'],
    ['1', 'correct'],
    ['3', '?'],
  ])('"%s" is %s', (line, outcome) => expect(word(put(trueFalse('t', true)), line)).toBe(outcome));
});

describe('a numeric', () => {
  const question = numeric('n', '24', 'RCU');
  it.each([
    ['24', 'correct'],
    ['24 RCU', 'correct'],
    ['24.0', 'correct'],
    ['25', 'wrong'],
    ['-24', 'wrong'],
    ['many', '?'],
    ['24 WCU', '?'],
  ])('"%s" is %s', (line, outcome) => expect(word(put(question), line)).toBe(outcome));

  it('tells a wrong unit', () => {
    expect(judge(put(question), '24 WCU')).toEqual({
      kind: 'no-answer',
      accepted: 'a number, such as 12 (the unit "RCU" is optional): the unit is RCU, not WCU',
    });
  });

  it('says so when the tolerance was needed', () => {
    expect(judge(put(numeric('n', '24', 'RCU', '1')), '25')).toMatchObject({
      verdict: 'correct',
      notes: ['within the tolerance: the exact answer is 24 RCU'],
      response: { kind: 'number', typed: '25' },
    });
  });
});

describe('an order', () => {
  const question = order('o', ['first', 'second', 'third']);
  it('is graded step by step', () => {
    const shown = put(question);
    const steps = shown.kind === 'order' ? shown.steps : [];
    const at = (step: string): number => steps.indexOf(step) + 1;
    const [a, b, c] = [at('first'), at('second'), at('third')];
    expect(word(shown, `${a} ${b} ${c}`)).toBe('correct 0/3');
    expect(word(shown, `${a},${c},${b}`)).toBe('partial 2/3');
    expect(word(shown, `${b} ${c} ${a}`)).toBe('wrong 3/3');
    for (const line of ['1 2', '1 1 2', '1 2 3 4', '1 2 x', '1234']) expect(word(shown, line)).toBe('?');
  });
});

describe('a match', () => {
  const question = match(
    'm',
    [
      ['SQS', 'queue'],
      ['SNS', 'topic'],
      ['Kinesis', 'stream'],
    ],
    ['table'],
  );
  it('is graded pair by pair', () => {
    const shown = put(question);
    const rights = shown.kind === 'match' ? shown.rights : [];
    const at = (right: string): number => rights.indexOf(right) + 1;
    const [a, b, c, d] = [at('queue'), at('topic'), at('stream'), at('table')];
    expect(word(shown, `a=${a} b=${b} c=${c}`)).toBe('correct 0/3');
    expect(word(shown, `C = ${c}, B=${b}; a:${a}`)).toBe('correct 0/3');
    expect(word(shown, `a${a} b-${b} c=${d}`)).toBe('partial 1/3');
    expect(word(shown, `a=${b} b=${b} c=${b}`)).toBe('partial 2/3');
    expect(word(shown, `a=${d} b=${d} c=${d}`)).toBe('wrong 3/3');
    for (const line of [
      'a=1 b=2',
      'a=1 a=2 b=3 c=4',
      'a=1 b=2 c=5',
      'a=1 b=2 d=3',
      '1 2',
      '1 2 3 4',
      '1 2 c',
      'a=1 b=2 c=',
      'a=0 b=1 c=2',
    ]) {
      expect(word(shown, line)).toBe('?');
    }
  });

  it('takes the forms in which people write pairs', () => {
    const shown = put(question);
    const rights = shown.kind === 'match' ? shown.rights : [];
    const at = (right: string): number => rights.indexOf(right) + 1;
    const [a, b, c] = [at('queue'), at('topic'), at('stream')];
    for (const line of [
      `${a} ${b} ${c}`,
      `${a},${b},${c}`,
      `${a}${b}${c}`,
      `${a}a ${b}b ${c}c`,
      `${b}=b, ${a}=a, ${c}=c`,
      `a ${a} b ${b} c ${c}`,
      `a) ${a}, b) ${b} and c) ${c}`,
      `a->${a} b → ${b} c=>${c}`,
      `a. ${a} b. ${b} c. ${c}`,
    ])
      expect(word(shown, line), line).toBe('correct 0/3');
  });

  it('has letters for as many left sides as there may be', () => {
    expect([0, 25, 26, 27].map(leftLetter)).toEqual(['a', 'z', 'aa', 'ab']);
  });
});

describe('a text', () => {
  const question = text('x', ['Visibility timeout', 'hiding time']);
  it('says what it was taken for', () => {
    expect(judge(put(question), 'visibility-timeout')).toMatchObject({ verdict: 'correct', notes: [] });
    expect(judge(put(question), 'visiblity timeout')).toMatchObject({
      verdict: 'correct',
      notes: ['accepted with a typo: Visibility timeout'],
      response: { kind: 'text', typed: 'visiblity timeout' },
    });
    expect(word(put(question), 'delay')).toBe('wrong');
    expect(word(put(question), '   ')).toBe('?');
  });

  it('keeps nothing that could drive a terminal, and not everything', () => {
    const result = judge(put(question), `\u001b[31m${'x'.repeat(2000)}`);
    const typed = result.kind === 'graded' && result.response.kind === 'text' ? result.response.typed : '';
    expect(typed).toHaveLength(500);
    expect(typed.startsWith('\ufffd[31m')).toBe(true);
  });
});

describe('numbers and truth', () => {
  it('are taken in the forms in which people write them', () => {
    const two = put(choice('mm', ['*a', '*b', 'c', 'd', 'e']));
    const right = two.kind === 'multiple' ? two.options.flatMap((o, i) => (o.correct ? [i + 1] : [])) : [];
    for (const between of [',', ' ', ' and ', '&', ' + ', '; ', '', '. '])
      expect(word(two, right.join(between)), between).toBe('correct 0/2');
    const yes = put(trueFalse('tf', true));
    for (const line of ['true', 'T', 'yes', 'y', '1']) expect(word(yes, line), line).toBe('correct');
    for (const line of ['false', 'f', 'No', 'n', '2']) expect(word(yes, line), line).toBe('wrong');
    for (const line of ['3', 'maybe', 'tf', '']) expect(word(yes, line), line).toBe('?');
  });
});

describe('an example', () => {
  it('is an answer of the right form', () => {
    const all: readonly Presented[] = [
      put(choice('mm', ['*a', '*b', 'c', 'd', 'e'])),
      put(trueFalse('tf', true)),
      put(numeric('n', '24', 'RCU')),
      put(order('o', ['first', 'second', 'third'])),
      put(
        match(
          'm',
          [
            ['SQS', 'queue'],
            ['SNS', 'topic'],
          ],
          ['table'],
        ),
      ),
      put(text('x', ['Visibility timeout'])),
    ];
    for (const shown of all) expect(judge(shown, exampleAnswer(shown)).kind, shown.kind).toBe('graded');
  });
});

describe('every kind', () => {
  const questions: readonly Question[] = [
    choice('s', ['*one', 'two', 'three', 'four']),
    choice('m', ['*a', 'b', '*c', '*d', 'e', 'f']),
    trueFalse('t', false),
    numeric('n', '1024.5', 'KB', '2%'),
    order('o', ['same', 'other', 'same', 'last']),
    match('p', [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ]),
    text('x', ['gp3', 'General Purpose SSD']),
  ];
  const seeds = fc.integer({ min: 0, max: 0xffffffff });

  it('grades the right answer as correct, in whatever order it is shown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), seeds, (question, seed) => {
        const shown = put(question, seed);
        expect(judge(shown, rightAnswer(shown))).toMatchObject({ kind: 'graded', verdict: 'correct' });
      }),
    );
  });

  it('takes any line without an error, with parts that add up', () => {
    const lines = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'123456,;= abcxy.-') }));
    fc.assert(
      fc.property(fc.constantFrom(...questions), seeds, lines, (question, seed, line) => {
        const result = judge(put(question, seed), line);
        if (result.kind === 'no-answer') {
          expect(result.accepted).not.toBe('');
          return;
        }
        const { parts, verdict } = result;
        if (parts === null) expect(verdict).not.toBe('partial');
        else {
          const expected = parts.wrong === 0 ? 'correct' : parts.wrong < parts.total ? 'partial' : 'wrong';
          expect(verdict).toBe(expected);
          expect(parts.wrong).toBeLessThanOrEqual(parts.total);
        }
      }),
    );
  });
});

describe('the fingerprint of a question', () => {
  it('does not depend on the order of its options, but on their texts and on which is right', () => {
    const question = choice('s', ['*one', 'two', 'three', 'four']);
    const prints = new Set(
      Array.from({ length: 20 }, (_, seed) => questionFingerprint(put(question, seed).question)),
    );
    expect(prints.size).toBe(1);
    const others = [
      ['*one', 'two', 'three', 'five'],
      ['one', '*two', 'three', 'four'],
    ].map(options => questionFingerprint(choice('s', options)));
    for (const other of others) expect(prints.has(other)).toBe(false);
  });
});
