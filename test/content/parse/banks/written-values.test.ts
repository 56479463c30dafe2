import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { parseBlueprint } from '../../../../src/content/parse/banks/blueprint-file.ts';
import { parseBank } from '../../../../src/content/parse/banks/question-file.ts';
import { parseNote } from '../../../../src/content/parse/notes/note-file.ts';
import { makeProblemLog } from '../../../../src/content/files/problem-log.ts';
import type { Problem } from '../../../../src/core/course/problem.ts';
import type { Question } from '../../../../src/core/course/course.ts';

const readBank = (fields: string): { question: Question | undefined; problems: readonly Problem[] } => {
  const log = makeProblemLog();
  const bank = `- id: one\n  ${fields.replaceAll('\n', '\n  ')}\n`;
  const [question] = parseBank(bank, { topic: 'sqs', path: 'q.yaml' }, log.file('q.yaml'));
  return { question, problems: log.problems.filter(({ rule }) => rule !== 'incomplete') };
};

const accepted = (written: string): unknown => {
  const { question } = readBank(`kind: text\nstem: Which?\naccept: [${written}]`);
  return question?.type === 'question' && question.kind === 'text' ? question.accept : undefined;
};

const ODD = [
  '0755',
  '007',
  '1.0',
  '1.10',
  '1.50',
  '.5',
  '5.',
  '1e3',
  '1e+21',
  '0x1F',
  '0o17',
  '0b11',
  '+5',
  '-0',
  '1_000',
  'yes',
  'no',
  'on',
  'True',
  'FALSE',
  '2026-11-20',
  '12:30:45',
  '.inf',
  '-.INF',
  '.nan',
  '18446744073709551616',
  '0.1234567890123456789',
];

describe('a value without quotes', () => {
  it.each(ODD)('%s that stands for text keeps its text', written => {
    expect(accepted(written)).toEqual([written]);
  });

  it('keeps its text whatever digits it has', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+-]?\d{1,25}(\.\d{0,25})?([eE][+-]?\d{1,3})?$/), written => {
        expect(accepted(written)).toEqual([written]);
      }),
    );
  });

  it.each(['title', 'aliases'])('keeps its text in the %s of a note', field => {
    for (const written of ODD) {
      const log = makeProblemLog();
      const { note } = parseNote(
        `---\n${field}: ${written}\n---\nText\n`,
        { topic: 't', area: 'a', path: 'p' },
        log.file('p'),
      );
      expect([note.title, note.aliases]).toContainEqual(field === 'title' ? written : [written]);
    }
  });

  it('keeps its text as a key and as the id of a task', () => {
    const { question } = readBank(
      'kind: true-false\nstem: s\nanswer: true\ntasks: { 0755: [1.10, 007], 1e3: [1.0] }',
    );
    expect(question?.tasks).toEqual([
      { blueprint: '0755', tasks: ['1.10', '007'] },
      { blueprint: '1e3', tasks: ['1.0'] },
    ]);
  });

  it.each([
    '18446744073709551616',
    '9007199254740993',
    '0.1234567890123456789',
    '340282366920938463463374607431768211456',
  ])('is an exact answer of a numeric question: %s', written => {
    expect(readBank(`kind: numeric\nstem: How many?\nanswer: ${written}`).question).toMatchObject({
      answer: written,
    });
  });

  it.each(['0x1F', '1'.repeat(60), '.inf'])(
    'that is no decimal number is refused with its line: %s',
    written => {
      const { question, problems } = readBank(`kind: numeric\nstem: How many?\nanswer: ${written}`);
      expect(question).toBeUndefined();
      expect(problems).toMatchObject([{ rule: 'invalid-field', line: 4 }]);
    },
  );

  it('is a truth value in the spellings of YAML', () => {
    expect(readBank('kind: true-false\nstem: s\nanswer: False').question).toMatchObject({ answer: false });
  });

  it('is a number where a number is asked for', () => {
    const log = makeProblemLog();
    const exam = `id: e\ntitle: E\nquestions: { scored: 1e1 }\nminutes: 90.0\naim: 80.50\nkinds: [single]\nchecked: 2026-11-20\ndomains: [{ id: 1, title: One, weight: 100.0 }]\n`;
    const blueprint = parseBlueprint(exam, { stem: 'e', path: 'e.yaml' }, log.file('e.yaml'));
    expect(log.problems).toEqual([]);
    expect(blueprint).toMatchObject({
      questions: { scored: 10 },
      minutes: 90,
      aim: 80.5,
      domains: [{ weight: 100 }],
    });
  });
});
