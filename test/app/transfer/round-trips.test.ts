import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAiken } from '../../../src/content/transfer/aiken.ts';
import { readGift } from '../../../src/content/transfer/gift.ts';
import { readTable } from '../../../src/content/transfer/table.ts';
import { clozeFaces } from '../../../src/content/transfer/target/card-block.ts';
import { writeAiken, writeGift } from '../../../src/content/transfer/write/gift.ts';
import { writeAnkiText, writeTable } from '../../../src/content/transfer/write/table.ts';
import type { Card } from '../../../src/core/course/course.ts';
import type { Deck, DeckCard, DeckQuestion } from '../../../src/core/transfer/deck.ts';
import { clozeOf } from '../../../src/core/transfer/own-deck.ts';

const NO_PROGRESS = { reviews: [] };
const place = { line: 1 };

const deckOf = (cards: readonly DeckCard[], questions: readonly DeckQuestion[] = []): Deck => ({
  format: 'study',
  cards,
  questions,
  remarks: [],
  media: [],
});

/** Texts with the signs that formats give a meaning, and scripts of all kinds. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        ',',
        '\t',
        ';',
        '\n',
        '=',
        '~',
        '#',
        '{',
        '}',
        ':',
        '->',
        '%',
        '\\',
        '*',
        '::',
        '//',
        "'",
      ),
      fc.constantFrom('word', 'Ωμέγα', '水', 'a b', '1.5', 'T', 'x^2', 'é'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => parts.join(' ').trim())
  .filter(value => /[\p{L}\p{N}]/u.test(value));

const sides: fc.Arbitrary<DeckCard> = fc.record({
  form: fc.constant('basic' as const),
  id: fc.stringMatching(/^[a-z]{3,8}$/),
  named: fc.constant(true as const),
  deck: fc.array(fc.constantFrom('A', 'B c', 'Ü'), { minLength: 1, maxLength: 3 }),
  tags: fc.array(fc.constantFrom('t1', 't2'), { maxLength: 2 }),
  place: fc.constant(place),
  front: text.filter(value => !value.includes('{{')),
  back: text,
  progress: fc.constant([NO_PROGRESS]),
});

describe('cards', () => {
  it.each([',', '\t'] as const)(
    'come back from a table with %j between its cells as they were',
    separator => {
      fc.assert(
        fc.property(fc.array(sides, { minLength: 1, maxLength: 5 }), cards => {
          const { text: written } = writeTable(deckOf(cards), separator);
          const read = readTable(written, 'x.csv', 'CSV');
          expect(read.cards.map(card => ({ ...card, place }))).toEqual(cards);
          expect(read.remarks).toEqual([]);
        }),
      );
    },
  );

  it('come back from the text of Anki with their ids, decks and tags', () => {
    const plain = sides.map(card => ({ ...card, front: 'What is *this*?\n\nTwo', back: '`a < b` & more' }));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 4 }), cards => {
        const read = readTable(writeAnkiText(deckOf(cards)).text, 'x.txt', 'Anki text');
        expect(read.cards.map(card => ({ ...card, place }))).toEqual(cards);
      }),
    );
  });

  it('with gaps come back from a table as gaps', () => {
    const cloze: DeckCard = {
      form: 'cloze',
      id: 'gap',
      named: true,
      deck: ['A'],
      tags: [],
      place,
      text: 'The [sun] is a [star] \\[x\\]',
      progress: [NO_PROGRESS, NO_PROGRESS],
    };
    const [read] = readTable(writeTable(deckOf([cloze]), ',').text, 'x.csv', 'CSV').cards;
    expect({ ...read, place }).toEqual(cloze);
  });

  it('of a cloze give its text back, whatever stands around the gaps', () => {
    const piece = fc.constantFrom(
      'a',
      'the word',
      '**b**',
      '*',
      '`x[0]`',
      ' ',
      '水',
      '(',
      '[l](u)',
      '.',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, fc.constantFrom('one', 'two words', 'y.')), { minLength: 1, maxLength: 4 }),
        parts => {
          const source = `start ${parts.map(([around, gap]) => `${around} [${gap}]`).join(' ')} end`;
          const faces = clozeFaces('id', source) ?? [];
          const cards = faces.map((face): Card => ({
            type: 'card',
            kind: 'cloze',
            topic: 't',
            section: '',
            path: '',
            line: 1,
            family: 'id',
            ...face,
          }));
          expect(clozeOf(cards)).toBe(source);
        },
      ),
    );
  });
});

const options = fc
  .uniqueArray(text, { minLength: 2, maxLength: 5 })
  .chain(texts =>
    fc.record({
      texts: fc.constant(texts),
      right: fc.nat({ max: texts.length - 1 }),
      whys: fc.array(fc.option(text, { nil: undefined }), {
        minLength: texts.length,
        maxLength: texts.length,
      }),
    }),
  )
  .map(({ texts, right, whys }) =>
    texts.map((each, i) => ({
      text: each,
      ...(i === right ? { correct: true } : {}),
      ...(whys[i] === undefined ? {} : { why: whys[i] }),
    })),
  );

const why = fc.option(text, { nil: undefined }).map(given => (given === undefined ? {} : { why: given }));
const entries = fc.oneof(
  fc.record({ stem: text, options }).map(entry => ({ kind: 'single', ...entry })),
  fc
    .tuple(text, fc.boolean(), why)
    .map(([stem, answer, reason]) => ({ kind: 'true-false', stem, answer, ...reason })),
  fc
    .tuple(text, fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 9 }), why)
    .map(([stem, n, t, reason]) => ({
      kind: 'numeric',
      stem,
      answer: String(n),
      tolerance: `0.${t}`,
      ...reason,
    })),
  fc
    .tuple(
      text,
      fc.uniqueArray(
        text.filter(value => !/->/.test(value)),
        { minLength: 4, maxLength: 6 },
      ),
      why,
    )
    .map(([stem, [a = '', b = '', c = '', d = ''], reason]) => ({
      kind: 'match',
      stem,
      pairs: [
        { left: a, right: b },
        { left: c, right: d },
      ],
      ...reason,
    })),
  fc
    .tuple(
      text,
      fc.uniqueArray(
        text.filter(value => !/->/.test(value) && !/^t$/i.test(value)),
        { minLength: 2, maxLength: 3 },
      ),
      why,
    )
    .map(([stem, accept, reason]) => ({ kind: 'text', stem, accept, ...reason })),
);

const questions = fc
  .array(entries, { minLength: 1, maxLength: 4 })
  .map(all =>
    all.map((entry, i): DeckQuestion => ({ id: `q-${i}`, named: true, deck: ['A', 'b/c'], place, entry })),
  );

describe('questions', () => {
  it('come back from GIFT as they were', () => {
    fc.assert(
      fc.property(questions, all => {
        const { text: written, remarks } = writeGift(deckOf([], all));
        expect(remarks).toEqual([]);
        const read = readGift(written);
        expect(read.questions.map(question => ({ ...question, place }))).toEqual(all);
      }),
    );
  });

  it('with one right option come back from Aiken, without reasons', () => {
    const single = fc.record({ stem: fc.constant('Which one?'), options }).map(entry => ({
      kind: 'single',
      stem: entry.stem,
      options: entry.options.map(({ text: each, ...rest }) => ({
        text: each.replace(/\s*\n\s*/g, ' '),
        ...('correct' in rest ? { correct: true } : {}),
      })),
    }));
    fc.assert(
      fc.property(fc.array(single, { minLength: 1, maxLength: 3 }), all => {
        const given = all.map((entry, i): DeckQuestion => ({ id: `q${i}`, deck: ['x'], place, entry }));
        const { text: written } = writeAiken(deckOf([], given));
        expect(readAiken(written).questions.map(({ entry }) => entry)).toEqual(all);
      }),
    );
  });

  it.each([
    [{ kind: 'order', stem: 'Order', steps: ['a', 'b'] }, 'question'],
    [{ kind: 'numeric', texts: ['{a}?'] }, 'question'],
    [{ kind: 'numeric', stem: 'x', answer: '1', unit: 'kg' }, 'unit'],
  ])('that GIFT cannot say are named: %j', (entry, what) => {
    const { remarks } = writeGift(deckOf([], [{ id: 'q', deck: ['A'], place, entry }]));
    expect(remarks).toMatchObject([{ act: 'left', what }]);
  });
});
