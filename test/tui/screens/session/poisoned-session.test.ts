import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCourse } from '../../../../src/app/course/open-course.ts';
import type { CourseReader } from '../../../../src/core/course/course.ts';
import { makeRenderer } from '../../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../../src/text/layout/style.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { makePoisonedCourse, SECRET } from '../../../support/poisoned-course.ts';
import { makeTempDir } from '../../../support/run-study.ts';
import { sessionOf } from '../../../support/screen-course.ts';
import { newExam, screenPaths } from '../../../support/screens-in-context.ts';

const folder = makeTempDir('study-poisoned-session');
let course: CourseReader;

beforeAll(async () => {
  makePoisonedCourse(folder);
  course = await openCourse({
    folder,
    cache: join(folder, 'cache'),
    shippedIndex: join(folder, 'none'),
    shippedRoot: join(folder, 'none'),
  });
  await makeRenderer(makeStyle(false)).load();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Anything that could drive a terminal or turn text round. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

const requireHarmless = (screens: Screens): void => {
  expect(screens.shell.ending?.is ?? 'left').toBe('left');
  if (screens.shell.ending !== null) return;
  const frame = screens.frame();
  expect(frame).not.toMatch(CONTROL);
  expect(frame).not.toContain(SECRET);
  expect(frame).not.toContain('[object Object]');
  const lines = frame.split('\n');
  expect(lines).toHaveLength(15);
  expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(60);
};

const SMALL = { columns: 60, rows: 16 };

describe('a poisoned course', () => {
  it('does no harm in any card or question, before and after its answer, nor in the summary', async () => {
    expect(course.items.length).toBeGreaterThan(10);
    for (const { key, type } of course.items) {
      const request = sessionOf(type === 'card' ? 'review' : 'quiz', [key]);
      const screens = await openScreen({ to: 'session', request }, { course, size: SMALL });
      requireHarmless(screens);
      for (const pressed of ['!', 'space', '1', '2', 'down', 'enter', 'page-down', 'x', 'z', 'b', 'enter']) {
        await screens.press(pressed);
        requireHarmless(screens);
      }
      for (const line of screens.shell.farewell()) expect(line).not.toMatch(CONTROL);
    }
  });

  it('does no harm at home, in an exam and in its report', async () => {
    const home = await openScreen({ to: 'home' }, { course, size: SMALL });
    requireHarmless(home);
    if (course.blueprints.length === 0) return;
    const screens = await openScreen(
      { to: 'exam', request: newExam(true) },
      { course, size: SMALL, paths: screenPaths() },
    );
    for (const pressed of [
      '1',
      '-',
      'down',
      '2',
      '!',
      'right',
      '1',
      'g',
      'e',
      'y',
      'n',
      'space',
      'space',
      'q',
    ]) {
      await screens.press(pressed);
      requireHarmless(screens);
    }
  });
});
