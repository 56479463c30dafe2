import { beforeAll, describe, expect, it } from 'vitest';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth } from '../../../src/text/layout/width.ts';
import type { Screens } from '../../support/frames.ts';
import { openScreen } from '../../support/frames.ts';
import { examScreenCourse, SCREEN_COURSE, sessionOf } from '../../support/screen-course.ts';
import { newExam, screenPaths } from '../../support/screens-in-context.ts';

beforeAll(async () => makeRenderer(makeStyle(false)).load());

/** Screens are loaded when they are gone to for the first time. */
const expectContext = (screens: Screens, name: string | RegExp): Promise<void> =>
  expect.poll(() => screens.shell.screen?.context).toMatch(name);

describe('g', () => {
  it.each([
    [60, 16],
    [80, 24],
    [120, 40],
  ])('opens a row above the footer that fits %ix%i', async (columns, rows) => {
    const screens = await openScreen({ to: 'home' }, { course: SCREEN_COURSE, size: { columns, rows } });
    await screens.press('g');
    const lines = screens.frame().split('\n');
    expect(lines.length).toBeLessThanOrEqual(rows - 1);
    for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
    expect(lines.at(-1)).toContain('esc close');
    expect(screens.frame()).toContain('go to   h home');
    expect(screens.frame()).toContain('g top of this screen');
  });

  it('takes one letter, and any other key only closes the row', async () => {
    const screens = await openScreen({ to: 'home' }, { course: SCREEN_COURSE });
    const before = screens.frame();
    await screens.press('g', 'X');
    expect(screens.frame()).toBe(before);
    await screens.press('g', 'esc');
    expect(screens.frame()).toBe(before);
    await screens.press('g', 's');
    await expectContext(screens, 'stats');
  });

  it('never takes pasted text for its letter', async () => {
    const screens = await openScreen({ to: 'home' }, { course: SCREEN_COURSE });
    await screens.press('g');
    await screens.paste('s');
    await expectContext(screens, 'home');
  });

  it('goes to screens in place of each other, so that q leads back in one step', async () => {
    const screens = await openScreen({ to: 'home' }, { course: SCREEN_COURSE });
    await screens.press('g', 's');
    await expectContext(screens, 'stats');
    await screens.press('g', 'o');
    await expectContext(screens, 'notes');
    await screens.press('g', '=');
    await expectContext(screens, 'calculators');
    await screens.press('q');
    await expectContext(screens, 'home');
  });

  it('keeps the session below, and h closes it', async () => {
    const request = sessionOf('quiz', ['single', 'truth']);
    const screens = await openScreen({ to: 'home' }, { course: SCREEN_COURSE });
    screens.shell.open({ to: 'session', request });
    await expectContext(screens, 'choice');
    await screens.press('g', 's');
    await expectContext(screens, 'stats');
    await screens.press('q');
    await expectContext(screens, 'choice');
    await screens.press('g', 'h');
    await expectContext(screens, 'home');
  });

  it('is typed where text is typed, and goes nowhere in a running exam', async () => {
    const search = await openScreen({ to: 'search', words: '' }, { course: SCREEN_COURSE });
    await search.press('g', 's');
    await expectContext(search, 'search');
    const exam = await openScreen(
      { to: 'exam', request: newExam(true) },
      { course: examScreenCourse(), paths: screenPaths() },
    );
    await exam.press('g', 's');
    await expectContext(exam, /^exam-/);
    exam.shell.end({ is: 'left' });
  });

  it('twice goes to the top of a list', async () => {
    const screens = await openScreen({ to: 'calculator', id: null }, { course: SCREEN_COURSE });
    const top = screens.frame();
    await screens.press('down', 'down');
    expect(screens.frame()).not.toBe(top);
    await screens.press('g', 'g');
    expect(screens.frame()).toBe(top);
  });
});

it('F1 shows the keys where text is typed, too', async () => {
  const screens = await openScreen({ to: 'search', words: '' }, { course: SCREEN_COURSE });
  await screens.press('f1');
  expect(screens.frame()).toContain('Search, while typing');
});
