/** The items of a course by key, each in a numbered row: what the fold writes and a snapshot keeps. */
import type { ItemProgress } from './progress.ts';

/** Rows as a snapshot holds them; an item's record is made when it is asked for. */
export interface StoredRows {
  readonly keys: readonly string[];
  /** How many rows have progress. */
  readonly size: number;
  /** `null`: the row has none. */
  progress(row: number): ItemProgress | null;
  /** Logical clock of the row's last event. */
  clock(row: number): number;
}

/**
 * Every key that was mentioned has a row, for good. A row without progress belongs to an item that nobody has
 * seen, or that was forgotten: its clock still tells a late event from a new one.
 */
export class ItemTable {
  readonly #stored: StoredRows | null;
  readonly #rows = new Map<string, number>();
  readonly #keys: string[] = [];
  /** `undefined`: still in the snapshot. */
  readonly #progress: (ItemProgress | null | undefined)[] = [];
  readonly #clocks: number[] = [];
  #size: number;

  constructor(stored: StoredRows | null = null) {
    this.#stored = stored;
    this.#size = stored?.size ?? 0;
    if (stored === null) return;
    for (const [row, key] of stored.keys.entries()) {
      this.#rows.set(key, row);
      this.#keys.push(key);
      this.#progress.push(undefined);
      this.#clocks.push(stored.clock(row));
    }
  }

  /** How many items have progress. */
  get size(): number {
    return this.#size;
  }

  /** How many rows there are. */
  get length(): number {
    return this.#keys.length;
  }

  /** Row of a key, made where there is none. */
  row(key: string): number {
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = this.#keys.length;
    this.#rows.set(key, row);
    this.#keys.push(key);
    this.#progress.push(null);
    this.#clocks.push(-1);
    return row;
  }

  /** Row of a key, -1 where it was never mentioned. */
  find(key: string): number {
    return this.#rows.get(key) ?? -1;
  }

  key(row: number): string {
    return this.#keys[row] ?? '';
  }

  progress(row: number): ItemProgress | null {
    const known = this.#progress[row];
    if (known !== undefined) return known;
    const read = this.#stored?.progress(row) ?? null;
    this.#progress[row] = read;
    return read;
  }

  /** Logical clock of the last event of the row's item, -1 where there is none. */
  clock(row: number): number {
    return this.#clocks[row] ?? -1;
  }

  set(row: number, progress: ItemProgress | null, clock: number): void {
    const before = this.progress(row);
    if ((before === null) !== (progress === null)) this.#size += progress === null ? -1 : 1;
    this.#progress[row] = progress;
    this.#clocks[row] = clock;
  }
}

/** An item table as the map that the rest of the program reads. Live: it shows what is folded in later. */
export class ItemView implements ReadonlyMap<string, ItemProgress> {
  readonly #table: ItemTable;

  constructor(table: ItemTable) {
    this.#table = table;
  }

  get size(): number {
    return this.#table.size;
  }

  get(key: string): ItemProgress | undefined {
    const row = this.#table.find(key);
    return row === -1 ? undefined : (this.#table.progress(row) ?? undefined);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): MapIterator<[string, ItemProgress]> {
    for (let row = 0; row < this.#table.length; row++) {
      const progress = this.#table.progress(row);
      if (progress !== null) yield [this.#table.key(row), progress];
    }
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
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
