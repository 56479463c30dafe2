import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectWholeHome, killLines, killScreen, SESSIONS, makeKillTask } from '../support/kill-rounds.ts';
import { makeTempDir } from '../support/run-study.ts';

describe('a session of any kind that is killed', () => {
  it('has kept every answer that it had called saved on lines, or gone on from on a screen', async () => {
    const base = makeTempDir('study-kills');
    try {
      const task = await makeKillTask(base, 20_261_210);
      let saved = 0;
      for (const session of SESSIONS) {
        saved += await killLines(session, task);
        saved += await killScreen(session, task);
      }
      expect(saved).toBeGreaterThan(8);
      await expectWholeHome(task);
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  });
});
