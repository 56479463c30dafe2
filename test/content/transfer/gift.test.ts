import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAiken, readAiken } from '../../../src/content/transfer/aiken.ts';
import { isGift, readGift } from '../../../src/content/transfer/gift.ts';

const entry = (text: string): unknown => readGift(text).questions[0]?.entry;

describe('a question in GIFT', () => {
  it('with one right answer is a choice, with its feedback as reasons', () => {
    expect(
      entry('::T:: Who? {\n=Ann#yes\n~Bob#no, {\\}\n~Eve\n####She wrote it.}'.replace('{\\}', '\\{x\\}')),
    ).toEqual({
      kind: 'single',
      stem: 'Who?',
      options: [
        { text: 'Ann', correct: true, why: 'yes\n\nShe wrote it.' },
        { text: 'Bob', why: 'no, {x}' },
        { text: 'Eve' },
      ],
    });
  });

  it('with weights has several right answers, and tells that parts of the points are lost', () => {
    const { questions, remarks } = readGift('Which? {~%70%a ~%30%b ~%-100%c}');
    expect(questions[0]?.entry).toMatchObject({
      kind: 'multiple',
      options: [{ text: 'a', correct: true }, { text: 'b', correct: true }, { text: 'c' }],
    });
    expect(remarks).toMatchObject([{ act: 'changed', what: 'part credit', place: { line: 1 } }]);
  });

  it.each([
    ['Is it?{T}', { kind: 'true-false', answer: true }],
    ['Is it?{FALSE#wrong#right}', { kind: 'true-false', answer: false, why: 'right\n\nwrong' }],
    ['Pi?{#3.14159:0.005}', { kind: 'numeric', answer: '3.14159', tolerance: '0.005' }],
    ['How many?{#1..5}', { kind: 'numeric', answer: '3', tolerance: '2' }],
    ['How much?{#0.1..0.2}', { kind: 'numeric', answer: '0.15', tolerance: '0.05' }],
    ['When?{#=1822:0 =%50%1822:2}', { kind: 'numeric', answer: '1822' }],
    ['Who?{=Grant =%100%Ulysses Grant =%50%G}', { kind: 'text', accept: ['Grant', 'Ulysses Grant'] }],
    ['Match.{=cat -> meow =dog -> woof = -> moo}', { kind: 'match', decoys: ['moo'] }],
    ['Two {=2 =two} is even.', { kind: 'text', stem: 'Two \\_\\_\\_\\_\\_ is even.' }],
    ['Escaped \\: 1 \\= 1? {T}', { stem: 'Escaped : 1 = 1?' }],
  ])('%j is understood', (text, expected) => {
    expect(entry(text)).toMatchObject(expected);
  });

  it.each([
    ['Write an essay. {}', 'essay'],
    ['Only a text.', 'description'],
    ['No end {=a', 'description'],
    ['Nothing right? {~a ~b}', 'question'],
    ['{T}', 'question'],
  ])('%j is left, and named', (text, what) => {
    const { questions, remarks } = readGift(text);
    expect(questions).toEqual([]);
    expect(remarks).toMatchObject([{ act: 'left', what, place: { line: 1 } }]);
  });

  it('is not read where a second follows it without an empty line: it would become text of the first', () => {
    expect(readGift('Two? {=2 ~3}\nIs it? {T}\n\nWho? {=Ann ~Bob}')).toMatchObject({
      questions: [{ entry: { stem: 'Who?' } }],
      remarks: [{ act: 'left', what: 'two questions', place: { line: 1 } }],
    });
  });

  it('is told by the id in the comment above it, or by its text', () => {
    const text = '// [id:geo-1] [tag:a]\n::x:: A? {T}\n\nB? {F}\n';
    const { questions } = readGift(text);
    expect(questions[0]).toMatchObject({ id: 'geo-1', named: true, place: { line: 2 } });
    expect(questions[1]?.named).toBeUndefined();
    expect(readGift(`\n\n${text}`).questions[1]?.id).toBe(questions[1]?.id);
  });

  it('belongs to the category before it', () => {
    const { questions } = readGift(
      'A? {T}\n\n$CATEGORY: $course$/top/Bio/Cells//walls\n\nB? {T}',
      'q/quiz.gift',
    );
    expect(questions.map(({ deck }) => deck)).toEqual([['quiz'], ['Bio', 'Cells/walls']]);
  });

  it('never makes the reader fail', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '=',
      '~',
      '#',
      '::',
      '->',
      '%',
      '50',
      '\\',
      '\n',
      '\n\n',
      'T',
      'a',
      ' ',
      '####',
      '//',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const { questions, remarks } = readGift(pieces.join(''));
        expect(questions.length + remarks.length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('questions in Aiken', () => {
  const text =
    'What is 1 + 1?\nA) one\nB. two\nANSWER: B\n\nSecond line\nof the stem?\nA. x\nB. y\nANSWER: A\n';

  it('are read with the line on which each begins', () => {
    expect(readAiken(text, 'a/math.txt').questions).toMatchObject([
      {
        deck: ['math'],
        place: { line: 1 },
        entry: {
          kind: 'single',
          stem: 'What is 1 + 1?',
          options: [{ text: 'one' }, { text: 'two', correct: true }],
        },
      },
      { place: { line: 6 }, entry: { stem: 'Second line\nof the stem?' } },
    ]);
  });

  it.each([
    ['Only text\n', 'text', 1],
    ['Q?\nA. x\nB. y\n\nNext?\nA. x\nB. y\nANSWER: A\n', 'question', 1],
    ['ANSWER: A\n', 'answer', 1],
    ['Q?\nA. x\nB. y\nANSWER: D\n', 'question', 1],
  ])('%j has something that is left, and named', (given, what, line) => {
    expect(readAiken(given).remarks).toMatchObject([{ act: 'left', what, place: { line } }]);
  });

  it('are told from GIFT', () => {
    expect([isAiken(text), isGift(text)]).toEqual([true, false]);
    expect([isAiken('A? {T}'), isGift('A? {T}')]).toEqual([false, true]);
  });
});
