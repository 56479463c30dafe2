import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { makePoisonedFolder, poisonedCalls, requireHarmlessRuns } from '../support/poisoned-runs.ts';
import { makeTempDir } from '../support/run-study.ts';

const folder = makeTempDir('study-poisoned');

beforeAll(() => makePoisonedFolder(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a poisoned course', () => {
  it.each(poisonedCalls(folder))('does no harm in study %j', async (args, codes) => {
    await requireHarmlessRuns(folder, [args, codes]);
  });
});
