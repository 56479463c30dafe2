/** The items of a course by key, each in a numbered row: what the fold writes and a snapshot keeps. */
import type { KeyIndex } from '../base/key-index.ts';
import type { Families } from './families.ts';
import { keyOfNode } from './families.ts';
import type { ItemProgress, ItemsByKey, MemoryTrace } from '../journal/progress.ts';

/** Rows as a snapshot holds them; an item's record is made whenever it is asked for. */
export interface StoredRows {
  readonly length: number;
  /** How many rows have progress. */
  readonly size: number;
  readonly keys: KeyIndex;
  /** Whether the row has progress, which is told without making the record. */
  has(row: number): boolean;
  /** `null`: the row has none. */
  progress(row: number): ItemProgress | null;
  /** The same without making a record: it is good until the next look at any row. */
  look(row: number): ItemProgress | null;
  /** The trace alone. `null`: the row has none. */
  trace(row: number): MemoryTrace | null;
  /** Logical clock of the row's last event. */
  clock(row: number): number;
  /** Reads all that is not read yet: the file may be closed then. */
  load(): void;
}

/** What has been folded into a row of a snapshot since. */
interface Changed {
  readonly progress: ItemProgress | null;
  readonly clock: number;
}

/**
 * Every key that was mentioned has a row, for good. A row without progress belongs to an item that nobody has
 * seen, or that was forgotten: its clock still tells a late event from a new one. The rows of the snapshot come
 * first; nothing of them is copied, for most are looked at once or never.
 */
export class ItemTable {
  readonly #stored: StoredRows | null;
  /** How many rows are the snapshot's. */
  readonly #base: number;
  readonly #changed = new Map<number, Changed>();
  /** The rows after those of the snapshot. */
  readonly #rows = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #progress: (ItemProgress | null)[] = [];
  readonly #clocks: number[] = [];
  #size: number;

  constructor(stored: StoredRows | null = null) {
    this.#stored = stored;
    this.#base = stored?.length ?? 0;
    this.#size = stored?.size ?? 0;
  }

  /** How many items have progress. */
  get size(): number {
    return this.#size;
  }

  /** How many rows there are. */
  get length(): number {
    return this.#base + this.#keys.length;
  }

  /** Row of a key, made where there is none. */
  row(key: string): number {
    const known = this.find(key);
    if (known !== -1) return known;
    const row = this.length;
    this.#rows.set(key, row);
    this.#keys.push(key);
    this.#progress.push(null);
    this.#clocks.push(-1);
    return row;
  }

  /** Row of a key, -1 where it was never mentioned. */
  find(key: string): number {
    const stored = this.#stored?.keys.find(key) ?? -1;
    return stored === -1 ? (this.#rows.get(key) ?? -1) : stored;
  }

  key(row: number): string {
    return (row < this.#base ? this.#stored?.keys.key(row) : this.#keys[row - this.#base]) ?? '';
  }

  progress(row: number): ItemProgress | null {
    if (row >= this.#base) return this.#progress[row - this.#base] ?? null;
    const changed = this.#changed.get(row);
    return changed === undefined ? (this.#stored?.progress(row) ?? null) : changed.progress;
  }

  /** The same without making a record: it is good until the next look at any row. */
  look(row: number): ItemProgress | null {
    if (row >= this.#base) return this.#progress[row - this.#base] ?? null;
    const changed = this.#changed.size === 0 ? undefined : this.#changed.get(row);
    return changed === undefined ? (this.#stored?.look(row) ?? null) : changed.progress;
  }

  has(row: number): boolean {
    if (row >= this.#base) return (this.#progress[row - this.#base] ?? null) !== null;
    const changed = this.#changed.get(row);
    return changed === undefined ? this.#stored?.has(row) === true : changed.progress !== null;
  }

  trace(row: number): MemoryTrace | null {
    if (row >= this.#base) return this.#progress[row - this.#base]?.trace ?? null;
    const changed = this.#changed.get(row);
    return changed === undefined ? (this.#stored?.trace(row) ?? null) : (changed.progress?.trace ?? null);
  }

  /** Logical clock of the last event of the row's item, -1 where there is none. */
  clock(row: number): number {
    if (row >= this.#base) return this.#clocks[row - this.#base] ?? -1;
    return this.#changed.get(row)?.clock ?? this.#stored?.clock(row) ?? -1;
  }

  /** The keys of a snapshot, which have the first rows; `null`: there is none. */
  get storedKeys(): KeyIndex | null {
    return this.#stored?.keys ?? null;
  }

  /** Keys that came since, with their rows. */
  get newKeys(): ReadonlyMap<string, number> {
    return this.#rows;
  }

  /** Reads all that is not read yet of a snapshot: its file may be closed then. */
  load(): void {
    this.#stored?.load();
  }

  set(row: number, progress: ItemProgress | null, clock: number): void {
    const before = this.progress(row);
    if ((before === null) !== (progress === null)) this.#size += progress === null ? -1 : 1;
    if (row < this.#base) {
      this.#changed.set(row, { progress, clock });
      return;
    }
    this.#progress[row - this.#base] = progress;
    this.#clocks[row - this.#base] = clock;
  }
}

/** Where the items of an index of keys stand in a table. */
interface Places {
  readonly keys: KeyIndex;
  /** By row of the index the row of the snapshot with the very same key, -1: none. */
  readonly stored: Int32Array;
  /** By row of the index the row of the table in which its progress stands, -1: none. */
  readonly rows: Int32Array;
  /** Rows of the table, and changes of the families, for which this holds. */
  readonly length: number;
  readonly changes: number;
}

/**
 * An item table as the map that the rest of the program reads: by any key of a family, and listed under the one to
 * which the newest link leads. Live: it shows what is folded in later.
 */
export class ItemView implements ItemsByKey {
  readonly #table: ItemTable;
  readonly #families: Families;
  #places: Places | null = null;

  constructor(table: ItemTable, families: Families) {
    this.#table = table;
    this.#families = families;
  }

  get size(): number {
    return this.#table.size;
  }

  get(key: string): ItemProgress | undefined {
    const families = this.#families;
    const row = this.#table.find(families.isEmpty ? key : families.root(families.node(key)));
    return row === -1 ? undefined : (this.#table.progress(row) ?? undefined);
  }

  has(key: string): boolean {
    const families = this.#families;
    const row = this.#table.find(families.isEmpty ? key : families.root(families.node(key)));
    return row !== -1 && this.#table.has(row);
  }

  *entries(): MapIterator<[string, ItemProgress]> {
    for (let row = 0; row < this.#table.length; row++) {
      const progress = this.#table.progress(row);
      if (progress !== null) yield [keyOfNode(this.#table.key(row)), progress];
    }
  }

  *keys(): MapIterator<string> {
    for (let row = 0; row < this.#table.length; row++)
      if (this.#table.has(row)) yield keyOfNode(this.#table.key(row));
  }

  eachOf(
    keys: KeyIndex,
    from: number,
    end: number,
    visit: (row: number, item: ItemProgress | undefined) => void,
  ): void {
    const { rows } = this.#placesOf(keys);
    for (let row = from; row < end; row++) {
      const place = rows[row] ?? -1;
      visit(row, place === -1 ? undefined : (this.#table.look(place) ?? undefined));
    }
  }

  outside(keys: KeyIndex): readonly string[] {
    const table = this.#table;
    const { stored } = this.#placesOf(keys);
    const isInside = new Uint8Array(table.length);
    for (const place of stored) if (place !== -1) isInside[place] = 1;
    const found: string[] = [];
    for (let row = 0; row < table.length; row++) {
      if (isInside[row] === 1 || !table.has(row)) continue;
      const key = keyOfNode(table.key(row));
      if (keys.find(key) === -1) found.push(key);
    }
    return found;
  }

  /** The table's rows of the keys of an index; searched anew where rows or links have been added. */
  #placesOf(keys: KeyIndex): Places {
    const table = this.#table;
    const families = this.#families;
    let known = this.#places?.keys === keys ? this.#places : null;
    if (known?.length === table.length && known.changes === families.changes) return known;
    const stored = known?.stored ?? table.storedKeys?.rowsOf(keys) ?? new Int32Array(keys.length).fill(-1);
    const isAsStored = table.newKeys.size === 0 && families.isEmpty;
    const rows = isAsStored ? stored : Int32Array.from(stored);
    const put = (key: string, place: number): void => {
      const row = keys.find(key);
      if (row !== -1) rows[row] = place;
    };
    for (const [key, place] of table.newKeys) put(key, place);
    for (const key of families.keys()) put(key, table.find(families.root(families.node(key))));
    known = { keys, stored, rows, length: table.length, changes: families.changes };
    return (this.#places = known);
  }

  eachTrace(visit: (key: string, trace: MemoryTrace) => void): void {
    for (let row = 0; row < this.#table.length; row++) {
      const trace = this.#table.trace(row);
      if (trace !== null) visit(keyOfNode(this.#table.key(row)), trace);
    }
  }

  *values(): MapIterator<ItemProgress> {
    for (const [, progress] of this.entries()) yield progress;
  }

  [Symbol.iterator](): MapIterator<[string, ItemProgress]> {
    return this.entries();
  }

  forEach(visit: (value: ItemProgress, key: string, map: ReadonlyMap<string, ItemProgress>) => void): void {
    for (const [key, progress] of this.entries()) visit(progress, key, this);
  }
}
