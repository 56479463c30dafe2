import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPaper, readPaper } from '../../../src/content/transfer/paper/read-paper.ts';
import type { DrawnPaper, PaperContent, PaperQuestion } from '../../../src/core/journal/paper.ts';
import { keyMarkdown, paperMarkdown } from '../../../src/text/exam/exam-print.ts';

const WHY = 'Because of `a < b`.\n\nAnd <b> is no tag.';

const put = (item: string, stem: string, content: PaperContent): PaperQuestion => ({
  item,
  topic: 'sqs',
  section: 'limits',
  domain: '1',
  task: '1.1',
  scored: true,
  seed: null,
  question: 'x',
  stem,
  ...content,
});

const paperOf = (questions: readonly PaperQuestion[], title = 'Midterm | part 1'): DrawnPaper => ({
  blueprint: {
    id: 'midterm',
    title,
    minutes: 15,
    aim: 80,
    pass: null,
    provisional: false,
    domains: [{ id: '1', title: 'First', weight: 100, tasks: [] }],
  } as unknown as DrawnPaper['blueprint'],
  bank: 'b',
  seed: 7,
  questions,
  shortages: [],
});

const printed = (questions: readonly PaperQuestion[], title?: string): string =>
  `${[paperMarkdown(paperOf(questions, title)), keyMarkdown(paperOf(questions, title))].join('\n\n---\n\n')}\n`;

/** What an entry of a bank says of a question, as it stands on the paper. */
const entryOf = ({ stem, ...question }: PaperQuestion): unknown => {
  const optional = (name: string, value: string): object => (value === '' ? {} : { [name]: value });
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        kind: question.kind,
        stem,
        options: question.options.map(({ text, correct, why }) => ({
          text,
          ...(correct ? { correct } : {}),
          ...optional('why', why),
        })),
      };
    case 'true-false':
      return { kind: 'true-false', stem, answer: question.answer, ...optional('why', question.why) };
    case 'numeric':
      return {
        kind: 'numeric',
        stem,
        answer: question.answer,
        ...optional('unit', question.unit),
        ...(question.tolerance === '0' ? {} : { tolerance: question.tolerance }),
        ...optional('why', question.why),
      };
    case 'order':
      return {
        kind: 'order',
        stem,
        steps: question.steps.map((text, i) => {
          const why = question.stepWhys?.[i] ?? '';
          return why === '' ? text : { text, why };
        }),
        ...optional('why', question.why),
      };
    case 'match': {
      const used = new Set(question.pairs.map(({ right }) => right));
      const decoys = question.rights.filter(right => !used.has(right));
      return {
        kind: 'match',
        stem,
        pairs: question.pairs,
        ...(decoys.length === 0 ? {} : { decoys }),
        ...optional('why', question.why),
      };
    }
    case 'text':
      return { kind: 'text', stem, accept: question.accept, ...optional('why', question.why) };
  }
};

const option = (text: string, correct = false, why = WHY) => ({ text, correct, why });
const ALL: readonly PaperQuestion[] = [
  put('q-single', 'A list stands in the stem:\n\n1. one\n2. two\n\nWhich?', {
    kind: 'single',
    options: [
      option('`a](b`'),
      option('Two lines\n\n```\n## Question 2\n```', true),
      option('[x](y)', false, ''),
    ],
  }),
  put('q-multiple', 'Which?', {
    kind: 'multiple',
    options: [option('a', true), option('b'), option('c', true), option('d'), option('e')],
  }),
  put('q-true', 'Is `<b>` a tag?', { kind: 'true-false', answer: false, why: WHY }),
  put('q-number', 'How many?', { kind: 'numeric', answer: '0.50', unit: 'RCU/s', tolerance: '2%', why: WHY }),
  put('q-bare', 'How many?', { kind: 'numeric', answer: '24', unit: '', tolerance: '0', why: '' }),
  put('q-order', 'Which order?', {
    kind: 'order',
    steps: ['first', 'then\n\nmore', 'last'],
    shown: ['last', 'first', 'then\n\nmore'],
    stepWhys: ['It is first.', '', 'It is\n\nlast.'],
    why: WHY,
  }),
  put('q-match', 'Which to which?', {
    kind: 'match',
    pairs: [
      { left: 'SQS', right: 'queue', why: 'It is polled.' },
      { left: 'SNS: topics', right: 'topic' },
    ],
    rights: ['stream', 'topic', 'queue'],
    why: '',
  }),
  put('q-text', 'Which word?', { kind: 'text', accept: ['a | b', 'c_d', '`e`'], why: WHY }),
  put('q-word', 'Which word?', { kind: 'text', accept: ['eventual'], why: '' }),
];

describe('a paper of study exam --print', () => {
  it('comes back with every kind of question, its key and its reasons', () => {
    const text = printed(ALL);
    expect(isPaper(text)).toBe(true);
    const { questions, remarks } = readPaper(text, 'paper.md');
    expect(questions.map(({ entry }) => entry)).toEqual(ALL.map(entryOf));
    expect(questions.map(({ id, named }) => [id, named])).toEqual(ALL.map(({ item }) => [item, true]));
    expect(questions.map(({ deck }) => deck)).toEqual(ALL.map(() => ['Midterm | part 1']));
    expect(remarks.map(({ act, what }) => `${act} ${what}`)).toEqual(['changed paper']);
  });

  it('without its key gives nothing, and says of each question why', () => {
    const text = paperMarkdown(paperOf(ALL));
    expect(isPaper(text)).toBe(true);
    const { questions, remarks } = readPaper(text);
    expect(questions).toEqual([]);
    expect(remarks).toHaveLength(ALL.length);
    expect(remarks[0]).toEqual({
      act: 'left',
      what: 'question',
      why: 'The paper has no key for it: print it without --no-key',
      place: { line: 5 },
    });
    const key = keyMarkdown(paperOf(ALL));
    expect(isPaper(key)).toBe(true);
    expect(readPaper(key).remarks.map(({ what }) => what)).toEqual(['key']);
  });

  it('whose key was cut or does not fit leaves those questions, and takes the others', () => {
    const cut = printed(ALL).split('## Answer 3:')[0] ?? '';
    expect(readPaper(cut).questions.map(({ id }) => id)).toEqual(['q-single', 'q-multiple']);
    const odd = printed(ALL).replace('## Answer 3: false', '## Answer 3: perhaps');
    expect(readPaper(odd).remarks[0]?.why).toBe('Its key does not fit what it asks');
    expect(readPaper(odd).questions).toHaveLength(ALL.length - 1);
  });

  it('is not what any other notes are', () => {
    for (const text of ['# Notes\n\nA seed 5\n\n## Question 12\n', '# Key: of C\n\nText', 'Q: a\nA: b\n'])
      expect(isPaper(text)).toBe(false);
  });

  it('never throws, whatever became of it', () => {
    const text = printed(ALL);
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(40),
        fc.constantFrom('', '#', '\n', '`', '1. ', '|'),
        (at, gone, put) => {
          readPaper(text.slice(0, at) + put + text.slice(at + gone));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives back whatever texts its questions have', () => {
    const word = fc.constantFrom(
      'queue',
      '<b>',
      '`x<y`',
      '](',
      '*a*',
      '1. x',
      '- y',
      '|',
      '水',
      '&',
      '\\[',
      '#',
      ':',
      'a_b',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map(words => `T ${words.join(' ')} e`);
    const options = fc.uniqueArray(text, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(text, options, text, (stem, texts, why) => {
        const question = put('q-one', stem, {
          kind: 'single',
          options: texts.map((each, i) => option(each, i === 1, why)),
        });
        expect(readPaper(printed([question])).questions.map(({ entry }) => entry)).toEqual([
          entryOf(question),
        ]);
      }),
    );
  });
});
