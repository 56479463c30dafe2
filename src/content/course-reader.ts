import type { Course, CourseReader, Item, ItemEntry, Note, SearchDocument } from '../core/course.ts';
import { Failure } from '../core/failure.ts';
import type { ByteSource } from './byte-source.ts';
import type { CompiledIndex, Head } from './compiled-format.ts';
import { DamagedCourse, decodeHead, HEAD_BYTES, placesOf } from './compiled-format.ts';
import { decodeItems, openColumns } from './item-columns.ts';
import { decodeDocuments } from './search-lines.ts';

export interface ReaderOptions {
  readonly root: string | null;
  readonly origin: CourseReader['origin'];
  /** Called once something turns out to be damaged, so that it is built anew next time. */
  readonly onDamage?: () => void;
}

const isIndex = (value: unknown): value is CompiledIndex =>
  typeof value === 'object' &&
  value !== null &&
  ['topics', 'blueprints', 'renames', 'twins', 'problems', 'cleanTopics', 'notes'].every(name =>
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

/** Calculates a value at the first call only. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** Where each of several pieces begins, and where the last one ends. */
const offsetsOf = (sizes: ArrayLike<number>, from: number): Float64Array => {
  const offsets = new Float64Array(sizes.length + 1);
  offsets[0] = from;
  for (let i = 0; i < sizes.length; i++) offsets[i + 1] = (offsets[i] ?? 0) + (sizes[i] ?? 0);
  return offsets;
};

/**
 * Opens a compiled course: the index is read now, texts when they are asked for.
 * @throws DamagedCourse where it is no course of this format
 */
export const openReader = (source: ByteSource, { root, origin, onDamage }: ReaderOptions): CourseReader => {
  const head = readHead(source);
  const places = placesOf(head);
  const parse = (offset: number, length: number): unknown => JSON.parse(source.read(offset, length).toString('utf8'));
  let index: CompiledIndex;
  try {
    const value = parse(places.index, head.index);
    if (!isIndex(value)) throw new TypeError('no index');
    index = value;
  } catch {
    throw new DamagedCourse('The index of the compiled course cannot be read');
  }

  /** The index was right, so this file was right once: tell the learner, and build it anew next time. */
  const guard = <T>(read: () => T): T => {
    try {
      return read();
    } catch {
      onDamage?.();
      throw new Failure('data', 'The compiled course is damaged', {
        code: 'damaged-course',
        try: origin === 'shipped' ? 'npm ci, which builds it anew' : 'the same command again, which builds it anew',
      });
    }
  };

  const columns = once(() => guard(() => openColumns(index.items, source.read(places.columns, head.columns))));
  const items = once(() =>
    guard(() =>
      decodeItems(
        columns(),
        index.topics.map(topic => topic.id),
      ),
    ),
  );
  const topicPositions = once(() => new Map(index.topics.map((topic, i) => [topic.id, i])));
  const noteOffsets = once(() => offsetsOf(index.notes, places.bodies));
  const itemOffsets = once(() => {
    const notes = noteOffsets();
    return offsetsOf(columns().bytes, notes[notes.length - 1] ?? 0);
  });
  const bodyAt = (offsets: Float64Array, position: number): unknown => {
    const from = offsets[position] ?? 0;
    return guard(() => parse(from, (offsets[position + 1] ?? 0) - from));
  };

  const item = (key: string): Item | undefined => {
    const position = columns().keys.find(key);
    return position === -1 ? undefined : (bodyAt(itemOffsets(), position) as Item);
  };
  const note = (topic: string): Note | undefined => {
    const position = topicPositions().get(topic);
    if (position === undefined || (index.notes[position] ?? 0) === 0) return undefined;
    return bodyAt(noteOffsets(), position) as Note;
  };
  const whole = (): Course => {
    const all = items().map((_, position) => bodyAt(itemOffsets(), position) as Item);
    return {
      id: index.id,
      title: index.title,
      blueprint: index.blueprint,
      notes: index.topics.flatMap(topic => note(topic.id) ?? []),
      cards: all.filter(one => one.type === 'card'),
      questions: all.filter(one => one.type === 'question'),
      blueprints: index.blueprints,
      renames: index.renames,
    };
  };

  return {
    id: index.id,
    title: index.title,
    blueprint: index.blueprint,
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
    entry: key => items()[columns().keys.find(key)],
    item,
    note,
    searchDocuments: (): Iterable<SearchDocument> =>
      decodeDocuments(guard(() => source.read(places.search, head.search).toString('utf8'))),
    searchWords: () =>
      guard(() => source.read(places.words, head.words).toString('utf8'))
        .split('\n')
        .filter(word => word !== ''),
    whole,
  };
};
