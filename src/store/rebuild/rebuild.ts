/** Folds the whole journal from nothing, in one pass over its files and bounded memory. */
import type { JournalEvent } from '../../core/journal/event.ts';
import { claimedMoment, clockLimit, deviceOf, futureLimit } from '../../core/journal/event-order.ts';
import { isExamEvent } from '../../core/journal/exam-event.ts';
import { isItemEvent } from '../../core/fold/item-steps.ts';
import { LiveFold } from '../../core/fold/live-fold.ts';
import type { Redating } from '../../core/fold/redating.ts';
import { NO_REDATING, redatingOf } from '../../core/fold/redating.ts';
import { addPlace, NO_EXAMS } from '../journal/exam-places.ts';
import type { ExamPlaces } from '../journal/exam-places.ts';
import { foldRecords } from './fold-records.ts';
import { HealthLog } from './health-log.ts';
import type { JournalFile } from '../journal/journal-files.ts';
import { ownFile, withFile } from '../journal/journal-files.ts';
import { KnownIds } from './known-ids.ts';
import { lineChecksum, readLine } from '../journal/line-reading.ts';
import { forEachLine } from '../journal/lines.ts';
import { OwnTrail } from '../journal/own-trail.ts';
import { RecordTable } from './record-table.ts';

/** How far a file has been folded. */
export interface Cursor {
  readonly name: string;
  /** Offset after the last complete line. */
  readonly offset: number;
  /** Lines up to there, and how many of them are events. */
  readonly lines: number;
  readonly events: number;
  readonly exams: ExamPlaces;
  readonly inode: number;
}

/** Everything that was read, and how far. */
export interface JournalState {
  readonly live: LiveFold;
  readonly cursors: Map<string, Cursor>;
  readonly health: HealthLog;
  readonly ids: KnownIds;
  /** The clock of the device at hand, by the records of its own file. */
  readonly trail: OwnTrail;
  /** Reads what is not read yet of a snapshot and closes its file; absent where there is none. */
  readonly release?: () => void;
}

interface ReadOptions {
  readonly self: string;
  readonly now: number;
  /** Courses that are folded however many there are. */
  readonly wanted?: ReadonlySet<string>;
  /** ms UTC: events after it are not looked at. */
  readonly asOf?: number | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What has been read while the files were gone through. */
interface FilesRead {
  readonly live: LiveFold;
  readonly health: HealthLog;
  readonly records: RecordTable;
  /** Events that say something beyond the items they are folded into one by one: there are few of them. */
  readonly controls: JournalEvent[];
  /** `redated` events, also those that do not count. */
  readonly redated: JournalEvent[];
  readonly trail: OwnTrail;
  readonly greatest: Map<string, string>;
  readonly ahead: string[];
}

const remember = (reading: FilesRead, id: string, lc: number, limit: number): void => {
  if (lc > limit) {
    reading.ahead.push(id);
    return;
  }
  const device = deviceOf(id);
  if (id > (reading.greatest.get(device) ?? '')) reading.greatest.set(device, id);
};

/** Prompts are kept in a map of their own: the columns of records hold no texts. */
const saysPrompt = (event: JournalEvent): boolean =>
  (event.type === 'reviewed' || event.type === 'answered') && event.prompt !== undefined;

/** Whether an event says something beyond its items. Of a sitting only its end does; the rest is read on demand. */
const isControl = (event: JournalEvent): boolean =>
  isExamEvent(event) ? event.type === 'exam-ended' : !isItemEvent(event) || saysPrompt(event);

/** Reads one file into the columns. */
const readFile = (
  file: JournalFile,
  reading: FilesRead,
  { self, now, asOf = Infinity }: ReadOptions,
  onBytes: (bytes: number) => void,
): Cursor => {
  const { live, health, records, controls, redated, trail } = reading;
  const limit = clockLimit(now);
  let lines = 0;
  let events = 0;
  let exams = NO_EXAMS;
  const take = (buffer: Buffer, start: number, end: number, place: number): void => {
    lines++;
    const line = readLine(buffer, start, end, file.device);
    if (health.rejects(line, file.name, lines)) return;
    const written = line.is === 'event' ? line.event : line.envelope;
    const envelope = written === null ? null : live.place(written, now);
    if (written === null || envelope === null || envelope.at > asOf) {
      if (line.is === 'unknown') health.unknown++;
      return;
    }
    const present = claimedMoment(envelope) <= futureLimit(now);
    const event = line.is === 'event' && present ? (envelope as JournalEvent) : null;
    const outcome = records.add(envelope, lineChecksum(buffer, start, end), event);
    if (outcome === 'conflict') health.quarantine(file.name, lines, 'conflicting-id');
    if (outcome === 'same') health.duplicates++;
    if (outcome !== 'added') return;
    events++;
    if (line.is === 'event' && isExamEvent(line.event))
      exams = addPlace(exams, place, place + end - start + 1);
    live.note(envelope, now);
    remember(reading, written.id, written.lc, limit);
    if (line.is === 'event' && line.event.type === 'redated') redated.push(line.event);
    if (line.is === 'unknown') health.unknown++;
    else if (event === null) live.future++;
    else {
      health.watch(event, self);
      if (isControl(event)) controls.push(event);
    }
    if (line.is === 'event') health.date(envelope as JournalEvent, file, now);
    if (file.name === ownFile(self)) trail.note(live.trailOf(written));
  };
  const offset = withFile(file.path, fd =>
    forEachLine(fd, 0, file.size, {
      line: take,
      tooLong: () => health.quarantine(file.name, ++lines, 'too-long'),
      read: onBytes,
    }),
  );
  return { name: file.name, offset, lines, events, exams, inode: file.inode };
};

/** Reads all files into the columns. */
const readFiles = (
  files: readonly JournalFile[],
  options: ReadOptions,
  redating: Redating,
): { readonly reading: FilesRead; readonly cursors: Map<string, Cursor> } => {
  const reading: FilesRead = {
    live: new LiveFold(options.self, options.wanted),
    health: new HealthLog(),
    records: new RecordTable(),
    controls: [],
    redated: [],
    trail: new OwnTrail(),
    greatest: new Map(),
    ahead: [],
  };
  reading.live.redating = redating;
  const cursors = new Map<string, Cursor>();
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  for (const file of files) {
    const cursor = readFile(file, reading, options, bytes => {
      done += bytes;
      options.onProgress?.(done, total);
    });
    cursors.set(file.name, cursor);
  }
  return { reading, cursors };
};

/**
 * Folds every line of the files, which are in the order of {@link listJournalFiles}.
 * @throws Failure `data` where one of them cannot be read
 */
export const rebuild = (files: readonly JournalFile[], options: ReadOptions): JournalState => {
  const { self, now } = options;
  let { reading, cursors } = readFiles(files, options, NO_REDATING);
  if (reading.redated.length > 0) {
    // Which moments hold is known only at the end; such journals are read twice.
    const deciding = reading.controls.filter(({ type }) => type === 'undone' || type === 'excluded');
    const redating = redatingOf([...reading.redated, ...deciding], now, self);
    ({ reading, cursors } = readFiles(files, options, redating));
  }
  const { live, health, records, controls, trail, greatest, ahead } = reading;
  foldRecords(live, records, controls);
  return { live, cursors, health, trail, ids: new KnownIds({ greatest: [...greatest], ahead }) };
};
