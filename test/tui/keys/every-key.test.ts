import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { keyContext } from '../../../src/tui/keys/key-table.ts';
import type { Screens } from '../../support/frames.ts';
import type { Place } from '../../support/screens-in-context.ts';
import { OPEN } from '../../support/screens-in-context.ts';
import { PATIENCE } from '../../support/patience.ts';
import { triedOf } from '../../support/rounds.ts';

const PLACES = Object.keys(OPEN) as readonly Place[];

/** The pointer is at the end of two lines, or at question 5 already; the whole card is in sight. */
const NOTHING_TO_DO: ReadonlySet<string> = new Set([
  'exam-grid 5',
  'truth 2',
  'truth down',
  'truth j',
  ...['page-up', 'ctrl-b', 'page-down', 'ctrl-f'].map(key => `placement-card ${key}`),
]);

let open: Screens | null = null;

beforeAll(async () => makeRenderer(makeStyle(false)).load());
afterEach(() => {
  open?.shell.end({ is: 'left' });
});

describe.each(PLACES)('in %s', place => {
  const keys = keyContext(place)
    .bindings.flatMap(({ keys: alike }) => triedOf(alike))
    .filter(key => !NOTHING_TO_DO.has(`${place} ${key}`));

  it.each(keys)('%s does something, or says why not', async key => {
    const screens = (open = await OPEN[place]());
    const { shell } = screens;
    expect(shell.context).toBe(place);
    await screens.press('ctrl-l');
    const before = screens.styled();
    const events = screens.journal.events.length;
    const seen = (): boolean =>
      shell.ending !== null ||
      shell.message !== null ||
      screens.journal.events.length > events ||
      screens.styled() !== before;
    await screens.press(key);
    // The first screen of its kind is loaded, which takes a while on a busy machine.
    await expect.poll(seen, { timeout: PATIENCE }).toBe(true);
    expect(shell.ending?.is ?? 'left').toBe('left');
  });
});
