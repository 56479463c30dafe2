import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMS_COURSE, examsWorld } from '../../support/exams-world.ts';
import { FOOTER_STARTS, loadWhatKeysOpen, walkFooters } from '../../support/footer.ts';
import type { Screens } from '../../support/frames.ts';
import { openScreen } from '../../support/frames.ts';
import { studied } from '../../support/planned-course.ts';
import { screenPaths } from '../../support/screens-in-context.ts';

beforeAll(loadWhatKeysOpen);

/** The list of exams taken: one is open, and those below it are over. */
const exams = (): Promise<Screens> =>
  openScreen(
    { to: 'exams' },
    { course: EXAMS_COURSE, paths: screenPaths(), size: { columns: 120, rows: 40 }, ...examsWorld(3) },
  );
/** Waits for a screen that is loaded when it is opened. */
const comes = (screens: Screens, context: string): Promise<unknown> =>
  expect.poll(() => screens.shell.screen?.context).toBe(context);
const footer = (screens: Screens): string => screens.frame().split('\n').at(-1) ?? '';

describe('the footer', () => {
  it('offers nothing that has no effect, wherever one goes', async () => {
    const { faults, tried } = await walkFooters({ starts: FOOTER_STARTS, steps: 240, seed: 4 });
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(60);
  });

  it('offers the next wrong one of a report until there is none further down', async () => {
    const screens = await exams();
    await screens.press('down', 'enter');
    await comes(screens, 'exam-report');
    let steps = 0;
    for (; footer(screens).includes('n next wrong') && steps < 40; steps++) {
      const before = screens.frame();
      await screens.press('n');
      expect(screens.frame()).not.toBe(before);
    }
    expect(steps).toBeGreaterThan(1);
    await screens.press('n');
    expect(screens.frame()).toContain('There is no further wrong one');
  });

  it('offers to choose and to look only in a list of a report that has something to choose from', async () => {
    const screens = await exams();
    await screens.press('down', 'enter');
    await comes(screens, 'exam-report');
    await screens.press('a');
    expect(footer(screens)).toMatch(/enter look +↑↓ choose/);
    while (!screens.frame().includes('[flagged 0]')) await screens.press('tab');
    expect(footer(screens)).not.toMatch(/look|choose/);
  });

  it('offers the next question among all of an exam only where another one is in view', async () => {
    const screens = await exams();
    await screens.press('enter');
    await comes(screens, 'exam-choice');
    await screens.press('a');
    expect(footer(screens)).toContain('n next');
    while (!/\[flagged/.test(screens.frame())) await screens.press('tab');
    expect(footer(screens)).not.toContain('n next');
    screens.shell.end({ is: 'left' });
  });

  it('offers no further question of an exam at the last one', async () => {
    const screens = await exams();
    await screens.press('enter');
    await comes(screens, 'exam-choice');
    expect(footer(screens)).toContain('enter next');
    await screens.press('a', 'end', 'right');
    for (let nth = 0; nth < 12; nth++) await screens.press('right');
    await screens.press('enter');
    expect(screens.frame()).toContain('10 of 10');
    expect(footer(screens)).not.toContain('next');
    await screens.press('enter');
    expect(screens.frame()).toContain('This is the last question');
    screens.shell.end({ is: 'left' });
  });

  it('offers no quiz, review or reason for the row of the placement, which has none', async () => {
    const screens = await openScreen({ to: 'readiness' }, { ...studied(0), paths: screenPaths() });
    await screens.settle();
    expect(screens.frame()).toContain('> Placement');
    expect(footer(screens)).not.toMatch(/quiz|review|why/);
    await screens.press('down');
    expect(footer(screens)).toMatch(/t quiz +r review/);
  });
});
