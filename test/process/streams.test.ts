import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openTerminal } from '../support/pty.ts';
import { cleanEnv, LAUNCHER, makeTempDir, NODE, runStudy } from '../support/run-study.ts';
import { CARDS, writeStreamsCourse } from '../support/streams-course.ts';

const ESCAPE = '\u001b';

/** Runs a shell line in which `$STUDY` is the built program and `$COURSE` a course. */
const runShell = (
  line: string,
  { home = makeTempDir(), course = '' } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', line], {
      env: cleanEnv(home, { STUDY: `${NODE} ${LAUNCHER}`, COURSE: course }),
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

describe('a reader that goes away', () => {
  const course = writeStreamsCourse();
  afterAll(() => rmSync(course, { recursive: true, force: true }));

  /** Runs a shell line; the exit code of the program, what was seen, what the journal holds. */
  const runPiped = async (line: string) => {
    const home = makeTempDir();
    try {
      const piped = `${line}; echo "\${PIPESTATUS[*]}" >&2`;
      const { stdout, stderr } = await runShell(piped, { home, course });
      const { stdout: journal } = await runStudy(['export', 'progress', '--jsonl'], { home });
      const lines = journal.split('\n').filter(text => text !== '');
      const types = lines.map(text => (JSON.parse(text) as { type: string }).type);
      return { stdout, stderr, types };
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  };
  /** More answers than the course has cards. */
  const ANSWERS = "printf '\\n3\\n%.0s' {1..100}";

  it('before anything was asked gets no answer recorded', async () => {
    const { stderr, types } = await runPiped(`${ANSWERS} | $STUDY cards --course $COURSE -n 60 | true`);
    expect(types).toEqual([]);
    expect(stderr).toMatch(/^(?:0|141) 0 0\n$/);
  });

  it('of a question that wants a yes has said none', async () => {
    const { types } = await runPiped(
      `printf '\\n3\\n' | $STUDY cards --course $COURSE -n 1 > /dev/null; yes yes | $STUDY progress reset --all --course $COURSE 2>&1 | true`,
    );
    expect(types).toEqual(['reviewed']);
  });

  it('in the middle of a session ends it, long before its last card', async () => {
    const { stdout, types } = await runPiped(
      `${ANSWERS} | $STUDY cards --course $COURSE --in-order -n 60 | head -3`,
    );
    expect(stdout.split('\n')).toHaveLength(4);
    expect(types.length).toBeLessThan(CARDS / 2);
  });

  it('ends a session that is fed without end', async () => {
    for (const session of ['cards --in-order', 'review', 'quiz', 'exam mock', 'cards --json']) {
      const { stderr } = await runPiped(`yes '' | $STUDY ${session} --course $COURSE | true`);
      expect(stderr).toMatch(/^141 0 0\n$/);
    }
  });

  it('gets no answer of an exam recorded, nor that a practice sitting pauses', async () => {
    for (const practice of ['', '--practice']) {
      const { types } = await runPiped(`yes 1 | $STUDY exam mock ${practice} --course $COURSE | true`);
      expect(types).toEqual(['exam-started']);
    }
  });
});

describe('an input without end', () => {
  const course = writeStreamsCourse();
  afterAll(() => rmSync(course, { recursive: true, force: true }));

  it.each([
    ["yes ''", 'cards', '3 lines in a row were refused'],
    ['yes 1', 'quiz -n 3 --kind match', '3 lines in a row were refused'],
    ['yes no', 'exam mock', '3 lines in a row were refused'],
    ['yes :?', 'cards', '1000 lines in a row led nowhere'],
    ['yes x', 'calc rcu --practice', '3 lines in a row were refused'],
    ['cat /dev/zero', 'cards', 'it is longer than 10,000 bytes'],
    ["tr '\\0' a < /dev/zero", 'exam mock', 'it is longer than 10,000 bytes'],
    ['cat /dev/zero', 'calc dynamodb-item-size --item -', 'it is longer than 1 MiB'],
    ['cat $STUDY_BINARY', 'quiz', 'it has NUL bytes in it'],
  ])('from %j does not keep "study %s" going: %s', async (input, args, why) => {
    const command = args.startsWith('calc') ? args : `${args} --course $COURSE`;
    const line = `STUDY_BINARY=${NODE}; ${input} | $STUDY ${command} > /dev/null; exit \${PIPESTATUS[1]}`;
    const { code, stderr } = await runShell(line, { course });
    expect(stderr).toContain(why);
    expect(code).toBe(2);
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
