import { crc32 } from 'node:zlib';
import type { CardKind, Item, ItemEntry, Level, QuestionKind, Tags } from '../../core/course/course.ts';
import { once } from '../../core/base/once.ts';
import type { ItemRows, TopicRun } from '../../core/base/item-rows.ts';
import { isTemplate, LEVELS, QUESTION_KINDS } from '../../core/course/course.ts';
import { familyOf } from '../../core/course/keys.ts';
import { encodeKeys, KeyIndex, keyIndexSize } from '../../core/base/key-index.ts';

/** What the index says of the items. They stand by topic, as the topics stand in the index. */
export interface ItemsHeader {
  /** Items of each topic. */
  readonly counts: readonly number[];
  /** Distinct section ids. */
  readonly sectionIds: readonly string[];
  /** Distinct lists of tags. */
  readonly tagLists: readonly Tags[];
  /** Bytes of the text of the keys. */
  readonly keyBytes: number;
}

/**
 * What a session needs to know of every item, by column: a hundred thousand objects in JSON take six times as
 * long to read, and most commands read a few of them.
 */
interface ItemColumns {
  readonly header: ItemsHeader;
  readonly keys: KeyIndex;
  /** Bytes of each item in the bodies, and their checksum (CRC-32). */
  readonly bytes: Uint32Array;
  readonly checks: Uint32Array;
  /** Position of its section and of its tags in the header's lists. */
  readonly sections: Uint32Array;
  readonly tasks: Uint32Array;
  /** Position in {@link KINDS}. */
  readonly kinds: Uint8Array;
  /** Position in LEVELS, past its end for cards. */
  readonly levels: Uint8Array;
  /** Bits: 1 for the grade `exam`, 2 for what is never drawn for a mock exam. */
  readonly marks: Uint8Array;
}

interface Kind {
  readonly type: 'card' | 'question';
  readonly kind: CardKind | QuestionKind;
  readonly template: boolean;
}

const KINDS: readonly Kind[] = [
  { type: 'card', kind: 'basic', template: false },
  { type: 'card', kind: 'cloze', template: false },
  { type: 'question', kind: 'numeric', template: true },
  ...QUESTION_KINDS.map((kind): Kind => ({ type: 'question', kind, template: false })),
];

const kindOf = (item: Item): number => {
  const template = isTemplate(item);
  return KINDS.findIndex(each => each.kind === item.kind && each.template === template);
};

const EXAM_GRADE = 1;
const NOT_IN_MOCKS = 2;

const marksOf = (item: Item): number =>
  ('grade' in item ? EXAM_GRADE : 0) + ('inMocks' in item ? NOT_IN_MOCKS : 0);

/** Gives equal values one position. */
const makeDictionary = <T>(name: (value: T) => string): { readonly values: T[]; add(value: T): number } => {
  const positions = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    add: value => {
      const known = positions.get(name(value));
      if (known !== undefined) return known;
      positions.set(name(value), values.length);
      return values.push(value) - 1;
    },
  };
};

/** Size of the columns of so many items. */
const columnsSize = (items: number, keyBytes: number): number => 19 * items + keyIndexSize(items, keyBytes);

const countOf = ({ counts }: ItemsHeader): number => counts.reduce((sum, count) => sum + count, 0);

/** @param groups items of each topic @param bodies each item's body, in the same order */
export const encodeItems = (
  groups: readonly (readonly Item[])[],
  bodies: readonly Uint8Array[],
): { readonly header: ItemsHeader; readonly columns: Uint8Array } => {
  const items = groups.flat();
  const sections = makeDictionary<string>(id => id);
  const tags = makeDictionary<Tags>(list => JSON.stringify(list));
  const keys = encodeKeys(items.map(item => item.key));
  const numbers = Uint32Array.from([
    ...bodies.map(body => body.length),
    ...bodies.map(body => crc32(body)),
    ...items.map(item => sections.add(item.section)),
    ...items.map(item => tags.add(item.type === 'card' ? [] : item.tasks)),
  ]);
  const letters = Uint8Array.from([
    ...items.map(kindOf),
    ...items.map(item => (item.type === 'card' ? LEVELS.length : LEVELS.indexOf(item.level))),
    ...items.map(marksOf),
  ]);
  const columns = new Uint8Array(columnsSize(items.length, keys.textBytes));
  columns.set(new Uint8Array(numbers.buffer));
  columns.set(keys.bytes, numbers.byteLength);
  columns.set(letters, numbers.byteLength + keys.bytes.length);
  return {
    header: {
      counts: groups.map(group => group.length),
      sectionIds: sections.values,
      tagLists: tags.values,
      keyBytes: keys.textBytes,
    },
    columns,
  };
};

/** Reads some bytes of the columns; they begin at a multiple of 4 in their memory. */
type ReadColumns = (offset: number, length: number) => Uint8Array;

/** Bytes that begin at a multiple of 4 in their memory: a number of four bytes can be read nowhere else. */
export const aligned = (bytes: Uint8Array): Uint8Array =>
  bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);

/**
 * The columns in what {@link encodeItems} made, each read when it is first needed.
 * @param size of all of them in bytes @throws RangeError where they do not fit together
 */
export const openColumns = (header: ItemsHeader, size: number, read: ReadColumns): ItemColumns => {
  const items = countOf(header);
  if (size !== columnsSize(items, header.keyBytes)) throw new RangeError('The columns do not fit together');
  const keysAt = 16 * items;
  const lettersAt = keysAt + keyIndexSize(items, header.keyBytes);
  const numbers = (place: number): (() => Uint32Array) =>
    once(() => {
      const bytes = read(4 * items * place, 4 * items);
      return new Uint32Array(bytes.buffer, bytes.byteOffset, items);
    });
  const letters = (place: number): (() => Uint8Array) => once(() => read(lettersAt + items * place, items));
  const [bytes, checks, sections, tasks] = [numbers(0), numbers(1), numbers(2), numbers(3)];
  const [kinds, levels, marks] = [letters(0), letters(1), letters(2)];
  return {
    header,
    keys: new KeyIndex(items, header.keyBytes, (offset, length) => read(keysAt + offset, length)),
    get bytes() {
      return bytes();
    },
    get checks() {
      return checks();
    },
    get sections() {
      return sections();
    },
    get tasks() {
      return tasks();
    },
    get kinds() {
      return kinds();
    },
    get levels() {
      return levels();
    },
    get marks() {
      return marks();
    },
  };
};

const LEVEL_OF: readonly (Level | null)[] = LEVELS;
/** Ends the family in the key of a deletion. */
const SLASH = 0x2f;

/** The entries of a course's items by row, each made when it is asked for and then the same for ever. */
export class ItemEntries implements ItemRows<ItemEntry> {
  readonly #columns: ItemColumns;
  readonly #made = new Map<number, ItemEntry>();
  readonly length: number;
  readonly runs: readonly TopicRun[];
  #kinds: Uint8Array | null = null;
  #all: readonly ItemEntry[] | null = null;

  /** @param topics ids, in the order of the columns */
  constructor(columns: ItemColumns, topics: readonly string[]) {
    this.#columns = columns;
    const runs: TopicRun[] = [];
    let end = 0;
    for (const [place, count] of columns.header.counts.entries())
      if (count > 0) runs.push({ topic: topics[place] ?? '', from: end, end: (end += count) });
    this.runs = runs;
    this.length = end;
  }

  get keys(): KeyIndex {
    return this.#columns.keys;
  }

  key(row: number): string {
    return this.keys.key(row);
  }

  #kind(row: number): number {
    return (this.#kinds ??= this.#columns.kinds)[row] ?? -1;
  }

  /** @throws RangeError where the columns are damaged */
  type(row: number): ItemEntry['type'] {
    const kind = KINDS[this.#kind(row)];
    if (kind === undefined) throw new RangeError('The columns are damaged');
    return kind.type;
  }

  family(row: number): string | null {
    return this.type(row) === 'card' && this.keys.hasSign(row, SLASH) ? familyOf(this.key(row)) : null;
  }

  isTemplate(row: number): boolean {
    return KINDS[this.#kind(row)]?.template === true;
  }

  /** @throws RangeError where the columns are damaged */
  entry(row: number): ItemEntry | undefined {
    if (row < 0 || row >= this.length) return undefined;
    const known = this.#all === null ? this.#made.get(row) : this.#all[row];
    if (known !== undefined) return known;
    const entry = this.#make(row, this.keys.key(row), this.#topicOf(row));
    this.#made.set(row, entry);
    return entry;
  }

  /** Entries of all items. @throws RangeError where the columns are damaged */
  all(): readonly ItemEntry[] {
    if (this.#all !== null) return this.#all;
    const { keys } = this.keys;
    const entries: ItemEntry[] = [];
    for (const { topic, end } of this.runs)
      while (entries.length < end) {
        const row = entries.length;
        entries.push(this.#made.get(row) ?? this.#make(row, keys[row], topic));
      }
    return (this.#all = entries);
  }

  #topicOf(row: number): string {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.end ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return this.runs[low]?.topic ?? '';
  }

  #make(row: number, key: string | undefined, topic: string): ItemEntry {
    const { header, kinds, levels, marks, sections, tasks } = this.#columns;
    const kind = KINDS[kinds[row] ?? -1];
    if (kind === undefined || key === undefined) throw new RangeError('The columns are damaged');
    const mark = marks[row] ?? 0;
    const entry: { -readonly [Field in keyof ItemEntry]: ItemEntry[Field] } = {
      key,
      type: kind.type,
      kind: kind.kind,
      topic,
      section: header.sectionIds[sections[row] ?? 0] ?? '',
      family: kind.type === 'card' ? familyOf(key) : key,
      level: LEVEL_OF[levels[row] ?? 0] ?? null,
      tasks: header.tagLists[tasks[row] ?? 0] ?? [],
      template: kind.template,
    };
    // Spread into the literal, they made it twice as slow for the hundred thousand that have neither.
    if ((mark & EXAM_GRADE) !== 0) entry.grade = 'exam';
    if ((mark & NOT_IN_MOCKS) !== 0) entry.inMocks = false;
    return entry;
  }
}
