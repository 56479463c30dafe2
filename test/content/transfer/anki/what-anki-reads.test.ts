import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAnki } from '../../../../src/content/transfer/anki/write.ts';
import type { SqlValue, Tables } from '../../../../src/content/transfer/sqlite.ts';
import { openTables } from '../../../../src/content/transfer/sqlite.ts';
import { openZip } from '../../../../src/content/transfer/zip.ts';
import type { DeckCard } from '../../../../src/core/transfer/deck.ts';
import { ROOT } from '../../../support/run-study.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const DAY = 86_400_000;

/** The lists of docs/anki.md: names after each `name:`. */
const LISTS: ReadonlyMap<string, readonly string[]> = new Map(
  [...readFileSync(join(ROOT, 'docs/anki.md'), 'utf8').matchAll(/^(\w+): ([\w ]+)$/gm)].map(
    ([, name = '', words = '']) => [name, words.split(' ')],
  ),
);

const CARDS: readonly DeckCard[] = [
  {
    form: 'basic',
    id: 'cloud/one',
    deck: ['Cloud', 'Storage'],
    tags: ['aws', 'two words'],
    place: {},
    front: 'What **is** S3?',
    back: 'Storage',
    progress: [
      {
        reviews: [
          { at: NOW - 9 * DAY, rating: 'again', milliseconds: 4000 },
          { at: NOW - 9 * DAY + 60_000, rating: 'good' },
          { at: NOW - 8 * DAY, rating: 'hard' },
          { at: NOW - 4 * DAY, rating: 'again' },
          { at: NOW - 4 * DAY + 60_000, rating: 'easy' },
        ],
        state: { due: '2026-12-04', interval: 8, ease: 2.3, stability: 7.5, difficulty: 5.5 },
        suspended: true,
      },
    ],
  },
  {
    form: 'reversed',
    id: 'cloud/two',
    deck: ['Cloud'],
    tags: [],
    place: {},
    front: 'one',
    back: 'eins',
    progress: [],
  },
  {
    form: 'cloze',
    id: 'cloud/three',
    deck: ['Cloud'],
    tags: [],
    place: {},
    text: 'A [queue] keeps [messages].',
    progress: [{ reviews: [], flagged: true }],
  },
];

let tables: Tables;
beforeAll(async () => {
  const { bytes } = await writeAnki(
    { format: 'x', cards: CARDS, questions: [], remarks: [], media: [] },
    { now: NOW },
  );
  const archive = await openZip(bytes, 'x.apkg');
  expect(archive.names).toEqual(['collection.anki2', 'media']);
  expect(Buffer.from((await archive.read('media', 10)) ?? []).toString()).toBe('{}');
  tables = await openTables((await archive.read('collection.anki2', 1e7)) ?? new Uint8Array(), 'x.apkg');
});

type Row = Readonly<Record<string, SqlValue>>;

const rowsOf = (table: string): readonly Row[] => {
  const columns = tables.columns(table);
  return [...tables.rows(table, columns, 100)].map(row =>
    Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])),
  );
};

type Json = Readonly<Record<string, unknown>>;

const jsonOf = (column: string): Json => JSON.parse(String(rowsOf('col')[0]?.[column])) as Json;

const keysAreIn = (name: string, value: unknown): void => {
  const list = LISTS.get(name) ?? [];
  expect(list.length, name).toBeGreaterThan(3);
  expect(Object.keys(value as object), name).toEqual(expect.arrayContaining([...list]));
};

describe('a package has what the list of docs/anki.md names:', () => {
  it.each(['col', 'notes', 'cards', 'revlog', 'graves'])('the table %s', table => {
    expect(tables.columns(table)).toEqual(LISTS.get(table));
  });

  it('settings, note types with their fields and templates, decks and options', () => {
    keysAreIn('conf', jsonOf('conf'));
    for (const model of Object.values(jsonOf('models')) as Json[]) {
      keysAreIn('models', model);
      for (const [name, key] of [
        ['tmpls', 'tmpls'],
        ['flds', 'flds'],
      ] as const)
        for (const [ord, each] of (model[key] as Json[]).entries()) {
          keysAreIn(name, each);
          expect(each['ord']).toBe(ord);
        }
    }
    for (const deck of Object.values(jsonOf('decks'))) keysAreIn('decks', deck);
    const options = jsonOf('dconf')['1'] as Json;
    keysAreIn('dconf', options);
    for (const part of ['new', 'rev', 'lapse']) keysAreIn(part, options[part]);
  });

  it('the version, the scheduler and the first day', () => {
    expect(rowsOf('col')).toHaveLength(1);
    expect(rowsOf('col')[0]).toMatchObject({ id: 1, ver: 11, crt: Date.UTC(2026, 10, 20, 4) / 1000 });
    expect(jsonOf('conf')).toMatchObject({ schedVer: 2, creationOffset: 0 });
  });

  it('notes with their fields, and cards that all belong to something', () => {
    const [notes, cards, models, decks] = [
      rowsOf('notes'),
      rowsOf('cards'),
      jsonOf('models'),
      jsonOf('decks'),
    ];
    expect(notes.map(note => note['guid'])).toEqual(['cloud/one', 'cloud/two', 'cloud/three']);
    expect(notes.map(note => note['flds'])).toEqual([
      'What <strong>is</strong> S3?\u001fStorage',
      'one\u001feins',
      'A {{c1::queue}} keeps {{c2::messages}}.\u001f',
    ]);
    expect(notes.map(note => note['tags'])).toEqual([' aws two_words ', '', '']);
    expect(notes[0]).toMatchObject({
      sfld: 'What is S3?',
      csum: parseInt(createHash('sha1').update('What is S3?').digest('hex').slice(0, 8), 16),
    });
    for (const note of notes) {
      const model = models[String(note['mid'])] as { flds: unknown[] };
      expect(String(note['flds']).split('\u001f')).toHaveLength(model.flds.length);
    }
    const ids = notes.map(note => note['id']);
    expect(cards.map(card => [ids.indexOf(card['nid'] ?? null), card['ord']])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
    expect(cards.map(card => (decks[String(card['did'])] as Json)['name'])).toEqual([
      'Cloud::Storage',
      ...Array.from({ length: 4 }, () => 'Cloud'),
    ]);
    expect((decks['1'] as Json)['name']).toBe('Default');
  });

  it('schedules and histories', () => {
    const [first, second, , third] = rowsOf('cards');
    expect(first).toMatchObject({
      type: 2,
      queue: -1,
      due: 14,
      ivl: 8,
      factor: 2300,
      reps: 5,
      lapses: 1,
      flags: 0,
    });
    expect(JSON.parse(String(first?.['data']))).toEqual({ s: 7.5, d: 5.5 });
    expect(second).toMatchObject({ type: 0, queue: 0, due: 2, ivl: 0, factor: 0, data: '' });
    expect(third).toMatchObject({ type: 0, queue: 0, flags: 1 });
    const log = rowsOf('revlog');
    expect(
      log.map(entry => [entry['ease'], entry['type'], entry['ivl'], entry['lastIvl'], entry['time']]),
    ).toEqual([
      [1, 0, -60, 0, 4000],
      [3, 0, 1, -60, 0],
      [2, 1, 4, 1, 0],
      [1, 1, -60, 4, 0],
      [4, 2, 8, -60, 0],
    ]);
    expect(log.every(entry => entry['cid'] === first?.['id'])).toBe(true);
  });

  it('ids that are moments, none of them ahead, and each once', () => {
    for (const table of ['notes', 'cards', 'revlog']) {
      const ids = rowsOf(table).map(row => Number(row['id']));
      expect(new Set(ids).size).toBe(ids.length);
      expect(Math.max(...ids)).toBeLessThanOrEqual(NOW);
      expect(Math.min(...ids)).toBeGreaterThan(1e12);
    }
  });
});
