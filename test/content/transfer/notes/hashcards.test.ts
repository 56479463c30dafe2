import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../../src/content/transfer/notes/hashcards-history.ts';
import {
  basicHash,
  clozeHash,
  historyOf,
  readHashcards,
} from '../../../../src/content/transfer/notes/hashcards.ts';
import { writeTables } from '../../../../src/content/transfer/sqlite.ts';
import { writeHashcards } from '../../../../src/content/transfer/write/hashcards.ts';

const read = (text: string, path = 'Cells.md') => readHashcards([{ path, text }], new Map());

describe('a deck of hashcards', () => {
  it('has the hashes by which hashcards tells its cards', () => {
    // Measured with an implementation of its own: reference of the format, golden vectors.
    expect(basicHash('foo', 'bar')).toBe('04692f67ddc4fcbe134687b0f3120ac9821c40f85676c6b0539e7ab6e60c5dcd');
    expect(clozeHash('foo', 0, 2)).toBe('fe370a42a248df21b667ff246a9de92ae83b59d296c03013771e08fc400a1fc8');
    expect(read('C: [foo]').cards[0]?.id).toBe(
      '021c29e070e03a51cf4cad60773949c2a7c754b60087c7414357c542047b21f2',
    );
  });

  it('gives cards with their lines, under the name that stands at its head', () => {
    const text =
      '---\nname = "Cell \\"biology\\""\n---\n\nQ: What?\nA: This.\n\nMore of it.\n\nC: The [sun] is a [star].\n---\nQ: x\nA: y\n';
    expect(read(text, 'bio/Cells.md').cards).toMatchObject([
      {
        form: 'basic',
        deck: ['bio', 'Cell "biology"'],
        place: { file: 'bio/Cells.md', line: 5 },
        front: 'What?',
        back: 'This.\n\nMore of it.',
      },
      { form: 'cloze', text: 'The [sun] is a [star].', place: { line: 10 }, progress: [{}, {}] },
      { form: 'basic', front: 'x', place: { line: 12 } },
    ]);
  });

  it('names what is no whole card, and text that belongs to none', () => {
    const { cards, remarks } = read('Hello.\n\nQ: no answer\n\nC: no gap\n\nQ: a\nA: b\n');
    expect(cards).toHaveLength(1);
    expect(remarks).toMatchObject([
      { what: 'card', why: 'The card has no answer', place: { line: 3 } },
      { what: 'card', why: 'The cloze has no gap', place: { line: 5 } },
      { what: 'text', why: '1 lines that belong to no card' },
    ]);
  });

  it('of repeater has cards in one line, too', () => {
    expect(read('left::right\n\n`a::b` is code\n').cards).toMatchObject([{ front: 'left', back: 'right' }]);
  });

  it('comes back from what is written for hashcards', () => {
    const source = 'Q: Which one?\nA: This [x] and `y`\n\nC: The [sun] is \\[a\\] [star].\n';
    const { cards } = read(source);
    const { files, remarks } = writeHashcards({ format: '', cards, questions: [], remarks: [], media: [] });
    expect(remarks).toEqual([]);
    expect(files[0]?.text).toBe(`---\nname = "Cells"\n---\n\n${source}`);
  });
});

describe('the database of hashcards', () => {
  const hash = basicHash('foo', 'bar');
  const schema = `
    create table cards (card_hash text, added_at text, due_date text, interval_days integer, stability real, difficulty real);
    create table reviews (review_id integer, card_hash text, reviewed_at text, grade text);`;

  it('gives every review at its moment, and a schedule where the reviews are gone', async () => {
    const bytes = await writeTables(schema, [
      {
        name: 'cards',
        rows: [
          [hash, '2026-01-01', '2026-05-09', 8, 8.1, 5],
          ['other', '2026-01-01', '2026-06-01', 20, 20.5, 6],
        ],
      },
      {
        name: 'reviews',
        rows: [
          [1, hash, '2026-05-01T10:00:00.000', 'good'],
          [2, hash, '2026-05-01T10:05:00.000', 'forgot'],
        ],
      },
    ]);
    const history = await readHistory(bytes, 'hashcards.db', () => 120);
    expect(history.get(hash)).toEqual({
      reviews: [
        { at: Date.UTC(2026, 4, 1, 8), rating: 'good' },
        { at: Date.UTC(2026, 4, 1, 8, 5), rating: 'again' },
      ],
    });
    expect(history.get('other')?.state).toEqual({
      due: '2026-06-01',
      interval: 20,
      stability: 20.5,
      difficulty: 6,
    });
  });

  it('that belongs to cards which are gone is told', () => {
    const history = historyOf([{ hash: 'gone', at: '2026-05-01T10:00:00.000', grade: 'easy' }], () => 0);
    expect(readHashcards([{ path: 'x.md', text: 'Q: a\nA: b\n' }], history).remarks).toMatchObject([
      { act: 'left', what: 'history' },
    ]);
  });

  it('that is damaged is refused in words', async () => {
    const bytes = new Uint8Array(4096).fill(7);
    bytes.set(Buffer.from('SQLite format 3\0'));
    await expect(readHistory(bytes, 'hashcards.db', () => 0)).rejects.toThrow('damaged');
  });
});
