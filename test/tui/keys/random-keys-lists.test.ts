import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth, stripStyles } from '../../../src/text/layout/width.ts';
import { CHOOSE_KEYS } from '../../../src/tui/keys/choose.ts';
import { EXAMS_KEYS } from '../../../src/tui/keys/exams.ts';
import { LISTS_KEYS } from '../../../src/tui/keys/lists.ts';
import type { Destination } from '../../../src/tui/shell/destination.ts';
import type { Screens } from '../../support/frames.ts';
import { openScreen } from '../../support/frames.ts';
import { CHOOSE_COURSE, listWorld } from '../../support/list-world.ts';

const KEYS = [
  ...new Set(
    [LISTS_KEYS, CHOOSE_KEYS, EXAMS_KEYS]
      .flatMap(keys => Object.values(keys))
      .flatMap(({ bindings }) => bindings)
      .flatMap(({ keys }) => keys as readonly string[]),
  ),
  '1',
  '3',
];

const STARTS: readonly Destination[] = [
  { to: 'lists', list: 'missed' },
  { to: 'lists', list: 'suspended' },
  { to: 'choose', at: null },
  { to: 'choose', at: '2.1' },
];

const expectFits = (screens: Screens): void => {
  const { ending, terminal } = screens.shell;
  if (ending !== null) {
    expect(ending.is).toBe('left');
    return;
  }
  const lines = stripStyles(screens.styled()).split('\n');
  expect(lines.length).toBeLessThanOrEqual(Math.max(1, terminal.rows - 1));
  for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(terminal.columns);
};

beforeAll(async () => makeRenderer(makeStyle(false)).load());

describe('any keys in lists and choices', () => {
  it('never end in an error, fit the terminal, and suspend nothing but by S', async () => {
    const key = fc.constantFrom(...KEYS);
    const size = fc.constantFrom(
      { columns: 60, rows: 16 },
      { columns: 80, rows: 24 },
      { columns: 200, rows: 50 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...STARTS),
        size,
        fc.array(key, { maxLength: 40 }),
        async (start, { columns, rows }, keys) => {
          const screens = await openScreen(start, {
            course: CHOOSE_COURSE,
            size: { columns, rows },
            ...listWorld(),
          });
          const before = screens.journal.events.length;
          for (const each of keys) {
            await screens.press(each);
            expectFits(screens);
          }
          const suspended = screens.journal.events.slice(before).some(({ type }) => type === 'suspended');
          if (suspended) expect(keys).toContain('S');
          screens.shell.end({ is: 'left' });
        },
      ),
      { numRuns: 40 },
    );
  });
});
