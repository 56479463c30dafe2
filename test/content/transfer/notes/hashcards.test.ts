import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../../src/content/transfer/notes/hashcards-history.ts';
import {
  basicHash,
  clozeHash,
  historyOf,
  readHashcards,
  repeaterHash,
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

/** The schemas that versions of hashcards and repeater have made: the columns differ, the names do not. */
const EARLY = `
create table cards (card_hash text primary key, added_at text not null, stability real, difficulty real, due_date text,
  review_count integer not null) strict;
create table sessions (session_id integer primary key, started_at text not null, ended_at text not null) strict;
create table reviews (review_id integer primary key, session_id integer not null references sessions (session_id),
  card_hash text not null references cards (card_hash), reviewed_at text not null, grade text not null,
  stability real not null, difficulty real not null, due_date text not null) strict;`;
const LATE = `
create table cards (card_hash text primary key, added_at text not null, last_reviewed_at text, stability real,
  difficulty real, interval_raw real, interval_days integer, due_date text, review_count integer not null) strict;
create table sessions (session_id integer primary key, started_at text not null, ended_at text not null) strict;
create table reviews (review_id integer primary key, session_id integer not null references sessions (session_id),
  card_hash text not null references cards (card_hash), reviewed_at text not null, grade text not null,
  stability real not null, difficulty real not null, interval_raw real not null, interval_days integer not null,
  due_date text not null) strict;`;
const REPEATER = `
create table cards (card_hash text primary key, added_at text not null, last_reviewed_at text, stability real,
  difficulty real, interval_raw real, interval_days integer not null default 0, due_date text,
  review_count integer not null default 0, locally_modified integer not null default 0);
create table version_update (id integer primary key, version text);`;

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

  it('is read in the form of every version', async () => {
    const early = await writeTables(EARLY, [
      {
        name: 'cards',
        rows: [
          [hash, '2025-11-01T10:00:00.000', 8.1, 5, '2026-05-09', 2],
          ['gone', '2025-11-01T10:00:00.000', 20.4, 6, '2026-06-01', 1],
          ['new', '2025-11-01T10:00:00.000', null, null, null, 0],
        ],
      },
      { name: 'sessions', rows: [[1, '2026-05-01T09:59:00.000', '2026-05-01T10:06:00.000']] },
      { name: 'reviews', rows: [[1, 1, hash, '2026-05-01T10:00:00.000', 'hard', 3, 5, '2026-05-04']] },
    ]);
    const found = await readHistory(early, 'hashcards.db', () => 0);
    expect([...found.keys()].sort()).toEqual([hash, 'gone'].sort());
    expect(found.get(hash)?.reviews).toEqual([{ at: Date.UTC(2026, 4, 1, 10), rating: 'hard' }]);
    // It had no intervals: the stability is the nearest thing to one.
    expect(found.get('gone')?.state).toEqual({
      due: '2026-06-01',
      interval: 20,
      stability: 20.4,
      difficulty: 6,
    });
    const late = await writeTables(LATE, [
      {
        name: 'cards',
        rows: [
          [hash, '2025-11-01T10:00:00.000', '2026-05-01T10:00:00.000', 8.1, 5, 8.2, 8, '2026-05-09', 2],
          ['gone', '2025-11-01T10:00:00.000', '2026-05-01T10:00:00.000', 20.4, 6, 20.4, 21, '2026-05-22', 1],
        ],
      },
      { name: 'sessions', rows: [[1, '2026-05-01T09:59:00.000', '2026-05-01T10:06:00.000']] },
      { name: 'reviews', rows: [[1, 1, hash, '2026-05-01T10:00:00Z', 'easy', 3, 5, 8.2, 8, '2026-05-09']] },
    ]);
    const later = await readHistory(late, 'hashcards.db', () => 120);
    expect(later.get(hash)?.reviews).toEqual([{ at: Date.UTC(2026, 4, 1, 10), rating: 'easy' }]);
    expect(later.get('gone')?.state?.interval).toBe(21);
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

describe('the database of repeater', () => {
  const SOURCE = 'Q: What  is\n  a Queue?\nA: It holds\n\nmessages.\n\nC: The [sun] is a [Star].\n---\n';
  const first = repeaterHash('Q: What  is\n  a Queue?\nA: It holds\n\nmessages.\n\n');
  const cloze = 'C: The [sun] is a [Star].';

  it('tells a card by its lines, whatever their capitals and spaces', () => {
    expect(repeaterHash('  TEST\n')).toBe('4878ca0425c739fa427f7eda20fe845f6b2e46ba5fe2a14df5b1e32f50603215');
    expect(first).toBe(repeaterHash('q: what is a queue? a: it holds messages.'));
    expect(repeaterHash(cloze, 0)).toBe(repeaterHash(cloze));
    expect(repeaterHash(cloze, 1)).not.toBe(repeaterHash(cloze));
  });

  it('gives the state of each card that was reviewed, on the days of the learner', async () => {
    const at = '2026-05-01T22:30:00.123456789+00:00';
    const due = '2026-05-08T22:30:00.123456789+00:00';
    const bytes = await writeTables(REPEATER, [
      {
        name: 'cards',
        rows: [
          [first, at, at, 7.3, 5, 7.3, 7, due, 4, 0],
          [repeaterHash(cloze, 1), at, at, 2.5, 6, 2.5, 2, '2026-05-04 08:00:00+00:00', 6, 0],
          [repeaterHash(cloze), at, null, null, null, null, 0, null, 0, 0],
        ],
      },
    ]);
    const history = await readHistory(bytes, 'cards.db', () => 120);
    const { cards, remarks } = readHashcards([{ path: 'x.md', text: SOURCE }], history);
    expect(remarks).toEqual([]);
    expect(cards.map(({ progress }) => progress)).toEqual([
      [{ reviews: [], state: { due: '2026-05-09', interval: 7, stability: 7.3, difficulty: 5 } }],
      [
        { reviews: [] },
        { reviews: [], state: { due: '2026-05-04', interval: 2, stability: 2.5, difficulty: 6 } },
      ],
    ]);
  });
});
