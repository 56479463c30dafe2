import { describe, expect, it } from 'vitest';
import { readAnki } from '../../../../src/content/transfer/anki/read.ts';
import type { Deck, DeckCard } from '../../../../src/core/transfer/deck.ts';
import type { TestCard, TestCollection, TestNote, TestType } from '../../../support/anki-packages.ts';
import {
  BASIC,
  CLOZE,
  CRT,
  newPackage,
  oldCollection,
  oldPackage,
  REVERSED,
} from '../../../support/anki-packages.ts';

const TYPES = [BASIC, REVERSED, CLOZE];

const read = async (notes: readonly TestNote[], more: Partial<TestCollection> = {}): Promise<Deck> =>
  readAnki(await oldPackage({ types: TYPES, notes, ...more }), 'x.apkg');

/** The one card of one note. */
const readOne = async (
  type: string,
  fields: readonly string[],
  cards?: readonly TestCard[],
): Promise<DeckCard> => {
  const deck = await read([{ guid: 'g', type, fields, ...(cards === undefined ? {} : { cards }) }]);
  expect(deck.cards).toHaveLength(1);
  return deck.cards[0] as DeckCard;
};

const whys = (deck: Deck): readonly string[] => deck.remarks.map(({ what, why }) => `${what}: ${why}`);

describe('a note with two sides', () => {
  it('is a card by its guid, with its deck, its tags and its place', async () => {
    const deck = await read(
      [
        {
          guid: 'Ab#1',
          type: 'Basic',
          fields: ['What is <b>it</b>?', 'a &lt; b'],
          tags: ' one  two::three ',
          cards: [{ did: 7 }],
        },
      ],
      { decks: { 7: 'Cloud::Storage' } },
    );
    expect(deck).toMatchObject({ format: 'Anki package', questions: [], remarks: [], media: [] });
    expect(deck.cards).toEqual([
      {
        form: 'basic',
        id: 'Ab#1',
        deck: ['Cloud', 'Storage'],
        tags: ['one', 'two::three'],
        place: { file: 'collection.anki2', note: 1_600_000_000_000 },
        front: 'What is **it**?',
        back: 'a < b',
        progress: [{ reviews: [] }],
      },
    ]);
  });

  it('is asked in both directions where its second card is the first turned round', async () => {
    expect(
      await readOne('Basic (and reversed card)', ['one', 'eins'], [{ queue: -1 }, { flags: 3 }]),
    ).toMatchObject({
      form: 'reversed',
      front: 'one',
      back: 'eins',
      progress: [
        { reviews: [], suspended: true },
        { reviews: [], flagged: true },
      ],
    });
  });

  it('is asked in one direction where its second card was deleted', async () => {
    expect(await readOne('Basic (and reversed card)', ['one', 'eins'], [{}])).toMatchObject({
      form: 'basic',
      front: 'one',
    });
  });

  it('keeps its home deck and its day while it is in a filtered deck', async () => {
    const deck = await read(
      [
        {
          guid: 'g',
          type: 'Basic',
          fields: ['a', 'b'],
          cards: [{ did: 9, odid: 7, due: -100, odue: 31, type: 2, ivl: 12, factor: 2300 }],
        },
      ],
      { decks: { 7: 'Home', 9: 'Cram' } },
    );
    expect(deck.cards[0]).toMatchObject({
      deck: ['Home'],
      progress: [{ state: { due: '2026-02-01', interval: 12, ease: 2.3 } }],
    });
  });
});

describe('a note of a type of one’s own', () => {
  const VOCABULARY: TestType = {
    name: 'Vocabulary',
    fields: ['Word', 'Meaning', 'Example', 'Hint'],
    sides: [
      [
        'Recognize',
        '<!-- {{Meaning}} --><style>.x{}</style>{{#Example}}Example: {{Example}}<br>{{/Example}}{{^Example}}No example.<br>{{/Example}}{{text:Word}} {{hint:Hint}} {{tts en_US:Word}}',
        '{{FrontSide}}<hr id="answer">{{Meaning}} {{hint:Hint}} <script>run()</script>{{Nothing}}',
      ],
      ['Type', '{{Meaning}}: {{type:Word}}', '{{Meaning}} is {{type:Word}} ({{Tags}}, {{Deck}})'],
    ],
  };

  it('gives a card for each of its templates, filled as Anki fills them', async () => {
    const deck = await read(
      [
        {
          guid: 'g',
          type: 'Vocabulary',
          fields: ['Haus', 'house', '', 'big'],
          tags: ' de ',
          cards: [{}, {}],
        },
      ],
      { types: [VOCABULARY] },
    );
    expect(deck.cards).toMatchObject([
      { id: 'g', form: 'basic', front: 'No example.\\\nHaus', back: 'house big' },
      { id: 'g~2', form: 'basic', front: 'house:', back: 'house is Haus (de, Default)' },
    ]);
    expect(whys(deck)).toEqual([
      'script: Scripts and styles in the templates of the note type "Vocabulary" were dropped',
    ]);
  });

  it('tells of a card whose question or answer is empty, and of one without a template', async () => {
    const deck = await read([
      { guid: 'a', type: 'Basic', fields: ['', 'answer'] },
      { guid: 'b', type: 'Basic', fields: ['question', ''] },
      { guid: 'c', type: 'Basic', fields: ['question', 'answer'], cards: [{}, { ord: 4 }] },
      { guid: 'd', type: 'Basic', fields: ['question', 'answer'], cards: [] },
    ]);
    expect(deck.cards.map(({ id }) => id)).toEqual(['c']);
    expect(whys(deck)).toEqual([
      'card: Card 1 has no question',
      'card: Card 1 has no answer',
      'card: Its note type "Basic" has no template for card 5',
      'note: It has no card',
    ]);
    expect(deck.remarks.map(({ place }) => place.note)).toEqual([0, 1, 2, 3].map(i => 1_600_000_000_000 + i));
  });

  it('gives each note an id of its own where two have one guid', async () => {
    const note = { guid: 'g', type: 'Basic', fields: ['a', 'b'] };
    expect((await read([note, note])).cards.map(({ id }) => id)).toEqual(['g', 'g~n1600000000001']);
  });
});

describe('a cloze note', () => {
  it('is a cloze of ours, with what belongs to the answer', async () => {
    const card = await readOne(
      'Cloze',
      ['{{c1::Canberra}} is the {{c2::capital}}', 'since <i>1913</i>'],
      [{ queue: -1 }, {}],
    );
    expect(card).toMatchObject({
      form: 'cloze',
      id: 'g',
      text: '[Canberra] is the [capital]',
      extra: 'since *1913*',
      progress: [{ reviews: [], suspended: true }, { reviews: [] }],
    });
  });

  it.each([
    ['brackets of its own', '{{c1::a[0]}} is [x] of a', '[a\\[0\\]] is \\[x\\] of a'],
    ['a bracket after a gap', '{{c1::f}}(x) and {{c2::g}}: y', '[f]\\(x) and [g]\\: y'],
    ['a gap of a single x', 'solve for {{c1::x}}', 'solve for [x ]'],
    ['a gap like a footnote', '2{{c1::^3}}', '2[\\^3]'],
    [
      'bold text around and in gaps',
      '<b>{{c1::one}} two</b> {{c2::<i>three</i>}}',
      '**[one] two** [*three*]',
    ],
    ['lines in a gap', '{{c1::one<br>two}}', '[one\\\ntwo]'],
    ['code in a gap', 'run {{c1::<code>ls [a]</code>}}', 'run [`ls [a]`]'],
    ['braces that close nothing', 'a }} b {{c1::c}}', 'a }} b [c]'],
    ['a gap that is never closed', '{{c1::a}} {{c2::b', '[a] {{c2::b'],
  ])('keeps %s', async (_, html, text) => {
    expect(await readOne('Cloze', [html, ''])).toMatchObject({ form: 'cloze', text });
  });

  it('names hints after their gaps, asks shared gaps one by one, and says so', async () => {
    const deck = await read([
      {
        guid: 'g',
        type: 'Cloze',
        fields: ['{{c1::a::first letter}} and {{c1::b}}, then {{c2,3::c}}', ''],
        cards: [{ log: [[1_700_000_000_000, 3, 1]] }, {}, {}],
      },
    ]);
    const history = [{ at: 1_700_000_000_000, rating: 'good', milliseconds: 4000 }];
    expect(deck.cards).toMatchObject([
      {
        text: '[a] (first letter) and [b], then [c]',
        progress: [{ reviews: history }, { reviews: history }, { reviews: [] }],
      },
    ]);
    expect(whys(deck)).toEqual([
      'cloze: Gaps that were hidden together are asked one by one, each with that history',
      'hint: A hint stands after its gap, in brackets',
    ]);
  });

  it('is two cards where one gap lies in another', async () => {
    const deck = await read([
      {
        guid: 'g',
        type: 'Cloze',
        fields: ['{{c1::Canberra was {{c2::founded}}}} in 1913', ''],
        cards: [{ queue: -1 }, { flags: 1 }],
      },
    ]);
    expect(deck.cards).toMatchObject([
      { id: 'g', text: '[Canberra was founded] in 1913', progress: [{ suspended: true }] },
      { id: 'g~2', text: 'Canberra was [founded] in 1913', progress: [{ flagged: true }] },
    ]);
    expect(whys(deck)).toEqual(['cloze: A gap inside another became a card of its own']);
  });

  it('becomes cards with two sides where a gap lies in code', async () => {
    const deck = await read([
      {
        guid: 'g',
        type: 'Cloze',
        fields: ['Run <pre>ls {{c1::-a}} | {{c2::wc}}</pre>', 'more'],
        cards: [{}, { queue: -1 }],
      },
    ]);
    expect(deck.cards).toMatchObject([
      { form: 'basic', id: 'g', back: 'Run\n\n```\nls -a | wc\n```\n\nmore', progress: [{ reviews: [] }] },
      { form: 'basic', id: 'g~2', progress: [{ suspended: true }] },
    ]);
    expect(deck.cards.map(card => card.form === 'basic' && card.front)).toEqual([
      'Run\n\n```\nls [...] | wc\n```',
      'Run\n\n```\nls -a | [...]\n```',
    ]);
    expect(whys(deck)).toEqual([
      'cloze: Its gaps cannot be written as gaps, so each became a card with two sides',
    ]);
  });

  it('is left where it has no gap, or hides parts of a picture', async () => {
    const deck = await read([
      { guid: 'a', type: 'Cloze', fields: ['nothing', ''] },
      { guid: 'b', type: 'Cloze', fields: ['{{c1::image-occlusion:rect:left=.1}}', ''] },
    ]);
    expect(deck.cards).toEqual([]);
    expect(whys(deck)).toEqual([
      'note: It is a cloze note without a gap',
      'note: Parts of a picture are hidden, which a text cannot say',
    ]);
  });
});

describe('what a learner did with a card', () => {
  const AT = 1_700_000_000_000;
  const DAY = 86_400_000;
  const progressOf = async (card: TestCard, more: Partial<TestCollection> = {}): Promise<unknown> =>
    (await read([{ guid: 'g', type: 'Basic', fields: ['a', 'b'], cards: [card] }], more)).cards[0]
      ?.progress[0];

  it('comes with its ratings, in the order of time', async () => {
    const log = [
      [AT + DAY, 1, 1],
      [AT, 3, 0],
      [AT + 2 * DAY, 2, 2],
      [AT + 3 * DAY, 4, 1],
    ] as const;
    expect(await progressOf({ log }, { conf: { schedVer: 2 } })).toEqual({
      reviews: ['good', 'again', 'hard', 'easy'].map((rating, i) => ({
        at: AT + i * DAY,
        rating,
        milliseconds: 4000,
      })),
    });
  });

  it('means good by 2 and easy by 3 where the first scheduler showed three buttons', async () => {
    const log = [
      [AT, 2, 0],
      [AT + 1, 3, 2],
      [AT + 2, 2, 1],
      [AT + 3, 1, 0],
    ] as const;
    const ratings = async (
      more: Partial<TestCollection>,
      extra: readonly (readonly [number, number, number])[] = [],
    ) =>
      (
        (await progressOf({ log: [...log, ...extra] }, more)) as { reviews: { rating: string }[] }
      ).reviews.map(({ rating }) => rating);
    expect(await ratings({})).toEqual(['good', 'easy', 'hard', 'again']);
    expect(await ratings({ conf: { schedVer: 2 } })).toEqual(['hard', 'good', 'hard', 'again']);
    // A fourth button tells that it was the later scheduler.
    expect(await ratings({}, [[AT + 4, 4, 0]])).toEqual(['hard', 'good', 'hard', 'again', 'easy']);
  });

  it('is without what is no answer, and begins anew where the card was set back', async () => {
    const log = [
      [AT, 3, 0],
      [AT + 1, 0, 4, 0],
      [AT + 2, 3, 0],
      [AT + 3, 0, 4],
      [AT + 4, 0, 5],
      [AT + 5, 3, 3, 0],
      [AT + 6, 3, 3],
      [AT + 7, 9, 1],
    ] as const;
    const deck = await read([{ guid: 'g', type: 'Basic', fields: ['a', 'b'], cards: [{ log }] }], {
      conf: { schedVer: 2 },
    });
    expect(deck.cards[0]?.progress[0]?.reviews.map(({ at }) => at)).toEqual([AT + 2, AT + 6]);
    expect(whys(deck)).toEqual([
      'history: 3 entries of the history are set by hand or rescheduled, and no answers',
      'history: 1 entry of the history is of filtered decks that leave the schedule alone',
      'history: 1 entry of the history is older than the day on which the card was set back to new',
    ]);
  });

  it('comes with the schedule of a card that has graduated, and what FSRS knew of it', async () => {
    const data = '{"s":12.5,"d":4.25,"dr":0.9,"decay":0.2}';
    expect(await progressOf({ type: 2, due: 40, ivl: 9, factor: 2150, data })).toEqual({
      reviews: [],
      state: { due: '2026-02-10', interval: 9, ease: 2.15, stability: 12.5, difficulty: 4.25 },
    });
    const due = Date.UTC(2026, 2, 3, 9) / 1000;
    expect(await progressOf({ type: 3, queue: 1, due, ivl: 1, factor: 2000, data: 'damaged' })).toEqual({
      reviews: [],
      state: { due: '2026-03-03', interval: 1, ease: 2 },
    });
    expect(await progressOf({ type: 1, queue: 1, due })).toEqual({ reviews: [] });
  });

  it.each([
    ['Tokyo', CRT - 9 * 3600, -540],
    ['Honolulu', CRT + 10 * 3600, 600],
    ['a place that is not named, east', CRT - 9 * 3600, undefined],
    ['a place that is not named, west', CRT + 10 * 3600, undefined],
  ])('counts days where the learner lived: %s', async (_, crt, creationOffset) => {
    const conf = creationOffset === undefined ? {} : { creationOffset };
    expect(await progressOf({ type: 2, due: 1, ivl: 1, factor: 2500 }, { crt, conf })).toMatchObject({
      state: { due: '2026-01-02' },
    });
  });

  it('names pictures and sounds, and where they lie in the package', async () => {
    const notes = [
      {
        guid: 'g',
        type: 'Basic',
        fields: ['<img src="a%20b.png"> [sound:s.mp3]', '<img src="gone.png">'],
      },
    ];
    const deck = await readAnki(
      await oldPackage({ types: TYPES, notes }, { 0: 'a b.png', 1: 's.mp3' }),
      'x.apkg',
    );
    expect(deck.media).toEqual(['s.mp3', 'a b.png', 'gone.png']);
    expect(deck.cards[0]).toMatchObject({
      front: '![a b.png](a%20b.png) (sound: s.mp3)',
      back: '![gone.png](gone.png)',
    });
    expect(whys(deck)).toEqual([
      'sound: The sound is named in the text, and not carried over: "s.mp3", which lies in the package as "1"',
      'image: The picture is named in the text, and not carried over: "a b.png", which lies in the package as "0"',
      'image: The picture is named in the text, and not carried over: "gone.png"',
    ]);
  });
});

describe('a package', () => {
  const collection: TestCollection = {
    types: TYPES,
    decks: { 7: 'A::B' },
    conf: { schedVer: 2, creationOffset: -60 },
    notes: [
      {
        guid: 'one',
        type: 'Basic',
        fields: ['front', 'back'],
        tags: ' t ',
        cards: [{ did: 7, type: 2, due: 3, ivl: 2, factor: 2500 }],
      },
      {
        guid: 'two',
        type: 'Cloze',
        fields: ['{{c1::x}} y', ''],
        cards: [{ log: [[1_700_000_000_000, 2, 0]] }],
      },
    ],
  };

  it('of the latest version says what one of the old says, and not that Anki should be updated', async () => {
    const [latest, old] = await Promise.all(
      [newPackage(collection, ['a.png']), oldPackage(collection)].map(async bytes =>
        readAnki(await bytes, 'x.apkg'),
      ),
    );
    const bare = (deck: Deck | undefined): unknown => deck?.cards.map(card => ({ ...card, place: {} }));
    expect(bare(latest)).toEqual(bare(old));
    expect(latest?.cards[0]).toMatchObject({ deck: ['A', 'B'], place: { file: 'collection.anki21b' } });
    expect(latest?.remarks).toEqual([]);
  });

  it('may be a bare collection', async () => {
    const deck = await readAnki(await oldCollection(collection), 'collection.anki2');
    expect(deck.cards.map(({ id, place }) => ({ id, place }))).toEqual([
      { id: 'one', place: { note: 1_600_000_000_000 } },
      { id: 'two', place: { note: 1_600_000_000_001 } },
    ]);
  });
});
