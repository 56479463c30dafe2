/** A walk over the screens that presses what the footer offers, and notes what has no effect. */
import { stripStyles } from '../../src/text/layout/width.ts';
import { shownHints } from '../../src/tui/components/hints.ts';
import type { Binding } from '../../src/tui/keys/key-context.ts';
import type { ContextName } from '../../src/tui/keys/key-table.ts';
import { keyContext } from '../../src/tui/keys/key-table.ts';
import { makeRenderer } from '../../src/text/question/renderer.ts';
import { makeStyle } from '../../src/text/layout/style.ts';
import type { Screens } from './frames.ts';
import { openScreen } from './frames.ts';
import { EXAMS_COURSE, examsWorld } from './exams-world.ts';
import { CHOOSE_COURSE, listWorld } from './list-world.ts';
import { studied } from './planned-course.ts';
import { screenPaths } from './screens-in-context.ts';

/** What the footer offers now. It is made once the rest is drawn: what can be done may depend on what there was room for. */
const offeredBy = ({ shell, styled }: Screens): readonly Binding[] => {
  const { context, screen } = shell;
  styled();
  if (context === null || screen === null || shell.isTooSmall) return [];
  return shownHints(
    context === 'go-to' ? { context } : (shell.panel ?? screen),
    shell.theme,
    shell.size.columns,
  );
};

/** What is seen, without the row in which messages are told. */
const seenIn = (screens: Screens): string => {
  const lines = screens.styled().split('\n');
  return [screens.shell.context, ...lines.slice(0, -2), lines.at(-1)].join('\n');
};

const PAIRS = [
  ['up', 'down'],
  ['scroll-up', 'scroll-down'],
  ['left', 'right'],
  ['earlier', 'later'],
  ['previous', 'next'],
  ['previous-match', 'next-match'],
  ['more', 'less'],
  ['move-up', 'move-down'],
] as const;
const TWINS: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

/** The keys of an entry: `↑↓` stands for two. */
const keysOf = (context: ContextName, { action, keys, label }: Binding): readonly string[] => {
  const { bindings } = keyContext(context);
  // A command begins with a colon that is typed.
  if (keys.length === 0) return label === undefined ? [] : [label];
  // Of `1-4` the one that is chosen already may be the first.
  if (keys.includes('2')) return keys.slice(0, 2);
  const isPair = label !== undefined && /[↑←+]\s?[↓→-]/.test(label);
  const twin = isPair ? bindings.find(each => each.action === TWINS.get(action)) : undefined;
  const isTyping = keyContext(context).text === 'yes';
  // Where text is typed, a letter is text.
  const [key] = isTyping ? keys.filter(each => [...each].length > 1) : keys;
  return [key ?? keys[0] ?? '', ...(twin?.keys.slice(0, 1) ?? [])];
};

/** What pressing an entry of the footer made of the screen: nothing, only a message, or something else. */
type Effect = { readonly is: 'none' | 'done' } | { readonly is: 'said'; readonly text: string };

/** Presses an entry of the footer. Of a pair that moves, one of both must do something. */
const pressOffered = async (screens: Screens, binding: Binding): Promise<Effect> => {
  const { shell, journal, copied } = screens;
  const context = shell.context ?? 'home';
  await screens.press('ctrl-l');
  let said: string | null = null;
  for (const key of keysOf(context, binding)) {
    const { screen } = shell;
    const before = { seen: seenIn(screens), events: journal.events.length, copied: copied.length };
    const hasDone = (): boolean =>
      shell.ending !== null ||
      shell.screen !== screen ||
      journal.events.length !== before.events ||
      copied.length !== before.copied ||
      seenIn(screens) !== before.seen;
    await screens.press(key);
    // What a key opens may be loaded first.
    for (let i = 0; i < 40 && !hasDone() && shell.message === null; i++)
      await new Promise(resolve => setTimeout(resolve, 50));
    if (hasDone()) return { is: 'done' };
    said ??= shell.message?.text ?? null;
  }
  return said === null ? { is: 'none' } : { is: 'said', text: stripStyles(said) };
};

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
export const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** What is typed now and then where text is taken. */
const TYPED = ['20 dec', 'kms', '24', 'queue', 'zzz'] as const;
const SIZES = [
  [60, 16],
  [80, 24],
  [120, 40],
] as const;
/** Keys after which the walk begins anew somewhere else. */
const STRETCH = 60;

interface Walk {
  readonly starts: readonly (() => Promise<Screens>)[];
  readonly steps: number;
  readonly seed: number;
}

/** What was offered on a walk and did nothing, with the keys that led there, and how many offers were tried. */
interface Walked {
  readonly faults: readonly string[];
  readonly tried: number;
}

/**
 * Presses keys at random, most of them out of the footer. An offer that does nothing is a fault, and so is one that
 * is only answered by a message; in a field `enter` may say what is wrong with what was typed.
 */
export const walkFooters = async ({ starts, steps, seed }: Walk): Promise<Walked> => {
  const next = numbers(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const faults: string[] = [];
  const tried = new Map<string, number>();
  let round = 0;
  const begin = (): Promise<Screens> => {
    const start = starts[round++ % starts.length];
    if (start === undefined) throw new RangeError('nowhere to start');
    return start();
  };
  let screens = await begin();
  let pressed: string[] = [];
  for (let nth = 0; nth < steps; nth++) {
    const context = screens.shell.context ?? 'home';
    const { text, bindings } = keyContext(context);
    const offered = offeredBy(screens).filter(({ action }) => context !== 'home' || action !== 'back');
    const countOf = ({ action }: Binding): number => tried.get(`${context} ${action}`) ?? 0;
    const rare = offered.filter(binding => countOf(binding) === Math.min(...offered.map(countOf)));
    if (next() < 0.7 && offered.length > 0) {
      const binding = pick(next() < 0.7 ? rare : offered);
      tried.set(`${context} ${binding.action}`, countOf(binding) + 1);
      const effect = await pressOffered(screens, binding);
      pressed.push(binding.keys[0] ?? binding.label ?? '');
      const isToldWhy = effect.is === 'said' && text === 'yes' && binding.keys.includes('enter');
      if (effect.is !== 'done' && !isToldWhy)
        faults.push(
          `${context}: "${binding.label ?? binding.keys[0] ?? ''} ${binding.hint ?? ''}" ${effect.is === 'said' ? `says ${effect.text}` : 'does nothing'} after ${pressed.join(' ')}`,
        );
    } else {
      const own = bindings.flatMap(({ keys }) => keys);
      const key = next() < 0.1 ? 'g' : own.length > 0 ? pick(own) : 'q';
      if (context === 'home' && key === 'q') continue;
      pressed.push(key);
      await screens.press(key);
      const now = screens.shell.context;
      if (next() < 0.3 && now !== null && keyContext(now).text === 'yes') await screens.paste(pick(TYPED));
    }
    if (next() < 0.02) {
      const [columns, rows] = pick(SIZES);
      screens.resize(columns, rows);
    }
    const { ending } = screens.shell;
    if (ending?.is === 'failed')
      throw new Error(`Failed after ${pressed.join(' ')}`, { cause: ending.error });
    if (ending === null && pressed.length < STRETCH) continue;
    screens.shell.end({ is: 'left' });
    screens = await begin();
    pressed = [];
  }
  screens.shell.end({ is: 'left' });
  return { faults: [...new Set(faults)], tried: tried.size };
};

/** Places from which everything can be reached, with progress of different kinds. */
export const FOOTER_STARTS: Walk['starts'] = [
  () => openScreen({ to: 'home' }, { course: CHOOSE_COURSE, ...listWorld(), paths: screenPaths() }),
  () => openScreen({ to: 'home' }, { ...studied(3), paths: screenPaths() }),
  () => openScreen({ to: 'exams' }, { course: EXAMS_COURSE, ...examsWorld(2), paths: screenPaths() }),
  () =>
    openScreen(
      { to: 'mock' },
      { course: EXAMS_COURSE, ...examsWorld(2), size: { columns: 60, rows: 16 }, paths: screenPaths() },
    ),
];

/** What keys load is there at once: they do not wait for the disk. */
export const loadWhatKeysOpen = async (): Promise<void> => {
  await makeRenderer(makeStyle(false)).load();
  await Promise.all([import('../../src/tui/writing/panels.ts'), import('../../src/content/parse/index.ts')]);
};
