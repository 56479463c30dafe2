import type { KeyContext } from './key-context.ts';
import { BACK, DOWN, FIELD, LINES, MOCK, PAGES, UP } from './shared-keys.ts';

/** Keys of the exams that were taken. */
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
        help: 'A quiz on the questions that were wrong',
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

/** Keys of the questions after the real exam. */
export const AFTER_EXAM_KEYS = {
  'after-field': {
    title: 'After the exam: a score or a date',
    text: 'yes',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'save', help: 'Save it; an empty score is left out' },
      ...FIELD,
      { action: 'back', keys: ['esc'], hint: 'back', help: 'Back; nothing is recorded' },
    ],
  },
  'after-list': {
    title: 'After the exam: what next',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'choose', help: 'Choose this one' },
      { ...UP, label: '↑↓', hint: 'move' },
      DOWN,
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'home', help: 'Leave it as it is' },
    ],
  },
  problems: {
    title: 'Problems of the course',
    text: 'no',
    bindings: [
      ...LINES,
      ...PAGES,
      { action: 'top', keys: ['home'], help: 'To the top' },
      { action: 'bottom', keys: ['end', 'G'], help: 'To the end' },
      BACK,
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
