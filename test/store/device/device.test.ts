import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { makeDevice, readDevice } from '../../../src/store/device/device.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { machineFingerprint } from '../../../src/store/device/machine.ts';
import { randomName } from '../../../src/disk/random-name.ts';
import { bundleProgram } from '../../support/bundle-program.ts';
import { makeHome, reviewed, withHome } from '../../support/homes.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const TODAY = NOW / 86_400_000 - 0.5;

describe('a device', () => {
  it('gets one id per machine and keeps it', () =>
    withHome(({ paths }) => {
      expect(readDevice(paths.data, 'this')).toBeNull();
      expect(makeDevice(paths.data, 'this', 'first')).toBe('first');
      expect(makeDevice(paths.data, 'this', 'second')).toBe('first');
      expect(readDevice(paths.data, 'this')).toBe('first');
      expect(readDevice(paths.data, 'other')).toBeNull();
      expect(makeDevice(paths.data, 'other', 'third')).toBe('third');
      expect(readdirSync(paths.data)).toEqual(['device.json']);
    }));

  it.each([
    '',
    '{',
    '[]',
    '{"device":"../x","machine":"this"}',
    '{"device":"a b","machine":"this"}',
    '{"machine":"this"}',
  ])('gets a new id where the file says %j', text =>
    withHome(({ paths }) => {
      mkdirSync(paths.data);
      writeFileSync(join(paths.data, 'device.json'), text);
      expect(readDevice(paths.data, 'this')).toBeNull();
      expect(makeDevice(paths.data, 'this', 'fresh')).toBe('fresh');
      expect(readDevice(paths.data, 'this')).toBe('fresh');
    }),
  );

  it.each(['nothing', 'another machine', 'rubbish'])(
    'gets the same id in every program of many that start at once, beginning with %s',
    async before => {
      const program = bundleProgram('device-program.ts');
      const home = makeHome();
      try {
        if (before === 'another machine') makeDevice(home.paths.data, 'other', 'foreign');
        if (before === 'rubbish') {
          mkdirSync(home.paths.data);
          writeFileSync(join(home.paths.data, 'device.json'), '{');
        }
        const gate = new Int32Array(new SharedArrayBuffer(4));
        const workers = Array.from(
          { length: 8 },
          (_, i) =>
            new Worker(program, { workerData: { data: home.paths.data, proposal: `proposal${i}`, gate } }),
        );
        const ids = workers.map(
          worker =>
            new Promise<string>((resolve, reject) => worker.once('message', resolve).once('error', reject)),
        );
        await Promise.all(workers.map(worker => new Promise(resolve => worker.once('online', resolve))));
        Atomics.store(gate, 0, 1);
        Atomics.notify(gate, 0);
        const given = new Set(await Promise.all(ids));
        expect(given.size).toBe(1);
        expect(readDevice(home.paths.data, 'this')).toBe([...given][0]);
        expect(readdirSync(home.paths.data)).toEqual(['device.json']);
      } finally {
        home.remove();
      }
    },
  );

  it('writes under a new id where its home was copied to another machine, and both come together again', () =>
    withHome(home => {
      const here = openJournal(home.journal(NOW));
      here.append('cloud', reviewed('a', TODAY));
      here.close();
      const copy = makeHome();
      try {
        cpSync(home.paths.data, copy.paths.data, { recursive: true });
        const there = openJournal(copy.journal(NOW + 1000, { machine: 'other' }));
        expect(there.device).not.toBe(here.device);
        expect(there.progress('cloud').items.get('a')?.reps).toBe(1);
        there.append('cloud', reviewed('b', TODAY));
        there.append('cloud', reviewed('a', TODAY, 'again'));
        const again = openJournal(home.journal(NOW + 500));
        again.append('cloud', reviewed('a', TODAY, 'hard'));
        expect(
          readFileSync(join(copy.paths.journal, `${here.device}.jsonl`), 'utf8').match(/"id"/g),
        ).toHaveLength(1);
        // The folders are brought together, as a synchroniser would.
        cpSync(
          join(copy.paths.journal, `${there.device}.jsonl`),
          join(home.paths.journal, `${there.device}.jsonl`),
        );
        again.refresh();
        cpSync(
          join(home.paths.journal, `${here.device}.jsonl`),
          join(copy.paths.journal, `${here.device}.jsonl`),
        );
        there.refresh();
        for (const journal of [again, there]) {
          const { items } = journal.progress('cloud');
          expect([items.get('a')?.reps, items.get('a')?.lastRating, items.get('b')?.reps]).toEqual([
            3,
            'again',
            1,
          ]);
        }
        expect(there.progress('cloud').items.get('a')).toEqual(again.progress('cloud').items.get('a'));
      } finally {
        copy.remove();
      }
    }));
});

describe('a machine', () => {
  it('has the same fingerprint each time', () => {
    expect(machineFingerprint()).toMatch(/^[0-9a-f]{16}$/);
    expect(machineFingerprint()).toBe(machineFingerprint());
  });
});

describe('a random name', () => {
  it('has its length, begins with a letter and never comes twice', () => {
    const names = Array.from({ length: 2000 }, () => randomName(10));
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]{9}$/);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(names.join('')).size).toBe(36);
  });
});
