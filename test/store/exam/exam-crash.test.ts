import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { listSittings } from '../../../src/app/exam/exam-sittings.ts';
import { foldSitting } from '../../../src/core/exam/fold-exams.ts';
import { hash64 } from '../../../src/core/base/fnv.ts';
import { makeRandom } from '../../../src/core/base/random.ts';
import { bundleProgram } from '../../support/bundle-program.ts';
import { examClock, startProgram } from '../../support/exam-home.ts';
import type { ExamTask } from '../../support/exam-program.ts';
import { makeHome } from '../../support/homes.ts';
import { rounds } from '../../support/rounds.ts';

const KILLS = rounds(5, 15);
const START = '2026-11-20T09:00:00.000Z';

let program = '';
beforeAll(() => {
  program = bundleProgram('exam-program.ts');
});

describe('a sitting that is killed', () => {
  it.each([
    ['timed', 1],
    ['practice', 0],
  ])(
    `(%s) ${KILLS} times at random moments has every act that was told as saved, and is resumed to the same state`,
    async (_, odd) => {
      const home = makeHome();
      const random = makeRandom(20_261_121);
      try {
        let acts = 0;
        let used = 0;
        for (let kill = 0; kill < KILLS; kill++) {
          const start = new Date(Date.parse(START) + kill * 60_000).toISOString();
          const task: ExamTask = { home: home.paths.data, start, seed: 2 * kill + odd };
          const child = spawn(process.execPath, [program, JSON.stringify(task)], {
            stdio: ['ignore', 'pipe', 'inherit'],
          });
          let output = '';
          child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
          const closed = once(child, 'close');
          // By what it has told, not by time alone: a busy machine does little in a moment.
          const least = 1 + 2 * (kill % 4);
          while (output.split('\n').length - 1 < least) await once(child.stdout, 'data');
          await sleep(random.int(60));
          child.kill('SIGKILL');
          await closed;
          const told = output
            .split('\n')
            .slice(0, -1)
            .map(line => line.split(' '));
          const clock = examClock(start);
          clock.pass(86_400);
          const parts = startProgram(home, clock);
          const events = parts.journal.exams('tiny');
          const [sitting] = listSittings(parts, Date.parse(START));
          expect(sitting).toBeDefined();
          expect(parts.journal.health().quarantined).toEqual([]);
          // Replayed up to each act that was told, the journal gives the state that was told.
          for (const [what, count, state] of told) {
            const replayed = foldSitting(events.slice(0, Number(count)), sitting?.id ?? '');
            expect([what, hash64(JSON.stringify(replayed))]).toEqual([what, state]);
          }
          const last = Number(told.at(-1)?.[1]);
          // One more may be on the disk that was not told any more.
          expect(events.length - last).toBeGreaterThanOrEqual(0);
          expect(events.length - last).toBeLessThanOrEqual(1);
          expect(told[0]?.[0]).toBe('open');
          expect(sitting?.used).toBeGreaterThanOrEqual(used);
          used = sitting?.used ?? 0;
          acts += told.length - 1;
        }
        expect(acts).toBeGreaterThan(KILLS);
      } finally {
        home.remove();
      }
    },
  );
});
