import type { KeyContext } from './key-context.ts';
import { DOWN, FIELD, LINES, PAGES, BACK, UP } from './shared-keys.ts';

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
