import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeNotes } from '../support/course-folder.ts';
import { openTerminal } from '../support/pty.ts';
import type { StudyResult } from '../support/run-study.ts';
import { makeTempDir, runStudy } from '../support/run-study.ts';

let top = '';
let vault = '';
let home = '';

beforeEach(() => {
  top = makeTempDir('study-folder');
  home = join(top, 'home');
  mkdirSync(home);
  vault = writeNotes(
    {
      'Biology/Cell Membrane.md': '# Membrane\n\nQ: What is it made of?\nA: Lipids.\n',
      'Tagged.md': '#flashcards\n\nterm::meaning\n',
      'paper.pdf': 'not ours',
    },
    join(top, 'vault'),
  );
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

/** Every file below a folder with the hash of its bytes. */
const tree = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
const study = (args: readonly string[], options: object = {}): Promise<StudyResult> =>
  runStudy(args, { home, cwd: top, ...options });
const events = (): readonly string[] => {
  const journal = join(home, 'journal');
  try {
    return readdirSync(journal).flatMap(name =>
      readFileSync(join(journal, name), 'utf8').split('\n').slice(0, -1),
    );
  } catch {
    return [];
  }
};

describe('a folder of notes', () => {
  it('is reviewed at once, and gets nothing but its id, which only a yes writes', async () => {
    const before = tree(vault);
    const looks = [['topics'], ['notes', 'tagged'], ['search', 'lipids'], ['check']];
    const seen = await Promise.all(looks.map(args => study([...args, '--course', vault])));
    expect(seen.map(({ code }) => code)).toEqual(looks.map(() => 0));
    expect(tree(vault)).toEqual(before);

    const refused = await study(['review', '--course', vault], { input: '\n3\n' });
    expect([refused.code, events()]).toEqual([3, []]);
    expect(refused.stderr).toMatch(
      /This course has no id: write the line "id: vault-\w{4}" into \.study\/course\.yaml/,
    );
    expect(refused.stderr).toContain('--yes');
    expect(tree(vault)).toEqual(before);

    const done = await study(['review', '--course', vault, '--yes'], { input: '\n3\n\n3\n' });
    expect(done.code).toBe(0);
    expect(done.stdout.match(/^saved /gm)).toHaveLength(2);
    const { '.study/course.yaml': added, ...rest } = tree(vault);
    expect(rest).toEqual(before);
    expect(added).toBeDefined();
    const written = readFileSync(join(vault, '.study', 'course.yaml'), 'utf8');
    expect(written).toMatch(/^id: vault-[a-z0-9]{4}\n$/);
    const id = written.slice(4, -1);
    expect(
      events()
        .filter(line => line.includes('"course"'))
        .every(line => line.includes(`"course":"${id}"`)),
    ).toBe(true);

    const again = await study(['review', '--course', vault], { input: '' });
    expect(again.stdout).toContain('0 new');
    expect(tree(vault)).toEqual({ ...before, '.study/course.yaml': added });
  });

  it('that cannot hold its id has it in the home, by its path', async () => {
    // A file where the folder would be made: nobody can write below it, whatever their rights.
    writeFileSync(join(vault, '.study'), 'in the way');
    const before = tree(vault);
    const done = await study(['review', '--course', vault, '--yes'], { input: '\n3\n\n3\n' });
    expect(done.stderr).toMatch(
      /The folder cannot be written to, so the id vault-\w{4} of this course is kept in your home/,
    );
    expect(tree(vault)).toEqual(before);
    const again = await study(['review', '--course', vault], { input: '' });
    expect([again.code, again.stdout.includes('0 new')]).toEqual([0, true]);
    const { courses } = JSON.parse((await study(['courses', '--json'])).stdout) as {
      courses: readonly object[];
    };
    expect(courses).toContainEqual(
      expect.objectContaining({ folder: vault, title: 'vault', new: 0, current: false }),
    );
  });

  it('that shares its id with another folder is told by doctor, until one of them is gone', async () => {
    await study(['cards', '--course', vault, '--yes'], { input: '\n3\n' });
    const problems = async (folder: string): Promise<readonly string[]> => {
      const { stdout } = await study(['doctor', '--json', '--course', folder]);
      return (
        JSON.parse(stdout) as { sections: readonly { findings: readonly { text: string }[] }[] }
      ).sections
        .flatMap(({ findings }) => findings.map(({ text }) => text))
        .filter(text => text.includes('share'));
    };
    expect(await problems(vault)).toEqual([]);
    const copy = join(top, 'copy');
    cpSync(vault, copy, { recursive: true });
    await study(['cards', '--course', copy], { input: '\n3\n' });
    const id = /^id: (.*)$/m.exec(readFileSync(join(vault, '.study', 'course.yaml'), 'utf8'))?.[1] ?? '';
    const twin = (folder: string): string =>
      `The folder ${folder} has the id ${id}, too, so both share one progress: give one of them another id (.study/course.yaml)`;
    expect(await problems(vault)).toEqual([twin(copy)]);
    expect(await problems(copy)).toEqual([twin(vault)]);
    writeFileSync(join(copy, '.study', 'course.yaml'), 'id: another\n');
    expect(await problems(vault)).toEqual([]);
    writeFileSync(join(copy, '.study', 'course.yaml'), `id: ${id}\n`);
    rmSync(vault, { recursive: true });
    expect(await problems(copy)).toEqual([]);
  });

  it('is meant inside of it once it is marked, and by the setting elsewhere', async () => {
    await study(['review', '--course', vault, '--yes'], { input: '\n3\n' });
    const inside = await study(['topics', '--json'], { cwd: join(vault, 'Biology') });
    expect(JSON.parse(inside.stdout)).toMatchObject({ course: expect.stringMatching(/^vault-/) as string });
    expect((await study(['config', 'set', 'course', 'vault'])).stdout.trim()).toBe(vault);
    expect(JSON.parse((await study(['topics', '--json'])).stdout)).toMatchObject({
      course: expect.stringMatching(/^vault-/) as string,
    });
    rmSync(vault, { recursive: true });
    const gone = await study(['topics']);
    expect([gone.code, gone.stderr.includes('study config reset course')]).toEqual([3, true]);
    expect((await study(['config', 'reset', 'course'])).code).toBe(0);
    expect((await study(['topics'])).code).toBe(0);
  });

  it('is not taken unasked by a pipe, and offered once in a terminal', async () => {
    expect((await study(['topics', '--json'], { cwd: vault })).stdout).toContain('"course":"cloud"');
    const before = tree(vault);
    const asked = openTerminal(['topics'], { home, cwd: vault });
    await asked.waitFor('This folder has 1 note. Study them as a course?');
    await asked.waitFor('Type yes');
    asked.send('no\r');
    expect((await asked.ended).code).toBe(0);
    expect(tree(vault)).toEqual(before);
    const quiet = openTerminal(['topics'], { home, cwd: vault });
    expect((await quiet.ended).code).toBe(0);
    expect(quiet.text()).not.toContain('Study them');
  });

  it.each(['no', 'yes'])('leads to the screens where the answer is %s', async answer => {
    const asked = openTerminal(['review'], { home, cwd: vault });
    await asked.waitFor('Type yes');
    asked.send(`${answer}\r`);
    await asked.waitFor('show answer');
    asked.send('\u0003');
    expect((await asked.ended).code).toBe(130);
  });

  it('is a course after a yes', async () => {
    const asked = openTerminal(['topics'], { home, cwd: vault });
    await asked.waitFor('Type yes');
    asked.send('yes\r');
    expect((await asked.ended).code).toBe(0);
    expect(asked.text()).toContain('biology-cell-membrane');
    expect(readFileSync(join(vault, '.study', 'course.yaml'), 'utf8')).toMatch(/^id: vault-/);
  });
});

describe('study check --watch', () => {
  it('checks again when a file changes, until it is interrupted', async () => {
    const watching = openTerminal(['check', vault, '--watch'], { home, cwd: top });
    await watching.waitFor('Waiting for changes');
    expect(watching.text()).toContain('no problems');
    writeFileSync(join(vault, 'Tagged.md'), '#flashcards\n\nterm::meaning\n\nQ: And without an answer?\n');
    await watching.waitFor('card-without-answer');
    watching.send('\u0003');
    expect((await watching.ended).code).toBe(130);
  });
});
