import type { Binding, KeyContext } from './key-context.ts';
import { DOWN, FIELD, MOCK, OWN_CARD, PAGES, UP } from './shared-keys.ts';

/** What can be done with what is chosen. */
const DOING = [
  { action: 'review', keys: ['r'], hint: 'review', help: 'Review what is due of it' },
  { action: 'cards', keys: ['c'], hint: 'cards', help: 'Its cards, the most forgotten first' },
  { action: 'quiz', keys: ['t'], hint: 'quiz', help: 'A quiz on it' },
  { action: 'note', keys: ['o'], hint: 'notes', help: 'Read the notes of the row' },
] as const satisfies readonly Binding[];

/** Keys of Choose. */
export const CHOOSE_KEYS = {
  choose: {
    title: 'Choose',
    text: 'no',
    bindings: [
      {
        action: 'open',
        keys: ['enter'],
        hint: 'open',
        help: 'Unfold or fold; on a topic, what to do with it',
      },
      ...DOING,
      { action: 'toggle', keys: ['space'], hint: 'choose', help: 'Choose the row, or take that back' },
      UP,
      DOWN,
      { action: 'unfold', keys: ['right', 'l'], label: '→', help: 'Unfold' },
      { action: 'fold', keys: ['left', 'h'], label: '←', help: 'Fold, or go to the row above it' },
      { action: 'later', keys: ['tab'], hint: 'view', help: 'The next view: areas, domains, kinds' },
      { action: 'earlier', keys: ['shift-tab'], help: 'The view before' },
      { action: 'previous-section', keys: ['['], help: 'The area or domain before' },
      { action: 'next-section', keys: [']'], help: 'The next area or domain' },
      { action: 'more', keys: ['+'], help: 'More questions in a quiz' },
      { action: 'less', keys: ['-'], help: 'Fewer questions in a quiz' },
      { action: 'view', keys: ['v'], help: 'Your exam, another one, everything' },
      { action: 'search', keys: ['/'], help: 'Show only rows with the words you type' },
      OWN_CARD,
      MOCK,
      ...PAGES,
      { action: 'top', keys: ['home'], help: 'To the first row' },
      { action: 'bottom', keys: ['end', 'G'], help: 'To the last row' },
      {
        action: 'back',
        keys: ['q', 'esc'],
        label: 'q',
        hint: 'back',
        help: 'Close the filter, drop the choice, then back',
      },
    ],
  },
  'choose-doing': {
    title: 'Choose: what to do with a topic',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'start', help: 'Do what is marked' },
      { action: 'right', keys: ['right', 'l', 'tab'], label: '←→', hint: 'another', help: 'The next one' },
      { action: 'left', keys: ['left', 'h', 'shift-tab'], help: 'The one before' },
      ...DOING,
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'close', help: 'Close it' },
    ],
  },
  'choose-filter': {
    title: 'Choose: the filter',
    text: 'yes',
    bindings: [
      {
        action: 'results',
        keys: ['enter', 'down', 'tab'],
        label: 'enter',
        hint: 'to the rows',
        help: 'To the rows',
      },
      ...FIELD,
      { action: 'close', keys: ['esc'], hint: 'close', help: 'Show all rows again' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
