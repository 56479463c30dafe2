import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/core/base/random.ts';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { fold } from '../../../src/core/fold/fold.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { listJournalFiles } from '../../../src/store/journal/journal-files.ts';
import { forEachOrderedLine } from '../../../src/store/journal/ordered-lines.ts';
import type { AppendTask } from '../../support/append-program.ts';
import { bundleProgram } from '../../support/bundle-program.ts';
import { plainProgress } from '../../support/histories.ts';
import type { TestHome } from '../../support/homes.ts';
import { makeHome } from '../../support/homes.ts';
import { rounds } from '../../support/rounds.ts';

const START = Date.UTC(2026, 10, 20, 9);
/** Rounds in which two programs are killed. */
const KILLED = rounds(12, 60);

let program = '';
let home: TestHome;

beforeAll(() => {
  program = bundleProgram('append-program.ts');
});

const task = (change: Partial<AppendTask> = {}): string =>
  JSON.stringify({
    home: home.paths.data,
    start: START,
    count: 1_000_000,
    long: { every: 5, length: 15_000 },
    ...change,
  } satisfies AppendTask);

/** A running program and the ids it has called saved so far. */
const start = (change: Partial<AppendTask> = {}) => {
  const child = spawn(process.execPath, [program, task(change)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const saved = (): readonly string[] =>
    output
      .split('\n')
      .slice(0, -1)
      .filter(line => line.startsWith('saved '))
      .map(line => line.slice('saved '.length));
  return {
    child,
    /** Settles when it has begun to record and called so many saved. */
    told: async (count: number) => {
      const isTold = (): boolean => output !== '' && saved().length >= count;
      while (!isTold()) await once(child.stdout, 'data');
    },
    /** Settles when it has ended and everything it printed is here. */
    ended: once(child, 'close'),
    output: () => output,
    saved,
  };
};

const recorded = (): readonly JournalEvent[] => {
  const events: JournalEvent[] = [];
  forEachOrderedLine(home.paths.journal, line => events.push(JSON.parse(line) as JournalEvent));
  return events;
};

/** Opens the journal as the next program would and compares it with the fold of what is in the files. */
const expectWhole = (events: readonly JournalEvent[]): void => {
  const journal = openJournal(home.journal(START + 86_400_000));
  expect(plainProgress(journal.progress('cloud'))).toEqual(
    plainProgress(fold(events, { course: 'cloud', now: START + 86_400_000, self: journal.device })),
  );
  expect(journal.health().quarantined).toEqual([]);
};

describe('what was called saved', () => {
  beforeAll(() => {
    home = makeHome();
  });
  afterAll(() => home.remove());

  it(`is still there after ${2 * KILLED} kills at any moment, two programs at a time`, async () => {
    const random = makeRandom(20_261_120);
    const saved: string[] = [];
    for (let round = 0; round < KILLED; round++) {
      const programs = [start(), start()];
      // Some die while they start, most in the middle of their work.
      const early = round % 6 === 0;
      const moments = programs.map(() => random.int(early ? 80 : 40));
      await Promise.all(
        programs.map(async ({ child, ended, told }, index) => {
          if (!early) await told(2 * (round % 3));
          await sleep(moments[index] ?? 0);
          child.kill('SIGKILL');
          await ended;
        }),
      );
      for (const { saved: ids } of programs) saved.push(...ids());
    }
    const events = recorded();
    const ids = new Set(events.map(({ id }) => id));
    expect(saved.filter(id => !ids.has(id))).toEqual([]);
    expect(new Set(saved).size).toBe(saved.length);
    // A record may be on the disk although its program died before it could say so: one for each at most.
    expect(ids.size - saved.length).toBeLessThanOrEqual(2 * KILLED);
    expect(saved.length).toBeGreaterThan(KILLED);
    expectWhole(events);
  });
});

describe('two programs at once', () => {
  beforeAll(() => {
    home = makeHome();
  });
  afterAll(() => home.remove());

  it('write every record whole, under one device, and each folds in what the other wrote', async () => {
    const count = 400;
    const programs = [
      start({ count, long: { every: 9, length: 5000 } }),
      start({ count, long: { every: 9, length: 5000 } }),
    ];
    await Promise.all(programs.map(({ ended }) => ended));
    const events = recorded();
    expect(programs.map(({ saved }) => saved().length)).toEqual([count, count]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2 * count);
    expect(new Set(events.map(({ id }) => id.split('-')[0])).size).toBe(1);
    expect(listJournalFiles(home.paths.journal)).toHaveLength(1);
    expectWhole(events);
    // The one that ended last knew of all answers.
    const answers = events.filter(({ type }) => type === 'reviewed').length;
    const ends = programs.map(({ output }) => Number(/^done (\d+)$/m.exec(output())?.[1]));
    expect(Math.max(...ends)).toBe(answers);
  });
});

describe.skipIf(process.platform === 'win32')('a full disk', () => {
  beforeAll(() => {
    home = makeHome();
  });
  afterAll(() => home.remove());

  /** Runs the program with files that may grow to so many KiB, which shortens a write just as a full disk does. */
  const run = (kilobytes: number | null, change: Partial<AppendTask>) =>
    spawnSync(
      'bash',
      [
        '-c',
        `${kilobytes === null ? '' : `ulimit -f ${kilobytes};`} trap '' XFSZ; exec "$0" "$@"`,
        process.execPath,
        program,
        task(change),
      ],
      { encoding: 'utf8' },
    );

  it('is told before anything is called saved, and costs none of what was', () => {
    const full = run(64, { long: { every: 7, length: 3000 } });
    expect(full.status).toBe(3);
    expect(full.stdout).toMatch(
      /^not-saved: Not saved: (?:the disk is full|the file may not grow any further)$/m,
    );
    const saved = full.stdout
      .split('\n')
      .filter(line => line.startsWith('saved '))
      .map(line => line.slice(6));
    expect(saved.length).toBeGreaterThan(10);
    // The torn end of the last write is there, or this would prove nothing.
    const text = readFileSync(listJournalFiles(home.paths.journal)[0]?.path ?? '', 'utf8');
    expect(text).toHaveLength(64 * 1024);
    expect(text.endsWith('\n')).toBe(false);
    const more = run(null, { count: 20, start: START + 10_000_000 });
    expect(more.stdout).toMatch(/^done/m);
    const events = recorded();
    expect(events.map(({ id }) => id).slice(0, saved.length)).toEqual(saved);
    expect(events).toHaveLength(saved.length + 20);
    expect(openJournal(home.journal(START + 86_400_000)).health().torn).toBe(1);
    expectWhole(events);
  });
});
