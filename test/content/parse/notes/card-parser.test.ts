import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedCards } from '../../../../src/content/parse/notes/card-parser.ts';
import { parseCards } from '../../../../src/content/parse/notes/card-parser.ts';
import { classifyLines } from '../../../../src/content/parse/notes/note-lines.ts';

interface Read extends ParsedCards {
  /** `line rule`, in order. */
  readonly found: readonly string[];
}

const read = (text: string): Read => {
  const found: string[] = [];
  const { lines } = classifyLines(text.split('\n'), 1);
  return { ...parseCards(lines, (rule, line) => found.push(`${line} ${rule}`)), found };
};

describe('the lines of a Cards section', () => {
  it('are questions with answers, clozes, headings and separators', () => {
    const { cards, found } = read(
      [
        '### Visibility timeout',
        '',
        'Q: How long? ^how-long',
        'In seconds.',
        '',
        '- a list',
        'A: 30.',
        '',
        '```',
        'Q: not a card',
        '---',
        '```',
        '---',
        'C: Keeps [4 days]. ^keeps',
        'More [text].',
        '### Other',
        'Q:No space',
        'A:fine',
      ].join('\n'),
    );
    expect(found).toEqual([]);
    expect(cards).toMatchObject([
      {
        kind: 'basic',
        id: 'how-long',
        heading: 'Visibility timeout',
        line: 3,
        front: 'How long?\nIn seconds.\n\n- a list',
        back: '30.\n\n```\nQ: not a card\n---\n```',
      },
      { kind: 'cloze', id: 'keeps', line: 14, front: 'Keeps [4 days].\nMore [text].', back: '' },
      { kind: 'basic', id: '', heading: 'Other', line: 17, front: 'No space', back: 'fine' },
    ]);
  });

  it('have tags at the end of the first line, before the id', () => {
    const { cards, found } = read(
      'Q: What is #1? #cells #exam/2 ^one\nSee #text\nA: It. #kept\nC: A [gap] #cells\nQ: Print \\#include ^two\nA: x',
    );
    expect(found).toEqual([]);
    expect(cards.map(({ id, tags, front, back }) => [id, tags, front, back])).toEqual([
      ['one', ['cells', 'exam/2'], 'What is #1?\nSee #text', 'It. #kept'],
      ['', ['cells'], 'A [gap]', ''],
      ['two', [], 'Print \\#include', 'x'],
    ]);
  });

  it('may begin a block of code behind the tag', () => {
    const { cards, found } = read('Q: ```js\nA: 1;\n```\nA: ok\nC: [x]');
    expect(found).toEqual([]);
    expect(cards.map(({ front, back }) => [front, back])).toEqual([
      ['```js\nA: 1;\n```', 'ok'],
      ['[x]', ''],
    ]);
  });

  it.each([
    ['a question without an answer', 'Q: a\n\nQ: b\nA: c', ['1 card-without-answer'], 1],
    ['a question at the end', 'Q: a', ['1 card-without-answer'], 0],
    [
      'a question before a separator',
      'Q: a\n---\nA: b',
      ['1 card-without-answer', '3 answer-without-question'],
      0,
    ],
    ['an answer alone', 'A: a\nmore\n\nQ: b\nA: c', ['1 answer-without-question'], 1],
    ['a second answer, which spoils its card', 'Q: a\nA: b\nA: c', ['3 answer-without-question'], 0],
    ['an answer to a cloze, which spoils it', 'C: [a]\nA: b', ['2 answer-without-question'], 0],
    [
      'text that belongs to no card',
      'stray\ntext\n\nmore\nQ: a\nA: b',
      ['1 text-outside-cards', '4 text-outside-cards'],
      1,
    ],
    ['text behind a separator', 'Q: a\nA: b\n---\nstray', ['4 text-outside-cards'], 1],
    ['an empty question', 'Q:\nA: b', ['1 card-empty'], 0],
    ['an empty answer', 'Q: a\nA:\n\n', ['1 card-empty'], 0],
    ['an empty cloze', 'C: ^only-an-id', ['1 card-empty'], 0],
    ['an id that is none', 'Q: a ^SQS_1\nA: b', ['1 card-id'], 1],
    ['an id on the line of the answer', 'Q: a\nA: b ^late-id', ['2 card-id'], 1],
    ['an indented tag', 'Q: a\nA: b\n  Q: c\n  A: d', ['3 card-tag', '4 card-tag'], 1],
    ['a tag in a list', 'Q: a\nA: b\n- Q: c', ['3 card-tag'], 1],
    ['a tag in lower case', 'Q: a\nA: b\nq: c', ['3 card-tag'], 1],
    ['a space before the colon', 'Q: a\nA: b\nQ : Une question ?\nA : oui', ['3 card-tag', '4 card-tag'], 1],
    [
      'a no-break space before the colon',
      'C: a [b]\nQ\u00a0: c\nA\u202f: d',
      ['2 card-tag', '3 card-tag'],
      1,
    ],
    [
      'a tag in full width',
      'Q: a\nA: b\nQ：什么？\nＡ：x\n**Ｑ：** y',
      ['3 card-tag', '4 card-tag', '5 card-tag'],
      1,
    ],
    [
      'a quoted tag, but none in a quoted block of code',
      'Q: a\nA: b\n> ```\n> Q: c\n> ```\n> Q: d',
      ['6 card-tag'],
      1,
    ],
    ['a tag in bold', 'Q: a\nA: b\n**Q:** c', ['3 card-tag'], 1],
  ])('report %s', (_, text, problems, cards) => {
    const result = read(text);
    expect(result.found).toEqual(problems);
    expect(result.cards).toHaveLength(cards);
  });

  it('take only what looks like an id for one', () => {
    const { cards, found } = read('Q: What is x ^2?\nA: b\nQ: ^only\nwhat\nA: b\nQ: 2 ^n\nA: b');
    expect(found).toEqual([]);
    expect(cards.map(({ id, front }) => [id, front])).toEqual([
      ['', 'What is x ^2?'],
      ['only', 'what'],
      ['', '2 ^n'],
    ]);
  });

  it('each belong to one card, are a heading or a separator, or are reported', () => {
    const line = fc.constantFrom(
      'Q: a',
      'Q: a ^id-1',
      'A: b',
      'C: [c]',
      'C:',
      'text',
      ' Q: x',
      '',
      '',
      '### Heading',
      '---',
      '----',
      '***',
      '```',
      '~~~ js',
      '    code',
      'A:',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), list => {
        const { lines } = classifyLines(list, 1);
        const problems: number[] = [];
        const { cards, rejected } = parseCards(lines, (_, at) => problems.push(at));
        for (const { line: at, type, raw } of lines) {
          if (type === 'blank' || type === 'heading' || (type === 'dashes' && raw.startsWith('---')))
            continue;
          const owners = [...cards, ...rejected].filter(owner => owner.line <= at && at <= owner.endLine);
          expect(owners).toHaveLength(1);
        }
        for (const { line: from, endLine } of rejected) {
          expect(problems.some(at => from <= at && at <= endLine)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
