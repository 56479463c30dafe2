import type { KeyContext } from './key-context.ts';
import { BACK, DOWN, PAGES, UP } from './shared-keys.ts';

/** Keys of readiness. */
export const READINESS_KEYS = {
  readiness: {
    title: 'Readiness',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'open', help: 'Unfold a domain; a task or topic in Choose' },
      { ...UP, label: '↑↓', hint: 'choose' },
      DOWN,
      { action: 'right', keys: ['right', 'l'], help: 'Unfold the domain' },
      { action: 'left', keys: ['left', 'h'], help: 'Fold the domain' },
      { action: 'quiz', keys: ['t'], hint: 'quiz', help: 'A quiz on the row' },
      {
        action: 'review',
        keys: ['r'],
        hint: 'review',
        help: 'Review the row: 10 minutes of what is worth most',
      },
      { action: 'view', keys: ['v'], hint: 'why', help: 'What the range of the row rests on' },
      { action: 'exam', keys: ['m'], help: 'The mock exam' },
      { action: 'top', keys: ['home'], help: 'To the first row' },
      { action: 'bottom', keys: ['end', 'G'], help: 'To the end' },
      ...PAGES,
      BACK,
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
