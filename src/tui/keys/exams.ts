import type { KeyContext } from './key-context.ts';
import { DOWN, MOCK, PAGES, UP } from './shared-keys.ts';

export const EXAMS_KEYS = {
  exams: {
    title: 'Exams taken',
    text: 'no',
    bindings: [
      {
        action: 'open',
        keys: ['enter'],
        hint: 'open',
        help: 'Resume the open exam, or read the report again',
      },
      {
        action: 'redo',
        keys: ['t'],
        hint: 'redo wrong',
        help: 'A quiz on the questions that were not right',
      },
      { ...MOCK, hint: 'new' },
      { action: 'discard', keys: ['D'], hint: 'discard', help: 'Discard the open exam; asks first' },
      UP,
      DOWN,
      { action: 'view', keys: ['v'], help: 'Only your exam, or every exam of the course' },
      ...PAGES,
      { action: 'top', keys: ['home'], help: 'To the first row' },
      { action: 'bottom', keys: ['end', 'G'], help: 'To the last row' },
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'back', help: 'Back' },
    ],
  },
  'exams-asking': {
    title: 'Exams taken: discard?',
    text: 'no',
    bindings: [
      { action: 'confirm', keys: ['y'], hint: 'discard', help: 'Discard it: it will have no score' },
      { action: 'decline', keys: ['n', 'esc', 'q', 'enter'], label: 'n', hint: 'keep', help: 'Keep it' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
