import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnki } from '../../../src/content/transfer/anki/read.ts';
import { LIMITS } from '../../../src/content/transfer/limits.ts';
import { openTables, writeTables } from '../../../src/content/transfer/sqlite.ts';
import { openZip, writeZip } from '../../../src/content/transfer/zip.ts';
import { unzstd } from '../../../src/content/transfer/zstd.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import { makeRandom } from '../../../src/core/base/random.ts';
import { BASIC, metaOf, oldCollection, oldPackage, storedZstd } from '../../support/anki-packages.ts';
import { ROOT } from '../../support/run-study.ts';

const NAME = 'deck.apkg';

/** The failure that comes of a package, which must be one with exit code 3 and a way out. */
const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  const failure = error as Failure;
  expect(failure.kind).toBe('data');
  expect(failure.details.place).toBe(NAME);
  expect(failure.details.try).toBeTruthy();
  return failure;
};

const messageOf = async (bytes: Uint8Array): Promise<string> =>
  (await failureOf(readAnki(bytes, NAME))).message;

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const small = (): Promise<Uint8Array> =>
  oldPackage({ types: [BASIC], notes: [{ guid: 'g', type: 'Basic', fields: ['a', 'b'] }] });

/** Changes bytes of an archive: where its headers stand, by what they begin with. */
const withHeaders = (bytes: Uint8Array, signature: number, change: (header: Buffer) => void): Uint8Array => {
  const all = Buffer.from(bytes);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  for (let at = all.indexOf(mark); at !== -1; at = all.indexOf(mark, at + 4)) change(all.subarray(at));
  return all;
};

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

describe('an archive', () => {
  it.each([
    ['is empty', async () => new Uint8Array()],
    ['is a text', async () => text('Q: What?\nA: That.\n')],
    ['is cut in half', async () => (await small()).subarray(0, 700)],
    ['lacks its last byte', async () => (await small()).subarray(0, -1)],
    [
      'has its first half only, and an end',
      async () => Buffer.concat([(await small()).subarray(0, 900), (await small()).subarray(-22)]),
    ],
  ])('is refused that %s', async (_, make) => {
    expect(await messageOf(await make())).toMatch(/^The archive cannot be read: \w/);
  });

  it.each(['../evil', '/etc/passwd', 'a\\..\\b', 'C:/x', 'a/../../b'])(
    'with a name that leads out is refused: %s',
    async name => {
      const bytes = writeZip([
        [name, text('x')],
        ['collection.anki2', text('x')],
      ]);
      expect(await messageOf(bytes)).toMatch(
        /^The archive cannot be read: .*(?:relative path|absolute path|characters in fileName)/,
      );
    },
  );

  it('with two entries of one name is refused', async () => {
    const bytes = Buffer.from(
      writeZip([
        ['collection.anki2', text('x')],
        ['collection.anki3', text('y')],
      ]),
    );
    const twice = Buffer.from(
      bytes.toString('latin1').replaceAll('collection.anki3', 'collection.anki2'),
      'latin1',
    );
    expect(await messageOf(twice)).toBe('The archive has two entries named "collection.anki2"');
  });

  it('with more entries than there can be media is refused before they are read', async () => {
    const bytes = withHeaders(await small(), END, header => {
      header.writeUInt16LE(0xffff, 8);
      header.writeUInt16LE(0xffff, 10);
    });
    expect(await messageOf(bytes)).toMatch(/^The archive cannot be read/);
    const huge = writeZip(Array.from({ length: 40 }, (_, i) => [`${i}`, text('x')] as const));
    // A directory of a million entries, said in the way of large archives.
    const locator = Buffer.alloc(76 + 22);
    const at = huge.length - 22;
    locator.writeUInt32LE(0x06064b50, 0);
    locator.writeBigUInt64LE(44n, 4);
    locator.writeBigUInt64LE(1_000_000n, 24);
    locator.writeBigUInt64LE(1_000_000n, 32);
    locator.writeUInt32LE(0x07064b50, 56);
    locator.writeBigUInt64LE(BigInt(at), 64);
    Buffer.from(huge.subarray(at)).copy(locator, 76);
    expect(await messageOf(Buffer.concat([huge.subarray(0, at), locator]))).toBe(
      'The archive is larger than can be imported: at most 200,000 entries',
    );
  });

  it('that says an entry has 4 GiB is refused by that word', async () => {
    const bytes = withHeaders(await small(), CENTRAL, header => header.writeUInt32LE(0xfffffffe, 24));
    expect(await messageOf(bytes)).toMatch(/in the archive is larger than can be imported: at most \d+ MiB$/);
  });

  it('that grows a thousandfold is refused, whatever its headers say', async () => {
    const bomb = writeZip([
      ['collection.anki2', new Uint8Array(20 * 2 ** 20)],
      ['media', text('{}')],
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await messageOf(bomb)).toBe(
      '"collection.anki2" in the archive grows to more than 200 times its size, so it is not read',
    );
    const liar = withHeaders(bomb, CENTRAL, header => header.writeUInt32LE(1000, 24));
    expect(await messageOf(liar)).toMatch(/^The archive cannot be read: too many bytes/);
  });

  it('with flipped bits is refused, or read as it was', async () => {
    const bytes = await oldPackage({
      types: [BASIC],
      notes: Array.from({ length: 50 }, (_, i) => ({
        guid: `g${i}`,
        type: 'Basic',
        fields: [`front ${i}`, `back ${i}`],
      })),
    });
    const { cards } = await readAnki(bytes, NAME);
    const random = makeRandom(16);
    let refused = 0;
    for (let round = 0; round < 40; round++) {
      const flipped = Buffer.from(bytes);
      const at = random.int(flipped.length);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random.int(8)), at);
      try {
        expect((await readAnki(flipped, NAME)).cards).toEqual(cards);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(20);
  });

  it('gives the entry that is asked for, and nothing for another name', async () => {
    const archive = await openZip(
      writeZip([
        ['a', text('one')],
        ['b', text('two')],
      ]),
      NAME,
    );
    expect(archive.names).toEqual(['a', 'b']);
    expect(Buffer.from((await archive.read('b', 3)) ?? []).toString()).toBe('two');
    expect(await archive.read('c', 3)).toBeNull();
    expect((await failureOf(archive.read('b', 2))).message).toMatch(/^"b" in the archive is larger/);
  });
});

describe('a stream of zstd', () => {
  const latest = readFileSync(join(ROOT, 'test/fixtures/anki/latest.apkg'));
  const read = (bytes: Uint8Array, most = LIMITS.database): Uint8Array =>
    unzstd(bytes, most, 'The collection', NAME);
  const whole = async (): Promise<Uint8Array> =>
    (await (await openZip(latest, NAME)).read('collection.anki21b', LIMITS.database)) ?? new Uint8Array();

  it('is refused wherever it is cut off', async () => {
    const bytes = await whole();
    expect(read(bytes).subarray(0, 15).toString()).toBe('SQLite format 3');
    for (const length of [0, 1, 4, 5, 17, 18, 1000, bytes.length >> 1, bytes.length - 5, bytes.length - 1])
      expect(() => read(bytes.subarray(0, length))).toThrow('The collection is cut off or damaged');
  });

  it('is refused where it holds more than is taken, or is made to grow', async () => {
    expect(() => read(storedZstd(new Uint8Array(2_000_000)), 1_000_000)).toThrow(
      'The collection is larger than can be imported: at most 1 MiB',
    );
    // Blocks that repeat one byte 128 KiB times: four bytes each.
    const block = Buffer.from([
      ...[((2 ** 17) << 3) | (1 << 1)].flatMap(head => [head & 255, (head >> 8) & 255, head >> 16]),
      0,
    ]);
    const bomb = Buffer.concat([
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50]),
      ...Array.from({ length: 9000 }, () => block),
    ]);
    expect(() => read(bomb)).toThrow(
      'The collection grows to more than 200 times its size, so it is not read',
    );
  });

  it('is refused where it asks for a window of gigabytes', () => {
    const greedy = Buffer.from(storedZstd(new Uint8Array(100)));
    greedy.writeUInt8(20 << 3, 5);
    expect(() => read(greedy)).toThrow('is larger than can be imported');
  });

  it('is refused inside a package, too', async () => {
    const bytes = writeZip([
      ['meta', metaOf(3)],
      ['collection.anki21b', (await whole()).subarray(0, 2000)],
    ]);
    expect(await messageOf(bytes)).toBe('collection.anki21b is cut off or damaged');
  });
});

describe('a package', () => {
  const withCollection = async (bytes: Uint8Array): Promise<string> =>
    messageOf(writeZip([['collection.anki2', bytes]]));
  const collection = (): Promise<Uint8Array> =>
    oldCollection({ types: [BASIC], notes: [{ guid: 'g', type: 'Basic', fields: ['a', 'b'] }] });

  it.each([
    ['no database', async () => text('no database at all, however long it may be '.repeat(50))],
    ['an empty file', async () => new Uint8Array()],
    ['a database that is cut off', async () => (await collection()).subarray(0, 10_000)],
    [
      'a database whose pages were overwritten',
      async () => Buffer.from(await collection()).fill(255, 4096, 12_000),
    ],
    ['a database of something else', async () => writeTables('create table notes (x integer)', [])],
  ])('is refused that holds %s', async (_, make) => {
    expect(await withCollection(await make())).toMatch(
      /^The database is (?:damaged or none of SQLite: \w|no Anki collection)/,
    );
  });

  it('is refused whose notes are a query that never ends', async () => {
    const bytes = await writeTables(
      `create table col (crt, conf, models, decks); insert into col values (1, '', '', '');
       create table cards (id);
       create view notes as with recursive n(id) as (select 1 union all select id + 1 from n) select id from n`,
      [],
    );
    expect(await withCollection(bytes)).toBe('The database is no Anki collection: its tables are missing');
  });

  it('is refused with a million notes, which no course can hold', async () => {
    const bytes = await writeTables(
      `create table col (crt, conf, models, decks); insert into col values (1, '', '', '');
       create table cards (id);
       create table notes (id integer primary key);
       with recursive n(id) as (select 1 union all select id + 1 from n where id < 1000000)
       insert into notes select id from n`,
      [],
    );
    const failure = await failureOf(readAnki(bytes, NAME));
    expect(failure.message).toBe('The table notes is larger than can be imported: at most 200,000 rows');
    expect(failure.details.try).toBe('export a part of it, such as one deck, and import that');
  });

  it('is refused of a version to come, with the way to export for older ones', async () => {
    const failure = await failureOf(readAnki(writeZip([['meta', metaOf(4)]]), NAME));
    expect(failure.message).toBe('The package was written by a newer Anki than this program knows');
    expect(failure.details.try).toContain('Support older Anki versions');
  });

  it('is refused without a collection, or with a version that cannot be read', async () => {
    expect(await messageOf(writeZip([['media', text('{}')]]))).toBe('The archive holds no Anki collection');
    expect(
      await messageOf(
        writeZip([
          ['meta', Buffer.from([0x08, 0xff])],
          ['collection.anki2', text('x')],
        ]),
      ),
    ).toMatch(/^The package does not say which version it is of/);
  });

  it('is read although its list of media is damaged', async () => {
    const bytes = writeZip([
      ['collection.anki2', await collection()],
      ['media', text('{"0": ')],
    ]);
    expect((await readAnki(bytes, NAME)).cards).toHaveLength(1);
  });

  it('leaves a note whose field is longer than any card', async () => {
    const fields = ['a'.repeat(LIMITS.field + 1), 'b'];
    const { cards, remarks } = await readAnki(
      await oldPackage({ types: [BASIC], notes: [{ guid: 'g', type: 'Basic', fields }] }),
      NAME,
    );
    expect({ cards, whys: remarks.map(({ why }) => why) }).toEqual({
      cards: [],
      whys: ['A field of it has more than 200,000 characters'],
    });
  });
});

describe('tables', () => {
  it('are read by name, and a column that is missing is empty', async () => {
    const bytes = await writeTables('create table a (x integer, y text); create view v as select 1', [
      {
        name: 'a',
        rows: [
          [1_700_000_000_123, 'é'],
          [2, null],
        ],
      },
    ]);
    const tables = await openTables(bytes, NAME);
    expect([...tables.rows('a', ['y', 'z', 'x'], 2)]).toEqual([
      ['é', null, 1_700_000_000_123],
      [null, null, 2],
    ]);
    expect([...tables.rows('v', ['x'], 2), ...tables.rows('b', ['x'], 2)]).toEqual([]);
    expect(tables.columns('a')).toEqual(['x', 'y']);
    expect(() => [...tables.rows('a', ['x'], 1)]).toThrow(
      'The table a is larger than can be imported: at most 1 rows',
    );
    tables.close();
  });
});
