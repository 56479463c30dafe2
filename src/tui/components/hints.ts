import type { Binding } from '../keys/key-context.ts';
import type { Action } from '../keys/key-table.ts';
import { GLOBAL_KEYS, keyContext } from '../keys/key-table.ts';
import type { Screen } from '../shell/screen.ts';
import type { Theme } from './theme.ts';
import { cellWidth } from '../../text/layout/width.ts';

/** Keys whose names are not what stands on them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['up', '↑'],
  ['down', '↓'],
  ['left', '←'],
  ['right', '→'],
  ['f1', 'F1'],
]);

/** How the keys of a binding are written: its label, or the name of its first key. */
export const keyLabel = ({ label, keys }: Binding, { ascii, signs }: Theme): string => {
  const text = label ?? keys[0] ?? '';
  if (!ascii) return text;
  const { up, down, left, right } = signs;
  const words: ReadonlyMap<string, string> = new Map([
    ['↑', up],
    ['↓', down],
    ['←', left],
    ['→', right],
  ]);
  return text.replace(/[↑↓←→]+/g, run => Array.from(run, arrow => words.get(arrow) ?? arrow).join('/'));
};

const GAP = '   ';
/** More than these are not read. */
const MOST_HINTS = 7;

/** What is asked of a screen for its hints. */
type Hinting = Pick<Screen, 'context' | 'offers' | 'label' | 'hint' | 'count'>;

/** What the line of hints offers, in its order. */
export const shownHints = (screen: Hinting, theme: Theme, columns: number): readonly Binding[] => {
  const { context: name } = screen;
  const context = keyContext(name);
  const bindings: readonly Binding[] = context.bindings;
  const own = bindings
    .filter(binding => binding.hint !== undefined && (screen.offers?.(binding.action as Action) ?? true))
    .map(binding => {
      const label = screen.label?.(binding.action as Action);
      const count = screen.count?.(binding.action as Action);
      const hint = screen.hint?.(binding.action as Action) ?? binding.hint ?? '';
      return {
        ...binding,
        ...(label === undefined ? {} : { label }),
        hint: count === undefined ? hint : `${hint} ${count}`,
      };
    });
  const everywhere = (actions: readonly string[]): readonly Binding[] =>
    GLOBAL_KEYS.bindings.filter(({ action }) => actions.includes(action));
  const help: readonly Binding[] =
    name === 'overlay'
      ? []
      : // A question mark is text where text is typed.
        everywhere(['help']).map(binding =>
          context.text === 'yes' ? { ...binding, label: 'F1', hint: 'help' } : binding,
        );
  const last = own.slice(-1);
  const first = [...own.slice(0, -1), ...everywhere(context.shows ?? [])];
  const plain = (binding: Binding): string => `${keyLabel(binding, theme)} ${binding.hint ?? ''}`;
  const shown = first.slice(0, MOST_HINTS - help.length - last.length);
  // In a field the way out comes before the help; elsewhere it is the very last.
  const ends = context.text === 'yes' ? [...last, ...help] : [...help, ...last];
  const width = (): number => cellWidth([...shown, ...ends].map(plain).join(GAP));
  while (shown.length > 0 && width() > columns) shown.pop();
  return [...shown, ...ends];
};

/**
 * The line that says what the keys do, as wide as there is room. What does not fit is left out from the right,
 * but never the last two: the other keys, and how one gets out.
 */
export const hintLine = (screen: Hinting, theme: Theme, columns: number): string =>
  shownHints(screen, theme, columns)
    .map(binding => `${theme.style.strong(keyLabel(binding, theme))} ${theme.style.dim(binding.hint ?? '')}`)
    .join(GAP);

/** All keys of a binding, for the overlay and the reference. */
export const keyNames = ({ keys }: Binding, theme: Theme): string =>
  keys
    .map(key => keyLabel({ action: '', keys: [], help: '', label: NAMES.get(key) ?? key }, theme))
    .join(' ');
