import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlueprint } from '../../../../src/content/parse/banks/blueprint-file.ts';
import { parseBank } from '../../../../src/content/parse/banks/question-file.ts';
import { makeProblemLog } from '../../../../src/content/files/problem-log.ts';
import type { Blueprint, Question } from '../../../../src/core/course/course.ts';

interface Read {
  readonly questions: readonly Question[];
  readonly found: readonly string[];
  readonly messages: readonly string[];
}

const read = (text: string): Read => {
  const log = makeProblemLog();
  const place = { topic: 'sqs', path: 'questions/area/sqs.yaml' };
  const questions = parseBank(text, place, log.file(place.path));
  return {
    questions,
    found: log.problems.map(({ line, rule }) => `${line} ${rule}`),
    messages: log.problems.map(({ message }) => message),
  };
};

const COMMON = `tasks: { dva-c02: ['1.1'] }
  level: apply
  section: sqs#limits
  sources: [https://example.com/a]
  checked: 2026-11-20`;

/** A question with all the fields that every kind has. The fields of its kind begin in line 9. */
const question = (kind: string, fields: string): string =>
  `- id: one\n  kind: ${kind}\n  ${COMMON}\n  stem: How?\n  ${fields.replaceAll('\n', '\n  ')}\n`;

const BASE = {
  type: 'question',
  key: 'one',
  topic: 'sqs',
  section: 'limits',
  path: 'questions/area/sqs.yaml',
  line: 1,
  tasks: [{ blueprint: 'dva-c02', tasks: ['1.1'] }],
  level: 'apply',
  sources: ['https://example.com/a'],
  checked: '2026-11-20',
  stem: 'How?',
};

describe('a question of a bank', () => {
  it.each([
    [
      'single',
      'options:\n- { text: a, correct: true, why: x }\n- { text: b, why: y }\n- text: 4\n- text: true',
      {
        options: [
          { text: 'a', correct: true, why: 'x' },
          { text: 'b', correct: false, why: 'y' },
          { text: '4', correct: false, why: '' },
          { text: 'true', correct: false, why: '' },
        ],
        keepOrder: false,
      },
    ],
    [
      'multiple',
      'keep-order: true\noptions: [{ text: a, correct: true }, { text: b, correct: true }, { text: c }]',
      {
        options: [
          { text: 'a', correct: true, why: '' },
          { text: 'b', correct: true, why: '' },
          { text: 'c', correct: false, why: '' },
        ],
        keepOrder: true,
      },
    ],
    [
      'single',
      'grade: exam\noptions: [{ text: a, correct: true }, { text: b }]',
      {
        options: [
          { text: 'a', correct: true, why: '' },
          { text: 'b', correct: false, why: '' },
        ],
        keepOrder: false,
        grade: 'exam',
      },
    ],
    ['true-false', 'answer: false\nwhy: because', { answer: false, why: 'because' }],
    ['numeric', 'answer: 0.1', { answer: '0.1', unit: '', tolerance: '0', why: '' }],
    [
      'numeric',
      "answer: '0.10'\nunit: RCU\ntolerance: 2%",
      { answer: '0.10', unit: 'RCU', tolerance: '2%', why: '' },
    ],
    ['numeric', 'answer: -3\ntolerance: 0.5', { answer: '-3', unit: '', tolerance: '0.5', why: '' }],
    ['order', 'steps: [a, b, c]', { steps: ['a', 'b', 'c'], why: '' }],
    [
      'match',
      'pairs: [{ left: a, right: x }, { left: b, right: x }]\ndecoys: [y]',
      {
        pairs: [
          { left: 'a', right: 'x' },
          { left: 'b', right: 'x' },
        ],
        decoys: ['y'],
        why: '',
      },
    ],
    [
      'order',
      'steps: [{ text: a, why: first }, b, { text: 3 }]',
      { steps: ['a', 'b', '3'], stepWhys: ['first', '', ''], why: '' },
    ],
    [
      'match',
      'pairs: [{ left: a, right: x, why: so }, { left: b, right: y }]\nwhy: in all',
      {
        pairs: [
          { left: 'a', right: 'x', why: 'so' },
          { left: 'b', right: 'y' },
        ],
        decoys: [],
        why: 'in all',
      },
    ],
    ['text', 'exams-only: false\naccept: [a b, 443]', { accept: ['a b', '443'], why: '', inMocks: false }],
    ['text', 'exams-only: true\naccept: [a b, 443]', { accept: ['a b', '443'], why: '' }],
    ['text', 'accept: [a b, 443]', { accept: ['a b', '443'], why: '' }],
  ])('of the kind %s has the fields %s', (kind, fields, body) => {
    const { questions, found } = read(question(kind, fields));
    expect(found).toEqual([]);
    expect(questions).toEqual([{ ...BASE, kind, ...body }]);
  });

  it('is one finding where the name of a field is misspelt, whatever hangs on it', () => {
    const { messages } = read('- id: mem-2\n  Kind: text\n  section: sqs#a\n  stem: What?\n  accept: [x]\n');
    expect(messages.filter(message => /kind|stem|accept/i.test(message))).toEqual([
      'The question has a field "Kind" and no "kind", so it cannot be used',
    ]);
  });

  it('refuses the null of YAML where a text is optional', () => {
    const { messages } = read(question('order', 'steps: [a, b, c]\nwhy: null'));
    expect(messages).toContain('The value of "why" is the null of YAML, which is nothing');
  });

  it('says which step or pair is wrong, and what is wrong with it', () => {
    expect(read(question('order', 'steps: [{ text: a, because: b }, c]')).messages[0]).toContain(
      '"steps[1]" has no field "because"',
    );
    expect(read(question('order', 'steps: [a, { why: b }]')).messages[0]).toContain('"steps[2].text');
    expect(
      read(question('match', 'pairs: [{ left: a, right: b, why: [] }, { left: c, right: d }]')).messages[0],
    ).toContain('"pairs[1].why" must be text');
  });

  it('has no other grade than exam, and only where options are chosen', () => {
    const graded = read(
      question('single', 'grade: hard\noptions: [{ text: a, correct: true }, { text: b }]'),
    );
    expect(graded.messages).toEqual(['"grade" must be exam, not "hard"']);
    expect(graded.questions[0]).not.toHaveProperty('grade');
    expect(read(question('text', 'grade: exam\naccept: [a]')).found).toEqual(['9 unknown-field']);
  });

  it('may be a template, with inputs in the order of the file', () => {
    const { questions, found } = read(
      `- id: one
  kind: numeric
  calculator: dynamodb-rcu
  result: rcu
  ask: [value, choice]
  inputs:
    reads: { from: 10, to: 200, step: 10, unit: /min }
    item-size: { choose: [1.5KB, 6] }
    consistency: { choose: [{ value: strong, text: strongly consistent }, { value: eventual, text: lax }] }
    transactional: true
  texts:
    - "{reads} {item-size} {consistency}?"
  why: x
  ${COMMON}
`,
    );
    expect(found).toEqual([]);
    expect(questions).toEqual([
      {
        ...BASE,
        kind: 'numeric',
        stem: '{reads} {item-size} {consistency}?',
        calculator: 'dynamodb-rcu',
        result: 'rcu',
        ask: ['value', 'choice'],
        inputs: [
          { flag: 'reads', input: { type: 'range', from: 10, to: 200, step: 10, unit: '/min' } },
          {
            flag: 'item-size',
            input: {
              type: 'choose',
              values: [
                { value: '1.5KB', text: '1.5KB' },
                { value: '6', text: '6' },
              ],
            },
          },
          {
            flag: 'consistency',
            input: {
              type: 'choose',
              values: [
                { value: 'strong', text: 'strongly consistent' },
                { value: 'eventual', text: 'lax' },
              ],
            },
          },
          { flag: 'transactional', input: { type: 'fixed', value: 'true' } },
        ],
        texts: ['{reads} {item-size} {consistency}?'],
        why: 'x',
      },
    ]);
  });

  it.each([
    ['single', 'options: [{ text: a }, { text: b }]', '1 question-key'],
    ['single', 'options: [{ text: a, correct: true }, { text: b, correct: true }]', '1 question-key'],
    ['single', 'options: [{ text: a, correct: true }]', '9 invalid-field'],
    ['single', 'options:\n- text: a\n  correct: true\n- text: b\n  wy: x', '13 invalid-field'],
    ['single', 'stem: again', '9 yaml-syntax'],
    ['multiple', 'options: [{ text: a, correct: true }, { text: b }]', '1 question-key'],
    ['multiple', 'options: [{ text: a, correct: true }, { text: b, correct: true }]', '1 question-key'],
    ['true-false', 'answer: yes', '9 invalid-field'],
    ['true-false', 'why: x', '1 missing-field'],
    ['numeric', 'answer: 1/3', '9 invalid-field'],
    ['numeric', 'answer: .inf', '9 invalid-field'],
    ['numeric', 'answer: 1.0e+31', '9 invalid-field'],
    ['order', 'steps: [a, A]', '1 question-key'],
    ['order', 'steps: [a]', '9 invalid-field'],
    ['match', 'pairs: [{ left: a, right: x }, { left: a, right: y }]', '1 question-key'],
    ['match', 'pairs: [{ left: a, right: x }, { left: b, right: y }]\ndecoys: [x]', '1 question-key'],
    ['text', 'accept: []', '9 invalid-field'],
    ['text', 'accept: ["a", " "]', '9 invalid-field'],
    ['essay', 'why: x', '2 invalid-field'],
  ])('of the kind %s is left out for %s', (kind, fields, problem) => {
    const { questions, found } = read(question(kind, fields));
    expect(questions).toEqual([]);
    expect(found).toEqual([problem]);
  });

  it.each([
    ['{reads} {item-size}', 'a text that names an input which does not vary'],
    ['none', 'a text that does not say an input'],
    ['{reads} {', 'half a place', true],
  ])('with the text %j: %s', (text, _, fine = false) => {
    const { questions, found } = read(
      `- id: one\n  kind: numeric\n  calculator: a\n  result: b\n  ask: value\n  inputs: { reads: { from: 1, to: 2 }, item-size: 4KB }\n  texts: ["${text}"]\n  ${COMMON}\n`,
    );
    expect(questions).toHaveLength(fine ? 1 : 0);
    expect(found).toEqual(fine ? [] : ['7 template-text']);
  });

  it('keeps what only describes it out of the way when that is wrong', () => {
    const { questions, found } = read(
      `- id: one
  kind: true-false
  stem: x
  answer: true
  level: hard
  section: lambda#limits
  tasks: [dva-c02]
  sources: [javascript:alert(1)]
  expires: tomorrow
  colour: red
`,
    );
    expect(questions).toEqual([
      expect.objectContaining({ level: 'apply', section: '', tasks: [], sources: [], checked: '' }),
    ]);
    expect(questions[0]).not.toHaveProperty('expires');
    expect(found).toEqual([
      '9 invalid-field',
      '7 invalid-field',
      '5 invalid-field',
      '8 invalid-field',
      '6 unknown-section',
      '1 incomplete',
      '10 unknown-field',
    ]);
  });
});

describe('a bank', () => {
  const three = ['a', 'b', 'c'].map(id =>
    question('true-false', 'answer: true').replace('id: one', `id: ${id}`),
  );

  it('gives every question its line', () => {
    const { questions } = read(`# comment\n${three.join('\n')}`);
    expect(questions.map(({ key, line }) => [key, line])).toEqual([
      ['a', 2],
      ['b', 12],
      ['c', 22],
    ]);
    const indented = read(three.join('').replaceAll(/^/gm, '  '));
    expect(indented.questions.map(({ line }) => line)).toEqual([1, 10, 19]);
  });

  it('keeps the questions around one that is no YAML', () => {
    const { questions, found } = read(`${three[0] ?? ''}- id: broken\n  stem: a: b\n${three[2] ?? ''}`);
    expect(questions.map(({ key, line }) => [key, line])).toEqual([
      ['a', 1],
      ['c', 12],
    ]);
    expect(found).toEqual(['11 yaml-syntax']);
  });

  it.each([
    ['a map', 'id: x', ['1 invalid-field']],
    ['text', 'x', ['1 invalid-field']],
    ['two documents', '- a\n---\n- b', ['1 yaml-syntax', '3 invalid-field']],
    ['nothing', '', ['0 empty-bank']],
    ['a comment', '# to do', ['0 empty-bank']],
    ['deep nesting', '['.repeat(100_000), ['1 yaml-bounds']],
    ['an alias of itself', '- &a [*a]', ['1 yaml-bounds']],
    [
      'aliases of aliases',
      `- &a [x, x, x, x, x, x, x, x]\n${[...'bcdefg'].map((name, i) => `- &${name} [${`*${'abcdef'[i] ?? ''}, `.repeat(9)}]`).join('\n')}`,
      ['1 yaml-bounds'],
    ],
    ['aliases of a long text', `- &a "${'x'.repeat(100_000)}"\n${'- *a\n'.repeat(700)}`, ['1 yaml-bounds']],
    ['a control character that YAML spells', '- "\\e[31m"', ['1 control-character', '1 invalid-field']],
  ])('that is %s says so', (_, text, problems) => {
    const { questions, found } = read(text);
    expect(questions).toEqual([]);
    expect(found).toEqual(problems);
  });

  it('takes names that objects have for data', () => {
    const { questions, found } = read(
      `- id: constructor\n  __proto__: { polluted: true }\n  kind: true-false\n  answer: true\n  ${COMMON.replace('dva-c02', 'constructor')}\n  stem: x\n`,
    );
    expect(questions).toMatchObject([
      { key: 'constructor', tasks: [{ blueprint: 'constructor', tasks: ['1.1'] }] },
    ]);
    expect(found).toEqual(['2 unknown-field']);
    expect('polluted' in {}).toBe(false);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '- id: a\n',
        '  kind: single\n',
        '  options:\n',
        '  - text: x\n',
        '&a ',
        '*a ',
        '[',
        '{',
        '"',
        ': ',
        '\n',
        '!!js/x ',
      ),
      fc.string({ unit: 'binary', maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece), list => {
        expect(Array.isArray(read(list.join('')).questions)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a blueprint', () => {
  const TEXT = `id: dva
title: Developer
questions: { scored: 50, unscored: 15 }
minutes: 130
pass: { mark: 720, scale: [100, 1000] }
aim: 80
valid: { from: 2023-02-28 }
successor: dva-c03
kinds: [single, multiple]
domains:
  - id: '1'
    title: Development
    weight: 100
    tasks: [{ id: '1.1', title: Develop }]
sources: [https://example.com]
checked: 2026-11-20
`;
  const blueprint = (
    text: string,
  ): { readonly value: Blueprint | null; readonly found: readonly string[] } => {
    const log = makeProblemLog();
    const place = { stem: 'dva', path: 'questions/exams/dva.yaml' };
    const value = parseBlueprint(text, place, log.file(place.path));
    return { value, found: log.problems.map(({ line, rule }) => `${line} ${rule}`) };
  };

  it('has what its file says', () => {
    expect(blueprint(TEXT)).toEqual({
      found: [],
      value: {
        id: 'dva',
        title: 'Developer',
        path: 'questions/exams/dva.yaml',
        questions: { scored: 50, unscored: 15 },
        minutes: 130,
        pass: { mark: 720, scale: [100, 1000] },
        aim: 80,
        valid: { from: '2023-02-28' },
        successor: 'dva-c03',
        kinds: ['single', 'multiple'],
        provisional: false,
        domains: [{ id: '1', title: 'Development', weight: 100, tasks: [{ id: '1.1', title: 'Develop' }] }],
        sources: ['https://example.com'],
        checked: '2026-11-20',
      },
    });
  });

  it('may have weights and skills of tasks, words of its form, and what has left its guide', () => {
    const { value, found } = blueprint(
      TEXT.replace('title: Develop }', 'title: Develop, weight: 3, skills: 10 }').concat(
        'form: { stem: [15, 60] }\nout-of-scope: [AppSync, SES]\nprovisional-note: the weights are not published\n',
      ),
    );
    expect(found).toEqual([]);
    expect(value).toMatchObject({
      domains: [{ tasks: [{ id: '1.1', title: 'Develop', weight: 3, skills: 10 }] }],
      form: { stem: [15, 60] },
      outOfScope: ['AppSync', 'SES'],
      provisionalNote: 'the weights are not published',
    });
  });

  it('may have the notes in the order in which they are best read', () => {
    const { value, found } = blueprint(
      TEXT.concat(
        'reading:\n  - title: Messages\n    topics: [sqs, { topic: sns, after: [sqs] }]\n  - { title: More, topics: kms }\n',
      ),
    );
    expect(found).toEqual([]);
    expect(value).toMatchObject({
      reading: [
        { title: 'Messages', topics: [{ topic: 'sqs' }, { topic: 'sns', after: ['sqs'] }] },
        { title: 'More', topics: [{ topic: 'kms' }] },
      ],
    });
  });

  it.each([
    ['another id than its file', 'id: dva', 'id: other', '1 invalid-field'],
    ['no number of questions', 'questions: { scored: 50, unscored: 15 }\n', '', '1 missing-field'],
    ['no time', 'minutes: 130', 'minutes: 0', '4 invalid-field'],
    ['a weight that is no number', 'weight: 100', 'weight: much', '13 invalid-field'],
    [
      'a title that is cut at its comma',
      'title: Develop }',
      'title: Develop, then deploy }',
      '14 invalid-field',
    ],
    ['a list', TEXT, '- a', '1 invalid-field'],
  ])('is left out for %s', (_, from, to, problem) => {
    const { value, found } = blueprint(TEXT.replace(from, to));
    expect(value).toBeNull();
    expect(found).toEqual([problem]);
  });
});

describe('a template with formulas of its own', () => {
  const FORMULAS = `- id: speed
  kind: numeric
  ask: [value, choice]
  inputs:
    distance: { from: 60, to: 600, step: 60 }
    hours: { choose: [2, { value: 0.5, text: half an }] }
  steps: [{ name: minutes, formula: '{hours} * 60', unit: min }]
  where: '{distance} > {hours}'
  answer: '{distance} / {minutes}'
  unit: km/min
  tolerance: 1%
  mistakes: [{ formula: '{distance} / {hours}', why: The distance of an hour. }]
  texts: ['{distance} km in {hours} h: how many km a minute?']
`;
  const read = (text: string): { questions: readonly Question[]; found: readonly string[] } => {
    const found: string[] = [];
    const questions = parseBank(text, { topic: 'speed', path: 'speed.yaml' }, (rule, line, message) => {
      if (rule !== 'incomplete') found.push(`${line} ${rule} ${message}`);
    });
    return { questions, found };
  };

  it('is read with all that its formulas need', () => {
    const { questions, found } = read(FORMULAS);
    expect(found).toEqual([]);
    expect(questions[0]).toMatchObject({
      kind: 'numeric',
      formulas: {
        where: ['{distance} > {hours}'],
        steps: [{ name: 'minutes', formula: '{hours} * 60', unit: 'min', label: '' }],
        answer: '{distance} / {minutes}',
        unit: 'km/min',
        tolerance: '1%',
        mistakes: [{ step: '', formula: '{distance} / {hours}', why: 'The distance of an hour.' }],
      },
    });
  });

  it('names each formula that cannot be worked out, at its line', () => {
    const { questions, found } = read(
      FORMULAS.replace("'{hours} * 60'", "'{hours} * sixty'")
        .replace("'{distance} > {hours}'", "'{distance}'")
        .replace("answer: '{distance} / {minutes}'", "answer: '{distance} / {seconds}'"),
    );
    expect(questions).toEqual([]);
    expect(found).toEqual([
      expect.stringMatching(
        /^7 template-formula The formula "\{hours\} \* sixty" has the unknown word sixty/,
      ),
      expect.stringMatching(
        /^9 template-formula .* names \{seconds\}; it may name \{distance\}, \{hours\}, \{minutes\}/,
      ),
      expect.stringMatching(/^8 template-formula The formula "\{distance\}" compares nothing/),
    ]);
  });

  it('takes plain numbers, for a formula knows no units', () => {
    expect(
      read(FORMULAS.replace('step: 60 }', 'step: 60, unit: km }').replace('[2, {', '[2h, {')).found,
    ).toEqual([
      '5 template-formula "distance" has a unit, which only a calculator reads',
      '6 template-formula "hours" is "2h", which is no number',
    ]);
  });

  it('is not asked as another question where a field of it is wrong', () => {
    const { questions, found } = read(FORMULAS.replace('tolerance: 1%', 'tolerance: a little'));
    expect(questions).toEqual([]);
    expect(found).toHaveLength(1);
  });
});
