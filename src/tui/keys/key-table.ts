/**
 * Every key of every screen. Dispatch, the line of hints, the overlay behind `?` and docs/keys.md come from here;
 * each screen declares its part in its own file beside this one.
 */
import { plainNumber } from '../../core/base/digits.ts';
import type { Binding, KeyContext } from './key-context.ts';
import { CALCULATOR_KEYS } from './calculators.ts';
import { CHOOSE_KEYS } from './choose.ts';
import { EXAM_KEYS } from './exam.ts';
import { AFTER_EXAM_KEYS, EXAMS_KEYS } from './exams.ts';
import { GO_TO_KEYS } from './go-to.ts';
import { HOME_KEYS } from './home.ts';
import { LISTS_KEYS } from './lists.ts';
import { NOTES_KEYS } from './notes.ts';
import { PLAN_KEYS } from './plan.ts';
import { READINESS_KEYS } from './readiness.ts';
import { SEARCH_KEYS } from './search.ts';
import { SESSION_KEYS } from './session/session.ts';
import { SETTINGS_KEYS } from './settings.ts';
import { STATS_KEYS } from './stats.ts';
import { WELCOME_KEYS } from './welcome.ts';
import { WRITING_KEYS } from './writing.ts';

/** In force everywhere; where text is typed only those that are no characters. */
export const GLOBAL_KEYS = {
  title: 'Everywhere',
  text: 'no',
  bindings: [
    { action: 'help', keys: ['?', 'f1'], label: '?', hint: 'keys', help: 'Show the keys of this screen' },
    {
      action: 'go-to',
      keys: ['g'],
      hint: 'go to',
      help: 'Go to another screen; gg: to the top of this one',
    },
    {
      action: 'settings',
      keys: [','],
      hint: 'settings',
      help: 'Settings',
    },
    { action: 'redraw', keys: ['ctrl-l'], help: 'Redraw the screen' },
    { action: 'sleep', keys: ['ctrl-z'], help: 'Suspend to the shell (fg returns)' },
    { action: 'interrupt', keys: ['ctrl-c'], help: 'Leave the program; every answer is on the disk' },
  ],
} as const satisfies KeyContext;

/** While the overlay with the keys is shown. */
const OVERLAY_KEYS = {
  title: 'This overview',
  text: 'no',
  bindings: [
    { action: 'scroll-up', keys: ['up', 'k'], label: '↑↓', hint: 'scroll', help: 'Scroll up' },
    { action: 'scroll-down', keys: ['down', 'j', 'space'], help: 'Scroll down' },
    { action: 'close', keys: ['?', 'f1', 'esc', 'q', 'enter'], hint: 'close', help: 'Close it' },
  ],
} as const satisfies KeyContext;

/** The keys of every context. */
export const KEY_TABLE = {
  overlay: OVERLAY_KEYS,
  ...GO_TO_KEYS,
  ...HOME_KEYS,
  ...WELCOME_KEYS,
  ...PLAN_KEYS,
  ...READINESS_KEYS,
  ...SETTINGS_KEYS,
  ...AFTER_EXAM_KEYS,
  ...SESSION_KEYS,
  ...EXAM_KEYS,
  ...NOTES_KEYS,
  ...SEARCH_KEYS,
  ...CALCULATOR_KEYS,
  ...STATS_KEYS,
  ...LISTS_KEYS,
  ...CHOOSE_KEYS,
  ...EXAMS_KEYS,
  ...WRITING_KEYS,
} as const satisfies Readonly<Record<string, KeyContext>>;

/** Name of a context. */
export type ContextName = keyof typeof KEY_TABLE;

/** Everything a key can ask a screen for. */
export type Action = (typeof KEY_TABLE)[ContextName]['bindings'][number]['action'];
type GlobalAction = (typeof GLOBAL_KEYS)['bindings'][number]['action'];

/** The keys of a context. */
export const keyContext = (name: ContextName): KeyContext => KEY_TABLE[name];

/** A key that is a character, which a field would take for text. */
const isCharacter = (key: string): boolean => key === 'space' || [...key].length === 1;

const find = <A extends string>(
  bindings: readonly (Binding & { readonly action: A })[],
  key: string,
): A | null => bindings.find(({ keys }) => keys.includes(key))?.action ?? null;

/** A key as the table names it: where no text is typed, a letter or digit of full width or of another script is the plain one. */
export const keyIn = (name: ContextName, key: string): string =>
  keyContext(name).text === 'yes' || !isCharacter(key) ? key : plainNumber(key);

/** What a key asks for in a context; `null`: nothing. */
export const actionOf = (name: ContextName, key: string): Action | null =>
  find(KEY_TABLE[name].bindings, key);

/** Whether an exam is running: one does not go elsewhere, and only what holds for the device can be set. */
export const isRunningExam = (name: ContextName): boolean =>
  name.startsWith('exam-') && name !== 'exam-report';

/** Whether something lies over a screen that takes the next key. */
const isOnTop = (name: ContextName): boolean =>
  name === 'overlay' || name === 'go-to' || name === 'writing-asking';

/** What a key asks the program itself for, whatever the screen. */
export const globalActionOf = (name: ContextName, key: string): GlobalAction | null => {
  const { text } = keyContext(name);
  if (text === 'yes' && isCharacter(key)) return null;
  const action = find(GLOBAL_KEYS.bindings, key);
  if (action === 'go-to') return isRunningExam(name) || isOnTop(name) ? null : action;
  return action === 'settings' && isOnTop(name) ? null : action;
};

/** The text a key types; `null` for one that types none. */
export const textOf = (key: string): string | null => (key === 'space' ? ' ' : isCharacter(key) ? key : null);
