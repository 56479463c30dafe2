import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, platform } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { LockHolder } from '../../../src/store/exam/exam-lock.ts';
import { lockSitting } from '../../../src/store/exam/exam-lock.ts';
import { processIdentity } from '../../../src/store/exam/process-identity.ts';
import { makeHome, withHome } from '../../support/homes.ts';
import type { TestHome } from '../../support/homes.ts';

const NOW = Date.UTC(2026, 10, 20, 9);
const SITTING = 'aa-0mwpap52w0z4m8k1v6ta';

const lock = (home: TestHome, more: { readonly now?: number; readonly machine?: string } = {}) =>
  lockSitting(
    { data: home.paths.data, now: () => more.now ?? NOW, machine: more.machine ?? 'this' },
    SITTING,
  );

const folder = (home: TestHome): string => join(home.paths.data, 'exam-locks');
const path = (home: TestHome): string => join(folder(home), `${SITTING}.json`);

/** Writes a lock as another process would have. */
const leave = (
  home: TestHome,
  holder: Partial<LockHolder> & Record<string, unknown>,
  touched = NOW,
): void => {
  mkdirSync(folder(home), { recursive: true });
  const whole = { pid: 1, terminal: '/dev/pts/9', host: 'desk', since: NOW, machine: 'this', identity: 'x' };
  writeFileSync(path(home), JSON.stringify({ ...whole, ...holder }));
  utimesSync(path(home), touched / 1000, touched / 1000);
};

/** A process that runs until it is killed. */
const startSleeper = async () => {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
};

const onLinux = platform() === 'linux';

describe('the lock of a sitting', () => {
  it('is a file that is gone when it is released, and released only by who has it', () =>
    withHome(home => {
      const first = lock(home);
      expect(first.is).toBe('locked');
      expect(JSON.parse(readFileSync(path(home), 'utf8'))).toMatchObject({
        pid: process.pid,
        host: hostname(),
        since: NOW,
      });
      leave(home, { pid: 1 });
      if (first.is === 'locked') first.lock.release();
      expect(readdirSync(folder(home))).toEqual([`${SITTING}.json`]);
    }));

  it.runIf(onLinux)('says where a running process has it, and ends with that process', async () => {
    const home = makeHome();
    const child = await startSleeper();
    try {
      const pid = child.pid ?? 0;
      leave(home, { pid, identity: processIdentity(pid) ?? '' });
      expect(lock(home)).toEqual({
        is: 'held',
        holder: expect.objectContaining({ pid, terminal: '/dev/pts/9', host: 'desk', since: NOW }) as unknown,
      });
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(lock(home).is).toBe('locked');
    } finally {
      child.kill('SIGKILL');
      home.remove();
    }
  });

  it.runIf(onLinux)('does not outlive a reboot, nor a process whose number another one has now', () =>
    withHome(home => {
      const identity = processIdentity(process.ppid) ?? '';
      leave(home, { pid: process.ppid, identity });
      expect(lock(home).is).toBe('held');
      leave(home, { pid: process.ppid, identity: identity.replace(/^\S+/, 'another-boot') });
      expect(lock(home).is).toBe('locked');
      leave(home, { pid: process.ppid, identity: `${identity}0` });
      expect(lock(home).is).toBe('locked');
    }),
  );

  it('of a program of our own number is taken over: it lost hold of it', () =>
    withHome(home => {
      expect([lock(home).is, lock(home).is]).toEqual(['locked', 'locked']);
    }));

  it('of another machine holds for ten minutes after its last act', () =>
    withHome(home => {
      leave(home, { machine: 'that', pid: 1 }, NOW - 9 * 60_000);
      expect(lock(home).is).toBe('held');
      leave(home, { machine: 'that', pid: 1 }, NOW - 11 * 60_000);
      expect(lock(home).is).toBe('locked');
    }));

  it.each(['', '{', 'null', '[]', '{"pid":"1"}', '{"pid":1,"since":2,"terminal":"a","host":3}'])(
    'that says %j is no lock',
    text =>
      withHome(home => {
        mkdirSync(folder(home), { recursive: true });
        writeFileSync(path(home), text);
        expect(lock(home).is).toBe('locked');
      }),
  );

  it('shows no control characters of a lock that somebody else has written', () =>
    withHome(home => {
      leave(home, { machine: 'that', host: 'a\u001b[31mb', terminal: 'x\ny' });
      const outcome = lock(home);
      expect(outcome).toMatchObject({ holder: { host: 'a\ufffd[31mb', terminal: 'x y' } });
    }));

  it('is got by one of many that find a dead one at the same moment', async () => {
    const home = makeHome();
    try {
      leave(home, { pid: 999_999_999, machine: 'that' }, NOW - 3_600_000);
      const gate = new Int32Array(new SharedArrayBuffer(4));
      const program = `
        const { workerData, parentPort } = require('node:worker_threads');
        const { bundle, data, gate, machine } = workerData;
        Atomics.wait(gate, 0, 0);
        const { lockSitting } = require(bundle);
        parentPort.postMessage(lockSitting({ data, now: () => ${NOW}, machine }, ${JSON.stringify(SITTING)}).is);`;
      const { bundleProgram } = await import('../../support/bundle-program.ts');
      const bundle = bundleProgram('../../src/store/exam/exam-lock.ts');
      const workers = Array.from(
        { length: 6 },
        (_, index) =>
          new Worker(program, {
            eval: true,
            workerData: { bundle, data: home.paths.data, gate, machine: `m${index}` },
          }),
      );
      const outcomes = workers.map(async worker => (await once(worker, 'message'))[0] as string);
      await new Promise(resolve => setTimeout(resolve, 200));
      Atomics.store(gate, 0, 1);
      Atomics.notify(gate, 0);
      const all = await Promise.all(outcomes);
      expect(all.filter(is => is === 'locked')).toHaveLength(1);
      expect(readdirSync(folder(home))).toEqual([`${SITTING}.json`]);
    } finally {
      home.remove();
    }
  });
});
