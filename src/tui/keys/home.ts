import type { KeyContext } from './key-context.ts';
import { DOWN, UP } from './shared-keys.ts';

/** Keys of Home. */
export const HOME_KEYS = {
  home: {
    title: 'Home',
    text: 'no',
    shows: ['go-to', 'settings'],
    bindings: [
      {
        action: 'open',
        keys: ['enter', 'space'],
        label: 'enter',
        hint: 'start',
        help: 'Start what is chosen',
      },
      { ...UP, label: '↑↓', hint: 'choose' },
      DOWN,
      {
        action: 'search',
        keys: ['/'],
        hint: 'search',
        help: 'Search notes, cards, questions and calculators',
      },
      { action: 'review', keys: ['r'], help: 'Review: what the plan asks next, or what is due' },
      { action: 'quiz', keys: ['t'], help: 'A quiz, on what is weakest' },
      { action: 'cards', keys: ['c'], help: 'Cards: those most forgotten' },
      { action: 'exam', keys: ['m'], help: 'The mock exam: resume it, or its start page' },
      { action: 'note', keys: ['o'], help: 'Read on in the note you read last' },
      { action: 'calculators', keys: ['='], help: 'The calculators' },
      { action: 'back', keys: ['q'], hint: 'quit', help: 'Leave the program' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
