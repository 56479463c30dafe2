import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const home = makeTempDir();
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('study stats --as-of', () => {
  it.each(['4', '0', '23'])('shows the study day it names, also when days begin at %s', async hour => {
    await runStudy(['config', 'set', 'rollover', hour], { home });
    const { stdout } = await runStudy(['stats', '--as-of', '2099-07-01', '--json'], { home });
    expect(JSON.parse(stdout)).toMatchObject({ date: '2099-07-01' });
  });
});
