/** The items of a course as the bytes of a snapshot: one column for each field, read where it is needed. */
import type { Rating } from '../../core/journal/event.ts';
import { RATINGS } from '../../core/journal/event.ts';
import type { ItemTable, StoredRows } from '../../core/fold/item-table.ts';
import { encodeKeys, KeyIndex, keyIndexSize } from '../../core/base/key-index.ts';
import type { ColumnForm, ReadColumn } from '../../core/base/number-column.ts';
import { encodeColumn, NumberColumn } from '../../core/base/number-column.ts';
import type { ItemProgress, ItemState, MemoryTrace } from '../../core/journal/progress.ts';
import { FIRST_ATTEMPTS } from '../../core/journal/progress.ts';

/** Fields that stand in the file as they are. */
const PLAIN = [
  'stability',
  'difficulty',
  'dueAt',
  'lastAt',
  'step',
  'dueDay',
  'lastDay',
  'attemptDay',
  'firstDay',
  'buriedDay',
  'reps',
  'lapses',
  'misses',
] as const;

/** The columns in the order of the file; the keys come after them. */
const COLUMNS = [
  'clock',
  'flags',
  'state',
  'rating',
  ...PLAIN,
  'traceStability',
  'traceDifficulty',
  'traceDay',
] as const;
type Name = (typeof COLUMNS)[number];

const STATES: readonly (ItemState | null)[] = [null, 'learning', 'review', 'relearning'];
const GRADES: readonly (Rating | null)[] = [null, ...RATINGS];

const PRESENT = 1;
const SUSPENDED = 2;
const FLAGGED = 4;
/** From this bit on: the first attempt, counted from 1; 0: there was none. */
const FIRST = 8;

const firstFlag = (trace: MemoryTrace | null): number =>
  trace === null ? 0 : FIRST * (FIRST_ATTEMPTS.indexOf(trace.first) + 1);

/** What a snapshot's header says of a course's rows. */
export interface RowsHeader {
  readonly rows: number;
  /** Rows with progress. */
  readonly items: number;
  /** Bytes of the text of the keys. */
  readonly keyBytes: number;
  readonly forms: readonly ColumnForm[];
}

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Size of the columns in bytes, a multiple of 8. */
export const rowsSize = ({ rows, keyBytes, forms }: RowsHeader): number =>
  forms.reduce((sum, { width }) => sum + padded(rows * width), 0) + padded(keyIndexSize(rows, keyBytes));

/** The number of a column for an item; of what has no progress only the clock is kept. */
const valueOf = (name: Name, item: ItemProgress | null, clock: number): number => {
  if (name === 'clock') return clock;
  if (item === null) return 0;
  const { trace } = item;
  switch (name) {
    case 'flags':
      return PRESENT + (item.suspended ? SUSPENDED : 0) + (item.flagged ? FLAGGED : 0) + firstFlag(trace);
    case 'state':
      return STATES.indexOf(item.state);
    case 'rating':
      return GRADES.indexOf(item.lastRating);
    case 'traceStability':
      return trace?.stability ?? 0;
    case 'traceDifficulty':
      return trace?.difficulty ?? 0;
    case 'traceDay':
      return trace?.day ?? 0;
    default:
      return item[name];
  }
};

/**
 * Rows that something is known of, as bytes, in the order of their keys: those of a topic are looked at together
 * and mostly begin alike, and what lies together is read several times as fast as what is scattered.
 */
export const encodeRows = (
  table: ItemTable,
): { readonly header: RowsHeader; readonly parts: readonly Uint8Array[] } => {
  const used: number[] = [];
  for (let row = 0; row < table.length; row++) if (table.clock(row) !== -1) used.push(row);
  used.sort((a, b) => (table.key(a) < table.key(b) ? -1 : 1));
  const keys = encodeKeys(used.map(row => table.key(row)));
  const values = new Float64Array(used.length);
  const forms: ColumnForm[] = [];
  const parts: Uint8Array[] = [];
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes, new Uint8Array(padded(bytes.length) - bytes.length));
  };
  for (const name of COLUMNS) {
    for (const [index, row] of used.entries())
      values[index] = valueOf(name, table.look(row), table.clock(row));
    const { form, bytes } = encodeColumn(values);
    forms.push(form);
    add(bytes);
  }
  add(keys.bytes);
  return { header: { rows: used.length, items: table.size, keyBytes: keys.textBytes, forms }, parts };
};

type Columns = Readonly<Record<Name, NumberColumn>>;

/** A row as the record of its item: each field is read when it is asked for. */
class StoredItem implements ItemProgress {
  row = 0;
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  get flags(): number {
    return this.#columns.flags.at(this.row);
  }
  get state(): ItemState | null {
    return STATES[this.#columns.state.at(this.row)] ?? null;
  }
  get lastRating(): Rating | null {
    return GRADES[this.#columns.rating.at(this.row)] ?? null;
  }
  get suspended(): boolean {
    return (this.flags & SUSPENDED) !== 0;
  }
  get flagged(): boolean {
    return (this.flags & FLAGGED) !== 0;
  }
  get trace(): MemoryTrace | null {
    const flag = this.flags;
    const first = flag < FIRST ? undefined : FIRST_ATTEMPTS[Math.floor(flag / FIRST) - 1];
    if (first === undefined) return null;
    const { traceStability, traceDifficulty, traceDay } = this.#columns;
    return {
      first,
      stability: traceStability.at(this.row),
      difficulty: traceDifficulty.at(this.row),
      day: traceDay.at(this.row),
    };
  }
  get stability(): number {
    return this.#columns.stability.at(this.row);
  }
  get difficulty(): number {
    return this.#columns.difficulty.at(this.row);
  }
  get dueAt(): number {
    return this.#columns.dueAt.at(this.row);
  }
  get lastAt(): number {
    return this.#columns.lastAt.at(this.row);
  }
  get step(): number {
    return this.#columns.step.at(this.row);
  }
  get dueDay(): number {
    return this.#columns.dueDay.at(this.row);
  }
  get lastDay(): number {
    return this.#columns.lastDay.at(this.row);
  }
  get attemptDay(): number {
    return this.#columns.attemptDay.at(this.row);
  }
  get firstDay(): number {
    return this.#columns.firstDay.at(this.row);
  }
  get buriedDay(): number {
    return this.#columns.buriedDay.at(this.row);
  }
  get reps(): number {
    return this.#columns.reps.at(this.row);
  }
  get lapses(): number {
    return this.#columns.lapses.at(this.row);
  }
  get misses(): number {
    return this.#columns.misses.at(this.row);
  }
}

const recordOf = (item: StoredItem): ItemProgress => ({
  state: item.state,
  stability: item.stability,
  difficulty: item.difficulty,
  dueAt: item.dueAt,
  lastAt: item.lastAt,
  step: item.step,
  dueDay: item.dueDay,
  lastDay: item.lastDay,
  attemptDay: item.attemptDay,
  firstDay: item.firstDay,
  buriedDay: item.buriedDay,
  reps: item.reps,
  lapses: item.lapses,
  misses: item.misses,
  lastRating: item.lastRating,
  suspended: item.suspended,
  flagged: item.flagged,
  trace: item.trace,
});

/** Rows to be read from the bytes of a snapshot. @param read some of them, aligned as numbers of 8 bytes are */
export const decodeRows = (read: ReadColumn, { rows, items, keyBytes, forms }: RowsHeader): StoredRows => {
  let end = 0;
  const columnOf = (place: number): NumberColumn => {
    const form = forms[place];
    if (form === undefined) throw new RangeError('The columns do not fit together');
    const begin = end;
    end += padded(rows * form.width);
    return new NumberColumn(form, rows, (offset, length) => read(begin + offset, length));
  };
  const columns = Object.fromEntries(COLUMNS.map((name, place) => [name, columnOf(place)])) as Columns;
  const keysAt = end;
  const keys = new KeyIndex(rows, keyBytes, (offset, length) => read(keysAt + offset, length));
  const lookBy =
    (item: StoredItem) =>
    (row: number): StoredItem | null => {
      item.row = row;
      if (row < 0 || row >= rows) return null;
      return (item.flags & PRESENT) === 0 ? null : item;
    };
  const look = lookBy(new StoredItem(columns));
  // Who visits rows may ask for the record of another one in between.
  const lookElsewhere = lookBy(new StoredItem(columns));
  return {
    length: rows,
    size: items,
    keys,
    clock: row => (row < 0 || row >= rows ? -1 : columns.clock.at(row)),
    has: row => lookElsewhere(row) !== null,
    look,
    progress: row => {
      const found = lookElsewhere(row);
      return found === null ? null : recordOf(found);
    },
    trace: row => lookElsewhere(row)?.trace ?? null,
    load: () => {
      for (const column of Object.values(columns)) column.load();
      keys.load();
    },
  };
};
