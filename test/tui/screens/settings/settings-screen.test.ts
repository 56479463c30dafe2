import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../../src/core/journal/settings.ts';
import { PREFERENCES } from '../../../../src/core/device/preferences.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import { settingRows } from '../../../../src/tui/screens/settings/setting-rows.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import type { Studied } from '../../../support/planned-course.ts';
import { plannedCourse, studied } from '../../../support/planned-course.ts';
import { examScreenCourse } from '../../../support/screen-course.ts';
import { makeTempDir } from '../../../support/run-study.ts';
import { newExam, screenPaths } from '../../../support/screens-in-context.ts';

const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const open = async (source: Studied, more: object = {}): Promise<Screens> => {
  const screens = await openScreen(
    { to: 'settings', part: 'all' },
    { ...source, paths: screenPaths(), ...more },
  );
  await screens.settle();
  return screens;
};
const settings = ({ journal }: Screens) => journal.progress('tiny').settings;
const downTo = (screens: Screens, label: string): Promise<void> =>
  screens.press(
    'home',
    ...Array.from({ length: settingRows('all', false).findIndex(row => row.label === label) }, () => 'down'),
  );

beforeAll(() =>
  Promise.all([
    import('../../../../src/tui/screens/settings/settings-screen.tsx'),
    import('../../../../src/store/device/preferences-conf.ts'),
  ]),
);

describe.each(SIZES)('the settings at $columns x $rows', ({ columns, rows }) => {
  it('are drawn whole in each of their states', async () => {
    const screens = await open(studied(9), { size: { columns, rows } });
    const frames = ['# the exam', screens.frame()];
    await screens.press('down', 'down');
    frames.push('# minutes a day', screens.frame());
    await screens.press('up', 'enter');
    frames.push('# a date is typed', screens.frame());
    await screens.press('esc', 'up', 'enter');
    frames.push('# the list of exams', screens.frame());
    await screens.press('esc', 'G', 'enter', 'G');
    frames.push('# rarer settings', screens.frame());
    for (const frame of frames.filter(each => !each.startsWith('#'))) {
      expect(frame.split('\n')).toHaveLength(rows - 1);
      for (const line of frame.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
    }
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/settings-${columns}.txt`);
  });
});

describe('the settings', () => {
  it('hold every setting there is', () => {
    const keys = settingRows('all', true).flatMap(row =>
      row.scope === 'plain' ? [] : [row.setting.key as string],
    );
    expect(keys.toSorted()).toEqual([...SETTINGS, ...PREFERENCES].map(({ key }) => key as string).toSorted());
  });

  it('change at once with the arrows; u undoes one after the other, backspace gives the default', async () => {
    const screens = await open(studied(9));
    await downTo(screens, 'Minutes a day');
    await screens.press('right');
    expect(settings(screens).minutesPerDay).toBe(20);
    await downTo(screens, 'Aim');
    await screens.press('right', 'right');
    expect(settings(screens).aim).toBe(55);
    await screens.press('backspace');
    expect(settings(screens).aim).toBe(0);
    await screens.press('u', 'u', 'u', 'u');
    expect(settings(screens)).toMatchObject({ minutesPerDay: 15, aim: 0, planFrom: '2026-11-16' });
  });

  it('refuse a value that cannot be beside its field, with the reason', async () => {
    const screens = await open(studied(9));
    await downTo(screens, 'Minutes a day');
    await screens.press('enter', 'ctrl-u');
    await screens.paste('900');
    expect(screens.frame()).toContain('Minutes a day takes a whole number from 5 to 600');
    await screens.press('enter');
    expect(screens.shell.screen?.context).toBe('settings-field');
    expect(settings(screens).minutesPerDay).toBe(15);
    await screens.press('ctrl-u');
    await screens.paste('25');
    await screens.press('enter');
    expect(settings(screens).minutesPerDay).toBe(25);
  });

  it('read a date as people write it', async () => {
    const screens = await open(studied(9));
    await downTo(screens, 'Exam date');
    await screens.press('enter', 'ctrl-u');
    await screens.paste('3 january');
    expect(screens.frame()).toContain('Sunday 3 January 2027');
    await screens.press('enter');
    expect(settings(screens).examDate).toBe('2027-01-03');
    await screens.press('enter', 'ctrl-u', 'enter');
    expect(settings(screens).examDate).toBe('');
  });

  it('choose an exam from the list, or none, and take the plan up again', async () => {
    const screens = await open(studied(9));
    await screens.press('enter', 'down', 'down', 'enter');
    expect(settings(screens)).toMatchObject({ exam: '', plan: false });
    await screens.press('enter', 'up', 'up', 'enter');
    expect(settings(screens)).toMatchObject({ exam: 'dev-c03', plan: true });
  });

  it('mark weekdays as off', async () => {
    const screens = await open(studied(9));
    await downTo(screens, 'Days off');
    await screens.press('enter', 'right', 'space', 'enter');
    expect(settings(screens).daysOff).toEqual(['tue']);
    expect(screens.frame()).toMatch(/Days off\s+Tue/);
  });

  it('of this device are written to its file, and redraw at once', async () => {
    const paths = screenPaths();
    const screens = await open(studied(9), { paths });
    await downTo(screens, 'ASCII signs');
    expect(screens.frame()).toContain('DEV-C03 · Certified');
    await screens.press('right');
    expect(screens.frame()).toContain('DEV-C03 - Certified');
    const written = (): unknown => JSON.parse(readFileSync(join(paths.config, 'settings.json'), 'utf8'));
    await expect.poll(written).toEqual({ ascii: true });
    await screens.press('u');
    expect(screens.frame()).toContain('DEV-C03 · Certified');
    await expect.poll(written).toEqual({});
  });

  it('keep the whole path of a course, however it was typed, and refuse what is none', async () => {
    const paths = screenPaths();
    const screens = await open(studied(9), { paths });
    const written = (): unknown => {
      const file = join(paths.config, 'settings.json');
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    };
    const folder = realpathSync(makeTempDir('study-setting'));
    try {
      await downTo(screens, 'Course by default');
      await screens.press('enter', 'ctrl-u');
      await screens.paste(folder);
      await screens.press('enter');
      expect(screens.frame()).toContain('There are no notes in this folder, so it is no course');
      expect(screens.shell.screen?.context).toBe('settings-field');
      writeFileSync(join(folder, 'a.md'), '# A\n');
      await screens.press('ctrl-u');
      await screens.paste(relative(process.cwd(), folder));
      await screens.press('enter');
      await expect.poll(written).toEqual({ course: folder });
      await screens.press('enter', 'ctrl-u', 'enter');
      await expect.poll(written).toEqual({});
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('say what has decided a value that cannot be changed here', async () => {
    const screens = await open(studied(9), { given: { fixed: { theme: 'NO_COLOR' }, usual: {} } });
    await downTo(screens, 'Colors');
    expect(screens.frame()).toMatch(/Colors\s+auto {3}from NO_COLOR/);
    await screens.press('right');
    expect(screens.frame()).toContain('Set by NO_COLOR: it cannot be changed here');
  });

  it('open from everywhere but a field with a comma, and lead back to the same row', async () => {
    const { course, journal, clock } = studied(9, {}, plannedCourse());
    const screens = await openScreen({ to: 'home' }, { course, journal, clock, paths: screenPaths() });
    await screens.press('down', 'down', ',');
    await expect.poll(() => screens.shell.screen?.context).toBe('settings');
    await screens.press(',');
    await screens.press('q');
    expect(screens.shell.screen?.context).toBe('home');
  });

  it('show only those of this device while an exam runs', async () => {
    const screens = await openScreen(
      { to: 'exam', request: newExam(true) },
      { course: examScreenCourse(), paths: screenPaths() },
    );
    if (screens.shell.screen?.context === 'exam-typed') await screens.press('esc');
    await screens.press(',');
    await expect.poll(() => screens.shell.screen?.context).toBe('settings');
    expect(screens.frame()).not.toContain('Exam date');
    expect(screens.frame()).toContain('Colors');
    await screens.press('q');
    expect(screens.shell.screen?.context).toMatch(/^exam-/);
    screens.shell.end({ is: 'left' });
  });
});
