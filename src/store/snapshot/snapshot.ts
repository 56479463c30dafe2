/**
 * The snapshot: the folded journal in one file of the cache, so that a start reads only what came since. It is
 * disposable: one that is missing, broken, of another version or does not fit the journal is made anew.
 */
import type { Ending, NoteEvent } from '../../core/fold/course-notes.ts';
import type { StoredStudy } from '../../core/fold/study-book.ts';
import { readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Act } from '../../core/fold/acts.ts';
import type { Configured, Tie } from '../../core/fold/course-fold.ts';
import { CourseFold } from '../../core/fold/course-fold.ts';
import type { Position } from '../../core/journal/event-order.ts';
import type { ExcludedEvent } from '../../core/fold/exclusion.ts';
import type { Link } from '../../core/fold/families.ts';
import { ItemTable } from '../../core/fold/item-table.ts';
import { LiveFold } from '../../core/fold/live-fold.ts';
import type { Asked, DayTotals, StabilityTotals } from '../../core/journal/progress.ts';
import type { ByteSource } from '../../disk/byte-source.ts';
import { fileSource } from '../../disk/byte-source.ts';
import { writeCache } from '../../disk/atomic-file.ts';
import type { StoredHealth } from '../rebuild/health-log.ts';
import { HealthLog } from '../rebuild/health-log.ts';
import type { ReadColumn } from '../../core/base/number-column.ts';
import type { RowsHeader } from './item-columns.ts';
import { decodeRows, encodeRows, rowsSize } from './item-columns.ts';
import type { JournalFile } from '../journal/journal-files.ts';
import { withFile } from '../journal/journal-files.ts';
import type { StoredIds } from '../rebuild/known-ids.ts';
import { KnownIds } from '../rebuild/known-ids.ts';
import type { StoredTrail } from '../journal/own-trail.ts';
import { OwnTrail } from '../journal/own-trail.ts';
import type { Cursor, JournalState } from '../rebuild/rebuild.ts';

/** Raised whenever the file's shape or a rule of the fold changes: then old snapshots are ignored. */
const VERSION = 11;

const FILE = 'progress.snapshot';
/** `stdy`, version, checksum of everything after it, length of the header: four numbers of 4 bytes. */
const MAGIC = 0x73746479;
const PREFIX = 16;
/** Where that begins of which the checksum is; what stands before it is compared as it is. */
const COVERED = 12;
/** So much before the cursor is compared to see that a journal file is still the same. */
const TAIL = 4096;

interface CourseHeader {
  readonly id: string;
  readonly rows: RowsHeader;
  readonly days: readonly DayTotals[];
  readonly stability: readonly StabilityTotals[];
  readonly configured: readonly Configured[];
  readonly ties: readonly Tie[];
  readonly refused: readonly string[];
  /** What items asked, by key. */
  readonly prompts: readonly (readonly [string, Asked])[];
  /** First ends of sittings: the sitting, and the event. */
  readonly endings: readonly (readonly [string, Ending])[];
  readonly study: StoredStudy;
  /** Forecasts, results, times of reading. */
  readonly notes: readonly NoteEvent[];
  readonly acts: readonly Act[];
  readonly automatic: readonly Act[];
  readonly resetAt: Position | null;
  readonly lastClock: number;
}

interface Header {
  readonly model: string;
  readonly self: string;
  readonly files: readonly (Omit<Cursor, 'inode'> & { readonly tail: number })[];
  readonly undone: readonly string[];
  readonly exclusions: readonly ExcludedEvent[];
  /** Devices of which more exclusions were read than are kept. */
  readonly excluders: readonly string[];
  /** By id of a record, its moment and study day, and the ids of all `redated` events. */
  readonly redated: readonly (readonly [string, number, number])[];
  readonly redatings: readonly string[];
  readonly crowded: boolean;
  readonly clockBase: number;
  readonly ahead: readonly number[];
  readonly future: number;
  /** `null`: there is none. */
  readonly nextFuture: number | null;
  readonly latest: number;
  readonly health: StoredHealth;
  readonly ids: StoredIds;
  readonly trail: StoredTrail;
  readonly renames: readonly Link[];
  readonly courses: readonly CourseHeader[];
}

/** Does a thing at the first call only. */
const once = (act: () => void): (() => void) => {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
};

const storedStudy = ({ book }: CourseFold): StoredStudy => {
  const { reviews, ...rest } = book.study.list();
  return { ...rest, reviews: [...reviews] };
};

/** Checksum (CRC-32) of the last bytes of a file before an offset. */
const tailChecksum = (path: string, offset: number): number =>
  withFile(path, fd => {
    const bytes = Buffer.alloc(Math.min(TAIL, offset));
    const count = readSync(fd, bytes, 0, bytes.length, offset - bytes.length);
    return crc32(bytes.subarray(0, count));
  });

const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((8 - ((PREFIX + bytes.length) % 8)) % 8, ' ')]);

/**
 * Writes what has been read. Fails in silence: a snapshot only saves time.
 * @param files the journal's files by name, whose ends up to the cursors are remembered
 */
export const writeSnapshot = (
  cache: string,
  model: string,
  state: JournalState,
  files: ReadonlyMap<string, JournalFile>,
): void => {
  const { live, cursors, health, ids, trail } = state;
  const rows: Uint8Array[] = [];
  const courses = [...live.courses.values()].map((fold): CourseHeader => {
    const { header, parts } = encodeRows(fold.table);
    rows.push(...parts);
    return {
      id: fold.course,
      rows: header,
      days: fold.book.list(),
      stability: fold.book.stability(),
      configured: fold.configured,
      ties: fold.ties,
      refused: [...fold.refused],
      prompts: [...fold.prompts],
      endings: [...fold.endings],
      study: storedStudy(fold),
      notes: [...fold.notes.values()],
      acts: fold.acts,
      automatic: fold.automatic,
      resetAt: fold.resetAt === null ? null : { lc: fold.resetAt.lc, id: fold.resetAt.id },
      lastClock: fold.lastClock,
    };
  });
  try {
    const header: Header = {
      model,
      self: live.self,
      files: [...cursors.values()].map(({ name, offset, lines, events, exams }) => ({
        name,
        offset,
        lines,
        events,
        exams,
        tail: tailChecksum(files.get(name)?.path ?? name, offset),
      })),
      undone: [...live.undone],
      exclusions: live.exclusions.list(),
      excluders: live.exclusions.crowded,
      redated: [...live.redating.places].map(([id, { at, day }]) => [id, at, day]),
      redatings: [...live.redating.ids],
      crowded: live.crowded,
      clockBase: live.clockBase,
      ahead: live.ahead,
      future: live.future,
      nextFuture: live.nextFuture === Infinity ? null : live.nextFuture,
      latest: live.latest,
      health: health.store(),
      ids: ids.store(),
      trail: trail.store(),
      renames: live.renames,
      courses,
    };
    const json = padded(Buffer.from(JSON.stringify(header)));
    const prefix = Buffer.alloc(PREFIX);
    prefix.writeUInt32LE(json.length, COVERED);
    const parts = [json, ...rows];
    const checksum = parts.reduce((sum, part) => crc32(part, sum), crc32(prefix.subarray(COVERED)));
    [MAGIC, VERSION, checksum].forEach((value, index) => prefix.writeUInt32LE(value, index * 4));
    // Not every system replaces a file that is open.
    state.release?.();
    writeCache(join(cache, FILE), [prefix, ...parts]);
  } catch {
    // A cache that cannot be written to, or a journal file that has just gone.
  }
};

const decodeCourse = (header: CourseHeader, read: ReadColumn): CourseFold => {
  const fold = new CourseFold(header.id, new ItemTable(decodeRows(read, header.rows)));
  fold.book.load(header.days, header.stability);
  for (const event of header.configured) fold.configure(event);
  for (const tie of header.ties) fold.tie(tie);
  for (const pair of header.refused) fold.refused.add(pair);
  for (const [key, asked] of header.prompts) fold.notePrompt(key, asked);
  for (const [sitting, ending] of header.endings) fold.noteEnding({ sitting, ...ending });
  fold.book.study.load(header.study);
  for (const note of header.notes) fold.notes.set(note.id, note);
  for (const act of header.acts) fold.acts.push({ ...act });
  for (const act of header.automatic) fold.automatic.push({ ...act });
  fold.resetAt = header.resetAt;
  fold.lastClock = header.lastClock;
  return fold;
};

const decode = (
  source: ByteSource,
  model: string,
  self: string,
  wanted: ReadonlySet<string>,
): { readonly header: Header; readonly live: LiveFold } | null => {
  if (source.size < PREFIX) return null;
  const prefix = source.read(0, PREFIX);
  if (prefix.readUInt32LE(0) !== MAGIC || prefix.readUInt32LE(4) !== VERSION) return null;
  if (source.checksum(COVERED, source.size - COVERED) !== prefix.readUInt32LE(8)) return null;
  const length = prefix.readUInt32LE(12);
  const header = JSON.parse(source.read(PREFIX, length).toString('utf8')) as Header;
  if (header.model !== model) return null;
  if (header.exclusions.length > 0 && header.self !== self) return null;
  const live = new LiveFold(self, wanted);
  live.addRenames(header.renames);
  let offset = PREFIX + length;
  for (const course of header.courses) {
    const begin = offset;
    live.courses.set(
      course.id,
      decodeCourse(course, (from, size) => source.read(begin + from, size)),
    );
    offset += rowsSize(course.rows);
  }
  for (const id of header.undone) live.undone.add(id);
  for (const event of header.exclusions) live.exclusions.add(event);
  for (const device of header.excluders) live.exclusions.noteCrowded(device);
  live.excluded = live.exclusions.devices(self);
  live.redating = {
    places: new Map(header.redated.map(([id, at, day]) => [id, { at, day }])),
    ids: new Set(header.redatings),
  };
  live.crowded = header.crowded;
  live.clockBase = header.clockBase;
  for (const lc of header.ahead) live.noteAhead(lc);
  live.future = header.future;
  live.nextFuture = header.nextFuture ?? Infinity;
  live.latest = header.latest;
  return { header, live };
};

/**
 * Reads the snapshot where it fits the journal's files; `null` where everything has to be folded again.
 * Who decides about devices that are left out is part of the fold: with any such event it must be `self`.
 */
export const readSnapshot = (
  cache: string,
  model: string,
  self: string,
  files: readonly JournalFile[],
  wanted: ReadonlySet<string> = new Set(),
): JournalState | null => {
  let opened: ByteSource | null = null;
  try {
    const source = fileSource(join(cache, FILE));
    opened = source;
    const decoded = decode(source, model, self, wanted);
    if (decoded === null) return null;
    const { header, live } = decoded;
    const byName = new Map(files.map(file => [file.name, file]));
    const cursors = new Map<string, Cursor>();
    for (const { tail, ...cursor } of header.files) {
      const file = byName.get(cursor.name);
      if (file === undefined || file.size < cursor.offset) return null;
      if (tailChecksum(file.path, cursor.offset) !== tail) return null;
      cursors.set(cursor.name, { ...cursor, inode: file.inode });
    }
    // It is read from as long as the state is used.
    opened = null;
    return {
      live,
      cursors,
      health: new HealthLog(header.health),
      ids: new KnownIds(header.ids),
      trail: header.self === self ? new OwnTrail(header.trail) : new OwnTrail(),
      release: once(() => {
        for (const { table } of live.courses.values()) table.load();
        source.close();
      }),
    };
  } catch {
    return null;
  } finally {
    opened?.close();
  }
};
