import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningStudy } from '../support/run-study.ts';
import { cleanEnv, LAUNCHER, makeTempDir, NODE, ROOT, runStudy, startStudy } from '../support/run-study.ts';

let home = '';
beforeEach(() => {
  home = makeTempDir();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Answered {
  readonly id: string;
  readonly type: string;
  readonly ratings: readonly { readonly item: string }[];
}

/** What the journal holds, as the program itself reads it. */
const answers = async (): Promise<readonly Answered[]> => {
  const { code, stdout } = await runStudy(['export', 'progress', '--jsonl'], { home });
  expect(code).toBe(0);
  const lines = stdout.split('\n').filter(line => line !== '');
  return lines.map(line => JSON.parse(line) as Answered).filter(({ type }) => type === 'answered');
};

/** Items of the lines `saved <item>` that were read in full. */
const savedItems = (stdout: string): readonly string[] =>
  [...stdout.matchAll(/^saved (\S+).*\n/gm)].map(match => match[1] ?? '');

/** Answers every question it is shown with `1`, until the process is gone. */
const answerEverything = (session: RunningStudy): void => {
  let asked = 0;
  session.child.stdout.on('data', () => {
    const shown = [...session.stdout().matchAll(/^Q \d+\//gm)].length;
    for (; asked < shown; asked++) if (session.child.stdin.writable) session.type('1');
  });
};

describe('a session that is killed with kill -9', () => {
  it('has kept every answer it had called saved, 8 times out of 8', async () => {
    const saved: string[] = [];
    for (let run = 0; run < 8; run++) {
      const args = ['quiz', '--plain', '--kind', 'single', '--seed', String(run), '-n', '60'];
      const session = startStudy(args, { home });
      answerEverything(session);
      // At least so many are saved, on a slow machine too.
      await session.waitFor(new RegExp(`(?:^saved [^]*?){${1 + (run % 5)}}`, 'm'));
      // Moments spread over the time in which answers are being written.
      await new Promise(resolve => setTimeout(resolve, (run * 7) % 45));
      session.kill('SIGKILL');
      const { stdout } = await session.ended;
      saved.push(...savedItems(stdout));
    }
    const kept = (await answers()).flatMap(({ ratings }) => ratings.map(({ item }) => item));
    const missing = [...saved];
    for (const item of kept) {
      const at = missing.indexOf(item);
      if (at !== -1) missing.splice(at, 1);
    }
    expect(saved.length).toBeGreaterThan(15);
    expect(missing).toEqual([]);
    expect((await runStudy(['doctor'], { home })).code).toBe(0);
  });
});

describe('two sessions at once on one home', () => {
  it('both keep everything they saved', async () => {
    const sessions = [1, 2].map(seed =>
      startStudy(['quiz', '--plain', '--kind', 'single', '--seed', String(seed), '-n', '15'], { home }),
    );
    for (const session of sessions) answerEverything(session);
    const results = await Promise.all(sessions.map(({ ended }) => ended));
    for (const result of results) expect(result).toMatchObject({ code: 0, stderr: '' });
    const saved = results.flatMap(({ stdout }) => savedItems(stdout));
    const kept = await answers();
    expect(saved).toHaveLength(30);
    expect(kept).toHaveLength(30);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(30);
    expect(kept.flatMap(({ ratings }) => ratings.map(({ item }) => item)).toSorted()).toEqual(
      saved.toSorted(),
    );
  });
});

describe('a disk that is full', () => {
  it('is said at once: not saved, exit 3, and what had been saved stays', async () => {
    await runStudy(['quiz', '--plain', '--kind', 'single', '--seed', '1', '-n', '2'], {
      home,
      input: '1\n1\n',
    });
    const before = await answers();
    expect(before).toHaveLength(2);

    const journals = readdirSync(home, { recursive: true, withFileTypes: true }).filter(({ name }) =>
      name.endsWith('.jsonl'),
    );
    const sizes = journals.map(entry => statSync(join(entry.parentPath, entry.name)).size);
    // A limit on the size of files stands for the full disk: the next record fits only in part. Bash counts
    // in blocks of 1 KiB, so the journal is first brought near to such a border.
    const size = Math.max(...sizes);
    const limit = Math.ceil((size + 20) / 1024);
    const full = (): ReturnType<typeof spawnSync> =>
      spawnSync(
        'bash',
        [
          '-c',
          `ulimit -f ${limit}; exec "$@"`,
          'bash',
          NODE,
          LAUNCHER,
          'quiz',
          '--plain',
          '--kind',
          'single',
          '--seed',
          '2',
          '-n',
          '9',
        ],
        {
          env: cleanEnv(home),
          cwd: home,
          input: '1\n'.repeat(9),
          encoding: 'utf8',
        },
      );
    const { status, stdout, stderr } = full();
    expect(status).toBe(3);
    expect(String(stdout) + String(stderr)).toMatch(/^not saved: /m);
    expect(String(stderr)).not.toMatch(/^\s+at /m);

    const after = await answers();
    const saved = savedItems(String(stdout));
    expect(after.slice(0, 2)).toEqual(before);
    expect(after.slice(2).flatMap(({ ratings }) => ratings.map(({ item }) => item))).toEqual(saved);

    // With room again the next session goes on behind the torn record.
    const next = await runStudy(['quiz', '--plain', '--kind', 'single', '--seed', '3', '-n', '1'], {
      home,
      input: '1\n',
    });
    expect(next.code).toBe(0);
    expect(await answers()).toHaveLength(after.length + 1);
  });
});

/** A home that nobody can make or write to, not even root. */
const unwritableHome = (folder: string): string => {
  if (process.platform === 'linux') return '/sys/study-home';
  const path = join(folder, 'home');
  mkdirSync(path);
  chmodSync(path, 0o500);
  return path;
};

describe('a home that cannot be written to', () => {
  it.each([['quiz'], ['review'], ['cards']])(
    'stops study %s before its first question, with 3',
    async command => {
      const env = { STUDY_HOME: unwritableHome(home) };
      const { code, stdout, stderr } = await runStudy([command, '--plain'], { home, env, input: '1\n1\n' });
      expect(code).toBe(3);
      expect(stdout).not.toMatch(/^Q /m);
      expect(stderr).toContain(env.STUDY_HOME);
      expect(stderr).toMatch(/^Try: /m);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  it.each([
    [['topics']],
    [['notes', 'sqs']],
    [['search', 'timeout']],
    [[]],
    [['stats']],
    [['calc', '--list']],
    [['config', 'list']],
    [['doctor']],
  ])('lets study %j read', async args => {
    const env = { STUDY_HOME: unwritableHome(home) };
    const { code, stdout, stderr } = await runStudy(args, { home, env });
    expect(code).toBe(0);
    expect(stdout).not.toBe('');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('lets a course of the learner be read that can be kept in no cache', async () => {
    const env = { STUDY_HOME: unwritableHome(home) };
    const { code, stdout } = await runStudy(['topics', '--json', '--course', ROOT], { home, env });
    expect(code).toBe(0);
    expect(stdout).toContain('"sqs"');
  });
});

describe('a home that is a file', () => {
  it('is named before the first question, with 3, and stays as it is', async () => {
    const file = join(home, 'file');
    writeFileSync(file, 'a file where a folder must be');
    const { code, stdout, stderr } = await runStudy(['review', '--plain'], {
      home,
      env: { STUDY_HOME: file },
    });
    expect(code).toBe(3);
    expect(stdout).not.toMatch(/^Q /m);
    expect(stderr).toContain(file);
    expect(stderr).toMatch(/^Try: /m);
    expect(readFileSync(file, 'utf8')).toBe('a file where a folder must be');
  });
});

describe('a journal on a read-only disk', () => {
  it('is still read', async () => {
    await runStudy(['quiz', '--plain', '--kind', 'single', '-n', '1'], { home, input: '1\n' });
    const before = await answers();
    const paths = readdirSync(home, { recursive: true, withFileTypes: true }).map(entry =>
      join(entry.parentPath, entry.name),
    );
    for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o500 : 0o400);
    try {
      expect(await answers()).toEqual(before);
      expect(await runStudy(['stats', '--json'], { home })).toMatchObject({ code: 0, stderr: '' });
    } finally {
      for (const path of paths) chmodSync(path, 0o700);
    }
    expect(paths.map(path => (path.endsWith('.jsonl') ? readFileSync(path, 'utf8') : '')).join('')).not.toBe(
      '',
    );
  });
});
