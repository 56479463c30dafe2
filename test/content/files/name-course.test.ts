import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withCourseId, writeCourseId } from '../../../src/content/files/name-course.ts';
import { loadCourse } from '../../../src/content/parse/load-course.ts';
import { withCourse } from '../../support/course-folder.ts';

describe('the id that is written into a course file', () => {
  it.each([
    ['nothing', '', 'id: bio\ntitle: "Bio 101"\n'],
    ['a title', 'title: Mine\n', 'id: bio\ntitle: Mine\n'],
    [
      'a title after a mark and a comment',
      '\ufeff# My course\n---\ntitle: Mine\n',
      '\ufeff# My course\n---\nid: bio\ntitle: Mine\n',
    ],
    [
      'ends of lines as on Windows',
      'title: Mine\r\nblueprint: x\r\n',
      'id: bio\r\ntitle: Mine\r\nblueprint: x\r\n',
    ],
    ['no end of its line', 'title: Mine', 'id: bio\ntitle: Mine'],
  ])('stands before all else where there was %s', (_, text, expected) => {
    expect(withCourseId(text, 'bio', 'Bio 101')).toBe(expected);
  });

  it.each([
    ['an id that is none', 'id: My Course\ntitle: Mine\n'],
    ['no YAML', 'title: "Mine\n'],
    ['a list', '- title: Mine\n'],
    ['braces', '{ title: Mine }\n'],
  ])('is left to the author where there is %s', (_, text) => {
    expect(withCourseId(text, 'bio', 'Bio 101')).toBeNull();
  });

  it('is taken by the course, and nothing else of the file is lost', () => {
    withCourse({ 'content/course.yaml': '# kept\ntitle: Mine\n' }, folder => {
      expect(loadCourse(folder)).toMatchObject({ hasId: false });
      expect(writeCourseId(folder, 'bio', 'x')).toBe('written');
      expect(loadCourse(folder)).toMatchObject({ hasId: true, course: { id: 'bio', title: 'Mine' } });
      expect(readFileSync(join(folder, 'content/course.yaml'), 'utf8')).toBe(
        '# kept\nid: bio\ntitle: Mine\n',
      );
    });
  });

  it('is never written through a link', () => {
    withCourse({}, folder => {
      const path = join(folder, 'content/course.yaml');
      const target = join(folder, 'target.yaml');
      rmSync(path);
      symlinkSync(target, path);
      expect(writeCourseId(folder, 'bio', 'x')).toBe('by-hand');
      expect([existsSync(target), lstatSync(path).isSymbolicLink()]).toEqual([false, true]);
      rmSync(path);
      writeFileSync(path, 'id: is none\n');
      expect(writeCourseId(folder, 'bio', 'x')).toBe('by-hand');
      expect(readFileSync(path, 'utf8')).toBe('id: is none\n');
    });
  });
});
