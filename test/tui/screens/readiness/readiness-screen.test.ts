import { beforeAll, describe, expect, it } from 'vitest';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import type { Studied } from '../../../support/planned-course.ts';
import { studied, studyDays } from '../../../support/planned-course.ts';
import { screenPaths } from '../../../support/screens-in-context.ts';
import { takeMock } from '../../../support/take-mock.ts';

const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const readiness = async (source: Studied, more: object = {}): Promise<Screens> => {
  const screens = await openScreen({ to: 'readiness' }, { ...source, paths: screenPaths(), ...more });
  await screens.settle();
  await screens.settle();
  return screens;
};

/** A short and a whole mock exam, a week apart. */
const withMocks = (source: Studied): Studied => {
  takeMock(source);
  source.clock.pass(24 * 60);
  studyDays(source, 3, 15);
  takeMock(source, 65);
  return source;
};

beforeAll(() =>
  Promise.all([
    import('../../../../src/tui/screens/readiness/readiness-screen.tsx'),
    import('../../../../src/tui/screens/session/session-screen.tsx'),
  ]),
);

describe.each(SIZES)('readiness at $columns x $rows', ({ columns, rows }) => {
  it('is drawn whole in each of its states', async () => {
    const size = { columns, rows };
    const screens = await readiness(studied(15), { size });
    const frames = ['# folded', screens.frame()];
    await screens.press('down', 'enter');
    frames.push('# a domain is unfolded', screens.frame());
    await screens.press('down', 'v');
    frames.push('# what a range rests on', screens.frame());
    const mocks = await readiness(withMocks(studied(9)), { size });
    frames.push('# with mock exams', mocks.frame());
    if (columns < 80) {
      await mocks.press('page-down');
      frames.push('# with mock exams, further down', mocks.frame());
    }
    const early = await readiness(studied(0), { size });
    frames.push('# nothing answered', early.frame());
    const ascii = await readiness(studied(15), { size, ascii: true });
    frames.push('# ASCII', ascii.frame());
    for (const frame of frames.filter(each => !each.startsWith('#'))) {
      expect(frame.split('\n')).toHaveLength(rows - 1);
      for (const line of frame.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
    }
    expect(ascii.frame()).toMatch(/^[\n -~]*$/);
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/readiness-${columns}.txt`);
  });
});

describe('readiness', () => {
  it('stands in the header as a range against the aim, in one word', async () => {
    const screens = await readiness(studied(15));
    expect(screens.frame()).toMatch(/\d+-\d+ % · aim 80 % · (?:below|around|above)/);
  });

  it('shows no figure before its evidence, and offers the placement', async () => {
    const screens = await readiness(studied(0));
    expect(screens.frame()).not.toMatch(/\d+-\d+ %/);
    expect(screens.frame()).toContain('not enough answers yet (0 of 20)');
    expect(screens.frame()).toContain('> Placement');
    await screens.press('enter');
    await expect.poll(() => screens.shell.screen?.context).toBe('placement-card');
    expect(screens.frame()).toContain('of 20');
  });

  it.each([
    ['a domain', []],
    ['a task', ['enter', 'down']],
  ] as const)('quizzes and reviews %s', async (_, keys) => {
    const screens = await readiness(studied(15));
    await screens.press(...keys, 't');
    await expect.poll(() => screens.shell.screen?.context).toBe('choice');
    await screens.press('q');
    await expect.poll(() => screens.shell.screen?.context).toMatch(/summary|readiness/);
    while (screens.shell.screen?.context !== 'readiness') await screens.press('q');
    await screens.press('r');
    await expect.poll(() => screens.shell.screen?.context).not.toBe('readiness');
  });

  it('folds what was unfolded, with the pointer on its domain', async () => {
    const screens = await readiness(studied(15));
    await screens.press('right', 'down', 'down');
    expect(screens.frame()).toMatch(/>\s+1\.2 Use data stores/);
    await screens.press('left');
    expect(screens.frame()).toMatch(/> ▸ Development/);
  });

  it('scrolls to what is below the table, and back with the pointer', async () => {
    const screens = await readiness(studied(15), { size: { columns: 60, rows: 16 } });
    screens.frame();
    await screens.press('G');
    expect(screens.frame()).toContain('nobody outside can convert');
    await screens.press('home');
    expect(screens.frame()).toContain('Today ');
  });
});
