import { describe, expect, it } from 'vitest';
import { isHashcardsJson, readHashcardsJson } from '../../../../src/content/transfer/notes/hashcards-json.ts';
import { basicHash, clozeHash, readHashcards } from '../../../../src/content/transfer/notes/hashcards.ts';

/** The hash of `Q: foo`, `A: bar`, and those of `C: [foo]` with its family, as hashcards makes them. */
const BASIC = '04692f67ddc4fcbe134687b0f3120ac9821c40f85676c6b0539e7ab6e60c5dcd';
const CLOZE = 'fe370a42a248df21b667ff246a9de92ae83b59d296c03013771e08fc400a1fc8';
const FAMILY = '021c29e070e03a51cf4cad60773949c2a7c754b60087c7414357c542047b21f2';

const location = { filePath: 'Deck.md', lineStart: 1, lineEnd: 2 };
const card = (hash: string, content: object, rest: object = {}): object => ({
  hash,
  familyHash: null,
  deckName: 'Deck',
  location,
  content,
  performance: null,
  ...rest,
});
const review = (hash: string, reviewedAt: string, grade: string): object => ({
  hash,
  reviewedAt,
  grade,
  stability: 3,
  difficulty: 5,
  intervalRaw: 3,
  intervalDays: 3,
  dueDate: '2026-11-04',
});
const read = (cards: readonly object[], reviews: readonly object[] = []) =>
  readHashcardsJson(
    JSON.stringify({ cards, sessions: [{ startedAt: 'x', endedAt: 'y', reviews }] }, null, 2),
    'export.json',
    () => 60,
  );

describe('an export of hashcards', () => {
  it('gives cards by the hashes that hashcards makes, with every review', () => {
    expect(basicHash('foo', 'bar')).toBe(BASIC);
    const { cards, remarks } = read(
      [card(BASIC, { basic: { question: 'foo', answer: 'bar' } })],
      [review(BASIC, '2026-11-01T10:00:00', 'Forgot'), review(BASIC, '2026-11-02T10:00:00.250', 'Easy')],
    );
    expect(remarks).toEqual([]);
    expect(cards).toEqual([
      {
        form: 'basic',
        id: BASIC,
        deck: ['Deck'],
        tags: [],
        place: { file: 'Deck.md' },
        front: 'foo',
        back: 'bar',
        progress: [
          {
            reviews: [
              { at: Date.UTC(2026, 10, 1, 9), rating: 'again' },
              { at: Date.UTC(2026, 10, 2, 9, 0, 0, 250), rating: 'easy' },
            ],
          },
        ],
      },
    ]);
  });

  it('joins the gaps of a cloze, by the bytes at which they stand', () => {
    expect(clozeHash('foo', 0, 2)).toBe(CLOZE);
    const plain = 'Ünïts [x] of ![i](a.png) foo and ü';
    const at = (word: string): { start: number; end: number } => {
      const start = Buffer.byteLength(plain.slice(0, plain.indexOf(word)));
      return { start, end: start + Buffer.byteLength(word) - 1 };
    };
    const [one, two] = [at('foo'), at('Ünïts')];
    const hashes = [clozeHash(plain, one.start, one.end), clozeHash(plain, two.start, two.end)];
    const { cards } = read([
      card(CLOZE, { cloze: { text: 'foo', start: 0, end: 2 } }, { familyHash: FAMILY }),
      ...[one, two].map((gap, i) =>
        card(hashes[i] ?? '', { cloze: { text: plain, ...gap } }, { familyHash: 'f'.repeat(64) }),
      ),
    ]);
    expect(cards).toMatchObject([
      { form: 'cloze', id: FAMILY, text: '[foo]' },
      { form: 'cloze', text: '[Ünïts] \\[x\\] of ![i](a.png) [foo] and ü', progress: [{}, {}] },
    ]);
  });

  it('has the ids of the decks it was made from', () => {
    const decks = readHashcards([{ path: 'Deck.md', text: 'Q: foo\nA: bar\n\nC: [foo]\n' }], new Map());
    const { cards } = read([
      card(BASIC, { basic: { question: 'foo', answer: 'bar' } }),
      card(CLOZE, { cloze: { text: 'foo', start: 0, end: 2 } }, { familyHash: FAMILY }),
    ]);
    expect(cards.map(({ id }) => id)).toEqual(decks.cards.map(({ id }) => id));
  });

  it('gives the schedule of a card whose reviews are gone', () => {
    const performance = {
      lastReviewedAt: '2026-11-01T10:00:00',
      stability: 12.5,
      difficulty: 4,
      intervalRaw: 12.4,
      intervalDays: 12,
      dueDate: '2026-11-13',
      reviewCount: 4,
    };
    const { cards } = read([card(BASIC, { basic: { question: 'foo', answer: 'bar' } }, { performance })]);
    expect(cards[0]?.progress).toEqual([
      { reviews: [], state: { due: '2026-11-13', interval: 12, stability: 12.5, difficulty: 4 } },
    ]);
  });

  it('is told by how it begins, names what it does not know, and is refused where it is cut off', () => {
    const text = JSON.stringify({ cards: [card(BASIC, { basic: {} })], sessions: [] }, null, 2);
    expect(isHashcardsJson(text)).toBe(true);
    expect(isHashcardsJson('{ "schema": "study/1", "cards": [] }')).toBe(false);
    expect(read([card(BASIC, { picture: {} })]).remarks).toMatchObject([{ act: 'left', what: 'card' }]);
    const outside = card(CLOZE, { cloze: { text: 'foo', start: 0, end: 9 } });
    expect(read([outside]).remarks).toMatchObject([{ act: 'left', what: 'cloze' }]);
    expect(() => readHashcardsJson(text.slice(0, -5), 'x.json', () => 0)).toThrow('is cut off');
  });
});
