/** Which file of an Anki package holds the collection, and what the package says of its pictures and sounds. */
import { PbfReader } from 'pbf';
import { Failure } from '../../../core/base/failure.ts';
import { damaged, LIMITS } from '../limits.ts';
import type { Archive } from '../zip.ts';
import { openZip } from '../zip.ts';
import { unzstd } from '../zstd.ts';

/** What a package holds. */
interface AnkiPackage {
  /** Name of the file with the collection; `''` where the file itself is one. */
  readonly file: string;
  /** The collection: a SQLite database. */
  readonly database: Uint8Array;
  /** Names of entries by the name of the picture or sound in them. */
  readonly media: ReadonlyMap<string, string>;
}

/** By `version` of the file `meta`. The last is compressed and described in protobuf, the others are plain. */
const FILES = ['', 'collection.anki2', 'collection.anki21', 'collection.anki21b'] as const;

const [, OLDEST, OLD, LATEST] = FILES;

/** Field 1 of `meta`: the version; 0 where it has none. */
const readVersion = (meta: Uint8Array): number =>
  new PbfReader(meta).readFields(
    (tag, found: { version: number }, reader) => {
      if (tag === 1) found.version = reader.readVarint();
    },
    { version: 0 },
  ).version;

/**
 * A package for newer versions also has a `collection.anki2` with a single card that asks to update Anki, so what
 * `meta` says, and then the newest file, comes first.
 */
const collectionFile = async (archive: Archive, place: string): Promise<string> => {
  const meta = await archive.read('meta', LIMITS.entry);
  let version = 0;
  try {
    version = meta === null ? 0 : readVersion(meta);
  } catch {
    throw damaged('The package does not say which version it is of: its file "meta" is damaged', place);
  }
  if (version >= FILES.length)
    throw new Failure('data', 'The package was written by a newer Anki than this program knows', {
      code: 'import-too-new',
      place,
      try: 'in Anki: Export, with "Support older Anki versions"',
    });
  const named = FILES[version] ?? '';
  const file = archive.names.includes(named)
    ? named
    : [LATEST, OLD, OLDEST].find(name => archive.names.includes(name));
  if (file === undefined)
    throw new Failure('data', 'The archive holds no Anki collection', {
      code: 'import-unknown',
      place,
      try: 'a file that Anki has exported as .apkg or .colpkg',
    });
  return file;
};

/** `MediaEntries`: in field 1 the entries, in field 1 of each its name; the nth lies in the file named n. */
const readEntries = (list: Uint8Array): ReadonlyMap<string, string> => {
  const names: string[] = [];
  new PbfReader(list).readFields((tag, found, reader) => {
    if (tag !== 1) return;
    const entry = reader.readMessage(
      (field, it: { name: string }, inner) => {
        if (field === 1) it.name = inner.readString();
      },
      { name: '' },
    );
    found.push(entry.name);
  }, names);
  return new Map(names.map((name, i) => [name, String(i)]));
};

/** A list that cannot be read costs no card, so it is as if there were none. */
const readMedia = async (
  archive: Archive,
  isLatest: boolean,
  place: string,
): Promise<AnkiPackage['media']> => {
  try {
    const list = await archive.read('media', LIMITS.entry);
    if (list === null) return new Map();
    if (isLatest) return readEntries(unzstd(list, LIMITS.entry, 'The list of media', place));
    const names: unknown = JSON.parse(Buffer.from(list).toString('utf8'));
    return typeof names === 'object' && names !== null
      ? new Map(Object.entries(names).map(([entry, name]) => [String(name), entry]))
      : new Map();
  } catch {
    return new Map();
  }
};

/** Whether the bytes are those of a SQLite database. */
const isDatabase = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 16)).toString('latin1') === 'SQLite format 3\0';

/**
 * Takes the collection out of a package (`.apkg`, `.colpkg`); a bare collection (`.anki2`, `.anki21`) is one as well.
 * @throws Failure where it is none, is damaged, too new or too large
 */
export const openPackage = async (bytes: Uint8Array, place: string): Promise<AnkiPackage> => {
  if (isDatabase(bytes)) return { file: '', database: bytes, media: new Map() };
  const archive = await openZip(bytes, place);
  const file = await collectionFile(archive, place);
  const isLatest = file === LATEST;
  const stored = await archive.read(file, LIMITS.database);
  if (stored === null) throw damaged(`${file} is missing in the package`, place);
  const database = isLatest ? unzstd(stored, LIMITS.database, file, place) : stored;
  return { file, database, media: await readMedia(archive, isLatest, place) };
};
