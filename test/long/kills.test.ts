import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pick } from '../../src/core/base/random.ts';
import type { KillTask } from '../support/kill-rounds.ts';
import { expectWholeHome, killLines, killScreen, SESSIONS, makeKillTask } from '../support/kill-rounds.ts';
import { makeTempDir } from '../support/run-study.ts';
import { tell } from '../support/tell.ts';

let base = '';
let task: KillTask;
beforeEach(async () => {
  base = makeTempDir('study-kills');
  task = await makeKillTask(base, 20_261_209);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('a session that is killed at a random moment', () => {
  it('on lines has kept every answer that it had called saved: 200 kills', async () => {
    let saved = 0;
    for (let n = 0; n < 200; n++) saved += await killLines(pick(SESSIONS, task.random), task);
    expect(saved).toBeGreaterThan(1000);
    await expectWholeHome(task);
    tell(`200 kills on lines: ${saved} saved answers, none lost`);
  });

  it('on screens has kept every answer that it had gone on from: 100 kills', async () => {
    let saved = 0;
    for (let n = 0; n < 100; n++) saved += await killScreen(pick(SESSIONS, task.random), task);
    expect(saved).toBeGreaterThan(200);
    await expectWholeHome(task);
    tell(`100 kills on screens: ${saved} answers, none lost`);
  });
});
