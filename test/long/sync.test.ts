import { afterEach, describe, expect, it } from 'vitest';
import { Failure } from '../../src/core/base/failure.ts';
import type { SyncWorld } from '../support/sync-world.ts';
import { hasGit, killedGit, makeSyncWorld } from '../support/sync-world.ts';

let world: SyncWorld;
afterEach(() => world.remove());

describe.runIf(hasGit)('two devices over one repository', () => {
  it('have the same state after 50 rounds in which both answer and git is killed', async () => {
    world = makeSyncWorld('git');
    const [a, b] = [await world.device(), await world.device()];
    const killed = killedGit(world.folder);
    const cards = { a: '', b: '' };
    for (let round = 0; round < 50; round++) {
      for (const [name, device] of [
        ['a', a],
        ['b', b],
      ] as const) {
        device.answer(`item-${round % 7}`);
        const own = device.own();
        const remark = `cloud/remarks/r${round % 5}.md`;
        if (round % 11 === 10) device.write(remark, null);
        else device.write(remark, `${own[remark] ?? ''}${name} ${round}\n`);
        const file = 'cloud/content/x/sqs.md';
        cards[name] += `^own-${name}${round} `;
        device.write(
          file,
          `${own[file] ?? '## Cards\n'}\nQ: ${name} ${round}? ^own-${name}${round}\nA: Yes.\n`,
        );
        killed.arm((round * 7 + (name === 'a' ? 0 : 5)) % 17, [0.001, 0.005, 0.02][round % 3] ?? 0);
        await device.sync(killed.env).catch((error: unknown) => expect(error).toBeInstanceOf(Failure));
      }
    }
    for (const device of [a, b, a, b]) expect((await device.sync()).is).toBe('done');
    expect(a.state()).toEqual(b.state());
    expect(a.own()).toEqual(b.own());
    const text = a.own()['cloud/content/x/sqs.md'] ?? '';
    const ids = text.match(/\^own-\w+/g) ?? [];
    expect(ids.toSorted()).toEqual(`${cards.a}${cards.b}`.trim().split(' ').toSorted());
  });
});
