/** The items of a course as the bytes of a snapshot: one column for each field, read where it is needed. */
import type { Rating } from '../../core/journal/event.ts';
import { RATINGS } from '../../core/journal/event.ts';
import type { ItemTable, StoredRows } from '../../core/fold/item-table.ts';
import { encodeKeys, KeyIndex, keyIndexSize } from '../../core/base/key-index.ts';
import type { ItemProgress, ItemState, MemoryTrace } from '../../core/journal/progress.ts';
import { FIRST_ATTEMPTS } from '../../core/journal/progress.ts';

/** Columns of 8 bytes, of 4 and of 1, in the order of the file. The first one is the row's clock. */
const DOUBLES = ['stability', 'difficulty', 'dueAt', 'lastAt'] as const;
const INTEGERS = [
  'dueDay',
  'lastDay',
  'attemptDay',
  'firstDay',
  'buriedDay',
  'reps',
  'lapses',
  'misses',
] as const;
const STATES: readonly (ItemState | null)[] = [null, 'learning', 'review', 'relearning'];
const GRADES: readonly (Rating | null)[] = [null, ...RATINGS];

const PRESENT = 1;
const SUSPENDED = 2;
const FLAGGED = 4;
/** From this bit on: the first attempt, counted from 1; 0: there was none. */
const FIRST = 8;
/** Stability and difficulty of the trace. */
const TRACE_DOUBLES = 2;

const firstFlag = (trace: MemoryTrace | null): number =>
  trace === null ? 0 : FIRST * (FIRST_ATTEMPTS.indexOf(trace.first) + 1);

/** What a snapshot's header says of a course's rows. */
export interface RowsHeader {
  readonly rows: number;
  /** Rows with progress. */
  readonly items: number;
  /** Bytes of the text of the keys. */
  readonly keyBytes: number;
}

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Size of the columns in bytes, a multiple of 8. */
export const rowsSize = ({ rows, keyBytes }: RowsHeader): number =>
  8 * rows * (DOUBLES.length + 1 + TRACE_DOUBLES) +
  padded(4 * rows * (INTEGERS.length + 1)) +
  padded(4 * rows) +
  padded(keyIndexSize(rows, keyBytes));

/** The columns of a course in a buffer. */
const columnsOf = (bytes: Uint8Array, { rows }: RowsHeader) => {
  let offset = bytes.byteOffset;
  const doubles = (): Float64Array => {
    const column = new Float64Array(bytes.buffer, offset, rows);
    offset += column.byteLength;
    return column;
  };
  const clock = doubles();
  const wide = DOUBLES.map(doubles);
  const traceStability = doubles();
  const traceDifficulty = doubles();
  const narrow = INTEGERS.map((_, index) => new Int32Array(bytes.buffer, offset + 4 * rows * index, rows));
  const traceDay = new Int32Array(bytes.buffer, offset + 4 * rows * INTEGERS.length, rows);
  offset += padded(4 * rows * (INTEGERS.length + 1));
  const [flags, state, rating, step] = [0, 1, 2, 3].map(
    index => new Uint8Array(bytes.buffer, offset + rows * index, rows),
  ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  offset += padded(4 * rows);
  const trace = { stability: traceStability, difficulty: traceDifficulty, day: traceDay };
  return { clock, wide, narrow, trace, flags, state, rating, step, keysAt: offset };
};

/**
 * Rows that something is known of, as bytes, in the order of their keys: those of a topic are looked at together
 * and mostly begin alike, and what lies together is read several times as fast as what is scattered.
 */
export const encodeRows = (table: ItemTable): { readonly header: RowsHeader; readonly bytes: Uint8Array } => {
  const used: number[] = [];
  for (let row = 0; row < table.length; row++) if (table.clock(row) !== -1) used.push(row);
  used.sort((a, b) => (table.key(a) < table.key(b) ? -1 : 1));
  const keys = encodeKeys(used.map(row => table.key(row)));
  const header: RowsHeader = { rows: used.length, items: table.size, keyBytes: keys.textBytes };
  const bytes = new Uint8Array(rowsSize(header));
  const columns = columnsOf(bytes, header);
  bytes.set(keys.bytes, columns.keysAt);
  for (const [index, row] of used.entries()) {
    columns.clock[index] = table.clock(row);
    const item = table.progress(row);
    if (item === null) continue;
    for (const [at, field] of DOUBLES.entries()) (columns.wide[at] as Float64Array)[index] = item[field];
    for (const [at, field] of INTEGERS.entries()) (columns.narrow[at] as Int32Array)[index] = item[field];
    columns.flags[index] =
      PRESENT + (item.suspended ? SUSPENDED : 0) + (item.flagged ? FLAGGED : 0) + firstFlag(item.trace);
    if (item.trace !== null) {
      columns.trace.stability[index] = item.trace.stability;
      columns.trace.difficulty[index] = item.trace.difficulty;
      columns.trace.day[index] = item.trace.day;
    }
    columns.state[index] = STATES.indexOf(item.state);
    columns.rating[index] = GRADES.indexOf(item.lastRating);
    columns.step[index] = item.step;
  }
  return { header, bytes };
};

interface TraceColumns {
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  readonly day: Int32Array;
}

const decodeTrace = (columns: TraceColumns, row: number, flag: number): MemoryTrace | null => {
  const first = flag < FIRST ? undefined : FIRST_ATTEMPTS[Math.floor(flag / FIRST) - 1];
  return first === undefined
    ? null
    : {
        first,
        stability: columns.stability[row] ?? 0,
        difficulty: columns.difficulty[row] ?? 0,
        day: columns.day[row] ?? 0,
      };
};

/** Rows to be read from the bytes of a snapshot, which must begin at a multiple of 8. */
export const decodeRows = (bytes: Uint8Array, header: RowsHeader): StoredRows => {
  const { clock, wide, narrow, trace, flags, state, rating, step, keysAt } = columnsOf(bytes, header);
  const keys = new KeyIndex(bytes.buffer, keysAt, header.rows, header.keyBytes);
  const [stability, difficulty, dueAt, lastAt] = wide;
  const [dueDay, lastDay, attemptDay, firstDay, buriedDay, reps, lapses, misses] = narrow;
  return {
    length: header.rows,
    size: header.items,
    find: key => keys.find(key),
    key: row => keys.key(row),
    clock: row => clock[row] ?? -1,
    has: row => ((flags[row] ?? 0) & PRESENT) !== 0,
    trace: row => decodeTrace(trace, row, flags[row] ?? 0),
    progress: (row): ItemProgress | null => {
      const flag = flags[row] ?? 0;
      if ((flag & PRESENT) === 0) return null;
      return {
        state: STATES[state[row] ?? 0] ?? null,
        stability: stability?.[row] ?? 0,
        difficulty: difficulty?.[row] ?? 0,
        step: step[row] ?? 0,
        dueDay: dueDay?.[row] ?? 0,
        dueAt: dueAt?.[row] ?? 0,
        lastDay: lastDay?.[row] ?? 0,
        lastAt: lastAt?.[row] ?? 0,
        attemptDay: attemptDay?.[row] ?? 0,
        firstDay: firstDay?.[row] ?? 0,
        lastRating: GRADES[rating[row] ?? 0] ?? null,
        reps: reps?.[row] ?? 0,
        lapses: lapses?.[row] ?? 0,
        misses: misses?.[row] ?? 0,
        suspended: (flag & SUSPENDED) !== 0,
        buriedDay: buriedDay?.[row] ?? 0,
        flagged: (flag & FLAGGED) !== 0,
        trace: decodeTrace(trace, row, flag),
      };
    },
  };
};
