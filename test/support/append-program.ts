/**
 * A program that records answers and says which ones are saved; bundled and run as a process of its own by the
 * tests that kill it. Arguments as JSON: see {@link AppendTask}.
 */
import { writeSync } from 'node:fs';
import { Failure } from '../../src/core/base/failure.ts';
import { openJournal } from '../../src/store/journal/journal.ts';
import { resolvePaths } from '../../src/store/device/paths.ts';

export interface AppendTask {
  readonly home: string;
  /** ms UTC: the clock stands here and moves a second with each record. */
  readonly start: number;
  /** How many records; it ends by itself after them. */
  readonly count: number;
  /** Every so many records one has a note of so many characters. */
  readonly long: { readonly every: number; readonly length: number };
}

const task = JSON.parse(process.argv[2] ?? '{}') as AppendTask;
const paths = resolvePaths({ home: task.home, env: {}, platform: 'linux', homedir: '/' });
let now = task.start;
const journal = openJournal({ paths, now: () => now, offset: () => 0, machine: 'this', snapshotAfter: 1 });

/** Not through process.stdout: what was printed must have left the process when it is killed. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

say('ready');
try {
  for (let i = 0; i < task.count; i++) {
    now += 1000;
    const { id } =
      i % task.long.every === 0
        ? journal.append('cloud', {
            type: 'flagged',
            items: [`item-${i % 7}`],
            value: true,
            note: 'n'.repeat(task.long.length),
          })
        : journal.append('cloud', {
            type: 'reviewed',
            mode: 'review',
            day: Math.floor((now - 4 * 3_600_000) / 86_400_000),
            ratings: [{ item: `item-${i % 7}`, rating: 'good', counted: true }],
            ms: 1000,
            model: 'test',
          });
    say(`saved ${id}`);
  }
  journal.close();
  say(`done ${journal.progress('cloud').days.reduce((sum, { answers }) => sum + answers, 0)}`);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(`${error.details.code}: ${error.message}`);
  process.exitCode = 3;
}
