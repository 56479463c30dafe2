/** Packages of Anki as other versions of it write them, made from its formats (docs/anki.md). */
import { PbfWriter } from 'pbf';
import { SCHEMA } from '../../src/content/transfer/anki/schema.ts';
import type { SqlValue } from '../../src/content/transfer/sqlite.ts';
import { writeTables } from '../../src/content/transfer/sqlite.ts';
import { writeZip } from '../../src/content/transfer/zip.ts';

/** A note type: name, kind, fields, and for each card its name and its two formats. */
export interface TestType {
  readonly name: string;
  readonly isCloze?: boolean;
  readonly fields: readonly string[];
  readonly sides: readonly (readonly [string, string, string])[];
}

/** A card of a note: what differs from a new one in the deck 1. */
export interface TestCard {
  readonly ord?: number;
  readonly did?: number;
  readonly type?: number;
  readonly queue?: number;
  readonly due?: number;
  readonly ivl?: number;
  readonly factor?: number;
  readonly odue?: number;
  readonly odid?: number;
  readonly lapses?: number;
  readonly flags?: number;
  readonly data?: string;
  /** Rows of the history: moment, ease, kind, and the factor, which is 2500 where none is given. */
  readonly log?: readonly (readonly [at: number, ease: number, type: number, factor?: number])[];
}

export interface TestNote {
  readonly guid: string;
  /** Name of its type. */
  readonly type: string;
  readonly fields: readonly string[];
  readonly tags?: string;
  readonly cards?: readonly TestCard[];
}

export interface TestCollection {
  /** Seconds; 2026-01-01, four in the morning in UTC, where none is given. */
  readonly crt?: number;
  readonly conf?: Readonly<Record<string, unknown>>;
  readonly types: readonly TestType[];
  /** Names by their ids. */
  readonly decks?: Readonly<Record<number, string>>;
  readonly notes: readonly TestNote[];
}

export const BASIC: TestType = {
  name: 'Basic',
  fields: ['Front', 'Back'],
  sides: [['Card 1', '{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}']],
};

export const REVERSED: TestType = {
  name: 'Basic (and reversed card)',
  fields: ['Front', 'Back'],
  sides: [
    ['Card 1', '{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}'],
    ['Card 2', '{{Back}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}'],
  ],
};

export const CLOZE: TestType = {
  name: 'Cloze',
  isCloze: true,
  fields: ['Text', 'Back Extra'],
  sides: [['Cloze', '{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}']],
};

/** Seconds since 1970 of the first day of these collections: 2026-01-01, four in the morning. */
export const CRT = Date.UTC(2026, 0, 1, 4) / 1000;

const NOTE = 1_600_000_000_000;

const typeId = (types: readonly TestType[], name: string): number =>
  NOTE + 1 + types.findIndex(type => type.name === name);

/** Rows of the tables that are the same in every schema. */
const rowsOf = ({ notes, types }: TestCollection): Record<'notes' | 'cards' | 'revlog', SqlValue[][]> => {
  const rows: Record<'notes' | 'cards' | 'revlog', SqlValue[][]> = { notes: [], cards: [], revlog: [] };
  notes.forEach(({ guid, type, fields, tags = '', cards = [{}] }, i) => {
    const nid = NOTE + i;
    rows.notes.push([nid, guid, typeId(types, type), 1, -1, tags, fields.join('\u001f'), '', 0, 0, '']);
    cards.forEach((card, j) => {
      const cid = NOTE + i * 100 + j;
      const { ord = j, did = 1, type: kind = 0, queue = kind, due = 1, ivl = 0, factor = 0 } = card;
      const { odue = 0, odid = 0, flags = 0, lapses = 0, data = '' } = card;
      rows.cards.push([
        cid,
        nid,
        did,
        ord,
        1,
        -1,
        kind,
        queue,
        due,
        ivl,
        factor,
        0,
        lapses,
        0,
        odue,
        odid,
        flags,
        data,
      ]);
      for (const [at, ease, logged, logFactor = 2500] of card.log ?? [])
        rows.revlog.push([at, cid, -1, ease, 1, 0, logFactor, 4000, logged]);
    });
  });
  return rows;
};

const tablesOf = (collection: TestCollection): { name: string; rows: SqlValue[][] }[] =>
  Object.entries(rowsOf(collection)).map(([name, rows]) => ({ name, rows }));

/** A collection of schema 11: `collection.anki2`, `collection.anki21`. */
export const oldCollection = async (collection: TestCollection): Promise<Uint8Array> => {
  const { types, decks = {}, conf = {}, crt = CRT } = collection;
  const models = types.map(({ name, isCloze = false, fields, sides }) => ({
    id: typeId(types, name),
    name,
    type: isCloze ? 1 : 0,
    flds: fields.map((field, ord) => ({ name: field, ord })),
    tmpls: sides.map(([side, qfmt, afmt], ord) => ({ name: side, ord, qfmt, afmt })),
  }));
  const json = [
    conf,
    Object.fromEntries(models.map(model => [model.id, model])),
    Object.fromEntries(
      Object.entries({ 1: 'Default', ...decks }).map(([id, name]) => [id, { id, name, dyn: 0 }]),
    ),
    {},
    {},
  ].map(value => JSON.stringify(value));
  return writeTables(SCHEMA, [
    { name: 'col', rows: [[1, crt, 1, 1, 11, 0, 0, 0, ...json]] },
    ...tablesOf(collection),
  ]);
};

const message = (write: (pbf: PbfWriter) => void): Uint8Array => {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish();
};

/**
 * What schema 18 has beside the tables of schema 11. Its collation, which SQLite alone does not have, is put in
 * afterwards; two spaces make room for its name.
 */
const LATER = `
create table fields (ntid integer not null, ord integer not null, name text not null collate  nocase,
  config blob not null, primary key (ntid, ord)) without rowid;
create unique index idx_fields_name_ntid on fields (name, ntid);
create table templates (ntid integer not null, ord integer not null, name text not null collate  nocase,
  mtime_secs integer not null, usn integer not null, config blob not null, primary key (ntid, ord)) without rowid;
create unique index idx_templates_name_ntid on templates (name, ntid);
create table notetypes (id integer not null primary key, name text not null collate  nocase,
  mtime_secs integer not null, usn integer not null, config blob not null);
create unique index idx_notetypes_name on notetypes (name);
create table decks (id integer primary key not null, name text not null collate  nocase, mtime_secs integer not null,
  usn integer not null, common blob not null, kind blob not null);
create unique index idx_decks_name on decks (name);
create table config (key text not null primary key, usn integer not null, mtime_secs integer not null,
  val blob not null) without rowid;
create table tags (tag text not null primary key collate  nocase, usn integer not null, collapsed boolean not null,
  config blob null) without rowid;
`;

/** A collection of schema 18: what is compressed in `collection.anki21b`. */
const newCollection = async (collection: TestCollection): Promise<Uint8Array> => {
  const { types, decks = {}, conf = {}, crt = CRT } = collection;
  const ids = types.map(({ name }) => typeId(types, name));
  const bytes = await writeTables(SCHEMA + LATER, [
    { name: 'col', rows: [[1, crt, 1, 1, 18, 0, 0, 0, '', '', '', '', '']] },
    ...tablesOf(collection),
    {
      name: 'notetypes',
      rows: types.map(({ name, isCloze = false }, i) => [
        ids[i] ?? 0,
        name,
        1,
        -1,
        message(pbf => {
          if (isCloze) pbf.writeVarintField(1, 1);
          pbf.writeStringField(3, '.card { color: red }');
          pbf.writeMessage(8, (_, requirement) => requirement.writeVarintField(2, 1), null);
        }),
      ]),
    },
    {
      name: 'fields',
      rows: types.flatMap(({ fields }, i) =>
        fields.map((name, ord) => [ids[i] ?? 0, ord, name, message(pbf => pbf.writeStringField(3, 'Arial'))]),
      ),
    },
    {
      name: 'templates',
      rows: types.flatMap(({ sides }, i) =>
        sides.map(([name, question, answer], ord) => [
          ids[i] ?? 0,
          ord,
          name,
          1,
          -1,
          message(pbf => {
            pbf.writeStringField(1, question);
            pbf.writeStringField(2, answer);
            pbf.writeVarintField(8, 7);
          }),
        ]),
      ),
    },
    {
      name: 'decks',
      rows: Object.entries({ 1: 'Default', ...decks }).map(([id, name]) => [
        Number(id),
        name.replaceAll('::', '\u001f'),
        1,
        -1,
        new Uint8Array(),
        message(pbf => pbf.writeMessage(1, (_, normal) => normal.writeVarintField(1, 1), null)),
      ]),
    },
    {
      name: 'config',
      rows: Object.entries(conf).map(([key, value]) => [
        key,
        -1,
        1,
        new TextEncoder().encode(JSON.stringify(value)),
      ]),
    },
  ]);
  return withCollation(bytes);
};

/** The bytes of a database in which names are compared by Anki's own collation, which SQLite alone does not have. */
const withCollation = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes).toString('latin1').replaceAll('collate  nocase', 'collate unicase'),
    'latin1',
  );

/** `meta` of a version. */
export const metaOf = (version: number): Uint8Array => message(pbf => pbf.writeVarintField(1, version));

/** The list of media of a package of the latest version. */
const mediaEntries = (names: readonly string[]): Uint8Array =>
  message(pbf => {
    for (const name of names)
      pbf.writeMessage(
        1,
        (entry: string, inner: PbfWriter) => {
          inner.writeStringField(1, entry);
          inner.writeVarintField(2, 3);
          inner.writeBytesField(3, new Uint8Array(20));
        },
        name,
      );
  });

const LARGEST_BLOCK = 2 ** 17;

/** A frame of zstd that stores what it holds (RFC 8878): a compressor is not on every machine. */
export const storedZstd = (bytes: Uint8Array): Uint8Array => {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += LARGEST_BLOCK) {
    const block = bytes.subarray(at, at + LARGEST_BLOCK);
    const head = Buffer.alloc(3);
    head.writeUIntLE((block.length << 3) | (at + LARGEST_BLOCK >= bytes.length ? 1 : 0), 0, 3);
    blocks.push(head, block);
  }
  // No single segment, no checksum; a window of 1 MiB.
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50]), ...blocks]);
};

/** The package that Anki puts into one of the latest version for those that do not know it. */
const PLEA: TestCollection = {
  types: [BASIC],
  notes: [
    {
      guid: 'plea',
      type: 'Basic',
      fields: ['This file requires a newer version of Anki.', ''],
    },
  ],
};

/** A package of the oldest kind: `collection.anki2`, no `meta`. */
export const oldPackage = async (
  collection: TestCollection,
  media: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> =>
  writeZip([
    ['collection.anki2', await oldCollection(collection)],
    ['media', new TextEncoder().encode(JSON.stringify(media))],
  ]);

/** A package of the latest kind. @param compress a compressor of zstd */
export const newPackage = async (
  collection: TestCollection,
  media: readonly string[] = [],
  compress: (bytes: Uint8Array) => Uint8Array = storedZstd,
): Promise<Uint8Array> =>
  writeZip([
    ['meta', metaOf(3)],
    ['collection.anki21b', compress(await newCollection(collection))],
    ['collection.anki2', await oldCollection(PLEA)],
    ['media', compress(mediaEntries(media))],
  ]);
