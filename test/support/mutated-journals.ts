/** Mutated journals: whatever is in the files, they are read, and what is recorded next is kept. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { makeRandom, pick } from '../../src/core/base/random.ts';
import { ownFile } from '../../src/store/journal/journal-files.ts';
import { openJournal } from '../../src/store/journal/journal.ts';
import { DEVICES, histories, NOW, plainProgress } from './histories.ts';
import { reviewed, withHome } from './homes.ts';
import { mutate } from './mutations.ts';

const COURSES = ['cloud', 'constructor'];
const TODAY = Math.floor(NOW / 86_400_000);

/** Longest time (ms) that a journal of a few kB may take to be opened; it takes a few ms. */
const SLOW = 5000;

/**
 * Journals of three devices and of the learner's own, one or more of their files damaged.
 * @returns how many lines could not be read, in all
 */
export const readMutatedJournals = (count: number, seed: number): number => {
  const samples = fc.sample(histories({ grow: true }), { numRuns: count, seed });
  let damaged = 0;
  samples.forEach((events, round) => {
    const random = makeRandom(seed + round);
    withHome(home => {
      const options = home.journal(NOW, { snapshotAfter: 0 });
      const first = openJournal(options);
      first.append('cloud', reviewed('own', TODAY));
      first.close();
      const own = ownFile(first.device);
      const files = [own, ...DEVICES.map(ownFile)];
      for (const device of DEVICES) {
        const lines = events
          .filter(({ id }) => id.startsWith(`${device}-`))
          .map(event => JSON.stringify(event));
        appendFileSync(join(home.paths.journal, ownFile(device)), lines.map(line => `\n${line}\n`).join(''));
      }
      for (let n = 1 + random.int(2); n > 0; n--) {
        const path = join(home.paths.journal, pick(files, random));
        writeFileSync(path, mutate(readFileSync(path), random));
      }
      const what = `journal ${round} of seed ${seed}`;
      const started = performance.now();
      const journal = openJournal(options);
      const health = journal.health();
      damaged += health.torn + health.quarantined.length;
      // What is recorded now is there for the next program, beside all that this one knew.
      const { id } = journal.append('cloud', reviewed('after', TODAY));
      const known = COURSES.map(course => plainProgress(journal.progress(course)));
      journal.close();
      expect(performance.now() - started, what).toBeLessThan(SLOW);
      const warm = openJournal(options);
      expect(
        COURSES.map(course => plainProgress(warm.progress(course))),
        what,
      ).toEqual(known);
      const cold = openJournal({ ...options, paths: { ...home.paths, cache: join(home.root, 'none') } });
      expect(
        COURSES.map(course => plainProgress(cold.progress(course))),
        what,
      ).toEqual(known);
      expect(readFileSync(join(home.paths.journal, own), 'latin1'), what).toContain(`"id":"${id}"`);
    });
  });
  return damaged;
};
