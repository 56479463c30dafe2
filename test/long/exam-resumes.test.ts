import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { killAndResume } from '../support/exam-lines.ts';
import { makeTempDir } from '../support/run-study.ts';

it('an exam that is killed with kill -9 is resumed in the same state, 50 times out of 50', async () => {
  const home = makeTempDir('study-exam-resumes');
  try {
    await expect(killAndResume(home, 50)).resolves.toBeUndefined();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
