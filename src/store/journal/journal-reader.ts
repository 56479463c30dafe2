/** What this device knows of the journal, kept up to date with the files. */
import type { ExamEvent, JournalEvent } from '../../core/journal/event.ts';
import { claimedMoment, clockLimit, futureLimit, inOrder } from '../../core/journal/event-order.ts';
import { isExamEvent, isTakenBack } from '../../core/journal/exam-event.ts';
import { isItemEvent } from '../../core/fold/item-steps.ts';
import type { LiveFold } from '../../core/fold/live-fold.ts';
import type { Progress } from '../../core/journal/progress.ts';
import { addPlace, NO_EXAMS, readExams } from './exam-places.ts';
import { findEvents } from './find-events.ts';
import type { JournalFile } from './journal-files.ts';
import { listJournalFiles, ownFile, withFile } from './journal-files.ts';
import type { LineReading } from './line-reading.ts';
import { lineChecksum, readLine } from './line-reading.ts';
import { forEachLine } from './lines.ts';
import type { FileStat, ReaderOptions, WrittenRecord } from './reading.ts';
import type { Cursor, JournalState } from '../rebuild/rebuild.ts';
import { JournalReport } from './journal-report.ts';
import { rebuild } from '../rebuild/rebuild.ts';
import { readSnapshot, writeSnapshot } from '../snapshot/snapshot.ts';

/** Past this, new bytes are folded in a fold of everything, which holds no events in memory. */
const LONGEST_TAIL = 8 << 20;

/** A rebuild of so many bytes is worth a snapshot at once: a session may end in a kill. */
const SLOW_REBUILD = 1 << 20;

const bytesRead = (state: JournalState): number =>
  [...state.cursors.values()].reduce((sum, cursor) => sum + cursor.offset, 0);

/** Keeps up with the files of the journal and folds what is new. */
export class JournalReader {
  readonly #options: ReaderOptions;
  #self: string;
  readonly #wanted = new Set<string>();
  #files = new Map<string, JournalFile>();
  #state: JournalState;
  /** Bytes of the journal that the snapshot on the disk covers. */
  #covered = 0;
  /** Reading was broken off by an error: the state cannot be relied on. */
  #halfDone = false;

  constructor(self: string, options: ReaderOptions) {
    this.#self = self;
    this.#options = options;
    const files = this.#list();
    const { cache, model, asOf } = options;
    const stored = asOf === undefined ? readSnapshot(cache, model, self, files) : null;
    if (stored === null) {
      this.#state = this.#rebuild();
    } else {
      this.#state = stored;
      this.#covered = bytesRead(stored);
      this.#takeIn(files, 'whole');
    }
  }

  get live(): LiveFold {
    return this.#state.live;
  }

  /** What has been read, for reports about the journal. */
  get report(): JournalReport {
    return new JournalReport(this.#options.journal, this.#self, this.#state, this.#files);
  }

  /** The progress of a course: one of very many is folded when it is asked for. */
  progress(course: string, now: number): Progress {
    this.#want(course);
    return this.live.progress(course, now);
  }

  #want(course: string): void {
    if (!this.live.crowded || this.live.find(course) !== undefined || this.#wanted.has(course)) return;
    this.#wanted.add(course);
    this.#state = this.#rebuild();
  }

  /** The device at hand got another id than was thought. */
  rename(self: string): void {
    this.#self = self;
    this.#state = this.#rebuild();
  }

  /** Reads what was added to any file since. */
  refresh(): void {
    if (this.#options.asOf === undefined) this.#takeIn(this.#list(), 'whole');
  }

  /**
   * Takes in what was added to one file since: what other terminals of this device have answered.
   * @param stat the file as it is now
   * @param written the record at its end, where it is at hand; if it is all that was added, nothing needs to be read
   */
  refreshFile(name: string, stat: FileStat, written: WrittenRecord | null = null): void {
    const known = this.#files.get(name);
    if (known === undefined) return this.refresh();
    const file: JournalFile = { ...known, ...stat };
    this.#files.set(name, file);
    const all = this.#state.cursors.get(name)?.offset === stat.size - (written?.bytes.length ?? 0);
    return this.#takeIn([file], 'one', all ? written : null);
  }

  #list(): readonly JournalFile[] {
    const files = listJournalFiles(this.#options.journal);
    this.#files = new Map(files.map(file => [file.name, file]));
    return files;
  }

  #rebuild(): JournalState {
    const { now, asOf, cache, model, onRebuild } = this.#options;
    const files = this.#list();
    const options = {
      self: this.#self,
      now: asOf ?? now(),
      asOf,
      onProgress: onRebuild,
      wanted: this.#wanted,
    };
    const state = rebuild(files, options);
    this.#covered = 0;
    this.#halfDone = false;
    this.#state = state;
    if (asOf === undefined && bytesRead(state) >= SLOW_REBUILD) this.#writeSnapshot(cache, model);
    return state;
  }

  /** Folds in what is new in some files: in all that there are (`whole`), or in one. */
  #takeIn(
    files: readonly JournalFile[],
    extent: 'whole' | 'one',
    written: WrittenRecord | null = null,
  ): void {
    const { cursors, live } = this.#state;
    const now = this.#options.now();
    const offsetOf = (file: JournalFile): number => cursors.get(file.name)?.offset ?? 0;
    const grown = files.filter(file => file.size !== offsetOf(file));
    const bytes = grown.reduce((sum, file) => sum + file.size - offsetOf(file), 0);
    if (
      this.#halfDone ||
      live.isStale(now) ||
      bytes > LONGEST_TAIL ||
      (extent === 'whole' && [...cursors.keys()].some(name => !this.#files.has(name))) ||
      files.some(file => this.#isReplaced(file))
    ) {
      this.#state = this.#rebuild();
      return;
    }
    if (grown.length === 0) return;
    this.#halfDone = true;
    if (!this.#fold(grown, now, written)) this.#state = this.#rebuild();
    this.#halfDone = false;
  }

  #isReplaced(file: JournalFile): boolean {
    const cursor = this.#state.cursors.get(file.name);
    return cursor !== undefined && (file.size < cursor.offset || file.inode !== cursor.inode);
  }

  /** Reads the new lines of some files and folds them in; `false`: everything must be folded again. */
  #fold(files: readonly JournalFile[], now: number, written: WrittenRecord | null): boolean {
    const { live, cursors } = this.#state;
    const batch: JournalEvent[] = [];
    const advanced: Cursor[] = [];
    for (const file of files) {
      const cursor = this.#readTail(file, now, batch, written);
      if (cursor === null) return false;
      advanced.push(cursor);
    }
    const all = [...this.#files.values()];
    if (live.absorb(batch, now, search => findEvents(all, cursors, search)) === 'rebuild') return false;
    for (const cursor of advanced) cursors.set(cursor.name, cursor);
    return true;
  }

  /** Reads a file from its cursor on; `null` where a line cannot be told from one that was folded already. */
  #readTail(
    file: JournalFile,
    now: number,
    batch: JournalEvent[],
    written: WrittenRecord | null,
  ): Cursor | null {
    const { live, cursors, health, ids, trail } = this.#state;
    const cursor = cursors.get(file.name);
    let lines = cursor?.lines ?? 0;
    let events = cursor?.events ?? 0;
    let exams = cursor?.exams ?? NO_EXAMS;
    let sure = true;
    const take = (line: LineReading, buffer: Buffer, start: number, end: number, place: number): void => {
      if (health.rejects(line, file.name, ++lines)) return;
      const envelope = line.is === 'event' ? line.event : line.envelope;
      if (envelope !== null) {
        const checksum = lineChecksum(buffer, start, end);
        const familiarity = ids.check(envelope.id, checksum);
        if (familiarity === 'same') health.duplicates++;
        if (familiarity === 'unsure' || familiarity === 'conflict') sure = false;
        if (familiarity !== 'new') return;
        ids.add(envelope.id, checksum, envelope.lc > clockLimit(now));
        events++;
        if (file.name === ownFile(this.#self)) trail.note(live.trailOf(envelope));
      }
      if (line.is === 'unknown') {
        health.unknown++;
        if (envelope !== null) live.note(live.place(envelope, now), now);
        return;
      }
      const event = live.place(line.event, now);
      if (claimedMoment(event) <= futureLimit(now)) health.watch(event, this.#self);
      health.date(event, file, now);
      if (isExamEvent(line.event)) exams = addPlace(exams, place, place + end - start + 1);
      batch.push(line.event);
    };
    let offset = file.size;
    if (written === null)
      offset = withFile(file.path, fd =>
        forEachLine(fd, cursor?.offset ?? 0, file.size, {
          line: (buffer, start, end, place) =>
            take(readLine(buffer, start, end, file.device), buffer, start, end, place),
          tooLong: () => health.quarantine(file.name, ++lines, 'too-long'),
        }),
      );
    else {
      // The newline before it ends an empty line.
      lines++;
      const { event, bytes } = written;
      take({ is: 'event', event }, bytes, 1, bytes.length - 1, file.size - bytes.length + 1);
    }
    return sure ? { name: file.name, offset, lines, events, exams, inode: file.inode } : null;
  }

  /** Events that concern an item and hold, in order: since it was last reset. */
  history(course: string, item: string): readonly JournalEvent[] {
    this.#want(course);
    const { live, cursors } = this.#state;
    const fold = live.find(course);
    if (fold === undefined) return [];
    const { keys, names } = fold.namesOf(item);
    const found = this.#placed(findEvents([...this.#files.values()], cursors, { keys, ids: [] }));
    const holding = inOrder(
      found.filter(
        event =>
          this.#isOf(course, event) &&
          !isTakenBack(event, live.undone) &&
          !(isItemEvent(event) && (fold.isRepeat(event) || !names(event))),
      ),
    );
    return holding.slice(holding.findLastIndex(event => event.type === 'reset') + 1);
  }

  /** Events of exams that hold, in order. */
  exams(course: string): readonly ExamEvent[] {
    this.#want(course);
    const { cursors } = this.#state;
    const read = readExams([...this.#files.values()], name => cursors.get(name)?.exams ?? NO_EXAMS);
    const found = this.#placed(read);
    return inOrder(found.filter(event => this.#isOf(course, event)));
  }

  /** Events where they belong in time. */
  #placed<T extends JournalEvent>(events: readonly T[]): readonly T[] {
    const { asOf = Infinity, now } = this.#options;
    return events.map(event => this.live.place(event, Math.min(now(), asOf)));
  }

  /** Ids of the courses that there is progress in, those of a renamed course once. */
  courses(): readonly string[] {
    return [...this.#state.live.courses.values()].flatMap(fold => (fold.table.size > 0 ? [fold.course] : []));
  }

  /** How many events of exams the files hold, of all courses. */
  examCount(): number {
    return [...this.#state.cursors.values()].reduce((sum, { exams }) => sum + exams.count, 0);
  }

  /** `true` for an event of a course that is known by now, and neither left out nor forgotten by a reset of all. */
  #isOf(course: string, event: JournalEvent): boolean {
    const { live } = this.#state;
    const { asOf = Infinity, now } = this.#options;
    return (
      live.courseOf(event.course) === live.courseOf(course) &&
      event.at <= asOf &&
      claimedMoment(event) <= futureLimit(Math.min(now(), asOf)) &&
      live.counts(event) &&
      live.find(course)?.isForgotten(event) !== true
    );
  }

  #writeSnapshot(cache: string, model: string): void {
    writeSnapshot(cache, model, this.#state, this.#files);
    this.#covered = bytesRead(this.#state);
  }

  /** Writes a snapshot where enough has been read since the last one. */
  close(): void {
    const { asOf, cache, model, snapshotAfter } = this.#options;
    if (asOf !== undefined || bytesRead(this.#state) - this.#covered < snapshotAfter) return;
    this.#writeSnapshot(cache, model);
  }
}
