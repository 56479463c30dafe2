import type { KeyContext } from './key-context.ts';

export const HOME_KEYS = {
  home: {
    title: 'Home',
    text: 'no',
    bindings: [
      {
        action: 'open',
        keys: ['enter', 'space', 'right', 'l'],
        label: 'enter',
        hint: 'start',
        help: 'Start what is chosen',
      },
      { action: 'up', keys: ['up', 'k'], label: '↑↓', hint: 'choose', help: 'The line above' },
      { action: 'down', keys: ['down', 'j'], help: 'The line below' },
      { action: 'review', keys: ['r'], help: 'Review what is due' },
      { action: 'quiz', keys: ['z'], help: 'A quiz on the weakest topics' },
      {
        action: 'search',
        keys: ['/'],
        hint: 'search',
        help: 'Search notes, cards, questions and calculators',
      },
      { action: 'exam', keys: ['m'], help: 'The mock exam: go on with it, or to its line' },
      { action: 'notes', keys: ['n'], help: 'Read the notes' },
      { action: 'note', keys: ['o'], help: 'Read on in the note you read last' },
      { action: 'calculators', keys: ['c'], hint: 'calculators', help: 'The calculators' },
      { action: 'stats', keys: ['s'], hint: 'stats', help: 'Statistics' },
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'quit', help: 'Leave the program' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
