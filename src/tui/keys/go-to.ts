import type { KeyContext } from './key-context.ts';

/** While the row behind `g` is open. */
export const GO_TO_KEYS = {
  'go-to': {
    title: 'Go to, after g',
    text: 'no',
    bindings: [
      { action: 'home', keys: ['h'], help: 'Home' },
      { action: 'plan', keys: ['p'], help: 'The plan' },
      { action: 'readiness', keys: ['r'], help: 'Readiness' },
      { action: 'stats', keys: ['s'], help: 'Stats' },
      { action: 'choose-what', keys: ['c'], help: 'Choose a topic, domain or kind' },
      { action: 'lists', keys: ['l'], help: 'Lists: flagged, missed, suspended and others' },
      { action: 'exams', keys: ['e'], help: 'Exams taken' },
      { action: 'notes', keys: ['o'], help: 'All notes' },
      { action: 'search', keys: ['/'], help: 'Search' },
      { action: 'calculators', keys: ['='], help: 'The calculators' },
      { action: 'settings', keys: [','], help: 'Settings' },
      { action: 'top', keys: ['g'], help: 'The top of this screen' },
      { action: 'back', keys: ['esc', 'q'], label: 'esc', hint: 'close', help: 'Close the row' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
