import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lookAtPlace } from '../../../src/app/sync/sync.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import type { SyncWorld } from '../../support/sync-world.ts';
import { hasGit, killedGit, makeSyncWorld } from '../../support/sync-world.ts';
import { rounds, triedOf } from '../../support/rounds.ts';

let world: SyncWorld;
afterEach(() => world.remove());

const kinds = ['folder', ...(hasGit ? (['git'] as const) : [])] as const;

describe.each(kinds)('two devices with a %s between them', kind => {
  it('have the same state after both synced, and a third one as well', async () => {
    world = makeSyncWorld(kind);
    const [a, b] = [await world.device(), await world.device()];
    a.answer('one');
    a.write('cloud/remarks/one.md', 'From A\n');
    b.answer('two');
    b.write('cloud/content/x/sqs.md', 'Q: B? ^own-b\nA: B.\n');
    expect(await a.sync()).toMatchObject({ is: 'done', sent: 2, received: 0, ownSent: 1, foreign: 0 });
    expect(await b.sync()).toMatchObject({ is: 'done', sent: 2, received: 2, ownSent: 1, ownReceived: 1 });
    expect(await a.sync()).toMatchObject({ is: 'done', sent: 0, received: 2, ownReceived: 1 });
    expect(a.state()).toEqual(b.state());
    expect(a.own()).toEqual(b.own());
    expect(await a.sync()).toMatchObject({ is: 'done', sent: 0, received: 0, ownSent: 0, ownReceived: 0 });
    const c = await world.device();
    await c.sync();
    await a.sync();
    expect(c.own()).toEqual(a.own());
    expect(c.state()).toEqual(a.state());
    // Each device has one file of every other, whatever number of exchanges there were.
    expect(readdirSync(a.home.paths.journal).filter(name => name.endsWith('.jsonl'))).toHaveLength(3);
  });

  it('are told that a place is offline, and lose nothing', async () => {
    world = makeSyncWorld(kind);
    const a = await world.device();
    await a.sync();
    rmSync(world.place, { recursive: true });
    a.answer('alone');
    expect((await a.sync()).is).toBe('offline');
  });
});

// Git takes a second for each: what comes to the same with a folder is tried with it in the long run.
describe.each(triedOf(kinds))('what two devices with a %s between them have', kind => {
  it('is both of two remarks, all cards of both, and nothing that was removed', async () => {
    world = makeSyncWorld(kind);
    const [a, b] = [await world.device(), await world.device()];
    a.write('cloud/remarks/one.md', 'First\n');
    a.write('cloud/remarks/gone.md', 'Gone\n');
    a.write('cloud/content/x/sqs.md', '## Cards\n\nQ: First? ^own-1\nA: 1.\n');
    await a.sync();
    await b.sync();
    expect(b.own()).toEqual(a.own());
    a.write('cloud/remarks/one.md', 'A\n');
    b.write('cloud/remarks/one.md', 'B\n');
    b.write('cloud/remarks/gone.md', null);
    a.write('cloud/content/x/sqs.md', '## Cards\n\nQ: First? ^own-1\nA: 1.\n\nQ: A? ^own-a\nA: A.\n');
    b.write('cloud/content/x/sqs.md', '## Cards\n\nQ: First? ^own-1\nA: 1.\n\nQ: B? ^own-b\nA: B.\n');
    for (const device of [a, b, a, b]) await device.sync();
    expect(a.own()).toEqual(b.own());
    const texts = a.own();
    expect(Object.keys(texts).filter(path => path.includes('gone'))).toEqual([]);
    expect(
      Object.entries(texts)
        .filter(([path]) => path.includes('remarks/one'))
        .map(([, text]) => text)
        .toSorted(),
    ).toEqual(['A\n', 'B\n']);
    expect(texts['cloud/content/x/sqs.md']?.match(/\^own-\w/g)?.toSorted()).toEqual([
      '^own-1',
      '^own-a',
      '^own-b',
    ]);
    // Changed here and removed there: it stays.
    a.write('cloud/remarks/one.md', null);
    b.write('cloud/remarks/one.md', 'Still needed\n');
    for (const device of [a, b, a]) await device.sync();
    expect(a.own()['cloud/remarks/one.md']).toBe('Still needed\n');
  });

  it('is never a record under their own name, which a merge asks about', async () => {
    world = makeSyncWorld(kind);
    const [a, b] = [await world.device(), await world.device()];
    await a.sync();
    await b.sync();
    // Somebody with the repository writes in the name of A.
    const forged = JSON.stringify({
      ...JSON.parse(readFileSync(join(a.home.paths.journal, `${a.id}.jsonl`), 'utf8').trim()),
      id: `${a.id}-zzzzzzzzzzzzzzzzzzz`,
      lc: 5,
    });
    const write = (folder: string): void =>
      writeFileSync(join(folder, 'journal', `${a.id} (copy).jsonl`), `\n${forged}\n`);
    if (kind === 'folder') write(world.place);
    else {
      const clone = join(world.folder, 'clone');
      const git = (...args: readonly string[]): void =>
        void execFileSync('git', ['-C', clone, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], {
          stdio: 'ignore',
        });
      execFileSync('git', ['clone', '--quiet', '--branch', 'main', world.place, clone]);
      write(clone);
      git('add', '-A');
      git('commit', '-m', 'x');
      git('push');
    }
    const before = a.state();
    a.answer('more');
    expect(await a.sync()).toMatchObject({ is: 'done', foreign: 1, sent: 1 });
    expect(readdirSync(a.home.paths.journal)).not.toContain(`${a.id} (copy).jsonl`);
    expect(before).not.toEqual(a.state());
  });

  it('is given back where one of them has lost it as a whole', async () => {
    world = makeSyncWorld(kind);
    const [a, b] = [await world.device(), await world.device()];
    a.write('cloud/remarks/one.md', 'One\n');
    for (const device of [a, b]) await device.sync();
    rmSync(join(b.home.paths.data, 'own'), { recursive: true });
    for (const device of [b, a]) await device.sync();
    expect(b.own()).toEqual({ 'cloud/remarks/one.md': 'One\n' });
    expect(a.own()).toEqual(b.own());
  });
});

describe('a place to sync with', () => {
  it('is refused where it is none or could run a program', async () => {
    world = makeSyncWorld('folder');
    const a = await world.device();
    const parts = {
      runtime: { paths: a.home.paths, clock: { now: () => 0, offset: () => 0 } },
      env: process.env,
      self: a.id,
    };
    for (const word of ['', '--upload-pack=x', 'ext::sh -c x', '/nowhere/at/all', 'no-such-folder'])
      await expect(lookAtPlace(word, parts)).rejects.toThrow(Failure);
    expect((await lookAtPlace(world.folder, parts)).holds).toBe('foreign');
  });

  it('keeps what is in a folder that holds something else, and no link there is followed', async () => {
    world = makeSyncWorld('folder');
    const outside = join(world.folder, 'outside');
    mkdirSync(outside);
    writeFileSync(join(world.place, 'thesis.txt'), 'mine');
    writeFileSync(join(world.place, '.gitignore'), 'mine');
    const a = await world.device();
    a.write('cloud/remarks/x.md', 'x\n');
    symlinkSync(outside, join(world.place, 'own'));
    await a.sync().catch(() => undefined);
    expect(readFileSync(join(world.place, '.gitignore'), 'utf8')).toBe('mine');
    expect(readFileSync(join(world.place, 'thesis.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(outside)).toEqual([]);
  });
});

describe.runIf(hasGit)('a git that is killed', () => {
  it('leaves nothing that the next sync does not finish', async () => {
    world = makeSyncWorld('git');
    const [a, b] = [await world.device(), await world.device()];
    const killed = killedGit(world.folder);
    for (let round = 0; round < rounds(4, 8); round++) {
      for (const device of [a, b]) {
        device.answer(`item-${round}`);
        device.write(`cloud/remarks/r${round % 3}.md`, `${device.id} ${round}\n`);
        killed.arm(round + (device === a ? 0 : 3), 0.005);
        await device.sync(killed.env).catch((error: unknown) => expect(error).toBeInstanceOf(Failure));
      }
    }
    killed.arm(1000, 0);
    for (const device of [a, b, a, b]) expect((await device.sync()).is).toBe('done');
    expect(a.state()).toEqual(b.state());
    expect(a.own()).toEqual(b.own());
    expect(existsSync(join(a.home.paths.data, 'sync', 'lock'))).toBe(false);
  });
});
