import type { Binding, KeyContext } from './key-context.ts';
import { FIELD } from './shared-keys.ts';

const SAVE = { action: 'save', keys: ['enter'], hint: 'save' } as const;
const EDITOR = {
  action: 'editor',
  keys: ['ctrl-o'],
  hint: 'in your editor',
  help: 'Write it in your editor',
} as const;
const LINES = [
  { action: 'up', keys: ['up'], help: 'The line above' },
  { action: 'down', keys: ['down'], help: 'The line below' },
] as const satisfies readonly Binding[];
const DROP = {
  action: 'close',
  keys: ['esc'],
  hint: 'drop',
  help: 'Close it; asks first where something was typed',
} as const;

/** While a remark or a card of one's own is written, over the lower rows of a screen. */
export const WRITING_KEYS = {
  'writing-remark': {
    title: 'Writing a remark',
    text: 'yes',
    bindings: [{ ...SAVE, help: 'Save it; without text it is discarded' }, EDITOR, ...LINES, ...FIELD, DROP],
  },
  'writing-card': {
    title: 'Writing a card of your own',
    text: 'yes',
    bindings: [
      { action: 'later', keys: ['tab'], hint: 'field', help: 'Front, back' },
      { action: 'earlier', keys: ['shift-tab'], help: 'The field before' },
      { ...SAVE, help: 'Save it; a front with [brackets] needs no back' },
      EDITOR,
      ...LINES,
      ...FIELD,
      DROP,
    ],
  },
  'writing-asking': {
    title: 'Before what was typed is dropped',
    text: 'no',
    bindings: [
      { action: 'confirm', keys: ['y'], hint: 'drop it', help: 'Drop what was typed' },
      {
        action: 'decline',
        keys: ['n', 'esc', 'q', 'enter'],
        label: 'n',
        hint: 'back to it',
        help: 'Write on',
      },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
