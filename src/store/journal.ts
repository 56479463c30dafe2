/** The learner's journal on the disk (docs/journal.md): one folder, one file per device, only appended to. */
import { fitEvent, readEvent } from '../core/event-shape.ts';
import { Failure } from '../core/failure.ts';
import type { Journal } from '../core/journal.ts';
import { MODEL } from '../core/memory.ts';
import { Appender } from './appender.ts';
import { makeDevice, readDevice } from './device.ts';
import { notSaved, reasonOf } from './disk-error.ts';
import { ownFile } from './journal-files.ts';
import { JournalReader } from './journal-reader.ts';
import { LONGEST_LINE } from './lines.ts';
import { machineFingerprint } from './machine.ts';
import { randomName } from './random-name.ts';
import type { StudyPaths } from './paths.ts';

export interface JournalOptions {
  readonly paths: Pick<StudyPaths, 'data' | 'journal' | 'cache'>;
  /** ms UTC. */
  readonly now: () => number;
  /** Minutes east of UTC at a moment. */
  readonly offset: (at: number) => number;
  /** Memory model that the progress is folded with; a snapshot of another one is ignored. */
  readonly model?: string;
  /** What tells this machine from others. */
  readonly machine?: string;
  /** ms UTC: read only, and know nothing later. */
  readonly asOf?: number;
  /** While everything is folded again, which at a million reviews takes seconds. */
  readonly onRebuild?: (done: number, total: number) => void;
  /** Bytes of journal beyond the snapshot that make `close` write a new one. */
  readonly snapshotAfter?: number;
}

/** Folding this much takes a few milliseconds: less than a snapshot is worth. */
const SNAPSHOT_AFTER = 64 << 10;

const DEVICE_LENGTH = 10;

/** Unique, and growing with the logical clock: 9 digits of base 36 reach to the year 5188. */
const makeId = (device: string, lc: number): string =>
  `${device}-${lc.toString(36).padStart(9, '0')}${randomName(10)}`;

/**
 * Opens the journal of a home, which need not exist: nothing is made before the first record.
 * @throws Failure `data` where the journal is there but cannot be read
 */
export const openJournal = (options: JournalOptions): Journal => {
  const { paths, now, offset, asOf } = options;
  const machine = options.machine ?? machineFingerprint();
  let device = readDevice(paths.data, machine);
  let self = device ?? randomName(DEVICE_LENGTH);
  let appender: Appender | null = null;
  const reader = new JournalReader(self, {
    journal: paths.journal,
    cache: paths.cache,
    model: options.model ?? MODEL,
    now,
    asOf,
    snapshotAfter: options.snapshotAfter ?? SNAPSHOT_AFTER,
    onRebuild: options.onRebuild,
  });

  /** The file to append to; the device gets its id when it is needed for the first time. */
  const ownAppender = (): Appender => {
    if (asOf !== undefined)
      throw new Failure('usage', 'With --as-of the journal is only read', {
        code: 'read-only',
        try: 'leave --as-of out to record answers',
      });
    if (device === null) {
      try {
        device = makeDevice(paths.data, machine, self);
      } catch (error) {
        throw notSaved(reasonOf(error), paths.data);
      }
      if (device !== self) reader.rename(device);
      self = device;
    }
    appender ??= new Appender(paths.journal, ownFile(self));
    return appender;
  };

  return {
    get device() {
      return self;
    },
    progress: course => reader.live.progress(course, asOf ?? now()),
    refresh: () => reader.refresh(),
    requireWritable: () => void ownAppender().open(),
    append: (course, body) => {
      const file = ownAppender();
      const name = ownFile(self);
      reader.refreshFile(name, file.open());
      const at = Math.max(0, Math.trunc(now()));
      const lc = Math.max(at, reader.live.clock(at) + 1);
      const tz = Math.round(offset(at));
      const line = JSON.stringify({ v: 1, id: makeId(self, lc), lc, at, tz, course, ...fitEvent(body) });
      const reading = readEvent(JSON.parse(line));
      if (reading.is !== 'event' || Buffer.byteLength(line) > LONGEST_LINE)
        throw new TypeError(`An event of type ${body.type} that the journal would not read back`);
      const { bytes, stat } = file.append(line);
      reader.refreshFile(name, stat, { event: reading.event, bytes });
      return reading.event;
    },
    history: (course, item) => reader.history(course, item),
    courses: () => reader.courses(),
    exams: course => reader.exams(course),
    examCount: () => reader.examCount(),
    health: () => reader.health(),
    close: () => {
      reader.close();
      appender?.close();
      appender = null;
    },
  };
};
