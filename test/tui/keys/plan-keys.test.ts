import * as fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth, stripStyles } from '../../../src/text/layout/width.ts';
import { keyContext } from '../../../src/tui/keys/key-table.ts';
import type { Screens } from '../../support/frames.ts';
import type { PlanPlace } from '../../support/plan-screens-in-context.ts';
import { OPEN_PLAN } from '../../support/plan-screens-in-context.ts';
import { rounds, triedOf } from '../../support/rounds.ts';

const PLACES = Object.keys(OPEN_PLAN) as readonly PlanPlace[];

/** Where a key can do nothing in the state that is opened. */
const NOTHING_TO_DO: ReadonlySet<string> = new Set([
  // The digits are taken back already, and the row of days is the lower one.
  'welcome-minutes down',
  'welcome-minutes j',
  // There are two places to start, and the pointer is at the second.
  'welcome-start down',
  'welcome-start j',
  // The domain is folded.
  'readiness left',
  'readiness h',
  'readiness page-up',
  'readiness ctrl-b',
]);

let open: Screens | null = null;

beforeAll(async () => {
  await makeRenderer(makeStyle(false)).load();
  // Loaded once, so that no key waits for it.
  await Promise.all([
    import('../../../src/tui/screens/session/session-screen.tsx'),
    import('../../../src/tui/screens/settings/settings-screen.tsx'),
    import('../../../src/tui/screens/exam/exam-screen.tsx'),
  ]);
});
afterEach(() => open?.shell.end({ is: 'left' }));

describe.each(PLACES)('in %s', place => {
  const keys = keyContext(place)
    .bindings.flatMap(({ keys: alike }) => triedOf(alike))
    .filter(key => !NOTHING_TO_DO.has(`${place} ${key}`));

  it.each(keys)('%s does something, or says why not', async key => {
    const screens = (open = await OPEN_PLAN[place]());
    const { shell } = screens;
    expect(shell.screen?.context).toBe(place);
    const before = screens.styled();
    const events = screens.journal.events.length;
    await screens.press(key);
    const seen = (): boolean =>
      shell.ending !== null ||
      shell.message !== null ||
      shell.screen?.context !== place ||
      screens.journal.events.length > events ||
      screens.styled() !== before;
    await expect.poll(seen).toBe(true);
    expect(shell.ending?.is ?? 'left').toBe('left');
  });
});

const KEYS = [
  ...new Set(
    PLACES.flatMap(place => keyContext(place).bindings.flatMap(({ keys }) => keys as readonly string[])),
  ),
  'g',
  ',',
  '?',
  'x',
  '5',
];

describe('any keys', () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 15, arbitrary: fc.constantFrom(...KEYS).map(key => ({ key, text: null, size: null })) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('20 dec', 'soon', '2026-11-20', '999', '消息')
          .map(text => ({ key: null, text, size: null })),
      },
      {
        weight: 1,
        arbitrary: fc
          .record({ columns: fc.integer({ min: 20, max: 200 }), rows: fc.integer({ min: 4, max: 60 }) })
          .map(size => ({ key: null, text: null, size })),
      },
    ),
    { maxLength: 25 },
  );

  it('leave the screens of the plan whole, and one can always go back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PLACES), steps, async (place, doing) => {
        const screens = (open = await OPEN_PLAN[place]());
        const { shell } = screens;
        for (const { key, text, size } of doing) {
          if (key !== null) await screens.press(key);
          if (text !== null) await screens.paste(text);
          if (size !== null) screens.resize(size.columns, size.rows);
          if (shell.ending !== null) break;
          const lines = stripStyles(screens.styled()).split('\n');
          expect(lines.length).toBeLessThanOrEqual(Math.max(1, shell.terminal.rows - 1));
          for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(shell.terminal.columns);
        }
        expect(shell.ending?.is ?? 'left').toBe('left');
        // Nothing is suspended, buried or discarded by keys that nobody asked for that.
        const types = screens.journal.events.map(({ type }) => type);
        expect(types).not.toContain('reset');
        screens.resize(80, 24);
        for (let i = 0; i < 30 && shell.ending === null; i++) await screens.press('esc', 'q');
        expect(shell.ending).toEqual({ is: 'left' });
      }),
      { numRuns: rounds(6, 25) },
    );
  });
});
