import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runStudy } from '../support/run-study.ts';

describe('study progress unsuspend', () => {
  it('lists what is suspended, lets it come again, and says so of what is not', async () => {
    const home = mkdtempSync(join(tmpdir(), 'study-unsuspend-'));
    const session = await runStudy(['cards', 'sqs', '-n', '1'], { home, input: ':suspend\n' });
    const key = /suspended (\S+)/.exec(session.stdout)?.[1] ?? '';
    expect(key).not.toBe('');
    expect((await runStudy(['why', key], { home })).stdout).toContain('study progress unsuspend');

    const list = await runStudy(['progress', 'unsuspend'], { home });
    expect(list).toMatchObject({ code: 0, stdout: `${key}\n` });

    const done = await runStudy(['progress', 'unsuspend', key], { home });
    expect(done).toMatchObject({ code: 0, stdout: `unsuspended ${key}\n` });
    expect((await runStudy(['progress', 'unsuspend'], { home })).stdout).toBe('');

    const again = await runStudy(['progress', 'unsuspend', key], { home });
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('is not suspended');
  });
});
