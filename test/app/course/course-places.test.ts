import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  keepId,
  keptId,
  notesToOffer,
  refuseNotes,
  usedCourses,
  whichCourse,
} from '../../../src/app/course/course-places.ts';
import { writeNotes } from '../../support/course-folder.ts';

let top = '';
const home = (): { config: string; data: string; journal: string; cache: string } => {
  const root = join(top, 'home');
  return { config: root, data: root, journal: join(root, 'journal'), cache: join(root, 'cache') };
};
const runtime = (): Parameters<typeof keepId>[0] => ({
  paths: home(),
  clock: { now: () => 5, offset: () => 0 },
});
const which = (given: object): ReturnType<typeof whichCourse> =>
  whichCourse(runtime(), {
    flag: undefined,
    environment: undefined,
    present: null,
    shippedRoot: '/nowhere',
    ...given,
  });

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'study-which-')));
  mkdirSync(join(top, 'home'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

describe('the course that is meant', () => {
  it('is that of the flag, the environment, the marked folder upwards, the setting, the shipped one: in this order', () => {
    const vault = join(top, 'vault');
    writeNotes({ 'sub/deeper/a.md': 'x', '.study/course.yaml': 'id: v\n' }, vault);
    writeFileSync(join(home().config, 'settings.json'), JSON.stringify({ course: '/set' }));
    const present = join(vault, 'sub', 'deeper');
    expect(which({ flag: '/flag', environment: '/env', present })).toEqual({ folder: '/flag', by: 'flag' });
    expect(which({ environment: '/env', present })).toEqual({ folder: '/env', by: 'environment' });
    expect(which({ environment: '', present })).toEqual({ folder: vault, by: 'folder' });
    expect(which({ present: top })).toEqual({ folder: '/set', by: 'setting' });
    rmSync(join(home().config, 'settings.json'));
    expect(which({ present: top })).toEqual({ folder: null, by: 'shipped' });
  });

  it('is marked by content/course.yaml, too, and the clone of the program means what it ships', () => {
    const course = join(top, 'course');
    writeNotes({ 'content/course.yaml': 'id: c\ntitle: C\n', 'content/a/b.md': 'x' }, course);
    const present = join(course, 'content', 'a');
    expect(which({ present })).toEqual({ folder: course, by: 'folder' });
    expect(which({ present, shippedRoot: course })).toEqual({ folder: null, by: 'shipped' });
  });

  it("is never a folder with notes that is not marked, nor one marked by the learner's own home", () => {
    writeNotes({ 'a.md': 'x' }, join(top, 'notes'));
    expect(which({ present: join(top, 'notes') }).by).toBe('shipped');
    mkdirSync(join(top, '.study'));
    const paths = { ...home(), config: join(top, '.study'), data: join(top, '.study') };
    const given = { flag: undefined, environment: undefined, present: top, shippedRoot: '/nowhere' };
    expect(whichCourse({ paths }, given).by).toBe('shipped');
    expect(whichCourse({ paths: home() }, given).by).toBe('folder');
  });
});

describe('notes in the present folder', () => {
  it('are offered until they are refused', () => {
    const notes = writeNotes({ 'a.md': 'x', 'b.md': 'y' }, join(top, 'notes'));
    expect(notesToOffer(runtime(), notes, '/home')).toBe(2);
    refuseNotes(runtime(), notes);
    expect(notesToOffer(runtime(), notes, '/home')).toBe(0);
  });

  it('are all that lie in a vault of Obsidian, and in another folder those that lie in itself', () => {
    const vault = writeNotes({ 'Deep/Down/a.md': 'x', 'Deep/b.md': 'y', 'README.md': 'z' }, join(top, 'v'));
    expect(notesToOffer(runtime(), vault, '/home')).toBe(0);
    mkdirSync(join(vault, '.obsidian'));
    expect(notesToOffer(runtime(), vault, '/home')).toBe(2);
  });

  it('are none in a repository that only says what it is, in the home, or nowhere', () => {
    const project = writeNotes(
      { 'README.md': 'x', 'CHANGELOG.md': 'x', 'CONTRIBUTING.md': 'x' },
      join(top, 'p'),
    );
    expect(notesToOffer(runtime(), project, '/home')).toBe(0);
    const notes = writeNotes({ 'a.md': 'x' }, join(top, 'n'));
    expect(notesToOffer(runtime(), notes, notes)).toBe(0);
    expect(notesToOffer(runtime(), null, '/home')).toBe(0);
  });
});

describe('an id for a folder that cannot hold it', () => {
  it('is kept by the real path, and the course is among those that were used', () => {
    keepId(runtime(), { root: '/read/only', title: 'Notes' }, 'notes-ab12');
    expect(keptId(runtime(), '/read/only')).toBe('notes-ab12');
    expect(keptId(runtime(), '/elsewhere')).toBeNull();
    expect(usedCourses(runtime())).toEqual([
      { folder: '/read/only', id: 'notes-ab12', title: 'Notes', used: 5, kept: true },
    ]);
  });
});
