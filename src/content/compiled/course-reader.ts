import { crc32 } from 'node:zlib';
import type {
  Course,
  CourseReader,
  Item,
  ItemEntry,
  Note,
  SearchDocument,
} from '../../core/course/course.ts';
import type { Glossary } from '../../core/course/glossary.ts';
import { once } from '../../core/base/once.ts';
import type { TagTable } from '../../core/course/card-tags.ts';
import { NO_TAGS } from '../../core/course/card-tags.ts';
import { NO_GLOSSARY } from '../../core/course/glossary.ts';
import { Failure } from '../../core/base/failure.ts';
import type { ByteSource } from '../../disk/byte-source.ts';
import type { CompiledIndex, Head, Part } from './compiled-format.ts';
import { DamagedCourse, decodeHead, HEAD_BYTES, PARTS, placesOf } from './compiled-format.ts';
import { aligned, ItemEntries, openColumns } from './item-columns.ts';
import { decodeDocuments, lineBlocks } from './search-lines.ts';

/** How a compiled course is opened. */
export interface ReaderOptions {
  readonly root: string | null;
  readonly origin: CourseReader['origin'];
  /** Called once something turns out to be damaged; `true`: it will be built anew at the next start. */
  readonly onDamage?: () => boolean;
}

const isIndex = (value: unknown): value is CompiledIndex =>
  typeof value === 'object' &&
  value !== null &&
  ['topics', 'blueprints', 'renames', 'twins', 'problems', 'cleanTopics', 'notes', 'noteChecks'].every(name =>
    Array.isArray((value as Readonly<Record<string, unknown>>)[name]),
  ) &&
  'items' in value;

/** Reads the head alone: what the course was compiled from. @throws DamagedCourse */
export const readHead = (source: ByteSource): Head => {
  const head = source.size < HEAD_BYTES ? null : decodeHead(source.read(0, HEAD_BYTES));
  if (head === null || source.size !== placesOf(head).end) {
    throw new DamagedCourse('The head of the compiled course does not fit its file');
  }
  return head;
};

/** Where each of several pieces begins, and where the last one ends. */
const offsetsOf = (sizes: ArrayLike<number>, from: number): Float64Array => {
  const offsets = new Float64Array(sizes.length + 1);
  offsets[0] = from;
  for (let i = 0; i < sizes.length; i++) offsets[i + 1] = (offsets[i] ?? 0) + (sizes[i] ?? 0);
  return offsets;
};

/** Pieces between the offsets that are kept. */
const STRIDE = 512;

/** Gives where a piece begins, and keeps few of very many offsets. @param from where the first one begins */
const makeOffsets = (sizes: ArrayLike<number>, from: number): ((position: number) => number) => {
  const kept = new Float64Array(Math.ceil(sizes.length / STRIDE));
  let offset = from;
  for (let i = 0; i < sizes.length; i++) {
    if (i % STRIDE === 0) kept[i / STRIDE] = offset;
    offset += sizes[i] ?? 0;
  }
  return position => {
    const first = Math.floor(position / STRIDE);
    let at = kept[first] ?? from;
    for (let i = first * STRIDE; i < position; i++) at += sizes[i] ?? 0;
    return at;
  };
};

/** Bytes that are what they were when the course was compiled. @throws DamagedCourse */
const readChecked = (source: ByteSource, offset: number, length: number, checksum: number): Buffer => {
  const bytes = source.read(offset, length);
  if (crc32(bytes) !== checksum) throw new DamagedCourse('A checksum of the compiled course does not fit');
  return bytes;
};

/** Reads a part as a whole. @throws DamagedCourse */
const readPart = (source: ByteSource, head: Head, part: Part): Buffer =>
  readChecked(source, placesOf(head)[part], head[part], head.checksums[PARTS.indexOf(part)] ?? -1);

/** Compares a part that is then read piece by piece. @throws DamagedCourse */
const requirePart = (source: ByteSource, head: Head, part: Part): void => {
  if (source.checksum(placesOf(head)[part], head[part]) !== head.checksums[PARTS.indexOf(part)])
    throw new DamagedCourse('A checksum of the compiled course does not fit');
};

/** Compares all of a compiled course with its checksums: a few tenths of a millisecond for each MB. @throws DamagedCourse */
export const requireWhole = (source: ByteSource): void => {
  const head = readHead(source);
  for (const part of PARTS) readPart(source, head, part);
};

/**
 * Opens a compiled course: the index is read now, texts when they are asked for.
 * @throws DamagedCourse where it is no course of this format
 */
export const openReader = (source: ByteSource, { root, origin, onDamage }: ReaderOptions): CourseReader => {
  const head = readHead(source);
  const places = placesOf(head);
  let index: CompiledIndex;
  try {
    const value: unknown = JSON.parse(readPart(source, head, 'index').toString('utf8'));
    if (!isIndex(value)) throw new TypeError('no index');
    index = value;
  } catch {
    throw new DamagedCourse('The index of the compiled course cannot be read');
  }

  /** The index was right, so this file was right once: tell the learner, and build it anew next time. */
  const guard = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      // One read within another has told it already.
      if (error instanceof Failure) throw error;
      const isMended = onDamage?.() === true;
      throw new Failure('data', 'The compiled course is damaged', {
        code: 'damaged-course',
        try: isMended
          ? 'the same command again, which rebuilds it'
          : 'install study again (npm ci in a clone of its repository)',
      });
    }
  };

  /** All columns are right, or none is read. */
  const requireColumns = once(() => requirePart(source, head, 'columns'));
  const columns = once(() =>
    guard(() =>
      openColumns(index.items, head.columns, (offset, length) =>
        guard(() => {
          requireColumns();
          return aligned(source.read(places.columns + offset, length));
        }),
      ),
    ),
  );
  const entries = once(
    () =>
      new ItemEntries(
        columns(),
        index.topics.map(topic => topic.id),
      ),
  );
  const items = (): readonly ItemEntry[] => guard(() => entries().all());
  const topicPositions = once(() => new Map(index.topics.map((topic, i) => [topic.id, i])));
  const noteOffsets = once(() => offsetsOf(index.notes, places.bodies));
  const itemOffset = once(() => {
    const notes = noteOffsets();
    return makeOffsets(columns().bytes, notes[notes.length - 1] ?? 0);
  });
  const bodyAt = (from: number, length: number, checksum: number): unknown =>
    guard(() => JSON.parse(readChecked(source, from, length, checksum).toString('utf8')) as unknown);
  const itemAt = (position: number): Item => {
    const { bytes, checks } = columns();
    return bodyAt(itemOffset()(position), bytes[position] ?? 0, checks[position] ?? -1) as Item;
  };

  const item = (key: string): Item | undefined => {
    const position = columns().keys.find(key);
    return position === -1 ? undefined : itemAt(position);
  };
  const note = (topic: string): Note | undefined => {
    const position = topicPositions().get(topic);
    if (position === undefined || (index.notes[position] ?? 0) === 0) return undefined;
    const bytes = index.notes[position] ?? 0;
    return bodyAt(noteOffsets()[position] ?? 0, bytes, index.noteChecks[position] ?? -1) as Note;
  };
  const glossary = once((): Glossary => {
    if (index.glossary === undefined) return NO_GLOSSARY;
    const [bytes, checksum] = index.glossary;
    const from = places.bodies + head.bodies - bytes - (index.tags?.[0] ?? 0);
    return guard(() => JSON.parse(readChecked(source, from, bytes, checksum).toString('utf8')) as Glossary);
  });
  const tags = once((): TagTable => {
    if (index.tags === undefined) return NO_TAGS;
    const [bytes, checksum] = index.tags;
    const from = places.bodies + head.bodies - bytes;
    return guard(() => {
      const text = readChecked(source, from, bytes, checksum).toString('utf8');
      const { keys } = columns().keys;
      return new Map(
        (JSON.parse(text) as readonly (readonly [string, readonly number[]])[]).map(([tag, found]) => [
          tag,
          found.flatMap(place => keys[place] ?? []),
        ]),
      );
    });
  });
  const whole = (): Course => {
    const all = items().map((_, position) => itemAt(position));
    return {
      id: index.id,
      title: index.title,
      blueprint: index.blueprint,
      ...(index.form && { form: index.form }),
      ...(index.rules && { rules: index.rules }),
      ...(index.order && { order: index.order }),
      ...(index.calculators && { calculators: index.calculators }),
      notes: index.topics.flatMap(topic => note(topic.id) ?? []),
      cards: all.filter(one => one.type === 'card'),
      questions: all.filter(one => one.type === 'question'),
      blueprints: index.blueprints,
      renames: index.renames,
      ...(index.glossary !== undefined && { glossary: glossary() }),
    };
  };

  /** One search reads them several times, and compares them once. */
  const requireSearch = once(() => requirePart(source, head, 'search'));
  const searchBlocks = function* (): Generator<Buffer> {
    guard(requireSearch);
    const blocks = lineBlocks(source, places.search, head.search);
    try {
      for (;;) {
        const { done, value } = guard(() => blocks.next());
        if (done === true) return;
        yield value;
      }
    } finally {
      blocks.return(undefined);
    }
  };
  const reader: Omit<CourseReader, 'rows'> = {
    id: index.id,
    hasId: index.hasId,
    title: index.title,
    blueprint: index.blueprint,
    ...(index.form && { form: index.form }),
    ...(index.order && { order: index.order }),
    ...(index.calculators && { calculators: index.calculators }),
    ownCalculators: index.ownCalculators ?? [],
    root,
    origin,
    version: index.version,
    topics: index.topics,
    get items(): readonly ItemEntry[] {
      return items();
    },
    blueprints: index.blueprints,
    renames: index.renames,
    twins: index.twins,
    problems: index.problems,
    cleanTopics: new Set(index.cleanTopics),
    has: key => columns().keys.find(key) !== -1,
    entry: key => guard(() => entries().entry(columns().keys.find(key))),
    item,
    note,
    glossary,
    tags,
    searchDocuments: (sieve): Iterable<SearchDocument> => decodeDocuments(searchBlocks(), sieve),
    searchWords: () =>
      guard(() => readPart(source, head, 'words').toString('utf8'))
        .split('\n')
        .filter(word => word !== ''),
    whole,
  };
  // Not for copies with other items.
  return Object.defineProperty(reader, 'rows', { get: entries });
};
