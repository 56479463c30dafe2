import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const home = makeTempDir();
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a learner in a pipe', () => {
  it('answers two questions, sees both saved, and the day knows of them', async () => {
    const args = ['quiz', 'sqs', '-n', '2', '--plain', '--seed', '7', '--kind', 'single'];
    const { code, stdout, stderr } = await runStudy(args, { home, input: '1\n1\n' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^Q \d\/2 \S+$/gm)).toHaveLength(2);
    expect(stdout.match(/^(?:correct|wrong)/gm)).toHaveLength(2);
    const saved = [...stdout.matchAll(/^saved (\S+)/gm)].map(match => match[1]);
    expect(saved).toEqual([...stdout.matchAll(/^Q \d\/2 (\S+)$/gm)].map(match => match[1]));

    const today = await runStudy(['--json'], { home });
    expect(JSON.parse(today.stdout)).toMatchObject({ answersToday: 2 });
  });

  it('gets the same questions again with the same seed', async () => {
    const args = ['quiz', 'lambda', '-n', '5', '--plain', '--seed', '11'];
    const first = await runStudy(args);
    const second = await runStudy(args);
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).toContain('Q 1/5 ');
  });

  it('takes an answer back in another session', async () => {
    const undone = await runStudy(['progress', 'undo', '--no-input'], { home });
    expect(undone).toMatchObject({ code: 0 });
    expect(JSON.parse((await runStudy(['--json'], { home })).stdout)).toMatchObject({ answersToday: 1 });
  });

  it('ends with the summary where the input ends', async () => {
    const { code, stdout } = await runStudy(['review', '--plain']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Q 1\//m);
    expect(stdout.trimEnd().split('\n').length).toBeGreaterThan(3);
  });

  it('is asked nothing under --no-input: what is missing is named', async () => {
    for (const args of [
      ['calc', 'dynamodb-rcu', '--no-input'],
      ['progress', 'reset', '--no-input'],
    ]) {
      const { code, stdout, stderr } = await runStudy(args, { home });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('--');
    }
  });

  it('sees where a mistake of ours happened only when asked', async () => {
    const failing = ['notes', 'no-such-topic'];
    expect((await runStudy(failing)).stderr).not.toMatch(/^\s+at /m);
    expect((await runStudy(failing, { env: { DEBUG: 'study' } })).stderr).toMatch(/^\s+at /m);
  });
});
