import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { ROOT } from '../../support/run-study.ts';
import { makeTextCourse, runText } from '../../support/text-course.ts';

const folder = mkdtempSync(join(tmpdir(), 'study-help-'));
let course: CourseReader;
beforeAll(async () => {
  course = await makeTextCourse(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('study help formats', () => {
  it('prints the page on the files of a course, rendered or as JSON', async () => {
    const { code, stdout } = await runText(['help', 'formats', '--plain'], course, { root: ROOT });
    expect(code).toBe(0);
    expect(stdout).toContain('Formats for course authors');
    expect(stdout).toContain('check-ignore');
    expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([]);
    const json = JSON.parse(
      (await runText(['--json', 'help', 'formats'], course, { root: ROOT })).stdout,
    ) as object;
    expect(json).toMatchObject({
      schema: 'study/1',
      page: 'docs/formats.md',
      text: readFileSync(join(ROOT, 'docs/formats.md'), 'utf8'),
    });
  });

  it('has a page on JSON beside it', async () => {
    const { code, stdout } = await runText(['help', 'json', '--plain'], course, { root: ROOT });
    expect(code).toBe(0);
    expect(stdout).toContain('study progress undo --list');
  });

  it('is found by its name alone: formats is no command', async () => {
    expect(await runText(['formats'], course)).toMatchObject({ code: 2 });
    const near = await runText(['help', 'format'], course);
    expect(near.stderr).toContain('Try: study help formats');
    expect((await runText(['help', 'check'], course)).code).toBe(0);
  });

  it('says so where the page is missing', async () => {
    const { code, stderr } = await runText(['help', 'formats'], course, { root: folder });
    expect(code).toBe(3);
    expect(stderr).toContain('The page docs/formats.md is not beside the program');
  });
});
