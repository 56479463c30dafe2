/** Homes on the disk for tests of the store. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventBody, Rating } from '../../src/core/journal/event.ts';
import type { JournalOptions } from '../../src/store/journal/journal.ts';
import { resolvePaths } from '../../src/store/device/paths.ts';
import type { StudyPaths } from '../../src/store/device/paths.ts';

export interface TestHome {
  readonly root: string;
  readonly paths: StudyPaths;
  /** Options of a journal in this home; the clock stands at `now`. */
  journal(now: number, more?: Partial<JournalOptions>): JournalOptions;
  /** Adds text to the end of a journal file, as it is. */
  add(name: string, text: string): void;
  remove(): void;
}

/** An empty folder as `--home`; nothing in it exists. */
export const makeHome = (): TestHome => {
  const root = mkdtempSync(join(tmpdir(), 'study-home-'));
  const paths = resolvePaths({ home: join(root, 'home'), env: {}, platform: 'linux', homedir: root });
  return {
    root,
    paths,
    journal: (now, more = {}) => ({ paths, now: () => now, offset: () => 0, machine: 'this', ...more }),
    add: (name, text) => {
      mkdirSync(paths.journal, { recursive: true });
      appendFileSync(join(paths.journal, name), text);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};

/** A home for the length of a test. */
export const withHome = <T>(use: (home: TestHome) => T): T => {
  const home = makeHome();
  try {
    return use(home);
  } finally {
    home.remove();
  }
};

/** What a session records for one card. */
export const reviewed = (item: string, day: number, rating: Rating = 'good'): EventBody => ({
  type: 'reviewed',
  mode: 'review',
  day,
  ratings: [{ item, rating, counted: true }],
  ms: 1000,
  model: 'test',
});
