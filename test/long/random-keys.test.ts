/** Ten thousand keys over all screens: nothing breaks, nothing traps, nothing is suspended unasked. */
import { beforeAll, expect, it } from 'vitest';
import { cellWidth, stripStyles } from '../../src/text/layout/width.ts';
import type { ContextName } from '../../src/tui/keys/key-table.ts';
import { KEY_TABLE, keyContext } from '../../src/tui/keys/key-table.ts';
import { loadWhatKeysOpen, numbers } from '../support/footer.ts';
import type { Screens } from '../support/frames.ts';
import { openScreen } from '../support/frames.ts';
import { CHOOSE_COURSE, listWorld } from '../support/list-world.ts';
import { screenPaths } from '../support/screens-in-context.ts';

const COUNT = 10_000;
const SEED = 20_261_129;

const NAMES = Object.keys(KEY_TABLE) as readonly ContextName[];
const ANY = [
  ...new Set([
    ...NAMES.flatMap(name => keyContext(name).bindings.flatMap(({ keys }) => keys)),
    '?',
    'f1',
    'g',
    ',',
    'ctrl-l',
    'Q',
    '#',
  ]),
];

const expectFits = (screens: Screens, pressed: readonly string[]): void => {
  const { terminal } = screens.shell;
  const lines = stripStyles(screens.styled()).split('\n');
  const widest = Math.max(...lines.map(cellWidth));
  if (lines.length > Math.max(1, terminal.rows - 1) || widest > terminal.columns)
    throw new Error(`Does not fit after ${pressed.slice(-20).join(' ')}\n${lines.join('\n')}`);
};

/** The way out of whatever is on top. */
const wayOut = (name: ContextName | null): string =>
  name === 'writing-asking' ? 'y' : name !== null && keyContext(name).text === 'yes' ? 'esc' : 'q';

beforeAll(loadWhatKeysOpen);

it('ten thousand keys end in no exception, no dead end and no unasked suspension', async () => {
  const next = numbers(SEED);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const world = { ...listWorld(), paths: screenPaths() };
  const visited = new Set<string>();
  const start = (): Promise<Screens> => openScreen({ to: 'home' }, { course: CHOOSE_COURSE, ...world });
  let screens = await start();
  const pressed: string[] = [];
  for (let nth = 0; nth < COUNT; nth++) {
    const { shell } = screens;
    const context = shell.context ?? 'home';
    visited.add(context);
    // Mostly keys that do something here; leaving all the time would see only Home.
    const own = keyContext(context).bindings.flatMap(({ keys }) => keys);
    const key = next() < 0.75 && own.length > 0 ? pick(own) : pick(ANY);
    if (context === 'home' && key === 'q') continue;
    const events = screens.journal.events.length;
    pressed.push(key);
    if (next() < 0.01) screens.clock.pass(Math.floor(next() * 40));
    if (next() < 0.01) screens.resize(20 + Math.floor(next() * 180), 6 + Math.floor(next() * 50));
    else if (next() < 0.02) screens.resize(80, 24);
    await screens.press(key);
    const said = screens.journal.events
      .slice(events)
      .some(event => event.type === 'suspended' && event.value);
    const isAsked = key === 'S' || (context === 'lists-asking' && key === 'y') || /^(?:u|z)$/.test(key);
    if (said && !isAsked) throw new Error(`Suspended after ${pressed.slice(-20).join(' ')}`);
    const { ending } = screens.shell;
    if (ending !== null) {
      if (ending.is === 'failed')
        throw new Error(`Failed after ${pressed.slice(-20).join(' ')}`, { cause: ending.error });
      expect(['left', 'interrupted']).toContain(ending.is);
      screens = await start();
      continue;
    }
    expectFits(screens, pressed);
    if (nth % 200 !== 199) continue;
    screens.resize(80, 24);
    const trail: string[] = [];
    for (
      let step = 0;
      step < 40 && screens.shell.context !== 'home' && screens.shell.ending === null;
      step++
    ) {
      trail.push(screens.shell.context ?? '');
      await screens.press(wayOut(screens.shell.context));
      // What is still being loaded takes no keys before it is there.
      if (trail.at(-1) === screens.shell.context) await new Promise(resolve => setTimeout(resolve, 250));
    }
    if (screens.shell.ending === null && screens.shell.context !== 'home')
      throw new Error(`No way out of ${trail.slice(-6).join(' ')} after ${pressed.slice(-20).join(' ')}`);
  }
  screens.shell.end({ is: 'left' });
  // All parts of the program were seen, not only a corner of it.
  expect(visited.size).toBeGreaterThan(30);
});
