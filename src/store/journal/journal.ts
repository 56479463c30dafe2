/** The learner's journal on the disk (docs/journal.md): one folder, one file per device, only appended to. */
import { fitEvent, readEvent } from '../../core/journal/event-shape.ts';
import { Failure } from '../../core/base/failure.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { MODEL } from '../../core/memory/memory.ts';
import type { JournalAlarm } from '../../core/journal/progress.ts';
import { Appender } from './appender.ts';
import { makeDevice, readDevice } from '../device/device.ts';
import { notSaved, reasonOf } from '../../disk/disk-error.ts';
import { ownFile } from './journal-files.ts';
import { JournalReader } from './journal-reader.ts';
import { LONGEST_LINE } from './lines.ts';
import { machineFingerprint } from '../device/machine.ts';
import { OwnRecords } from './own-records.ts';
import { randomName } from '../../disk/random-name.ts';
import type { StudyPaths } from '../device/paths.ts';

/** Where the journal is, and what it needs of the machine. */
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
  /** When the program was installed, ms UTC: no clock that is right says less. */
  readonly installed?: number;
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
  let own = device === null || asOf !== undefined ? null : new OwnRecords(paths.data, device);
  let hasAppended = false;
  const told = { future: 0, clock: false };
  const installed = options.installed ?? 0;
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
      own = new OwnRecords(paths.data, device);
    }
    appender ??= new Appender(paths.journal, ownFile(self));
    return appender;
  };

  /** Counts what is there of what this device has saved. */
  const countOwn = (): OwnRecords | null => {
    own?.observe(reader.report.ownRecords());
    return own;
  };

  const alarms = (): readonly JournalAlarm[] => {
    if (asOf !== undefined) return [];
    const found: JournalAlarm[] = [];
    const lost = countOwn()?.takeNews() ?? 0;
    if (lost > 0) {
      own?.write();
      found.push({ type: 'lost', records: lost, file: ownFile(self) });
    }
    const at = now();
    const seen = told.clock ? 0 : reader.report.trail.evidenceAgainst(at, installed);
    const future = reader.report.future();
    if (seen > 0) {
      told.clock = true;
      const by = seen === installed ? 'installation' : 'record';
      found.push({ type: 'clock-behind', now: at, seen, by });
    } else if (future.records > told.future) {
      found.push({ type: 'future', ...future });
    }
    told.future = future.records;
    return found;
  };

  return {
    get device() {
      return self;
    },
    progress: course => reader.progress(course, asOf ?? now()),
    msElsewhere: (course, day) => reader.live.msElsewhere(course, day),
    mark: () => reader.report.mark(asOf),
    refresh: () => reader.refresh(),
    requireWritable: () => void ownAppender().open(),
    append: (course, body) => {
      const file = ownAppender();
      const name = ownFile(self);
      reader.refreshFile(name, file.open());
      const at = Math.max(0, Math.trunc(now()));
      const lc = Math.max(at, reader.live.clock(at) + 1);
      const tz = Math.round(offset(at));
      // Whoever redates has said that the clock is right now.
      const evidence = body.type === 'redated' ? 0 : reader.report.trail.evidenceAgainst(at, installed);
      const seen = evidence > 0 ? { seen: evidence } : {};
      const line = JSON.stringify({
        v: 1,
        id: makeId(self, lc),
        lc,
        at,
        tz,
        course,
        ...seen,
        ...fitEvent(body),
      });
      const reading = readEvent(JSON.parse(line));
      if (reading.is !== 'event' || Buffer.byteLength(line) > LONGEST_LINE)
        throw new TypeError(`An event of type ${body.type} that the journal would not read back`);
      countOwn();
      const { bytes, stat } = file.append(line);
      reader.refreshFile(name, stat, { event: reading.event, bytes });
      own?.appended();
      countOwn();
      if (!hasAppended) own?.write();
      hasAppended = true;
      return reading.event;
    },
    history: (course, item) => reader.history(course, item),
    courses: () => reader.courses(),
    exams: course => reader.exams(course),
    examCount: () => reader.examCount(),
    health: () => reader.report.health(countOwn()?.lost ?? 0),
    oddRuns: () => reader.report.oddRuns(asOf ?? now()),
    irregular: () => reader.report.irregular(),
    alarms,
    close: () => {
      reader.close();
      if (hasAppended) own?.write();
      appender?.close();
      appender = null;
    },
  };
};
