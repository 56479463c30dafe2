import type { Binding, KeyContext } from './key-context.ts';
import { DIGITS, DOWN, FIELD, UP } from './shared-keys.ts';

const SKIP = { action: 'skip', keys: ['tab'], hint: 'skip', help: 'Skip this question' } as const;
const BEFORE = {
  action: 'previous',
  keys: ['p', 'shift-tab'],
  label: 'p',
  help: 'The question before',
} as const;
const SKIP_ALL = {
  action: 'back',
  keys: ['q', 'esc'],
  label: 'q',
  hint: 'skip all',
  help: 'Skip what is left; what was answered is kept',
} as const satisfies Binding;

/** Keys of the first questions. */
export const WELCOME_KEYS = {
  'welcome-list': {
    title: 'First questions: a list',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'choose', help: 'Choose this one' },
      { ...UP, label: '↑↓', hint: 'move' },
      DOWN,
      SKIP,
      BEFORE,
      SKIP_ALL,
    ],
  },
  'welcome-start': {
    title: 'First questions: where to start',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'start', help: 'Start it' },
      { ...UP, label: '↑↓', hint: 'move' },
      DOWN,
      BEFORE,
      { ...SKIP_ALL, hint: 'home', help: 'To Home' },
    ],
  },
  'welcome-date': {
    title: 'First questions: a date',
    text: 'yes',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'save', help: 'Save it; an empty field skips the question' },
      SKIP,
      {
        action: 'previous',
        keys: ['shift-tab'],
        hint: 'back',
        help: 'The question before',
      },
      ...FIELD,
      {
        action: 'back',
        keys: ['esc'],
        hint: 'skip all',
        help: 'Skip what is left; what was answered is kept',
      },
    ],
  },
  'welcome-minutes': {
    title: 'First questions: minutes a day and days off',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'save', help: 'Save minutes and days off' },
      { action: 'right', keys: ['right', 'l'], label: '←→', hint: 'change', help: 'To the right' },
      { action: 'left', keys: ['left', 'h'], help: 'To the left' },
      { ...UP, help: 'To the minutes' },
      { ...DOWN, label: '↓', hint: 'days off', help: 'To the days off' },
      { action: 'mark', keys: ['space'], help: 'Make the weekday a day off, or take that back' },
      { action: 'more', keys: ['+'], help: 'Five minutes more' },
      { action: 'less', keys: ['-'], help: 'Five minutes less' },
      { action: 'digit', keys: ['0', ...DIGITS], label: '0-9', help: 'Type another number of minutes' },
      { action: 'delete-before', keys: ['backspace'], help: 'Take the last digit back' },
      SKIP,
      BEFORE,
      SKIP_ALL,
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
