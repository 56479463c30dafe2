import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/core/journal/settings.ts';
import { isFirstRun } from '../../../../src/app/learner/set-up.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { memoryJournal, testClock } from '../../../support/memory-journal.ts';
import { plannedCourse } from '../../../support/planned-course.ts';
import { screenPaths } from '../../../support/screens-in-context.ts';

const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const COURSE = plannedCourse();

/** Home, and the first questions above it, on Sunday 29 November. */
const welcome = async (size: object = {}): Promise<Screens> => {
  const clock = testClock('2026-11-29T10:00:00Z');
  const screens = await openScreen(
    { to: 'home' },
    { course: COURSE, clock, journal: memoryJournal(clock.now), paths: screenPaths(), ...size },
  );
  screens.shell.open({ to: 'welcome' });
  await expect.poll(() => screens.shell.screen?.context).toBe('welcome-list');
  return screens;
};
const settings = ({ journal }: Screens) => journal.progress('tiny').settings;

beforeAll(() => import('../../../../src/tui/screens/welcome/welcome-screen.tsx'));

describe.each(SIZES)('the first questions at $columns x $rows', ({ columns, rows }) => {
  it('are drawn whole', async () => {
    const screens = await welcome({ size: { columns, rows } });
    const frames = ['# which exam', screens.frame()];
    await screens.press('enter');
    frames.push('# which day', screens.frame());
    await screens.paste('20 dec');
    frames.push('# a day is typed', screens.frame());
    await screens.press('enter', 'down', 'right', 'space');
    frames.push('# minutes and days off', screens.frame());
    await screens.press('enter');
    frames.push('# ready', screens.frame());
    for (const frame of frames.filter(each => !each.startsWith('#'))) {
      expect(frame.split('\n')).toHaveLength(rows - 1);
      for (const line of frame.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
    }
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/welcome-${columns}.txt`);
  });
});

describe('the first questions', () => {
  it('save each answer when it is given', async () => {
    const screens = await welcome();
    await screens.press('enter');
    expect(settings(screens)).toMatchObject({ exam: 'dev-c03', planFrom: '2026-11-29', plan: true });
    await screens.paste('in 3 weeks');
    await screens.press('enter');
    expect(settings(screens).examDate).toBe('2026-12-20');
    await screens.press('right', 'down', 'right', 'right', 'space', 'enter');
    expect(settings(screens)).toMatchObject({ minutesPerDay: 45, daysOff: ['wed'] });
    expect(screens.frame()).toContain('> Placement');
    await screens.press('enter');
    await expect.poll(() => screens.shell.screen?.context).toBe('placement-card');
    expect(screens.frame()).toContain('of 20');
    await screens.press('q');
    await expect.poll(() => screens.shell.screen?.context).toMatch(/session-summary|home/);
  });

  it('lead to a session with enter alone', async () => {
    const screens = await welcome();
    await screens.press('enter', 'enter', 'enter', 'enter');
    await expect.poll(() => screens.shell.screen?.context).toBe('placement-card');
    expect(settings(screens)).toMatchObject({ exam: 'dev-c03', examDate: '', minutesPerDay: 30 });
  });

  it('set nothing where all of them are skipped, by q or one by one', async () => {
    const all = await welcome();
    await all.press('q');
    expect(all.shell.screen?.context).toBe('home');
    expect(all.journal.events).toEqual([]);
    const each = await welcome();
    await each.press('tab', 'tab', 'tab');
    expect(each.shell.screen?.context).toBe('home');
    expect(each.journal.events).toEqual([]);
    const typing = await welcome();
    await typing.press('tab', 'esc');
    expect(typing.shell.screen?.context).toBe('home');
    expect(typing.journal.events).toEqual([]);
  });

  it('ask only for minutes where there is no exam, and are not asked again then', async () => {
    const screens = await welcome();
    await screens.press('down', 'down', 'enter');
    expect(screens.frame()).toMatch(/2 of 2/);
    await screens.press('left', 'enter');
    expect(screens.shell.screen?.context).toBe('home');
    expect(settings(screens)).toMatchObject({ exam: '', minutesPerDay: 20 });
    expect(isFirstRun(screens.journal.progress('tiny'))).toBe(false);
    expect(screens.frame()).toContain('none set; enter chooses one');
  });

  it('say at once what is understood of a date, and refuse what cannot be', async () => {
    const screens = await welcome();
    await screens.press('enter');
    await screens.paste('20 dec');
    expect(screens.frame()).toContain('Sunday 20 December 2026 · in 21 days');
    await screens.press('ctrl-u');
    await screens.paste('soon');
    expect(screens.frame()).toContain('not a date');
    await screens.press('enter');
    expect(screens.shell.screen?.context).toBe('welcome-date');
    await screens.press('ctrl-u');
    await screens.paste('2026-11-20');
    await screens.press('enter');
    expect(screens.frame()).toContain('that day is over');
    expect(settings(screens).examDate).toBe('');
  });

  it('change to the exam that is held on that day', async () => {
    const screens = await welcome();
    await screens.press('down', 'enter');
    expect(settings(screens).exam).toBe('dev-c02');
    await screens.paste('20 dec');
    expect(screens.frame()).toContain('DEV-C02 ends Mon 30 Nov. On Sun 20 Dec it is DEV-C03');
    await screens.press('enter');
    expect(settings(screens)).toMatchObject({ exam: 'dev-c03', examDate: '2026-12-20' });
  });

  it('go back with p and shift-tab, keeping what was given', async () => {
    const screens = await welcome();
    await screens.press('enter', 'tab', 'p', 'shift-tab');
    expect(screens.shell.screen?.context).toBe('welcome-list');
    expect(screens.frame()).toContain('> Certified Cloud Developer - Associate');
    expect(settings(screens).exam).toBe('dev-c03');
  });

  it('take another number of minutes by its digits', async () => {
    const screens = await welcome();
    await screens.press('enter', 'tab', '2', '5');
    expect(screens.frame()).toContain('> 25_');
    await screens.press('backspace', '+', 'enter');
    expect(settings(screens).minutesPerDay).toBe(10);
  });
});

it('the first run is one without any answer, exam or choice', () => {
  const nothing = { items: new Map(), days: [], settings: DEFAULT_SETTINGS };
  expect(isFirstRun(nothing)).toBe(true);
  expect(isFirstRun({ ...nothing, settings: { ...DEFAULT_SETTINGS, exam: 'dev-c03' } })).toBe(false);
  expect(isFirstRun({ ...nothing, settings: { ...DEFAULT_SETTINGS, plan: false } })).toBe(false);
});
