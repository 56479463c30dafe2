import type { KeyContext } from './key-context.ts';
import { DOWN, FIELD, PAGES, UP } from './shared-keys.ts';

/** Keys of the settings. */
export const SETTINGS_KEYS = {
  settings: {
    title: 'Settings',
    text: 'no',
    bindings: [
      { action: 'right', keys: ['right', 'l'], label: '←→', hint: 'change', help: 'The next value' },
      { action: 'left', keys: ['left', 'h'], help: 'The value before' },
      {
        action: 'open',
        keys: ['enter', 'space'],
        label: 'enter',
        hint: 'edit',
        help: 'Choose from a list, or type a value',
      },
      { ...UP },
      DOWN,
      { action: 'more', keys: ['+'], help: 'More' },
      { action: 'less', keys: ['-'], help: 'Less' },
      { action: 'default', keys: ['backspace'], hint: 'default', help: 'Back to the default' },
      { action: 'undo', keys: ['u', 'z'], label: 'u', hint: 'undo', help: 'Undo the last change' },
      { action: 'top', keys: ['home'], help: 'To the first setting' },
      { action: 'bottom', keys: ['end', 'G'], help: 'To the last setting' },
      ...PAGES,
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'back', help: 'Back to where you were' },
    ],
  },
  'settings-list': {
    title: 'Settings: a list of values',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'choose', help: 'Choose this one' },
      { ...UP, label: '↑↓', hint: 'move' },
      DOWN,
      {
        action: 'back',
        keys: ['q', 'esc', 'left', 'h'],
        label: 'q',
        hint: 'as before',
        help: 'Leave it as it is',
      },
    ],
  },
  'settings-days': {
    title: 'Settings: days off',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'save', help: 'Save these days off' },
      { action: 'right', keys: ['right', 'l'], label: '←→', hint: 'weekday', help: 'The next weekday' },
      { action: 'left', keys: ['left', 'h'], help: 'The weekday before' },
      {
        action: 'mark',
        keys: ['space'],
        hint: 'off or on',
        help: 'Make the weekday a day off, or take that back',
      },
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'as before', help: 'Leave them as they are' },
    ],
  },
  'settings-field': {
    title: 'Settings: a value that is typed',
    text: 'yes',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'save', help: 'Save the value' },
      ...FIELD,
      { action: 'back', keys: ['esc'], hint: 'as before', help: 'Leave it as it is' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
