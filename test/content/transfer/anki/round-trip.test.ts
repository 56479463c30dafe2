import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnki } from '../../../../src/content/transfer/anki/read.ts';
import { writeAnki } from '../../../../src/content/transfer/anki/write.ts';
import { dayToDate } from '../../../../src/core/base/civil-day.ts';
import type { Deck, DeckCard, DeckProgress } from '../../../../src/core/transfer/deck.ts';
import { RATINGS } from '../../../../src/core/journal/event.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const DAY = 86_400_000;

const deckOf = (cards: readonly DeckCard[]): Deck => ({
  format: 'x',
  cards,
  questions: [],
  remarks: [],
  media: [],
});

const back = async (deck: Deck): Promise<Deck> =>
  readAnki((await writeAnki(deck, { now: NOW })).bytes, 'x.apkg');

/** Cards without what belongs to the file they were in. */
const bare = (deck: Deck): readonly DeckCard[] => deck.cards.map(card => ({ ...card, place: {} }));

const WORDS = [
  'one',
  'b_c',
  '2 * 3',
  '#',
  '[x]',
  '<b>',
  '&amp;',
  '`',
  '\\',
  '|',
  '{{c1::a}}',
  '}}',
  '::',
  'é',
  '中文',
  '$x_1$',
  '~~',
  '1.',
  '-',
  '>',
  '!',
  '_',
  '**',
];

/** Markdown as our converter writes it: one way of many to say a thing. */
const inline = fc.oneof(
  fc.constantFrom(
    'word',
    'two words',
    'é ü',
    '中文',
    '3 < 4',
    'a\\_b',
    '2 \\* 3',
    '\\[x\\]',
    'x & y',
    '100 %',
  ),
  fc.constantFrom('**bold**', '*slanted*', '`code [x]`', '~~gone~~', '[AWS](https://aws.amazon.com/a_b)'),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' and '));
const block = fc.oneof(
  { weight: 4, arbitrary: line },
  line.map(text => `first\\\n${text}`),
  fc.array(line, { minLength: 2, maxLength: 3 }).map(items => items.map(item => `- ${item}`).join('\n')),
  fc
    .array(line, { minLength: 2, maxLength: 3 })
    .map(items => items.map((item, i) => `${i + 1}. ${item}`).join('\n')),
  fc.constant('```js\nif (a[0]) {\n  b\n}\n```'),
  fc.constant('| a | b |\n| --- | --- |\n| 1 | `x` |'),
  line.map(text => `> ${text}`),
);
/** Words between blocks: two lists beside each other would be one. */
const markdown = fc.array(block, { minLength: 1, maxLength: 3 }).map(blocks => blocks.join('\n\nand\n\n'));

const gap = fc.constantFrom(
  '[gap]',
  '[two words]',
  '[**bold**]',
  '[`a[0]`]',
  '[a::b]',
  '[{{c1::x}}]',
  '[x ]',
  '[é]',
);
const cloze = fc
  .array(fc.tuple(line, gap), { minLength: 1, maxLength: 4 })
  .map(parts => parts.map(([text, hidden]) => `${text} ${hidden}`).join(' '));

/** Histories in which no two cards were answered in the same millisecond. */
const progress = (card: number): fc.Arbitrary<DeckProgress> =>
  fc
    .record({
      reviews: fc.array(
        fc.record({
          days: fc.integer({ min: 0, max: 300 }),
          rating: fc.constantFrom(...RATINGS),
          seconds: fc.integer({ min: 1, max: 90 }),
        }),
        { maxLength: 5 },
      ),
      schedule: fc.record({
        day: fc.integer({ min: 20_300, max: 22_000 }),
        interval: fc.integer({ min: 1, max: 900 }),
        ease: fc.integer({ min: 1300, max: 3500 }),
        memory: fc.option(
          fc.record({
            stability: fc.double({ min: 0.1, max: 900, noNaN: true }),
            difficulty: fc.integer({ min: 1, max: 10 }),
          }),
          {
            nil: undefined,
          },
        ),
      }),
      isNew: fc.boolean(),
      suspended: fc.boolean(),
      flagged: fc.boolean(),
    })
    .map(({ reviews, schedule: { day, interval, ease, memory }, isNew, suspended, flagged }) => ({
      reviews: isNew
        ? []
        : reviews
            .map(({ days, rating, seconds }, i) => ({
              at: NOW - (400 - days) * DAY + card * 10 + i,
              rating,
              milliseconds: seconds * 1000,
            }))
            .sort((a, b) => a.at - b.at),
      ...(isNew ? {} : { state: { due: dayToDate(day), interval, ease: ease / 1000, ...memory } }),
      ...(suspended ? { suspended: true } : {}),
      ...(flagged ? { flagged: true } : {}),
    }));

const gapCount = (text: string): number => text.split(/(?<![\\!`a])\[(?!x\\|AWS|x\]`)/).length - 1;

const card = (index: number): fc.Arbitrary<DeckCard> => {
  const base = {
    id: fc.constantFrom('', 'cloud/').map(prefix => `${prefix}card-${index}`),
    deck: fc.constantFrom(['Cloud'], ['Cloud', 'Storage'], ['A', 'B', 'C']),
    tags: fc.uniqueArray(fc.constantFrom('leech', 'aws::s3', 'über'), { maxLength: 2 }),
    place: fc.constant({}),
  };
  const distinct = fc.tuple(markdown, markdown).filter(([front, other]) => front !== other);
  return fc.oneof(
    fc
      .record({ ...base, sides: distinct, done: progress(index) })
      .map(({ sides: [front, other], done, ...rest }) => ({
        ...rest,
        form: 'basic' as const,
        front,
        back: other,
        progress: [done],
      })),
    fc
      .record({ ...base, sides: distinct, one: progress(index), two: progress(index + 500) })
      .map(({ sides: [front, other], one, two, ...rest }) => ({
        ...rest,
        form: 'reversed' as const,
        front,
        back: other,
        progress: [one, two],
      })),
    fc
      .record({ ...base, text: cloze, extra: fc.option(markdown, { nil: undefined }), done: progress(index) })
      .map(({ text, extra, done, ...rest }) => ({
        ...rest,
        form: 'cloze' as const,
        text,
        ...(extra === undefined ? {} : { extra }),
        progress: Array.from({ length: gapCount(text) }, (_, i) => (i === 0 ? done : { reviews: [] })),
      })),
  );
};

const cards = fc
  .integer({ min: 1, max: 4 })
  .chain(count => fc.tuple(...Array.from({ length: count }, (_, i) => card(i))));

describe('a deck', () => {
  it('comes back from a package as it was: texts, gaps, decks, tags, schedules and histories', async () => {
    await fc.assert(
      fc.asyncProperty(cards, async list => {
        expect(bare(await back(deckOf(list)))).toEqual(list);
      }),
      { numRuns: 25 },
    );
  });

  it('of any text comes back in a form that every further round keeps', async () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...WORDS, '\n', '\n\n', ' '), fc.string({ maxLength: 6 })), {
        minLength: 1,
        maxLength: 12,
      })
      .map(parts => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (front, other) => {
        const first = await back(
          deckOf([
            {
              form: 'basic',
              id: 'a',
              deck: ['D'],
              tags: [],
              place: {},
              front: `Q ${front}`,
              back: `A ${other}`,
              progress: [],
            },
            {
              form: 'cloze',
              id: 'b',
              deck: ['D'],
              tags: [],
              place: {},
              text: `[gap] ${front}`,
              progress: [],
            },
          ]),
        );
        const second = await back(first);
        expect(bare(await back(second))).toEqual(bare(second));
        expect(second.cards.map(({ id }) => id)).toEqual(first.cards.map(({ id }) => id));
      }),
      { numRuns: 25 },
    );
  });
});

const BASIC: DeckCard = {
  form: 'basic',
  id: 'cloud/sqs-range',
  deck: ['Cloud'],
  tags: [],
  place: {},
  front: 'front',
  back: 'back',
  progress: [],
};

describe('a package that is written', () => {
  it('is the same for the same deck at the same moment', async () => {
    const deck = deckOf([BASIC]);
    const [one, two] = [await writeAnki(deck, { now: NOW }), await writeAnki(deck, { now: NOW })];
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true);
  });

  it('has a schedule for a card of which only the history is known', async () => {
    const reviews = [
      { at: NOW - 20 * DAY, rating: 'good' },
      { at: NOW - 17 * DAY, rating: 'good' },
    ] as const;
    const [card] = (await back(deckOf([{ ...BASIC, progress: [{ reviews }] }]))).cards;
    const state = card?.progress[0]?.state;
    expect(state?.interval).toBeGreaterThan(3);
    expect(state?.due).toBe(dayToDate(Math.floor((NOW - 17 * DAY) / DAY) + (state?.interval ?? 0)));
    expect(state?.stability).toBeGreaterThan(0);
  });

  it('moves answers of one millisecond apart, for a moment is the id of an answer there', async () => {
    const progress = [{ reviews: [{ at: NOW - DAY, rating: 'good' }] }] as const;
    const deck = await back(
      deckOf([
        { ...BASIC, progress },
        { ...BASIC, id: 'other', progress },
      ]),
    );
    expect(deck.cards.map(card => card.progress[0]?.reviews[0]?.at)).toEqual([NOW - DAY, NOW - DAY + 1]);
  });

  it('keeps an answer after a gap from becoming a link, and Anki’s own signs in a gap from ending it', async () => {
    const text = 'call [f]\\(x), [a::b}}] and [c}]{{c3::d}} \\[literal\\]';
    expect(
      (await back(deckOf([{ form: 'cloze', id: 'c', deck: ['D'], tags: [], place: {}, text, progress: [] }])))
        .cards,
    ).toMatchObject([{ form: 'cloze', text }]);
  });

  it('tells what it cannot carry', async () => {
    const place = { line: 3 };
    const { bytes, remarks } = await writeAnki(
      {
        ...deckOf([
          { ...BASIC, back: '![queue](images/queue.png)' },
          { ...BASIC, front: 'again' },
          { form: 'cloze', id: 'c', deck: ['D'], tags: [], place, text: 'no gap', progress: [] },
        ]),
        questions: [{ id: 'q', deck: ['D'], place, entry: {} }],
      },
      { now: NOW },
    );
    expect(remarks.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'image: Its picture is named, and not carried over',
      'card: Another card has its id, "cloud/sqs-range"',
      'card: It is a cloze without a gap that can be written',
      'question: Anki has cards only, no questions with options',
    ]);
    expect((await readAnki(bytes, 'x.apkg')).cards).toHaveLength(1);
  });
});
