/** What there is to tell of a journal beyond the progress: its health, and what this device has written. */
import type { OddRun } from '../../core/journal/odd-runs.ts';
import type { JournalHealth } from '../../core/journal/progress.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { JournalFile } from './journal-files.ts';
import { deviceOfFile, listIrregular } from './journal-files.ts';
import { findOddRuns } from './odd-records.ts';
import type { OwnTrail } from './own-trail.ts';
import type { JournalState } from '../rebuild/rebuild.ts';

/** What can be said of the journal beside progress: files, devices, health. */
export class JournalReport {
  readonly #folder: string;
  readonly #self: string;
  readonly #state: JournalState;
  readonly #files: ReadonlyMap<string, JournalFile>;

  /** @param self the device at hand */
  constructor(folder: string, self: string, state: JournalState, files: ReadonlyMap<string, JournalFile>) {
    this.#folder = folder;
    this.#self = self;
    this.#state = state;
    this.#files = files;
  }

  /** The clock of this device, by what it has written. */
  get trail(): OwnTrail {
    return this.#state.trail;
  }

  /**
   * Names what has been read: the files and how far, and whose decisions hold about devices that are left out.
   * @param asOf ms UTC after which nothing is known; `undefined`: now
   */
  mark(asOf: number | undefined): string {
    const { cursors, live } = this.#state;
    const files = [...cursors.values()].map(({ name, offset, inode }) => `${name} ${offset} ${inode}`);
    return [this.#self, live.future, asOf ?? '', ...files.sort()].join(', ');
  }

  /** How many records of this device the files hold. */
  ownRecords(): number {
    let records = 0;
    for (const { name, events } of this.#state.cursors.values())
      if (deviceOfFile(name) === this.#self) records += events;
    return records;
  }

  /** Records from the future, and the first moment (ms UTC) that one of them claims, 0 where there is none. */
  future(): { readonly records: number; readonly first: number } {
    const { live, health } = this.#state;
    const future = health.store().odd.records.filter(({ why }) => why === 'future');
    const first = future.reduce((least, { at }) => Math.min(least, at), Infinity);
    return { records: live.future, first: first === Infinity ? 0 : first };
  }

  /** Runs of records that a wrong clock has dated. */
  oddRuns(now: number): readonly OddRun[] {
    return findOddRuns([...this.#files.values()], this.#state.live, now);
  }

  /** What has the name of a journal file and is none. */
  irregular(): JournalHealth['irregular'] {
    return listIrregular(this.#folder).map(({ name, what }) => ({ name: sanitizeLine(name), what }));
  }

  /** @param lost records that this device had saved and that are gone */
  health(lost: number): JournalHealth {
    const { live, cursors, health } = this.#state;
    const { lastAt: _, ...stored } = health.store();
    return {
      ...stored,
      files: [...cursors.values()].map(({ name, events }) => ({
        name: sanitizeLine(name),
        bytes: this.#files.get(name)?.size ?? 0,
        events,
      })),
      future: live.future,
      excluded: [...live.excluded].sort(),
      irregular: this.irregular(),
      lost,
      manyCourses: live.crowded,
      excluders: live.exclusions.crowded,
    };
  }
}
