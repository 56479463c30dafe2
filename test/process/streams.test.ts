import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTerminal } from '../support/pty.ts';
import { cleanEnv, LAUNCHER, makeTempDir, NODE, runStudy } from '../support/run-study.ts';

const ESCAPE = '\u001b';

/** Runs a shell line in which `$STUDY` is the built program. */
const runShell = (line: string): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    const home = makeTempDir();
    const child = spawn('bash', ['-c', line], {
      env: cleanEnv(home, { STUDY: `${NODE} ${LAUNCHER}` }),
      cwd: home,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', data => (stdout += String(data)));
    child.stderr.on('data', data => (stderr += String(data)));
    child.on('error', reject);
    child.on('close', code => resolve({ code, stdout, stderr }));
  });

describe('a pipe', () => {
  it('that is closed early ends the program quietly', async () => {
    const result = await runShell('$STUDY export course --json | head -c 10; echo "${PIPESTATUS[0]}"');
    expect(result).toMatchObject({ stderr: '', stdout: '{"schema":0\n' });
  });

  it('that nobody reads from is no error either', async () => {
    expect(await runShell('$STUDY notes sqs | true; echo "${PIPESTATUS[0]}"')).toMatchObject({
      stdout: '0\n',
      stderr: '',
    });
  });

  it('gets all of an output that is longer than its buffer', async () => {
    const { code, stdout } = await runStudy(['export', 'course', '--json']);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(2 * 65_536);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'study/1' });
  });

  it('that is slow gets it all as well', async () => {
    const { stdout } = await runShell('$STUDY export course --json | (sleep 0.5; wc -c)');
    expect(Number(stdout)).toBe(Buffer.byteLength((await runStudy(['export', 'course', '--json'])).stdout));
  });
});

describe.runIf(existsSync('/dev/full'))('a full disk behind the output', () => {
  it.each(['topics', 'export course --json', '--help', 'review -n 1'])(
    'ends "study %s" with a message and exit code 3',
    async args => {
      expect(await runShell(`$STUDY ${args} > /dev/full`)).toEqual({
        code: 3,
        stdout: '',
        stderr: 'study: The output cannot be written: the disk is full\nTry: another place for it\n',
      });
    },
  );
});

describe('colour', () => {
  it('is not in what is piped', async () => {
    for (const args of [['topics'], ['notes', 'sqs'], ['--help'], ['search', 'timeout'], ['check']]) {
      const { stdout, stderr } = await runStudy(args);
      expect(stdout + stderr).not.toContain(ESCAPE);
    }
  });

  it.each([
    [{ FORCE_COLOR: '1' }, [], true],
    [{ CLICOLOR_FORCE: '1' }, [], true],
    [{ FORCE_COLOR: '0' }, [], false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    [{ FORCE_COLOR: '1' }, ['--no-color'], false],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, [], true],
  ])('in a pipe with %j and %j: %s', async (env, flags, expected) => {
    const notes = await runStudy([...flags, 'notes', 'sqs'], { env });
    const failure = await runStudy([...flags, 'nonsense'], { env });
    expect(notes.stdout.includes(ESCAPE)).toBe(expected);
    expect(failure.stderr.includes(ESCAPE)).toBe(expected);
  });

  it.each([
    [{}, [], true],
    [{ NO_COLOR: '1' }, [], false],
    [{ NO_COLOR: '' }, [], true],
    [{}, ['--no-color'], false],
    [{ TERM: 'dumb' }, [], false],
    [{ FORCE_COLOR: '0' }, [], false],
  ])('in a terminal with %j and %j: %s', async (env, flags, expected) => {
    const home = makeTempDir();
    const terminal = openTerminal([...flags, 'topics'], { home, env });
    expect((await terminal.ended).code).toBe(0);
    expect(terminal.raw().includes(ESCAPE)).toBe(expected);
    expect(terminal.text()).toContain('sqs');
  });
});
