import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCourse } from '../../../../src/app/course/open-course.ts';
import type { CourseReader } from '../../../../src/core/course/course.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import { openScreen } from '../../../support/frames.ts';
import { makePoisonedCourse, SECRET } from '../../../support/poisoned-course.ts';
import { makeTempDir } from '../../../support/run-study.ts';

const folder = makeTempDir('study-poisoned-notes');
let course: CourseReader;

beforeAll(async () => {
  makePoisonedCourse(folder);
  course = await openCourse({
    folder,
    cache: join(folder, 'cache'),
    shippedIndex: join(folder, 'none'),
    shippedRoot: join(folder, 'none'),
  });
  await Promise.all([
    import('../../../../src/text/notes/note-layout.ts'),
    import('../../../../src/tui/screens/notes/notes-screen.tsx'),
    import('../../../../src/tui/screens/search/search-screen.tsx'),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Anything that could drive a terminal or turn text round. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

const requireHarmless = (frame: string): void => {
  expect(frame).not.toMatch(CONTROL);
  expect(frame).not.toContain(SECRET);
  expect(frame).not.toContain('[object Object]');
  const lines = frame.split('\n');
  expect(lines).toHaveLength(23);
  expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(80);
};

describe('a poisoned course', () => {
  it('does no harm in the list of notes, nor in any note', async () => {
    const list = await openScreen({ to: 'notes', place: null }, { course });
    requireHarmless(list.frame());
    const topics = course.topics.filter(({ sections }) => sections.length > 0);
    expect(topics.length).toBeGreaterThan(3);
    for (const { id } of topics) {
      const note = await openScreen({ to: 'notes', place: `${id}#` }, { course });
      requireHarmless(note.frame());
      for (const key of ['space', 'tab', 'o', 'G', 'enter', '/', 'e', 'x', 'enter', 'G']) {
        await note.press(key);
        requireHarmless(note.frame());
      }
    }
  });

  it('does no harm in a search, in any preview and in any item that is read', async () => {
    for (const words of ['red', 'title', 'proto', 'constructor']) {
      const search = await openScreen({ to: 'search', words }, { course });
      requireHarmless(search.frame());
      for (let i = 0; i < 12; i++) {
        await search.press('down');
        requireHarmless(search.frame());
      }
      await search.press('enter');
      requireHarmless(search.frame());
    }
  });
});
