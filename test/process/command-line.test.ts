import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import { ROOT, runStudy } from '../support/run-study.ts';

const NAMES = COMMANDS.map(({ name }) => name);

describe('study', () => {
  it('prints its version on one line', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    for (const flag of ['--version', '-V']) {
      expect(await runStudy([flag])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
    }
  });

  it('without a command sums up the day, piped too, and changes nothing on the disk that matters', async () => {
    const { code, stdout, stderr } = await runStudy([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('study review');
    expect((await runStudy(['today'])).stdout).toBe(stdout);
  });

  it('lists every command in its help', async () => {
    const { code, stdout, stderr } = await runStudy(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(stdout).toContain('mock exams');
    expect((await runStudy(['help'])).stdout).toBe(stdout);
    expect((await runStudy(['-h'])).stdout).toBe(stdout);
  });

  it.each(NAMES)('explains %s with an example, whatever other flags say', async name => {
    const { code, stdout, stderr } = await runStudy([name, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: study ${name}\\b`));
    expect(stdout).toContain(`study ${name}`);
    expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([]);
    expect((await runStudy(['help', name])).stdout).toBe(stdout);
    expect((await runStudy(['--quiet', name, '-h'])).stdout).toBe(stdout);
  });
});

describe('what people type for help and the version', () => {
  it.each([
    [
      ['help', 'progress', 'backup'],
      ['progress', 'backup', '--help'],
    ],
    [
      ['progress', 'help'],
      ['progress', '--help'],
    ],
    [
      ['help', 'config', 'set'],
      ['config', 'set', '--help'],
    ],
    [
      ['help', 'calc', 'rcu'],
      ['calc', 'rcu', '--help'],
    ],
    [
      ['-h', 'topics'],
      ['topics', '--help'],
    ],
    [['version'], ['--version']],
    [['-v'], ['--version']],
  ])('%j means %j', async (typed, meant) => {
    const { code, stdout } = await runStudy(typed);
    expect(code).toBe(0);
    expect(stdout).toBe((await runStudy(meant)).stdout);
  });

  it('comes as JSON with --json', async () => {
    const version = JSON.parse((await runStudy(['--version', '--json'])).stdout) as object;
    expect(version).toMatchObject({ schema: 'study/1', version: expect.any(String) as string });
    const help = JSON.parse((await runStudy(['--help', '--json'])).stdout) as {
      commands: { name: string }[];
    };
    expect(help.commands.map(({ name }) => name)).toEqual(expect.arrayContaining([...NAMES]));
    const backup = JSON.parse((await runStudy(['progress', 'reset', '--help', '--json'])).stdout) as object;
    expect(backup).toMatchObject({
      command: 'study progress reset',
      arguments: [{ name: 'topic', many: true }],
    });
  });
});

describe('where the locale has ASCII only', () => {
  it.each([
    [['notes', 'sqs']],
    [['notes']],
    [['calc', 'rcu', '--help']],
    [['search', 'sqs']],
    [['help', 'formats']],
    [['stats']],
    [['quiz', '-n', '3', '--seed', '1']],
  ])('%j prints nothing else', async words => {
    const { stdout, stderr } = await runStudy(words, { env: { LANG: 'C' } });
    expect(stdout).not.toBe('');
    expect((stdout + stderr).match(/[^\0-\x7f]/g)).toBeNull();
  });

  it('leaves documents and JSON as they are', async () => {
    const call = ['export', 'course', '--json'];
    const [plain, utf8] = await Promise.all([runStudy(call, { env: { LANG: 'C' } }), runStudy(call)]);
    expect(plain.stdout).toBe(utf8.stdout);
    expect(plain.stdout).toMatch(/[^\0-\x7f]/);
  });
});

describe('wrong use exits with 2, names what is wrong and what to try', () => {
  it.each([
    [['quizz', 'sqs'], 'quizz', 'study quiz'],
    [['reveiw'], 'reveiw', 'study review'],
    [['topics', '--jsn'], '--jsn', '--json'],
    [['notes', 'sqss'], 'sqss', 'sqs'],
    [['quiz', 'kinesis-data-stream', '--plain'], 'kinesis-data-stream', 'kinesis-data-streams'],
    [['calc', 'dynamodb-rcuu'], 'dynamodb-rcuu', 'dynamodb-rcu'],
    [['topics', 'too', 'many'], 'too many arguments', 'study topics --help'],
    [['quiz', '-n', 'many', '--plain'], 'many', 'study quiz --help'],
    [['--home'], '--home', 'study --help'],
    [['zzz'], 'zzz', 'study --help'],
  ])('%j', async (args, wrong, advice) => {
    const { code, stdout, stderr } = await runStudy(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^study: /);
    expect(stderr).toContain(wrong);
    expect(stderr.split('\n').find(line => line.startsWith('Try: '))).toContain(advice);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('and says so in JSON with --json', async () => {
    const { code, stdout, stderr } = await runStudy(['notes', 'sqss', '--json']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'study/1',
      error: { code: expect.any(String) as string, message: expect.stringContaining('sqss') as string },
    });
  });

  it('and echoes no control characters of what was typed', async () => {
    const { code, stderr } = await runStudy(['notes', '\u001b]0;owned\u0007\u009b31m']);
    expect(code).toBe(2);
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe('content and data that cannot be read exit with 3', () => {
  it.each([[['topics', '--course', '/nonexistent/course']], [['check', '/nonexistent/course']]])(
    '%j',
    async args => {
      const { code, stdout, stderr } = await runStudy(args);
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toContain('/nonexistent/course');
      expect(stderr).toMatch(/^Try: /m);
    },
  );
});

describe('every command that prints', () => {
  it.each([
    ['today'],
    ['topics'],
    ['stats'],
    ['notes', 'sqs'],
    ['notes'],
    ['search', 'visibility', 'timeout'],
    ['calc', '--list'],
    ['calc', 'wcu', '--writes', '31/min', '--item-size', '60KB'],
    ['check'],
    ['config', 'list'],
    ['doctor'],
    ['export', 'course'],
  ])('study %s prints one JSON value with a schema on one line', async (...args) => {
    const { code, stdout, stderr } = await runStudy([...args, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'study/1' });
    expect(await runStudy(['--json', ...args])).toMatchObject({ code: 0 });
  });

  it('computes as the field does: 31 writes a minute of 60 KB items is 31 WCU', async () => {
    const { stdout } = await runStudy(['calc', 'wcu', '--writes', '31/min', '--item-size', '60KB', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ result: { wcu: 31 } });
  });
});
