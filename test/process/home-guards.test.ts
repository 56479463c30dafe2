import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FRONT, writeCourse } from '../support/course-folder.ts';
import { openTerminal } from '../support/pty.ts';
import { cleanEnv, LAUNCHER, makeTempDir, NODE, runStudy } from '../support/run-study.ts';

let base = '';
let home = '';
let course = '';
beforeEach(() => {
  base = makeTempDir();
  home = join(base, 'home');
  course = join(base, 'course');
  mkdirSync(home, { mode: 0o700 });
  writeCourse(
    {
      'content/a/sqs.md': `${FRONT}## Limits\n\nText.\n\n## Cards\n\nQ: What? ^one\nA: That.\n\nQ: Who? ^two\nA: She.\n`,
      'questions/a/sqs.yaml': ['a', 'b', 'c']
        .map(
          id =>
            `- { id: q-${id}, kind: true-false, stem: "Is ${id} right?", answer: true, why: "So.", tasks: { exam: ['1'] }, level: recall, section: sqs#limits, sources: [https://a.example], checked: 2026-11-20 }\n`,
        )
        .join(''),
      'questions/exams/exam.yaml':
        'id: exam\ntitle: An exam\nquestions: { scored: 3 }\nminutes: 30\naim: 80\nkinds: [true-false]\ndomains:\n  - { id: "1", title: Build, weight: 100, tasks: [] }\nchecked: 2026-11-20\n',
    },
    course,
  );
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const study = (args: readonly string[], input = ''): ReturnType<typeof runStudy> =>
  runStudy([...args, '--course', course], { home, input, cwd: base });

/** Rates one card, so that there is a journal. */
const learn = async (): Promise<string> => {
  expect(await study(['cards', '--plain', '-n', '1'], '\n3\n')).toMatchObject({ code: 0 });
  const [name = ''] = readdirSync(join(home, 'journal'));
  return join(home, 'journal', name);
};

describe('what is written where the learner says', () => {
  it('never goes into the home, be it through links or with --force', async () => {
    const journal = await learn();
    const before = readFileSync(journal, 'utf8');
    symlinkSync(join(home, 'journal'), join(base, 'folder-link'));
    symlinkSync(journal, join(base, 'file-link'));
    const places = [journal, join(home, 'x.html'), 'folder-link/new.jsonl', 'file-link', 'home/cache/x'];
    for (const place of places) {
      for (const args of [
        ['stats', '--html', place, '--force'],
        ['progress', 'backup', place],
      ]) {
        const { code, stdout, stderr } = await study(args);
        expect({ place, code, stdout }).toEqual({ place, code: 2, stdout: '' });
        expect(stderr).toContain('is not written into the folder where study keeps your progress');
      }
    }
    expect(readFileSync(journal, 'utf8')).toBe(before);
    expect(readdirSync(join(home, 'journal'))).toHaveLength(1);
  });

  it('may be a backup among the backups, and anything beside the home', async () => {
    await learn();
    expect(await study(['progress', 'backup', join(home, 'backups', 'mine.jsonl')])).toMatchObject({
      code: 0,
    });
    expect(await study(['progress', 'backup', 'mine.jsonl'])).toMatchObject({ code: 0 });
    expect(await study(['stats', '--html', 'mine.html'])).toMatchObject({ code: 0 });
  });

  it('holds for the report of an exam too', async () => {
    const journal = await learn();
    expect(await study(['exam', 'exam', '--plain'], 't\nt\nt\n')).toMatchObject({ code: 0 });
    await study(['exam', '--end', '--force']);
    const { code, stderr } = await study(['exam', '--report', '--html', journal, '--force']);
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain('is not written into the folder');
    expect(readFileSync(journal, 'utf8')).toContain('exam-ended');
  });

  it('is not led into the journal by a shell either', async () => {
    const journal = await learn();
    const before = readFileSync(journal, 'utf8');
    for (const args of [
      ['exam', 'exam', '--print'],
      ['topics', '--json'],
    ]) {
      const { status, stderr } = spawnSync(
        'bash',
        [
          '-c',
          'file=$1; shift; "$@" >> "$file"',
          'bash',
          journal,
          NODE,
          LAUNCHER,
          ...args,
          '--course',
          course,
        ],
        { env: cleanEnv(home), encoding: 'utf8' },
      );
      expect(status).toBe(2);
      expect(stderr).toContain('The output is not written into the folder');
    }
    expect(readFileSync(journal, 'utf8')).toBe(before);
  });
});

describe.skipIf(process.platform === 'win32')(
  'a file of the home in whose place something else stands',
  () => {
    const kinds: readonly (readonly [string, (path: string) => void])[] = [
      ['a pipe', path => void execFileSync('mkfifo', [path])],
      ['a folder', path => mkdirSync(path)],
      ['a link to a device that never ends', path => symlinkSync('/dev/zero', path)],
      [
        'a link to a pipe',
        path => (execFileSync('mkfifo', [`${path}.pipe`]), symlinkSync(`${path}.pipe`, path)),
      ],
      ['a link in a circle', path => symlinkSync(path, path)],
    ];
    const compiled = (): string => {
      const [folder = ''] = readdirSync(join(home, 'cache', 'courses'));
      return join('cache', 'courses', folder, 'course.bin');
    };

    it.each(kinds)(
      'holds nothing up: %s in the place of a cache is replaced or set aside',
      async (_, put) => {
        await learn();
        const expected = await study(['stats', '--json']);
        for (const name of ['cache/progress.snapshot', 'cache/reading.json', compiled()]) {
          const path = join(home, name);
          mkdirSync(dirname(path), { recursive: true });
          rmSync(path, { force: true });
          put(path);
        }
        expect(await study(['stats', '--json'])).toEqual(expected);
        expect(await study(['notes', 'sqs'])).toMatchObject({ code: 0, stderr: '' });
        expect(lstatSync(join(home, compiled())).isFile()).toBe(true);
      },
    );

    it.each(kinds)('is told where it is the file of settings: %s', async (_, put) => {
      const path = join(home, 'settings.json');
      put(path);
      const shown = await study(['config', 'get', 'theme']);
      expect(shown).toMatchObject({ code: 0, stdout: 'auto\n' });
      expect(shown.stderr).toContain('settings.json cannot be read');
      const written = await study(['config', 'set', 'theme', 'mono']);
      // A pipe is set aside; a link belongs to somebody who keeps the settings elsewhere, a folder holds something.
      if (written.code === 0)
        expect(await study(['config', 'get', 'theme'])).toMatchObject({ stdout: 'mono\n' });
      else expect(written.stderr).toMatch(/The setting was not written: it is a (?:symbolic link|folder)/);
    });

    it('is read behind a link to a regular file of settings, and changed there by hand only', async () => {
      writeFileSync(join(base, 'dotfile.json'), '{"theme":"mono"}');
      symlinkSync(join(base, 'dotfile.json'), join(home, 'settings.json'));
      expect(await study(['config', 'get', 'theme'])).toMatchObject({
        code: 0,
        stdout: 'mono\n',
        stderr: '',
      });
      const { code, stderr } = await study(['config', 'set', 'theme', 'dark']);
      expect(code).toBe(3);
      expect(stderr).toContain('Try: change the file that the link leads to');
      expect(readFileSync(join(base, 'dotfile.json'), 'utf8')).toBe('{"theme":"mono"}');
    });

    it.each(kinds)('holds nothing up where it is the file that names the device: %s', async (_, put) => {
      put(join(home, 'device.json'));
      const { code, stderr } = await study(['cards', '--plain', '-n', '1'], '\n3\n');
      if (code !== 0) expect(stderr).toContain('Not saved: it is a folder');
      expect(await study(['stats'])).toMatchObject({ code: 0 });
    });
  },
);

describe('a setting that would drive a terminal', () => {
  it('is shown without what drives it', async () => {
    writeFileSync(
      join(home, 'settings.json'),
      JSON.stringify({ pager: '\u001b[31mred\u009b2J\u0007', editor: 'a\nb' }),
    );
    for (const args of [['config'], ['config', 'get', 'pager'], ['config', 'get', 'editor'], ['doctor']]) {
      for (const env of [{}, { FORCE_COLOR: '1' }]) {
        const { code, stdout, stderr } = await runStudy(args, { home, env });
        expect(code).toBe(0);
        // Styles of our own are no more than SGR.
        const bare = (stdout + stderr).replace(
          // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
          env.FORCE_COLOR === undefined ? /(?!)/ : /\u001b\[[\d;]*m/g,
          '',
        );
        // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
        expect(bare).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        expect(stdout).not.toContain('\u001b[31mred');
      }
    }
    const { stdout } = await runStudy(['config', 'get', 'pager', '--json'], { home });
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(stdout).not.toMatch(/[\u001b\u009b]/);
    expect(JSON.parse(stdout)).toMatchObject({ value: '\u001b[31mred\u009b2J\u0007' });
  });
});

describe('the history of exams', () => {
  it('tells nothing of one that is open, and all of it once it has ended', async () => {
    await study(['exam', 'exam', '--plain'], 't\nf\n');
    const open = await study(['exam', '--history', '--json']);
    const [sitting] = (JSON.parse(open.stdout) as { sittings: readonly Record<string, unknown>[] }).sittings;
    expect(sitting).toMatchObject({ state: 'open', score: null, answered: 2, domains: [] });
    expect(open.stdout).not.toMatch(/"(?:correct|share|verdict)"/);
    await study(['exam', '--end', '--force']);
    const ended = await study(['exam', '--history', '--json']);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      sittings: [{ state: 'ended', score: { correct: 1 }, domains: [{ id: '1', questions: 3, correct: 1 }] }],
    });
  });
});

describe('a course without an id', () => {
  const file = (): string => join(course, 'content', 'course.yaml');
  const answers = async (): Promise<number> =>
    (JSON.parse((await study(['stats', '--json'])).stdout) as { answers: number }).answers;

  it.each([
    ['cards', '--plain'],
    ['review', '--plain'],
    ['quiz', '--plain'],
    ['exam', 'exam', '--plain'],
    ['config', 'set', 'newPerDay', '3'],
    ['progress', 'reset', '--all', '--force'],
    ['progress', 'undo'],
  ])('records nothing from a pipe, and says which line to write where: study %s %s', async (...args) => {
    rmSync(file());
    const { code, stdout, stderr } = await study(args, '\n3\n');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('This course has no id');
    expect(stderr).toContain(`in ${file()}`);
    expect(stderr).toContain('write the line "id: course" into content/course.yaml');
    expect(existsSync(join(home, 'journal'))).toBe(false);
    expect(await study(['topics'])).toMatchObject({ code: 0 });
  });

  it('is given one in a terminal after a yes, and then goes on', async () => {
    rmSync(file());
    for (const [answer, isWritten] of [
      ['no', false],
      ['yes', true],
    ] as const) {
      const terminal = openTerminal(['cards', '--plain', '-n', '1', '--course', course], { home });
      await terminal.waitFor('Type yes to go on.');
      terminal.send(`${answer}\r`);
      if (isWritten) {
        await terminal.waitFor(/^Q 1\//m);
        terminal.send('\r');
        await terminal.waitFor('again');
        terminal.send('3\r');
      }
      expect((await terminal.ended).code).toBe(isWritten ? 0 : 2);
      expect(existsSync(file())).toBe(isWritten);
    }
    expect(readFileSync(file(), 'utf8')).toBe('id: course\ntitle: "course"\n');
    expect(await answers()).toBe(1);
  });

  it('keeps what older versions recorded under the name of its folder, once the line is written', async () => {
    writeFileSync(file(), 'id: course\ntitle: Test course\n');
    await learn();
    writeFileSync(file(), 'title: Test course\n');
    expect(await answers()).toBe(1);
    const { stderr } = await study(['cards', '--plain'], '\n3\n');
    expect(stderr).toContain('write the line "id: course" into content/course.yaml');
    writeFileSync(file(), 'id: course\ntitle: Test course\n');
    expect(await answers()).toBe(1);
  });

  it('is not proposed the id of another course: of the shipped one, or of one that has been studied', async () => {
    const other = join(base, 'cloud');
    writeCourse({ 'content/a/x.md': `${FRONT}## Cards\n\nQ: What? ^mine\nA: That.\n` }, other);
    rmSync(join(other, 'content', 'course.yaml'));
    const { stderr } = await runStudy(['cards', '--plain', '--course', other], { home, input: '\n3\n' });
    expect(stderr).toContain('write the line "id: cloud-2" into');
    writeFileSync(file(), 'id: notes\ntitle: Notes\n');
    await learn();
    const third = join(base, 'notes');
    writeCourse({ 'content/a/x.md': `${FRONT}## Cards\n\nQ: What? ^mine\nA: That.\n` }, third);
    rmSync(join(third, 'content', 'course.yaml'));
    const result = await runStudy(['cards', '--plain', '--course', third], { home, input: '\n3\n' });
    expect(result.stderr).toContain('write the line "id: notes-2" into');
  });

  it('is named by doctor', async () => {
    rmSync(file());
    expect((await study(['doctor'])).stdout).toContain('it has no id, so that nothing is recorded in it');
  });
});

describe.skipIf(process.platform === 'win32')('study doctor', () => {
  it('tells what of the home others can read, and makes it private on demand', async () => {
    const journal = await learn();
    expect((await study(['doctor'])).stdout).not.toContain('can be read by others');
    chmodSync(home, 0o755);
    chmodSync(journal, 0o644);
    expect((await study(['doctor'])).stdout).toMatch(
      /2 files and folders here can be read by others on this machine: study .*doctor --tighten/,
    );
    expect((await study(['doctor', '--tighten'])).stdout).toContain('2 files and folders made private');
    expect([statSync(home).mode & 0o777, statSync(journal).mode & 0o777]).toEqual([0o700, 0o600]);
  });
});
