import { beforeAll, describe, expect, it } from 'vitest';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import type { Studied } from '../../../support/planned-course.ts';
import { plannedCourse, studied, studyDays } from '../../../support/planned-course.ts';
import { screenPaths } from '../../../support/screens-in-context.ts';

const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const plan = async (source: Studied, more: object = {}): Promise<Screens> => {
  const screens = await openScreen({ to: 'plan' }, { ...source, paths: screenPaths(), ...more });
  await screens.settle();
  return screens;
};
const settings = ({ journal }: Screens) => journal.progress('tiny').settings;

beforeAll(() =>
  Promise.all([
    import('../../../../src/tui/screens/plan/plan-screen.tsx'),
    import('../../../../src/tui/screens/settings/settings-screen.tsx'),
    import('../../../../src/tui/screens/session/session-screen.tsx'),
  ]),
);

describe.each(SIZES)('the plan at $columns x $rows', ({ columns, rows }) => {
  it('is drawn whole in each of its states', async () => {
    const size = { columns, rows };
    const screens = await plan(studied(9), { size });
    const frames = ['# today', screens.frame()];
    await screens.press('down', 'down', 'right');
    frames.push('# another day', screens.frame());
    await screens.press('space');
    frames.push('# a day off', screens.frame());
    await screens.press('home', '+', '+');
    frames.push('# other minutes are tried', screens.frame());
    const mock = await plan(studied(9), { size });
    await mock.press('down', 'down', 'right', 'right', 'right', 'right');
    frames.push('# the day of the mock exam', mock.frame());
    const missed = studied(6);
    missed.clock.pass(3 * 24 * 60);
    const behind = await plan(missed, { size });
    frames.push('# days were missed', behind.frame());
    await behind.press('left');
    frames.push('# a day that is over', behind.frame());
    const early = await plan(studied(1), { size });
    frames.push('# too few answers', early.frame());
    const ascii = await plan(studied(9), { size, ascii: true });
    frames.push('# ASCII', ascii.frame());
    for (const frame of frames.filter(each => !each.startsWith('#'))) {
      expect(frame.split('\n')).toHaveLength(rows - 1);
      for (const line of frame.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
    }
    // Only ASCII characters where the setting asks for them.
    expect(ascii.frame()).toMatch(/^[\n -~]*$/);
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/plan-${columns}.txt`);
  });
});

describe('the plan', () => {
  it('keeps other minutes only with enter, and u undoes', async () => {
    const screens = await plan(studied(9));
    await screens.press('+');
    expect(screens.shell.screen?.context).toBe('plan-trying');
    expect(screens.frame()).toMatch(/Trying 20 min a day: \d+-\d+ %, (?:on track|close|behind)\./);
    expect(settings(screens).minutesPerDay).toBe(15);
    await screens.press('esc');
    expect(screens.shell.screen?.context).toBe('plan');
    await screens.press('+', 'enter');
    expect(settings(screens).minutesPerDay).toBe(20);
    await screens.press('u');
    expect(settings(screens)).toMatchObject({ minutesPerDay: 15, planFrom: '2026-11-16' });
  });

  it('makes a day a day off, and takes that back', async () => {
    const screens = await plan(studied(9));
    await screens.press('right', 'space');
    expect(settings(screens).daysOff).toEqual(['2026-11-26']);
    expect(screens.frame()).toContain('Thu 26 Nov is a day off. u undoes');
    expect(screens.frame()).toMatch(/\[-\]/);
    await screens.press('space');
    expect(settings(screens).daysOff).toEqual([]);
    await screens.press('left', 'left', 'space');
    expect(settings(screens).daysOff).toEqual([]);
    expect(screens.frame()).toContain('from today to the eve of the exam');
  });

  it('says that a weekly day off is changed in the settings', async () => {
    const source = studied(9);
    source.journal.add('tiny', { type: 'configured', settings: { daysOff: ['thu'] } });
    const screens = await plan(source);
    await screens.press('right', 'space');
    expect(screens.frame()).toContain('Thursdays are days off: , changes that');
  });

  it('moves the mock exam to another day with what it costs, and back', async () => {
    const screens = await plan(studied(9));
    await screens.press('right', 'right', 'm');
    expect(settings(screens).mockDate).toBe('2026-11-27');
    expect(screens.frame()).toMatch(
      /Mock exam on Fri 27 Nov: \d+ questions, about \d+ min, as much study as/,
    );
    await screens.press('m');
    expect(settings(screens).mockDate).toBe('');
  });

  it('starts what is left of today with enter', async () => {
    const screens = await plan(studied(9));
    await screens.press('enter');
    await expect.poll(() => screens.shell.screen?.context).toMatch(/^(?:card|choice)/);
  });

  it('on the day of the exam says nothing of a projection or of missed days, and starts nothing', async () => {
    for (const days of [1, 6]) {
      const source = studied(days);
      source.clock.at = Date.parse('2026-12-20T08:00:00Z');
      const screens = await plan(source);
      const frame = screens.frame();
      expect(frame).toContain('today. Good luck!');
      expect(frame).not.toMatch(/missed day|first answers|start today/);
      await screens.press('enter');
      expect(screens.shell.screen?.context).toBe('plan');
    }
  });

  it('says nothing of what missed days cost before there is a projection', async () => {
    const source = studied(1);
    source.clock.pass(2 * 24 * 60);
    const frame = (await plan(source)).frame();
    expect(frame).toContain('first answers');
    expect(frame).not.toContain('missed day');
  });

  it('tells of the minutes of today what Home and the end of a session tell', async () => {
    const source = studied(9);
    studyDays(source, 1, 0.4);
    source.clock.pass(-23 * 60);
    const screens = await plan(source);
    expect(screens.frame()).toContain('0 of 15 min done');
    expect(screens.frame()).not.toContain('1/15');
    const home = await openScreen({ to: 'home' }, { ...source, paths: screenPaths() });
    expect(home.frame()).toMatch(/Today {7}0 of 15 min .*15 min left/);
  });

  it('leads to the settings where no exam is set', async () => {
    const screens = await plan(studied(0, { exam: '', examDate: '' }, plannedCourse()));
    expect(screens.frame()).toContain('No exam is set');
    await screens.press('enter');
    await expect.poll(() => screens.shell.screen?.context).toBe('settings');
  });
});
