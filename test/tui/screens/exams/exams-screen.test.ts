import { describe, expect, it } from 'vitest';
import { examCurve } from '../../../../src/tui/screens/exams/exam-curve.ts';
import { makeTheme } from '../../../../src/tui/components/theme.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import type { Screens, ScreenOptions } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { EXAMS_COURSE, examsWorld } from '../../../support/exams-world.ts';
import { screenPaths } from '../../../support/screens-in-context.ts';

const open = (world: Parameters<typeof examsWorld>, options: Partial<ScreenOptions> = {}): Promise<Screens> =>
  openScreen(
    { to: 'exams' },
    { course: EXAMS_COURSE, paths: screenPaths(), ...examsWorld(...world), ...options },
  );
/** Waits for a screen that is loaded when it is opened. */
const comes = (screens: Screens, context: string): Promise<unknown> =>
  expect.poll(() => screens.shell.screen?.context).toBe(context);
const types = (screens: Screens): readonly string[] => screens.journal.events.map(({ type }) => type);

describe('the exams taken', () => {
  it.each([
    [60, 16],
    [80, 24],
    [120, 40],
  ])('are drawn with their curve, scores and what was forecast in %i columns', async (columns, rows) => {
    const screens = await open([6], { size: { columns, rows } });
    const frames = [screens.frame()];
    await screens.press('D');
    frames.push(screens.frame());
    await screens.press('n', 'v', 'down');
    frames.push(screens.frame());
    for (const frame of frames) expect(frame.split('\n')).toHaveLength(rows - 1);
    await expect(frames.join('\n\n')).toMatchFileSnapshot(`../../../golden/exams-${columns}.txt`);
  });

  it('do without Unicode signs', async () => {
    const screens = await open([6], { ascii: true });
    expect(screens.frame()).toMatch(/^[\n -~]*$/);
    expect(screens.frame()).toContain('O full');
  });

  it('resume the open one, and show the report of one that is over', async () => {
    const screens = await open([3]);
    expect(screens.frame()).toMatch(/> open +full 10 +question 2 +17 min left +clock running/);
    await screens.press('enter');
    await comes(screens, 'exam-choice');
    screens.shell.end({ is: 'left' });

    const past = await open([3]);
    const before = past.journal.events.length;
    await past.press('down', 'enter');
    await comes(past, 'exam-report');
    expect(past.frame()).toContain('report');
    expect(past.journal.events).toHaveLength(before);
    await past.press('q');
    expect(past.shell.screen?.context).toBe('exams');
    past.shell.end({ is: 'left' });
    expect(past.shell.farewell()).toEqual([]);
  });

  it('show the report of one whose time ran out while the list was open, and start no other', async () => {
    const screens = await open([2]);
    screens.clock.pass(30);
    await screens.press('enter');
    await comes(screens, 'exam-report');
    expect(types(screens).filter(type => type === 'exam-started')).toHaveLength(3);
    expect(types(screens).at(-1)).toBe('exam-ended');
    await screens.press('q');
    expect(screens.frame()).toContain('time ran out');
    expect(screens.frame()).not.toMatch(/> +open/);
  });

  it('ask before the open one is discarded, and only y agrees', async () => {
    const screens = await open([2]);
    const before = screens.journal.events.length;
    for (const key of ['n', 'esc', 'q', 'enter']) {
      await screens.press('D');
      expect(screens.frame()).toContain('Discard this exam? Its 1 answer will not be scored.');
      await screens.press(key);
      expect(screens.shell.screen?.context).toBe('exams');
    }
    expect(screens.journal.events).toHaveLength(before);
    await screens.press('D', 'y');
    await expect.poll(() => screens.frame()).toContain('Discarded. It has no score.');
    expect(screens.frame()).not.toContain('1 open');
    await screens.press('D');
    expect(screens.frame()).toContain('Only an open exam can be discarded');
  });

  it('give a quiz on what was wrong, with its number', async () => {
    const screens = await open([3, false]);
    expect(screens.frame()).toMatch(/t redo wrong \d/);
    await screens.press('up', 'down');
    const count = Number(/redo wrong (\d+)/.exec(screens.frame())?.[1]);
    expect(count).toBeGreaterThan(0);
    await screens.press('t');
    await comes(screens, 'choice');
    expect(screens.frame()).toContain(`1 of ${count}`);
  });

  it('are those of one exam, until v shows all of them, each with its name', async () => {
    const screens = await open([3, false]);
    expect(screens.frame()).toContain('exams · MOCK');
    expect(screens.frame()).not.toContain('OTHER');
    await screens.press('v');
    expect(screens.frame()).toContain('OTHER');
    expect(screens.frame()).toContain('3 taken');
  });

  it('say that there are none', async () => {
    const screens = await open([0, false]);
    expect(screens.frame()).toContain('No mock exam taken yet.');
    for (const key of ['enter', 't', 'D', 'v', 'down', 'home']) await screens.press(key);
    expect(screens.shell.ending).toBeNull();
  });
});

describe('the curve of exams', () => {
  const theme = makeTheme({ theme: 'dark', ascii: false, colour: false, env: { LANG: 'C.UTF-8' } });
  const point = (day: number, share: number, isFull = true) => ({
    at: day * 86_400_000,
    date: new Date(day * 86_400_000).toISOString().slice(0, 10),
    share,
    isFull,
  });

  it('has a point for each exam and the line of the aim, within its columns and rows', () => {
    for (const rows of [4, 6, 12]) {
      const lines = examCurve([point(0, 0.5), point(7, 0), point(14, 1, false)], 80, {
        columns: 78,
        rows,
        theme,
      });
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(78);
      const text = lines.slice(0, -1).join('\n');
      expect(text.match(/●/g)).toHaveLength(2);
      expect(text.match(/○/g)).toHaveLength(1);
      expect(text).toContain('aim');
    }
  });

  it('is left out for a single exam, and where there is no room', () => {
    expect(examCurve([point(0, 0.5)], 80, { columns: 78, rows: 12, theme })).toEqual([]);
    expect(examCurve([point(0, 0.5), point(1, 0.5)], 80, { columns: 78, rows: 3, theme })).toEqual([]);
  });
});
