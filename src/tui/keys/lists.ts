import type { Binding, KeyContext } from './key-context.ts';
import { DOWN, FIELD, LINES, MOCK, PAGES, UP, WRITE_QUIETLY } from './shared-keys.ts';

/** What is done with cards and questions of a list. */
const MARKS = [
  { action: 'flag', keys: ['f'], hint: 'flag', help: 'Flag it, or take the flag back' },
  { action: 'suspend', keys: ['S'], help: 'Suspend it, or bring it back' },
  { action: 'bury', keys: ['b'], help: 'Bury it until tomorrow, or take that back' },
  { action: 'undo', keys: ['u', 'z'], label: 'u', help: 'Undo the last thing you did here' },
  { action: 'note', keys: ['o'], hint: 'note', help: 'Open the note on it' },
  ...WRITE_QUIETLY,
  { action: 'edit', keys: ['e'], help: 'Open the file of your remark or card in your editor' },
] as const satisfies readonly Binding[];

const BACK = { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'back' } as const;

/** Keys of the lists. */
export const LISTS_KEYS = {
  lists: {
    title: 'Lists',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'look', help: 'Look at it, with answer and reasons' },
      {
        action: 'quiz',
        keys: ['t'],
        hint: 'quiz',
        help: 'A quiz on what is chosen, or on all that is shown',
      },
      {
        action: 'cards',
        keys: ['c'],
        hint: 'cards',
        help: 'The cards of what is chosen, or of all that is shown',
      },
      { action: 'review', keys: ['r'], hint: 'review', help: 'Review what is due of it' },
      { action: 'toggle', keys: ['space'], hint: 'choose', help: 'Choose the row, or take that back' },
      { action: 'discard', keys: ['D'], hint: 'discard', help: 'Discard your remark or card; asks first' },
      ...MARKS,
      UP,
      DOWN,
      { action: 'later', keys: ['tab', 'right', 'l'], label: 'tab', hint: 'list', help: 'The next list' },
      { action: 'earlier', keys: ['shift-tab', 'left', 'h'], help: 'The list before' },
      { action: 'search', keys: ['/'], help: 'Show only rows with the words you type' },
      { action: 'sort', keys: ['s'], help: 'Sort by the next column: last try, topic, how often' },
      { action: 'reverse', keys: ['R'], help: 'Reverse the order' },
      { action: 'view', keys: ['v'], help: 'Only your exam, or everything' },
      MOCK,
      ...PAGES,
      { action: 'top', keys: ['home'], help: 'To the first row' },
      { action: 'bottom', keys: ['end', 'G'], help: 'To the last row' },
      { ...BACK, help: 'Close the filter, drop the choice, then back' },
    ],
  },
  'lists-filter': {
    title: 'Lists: the filter',
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
  'lists-look': {
    title: 'Lists: one card or question',
    text: 'no',
    bindings: [
      { action: 'next', keys: ['n', 'right', 'l'], label: 'n', hint: 'next', help: 'The next row' },
      { action: 'previous', keys: ['p', 'left', 'h'], label: 'p', hint: 'before', help: 'The row before' },
      ...MARKS,
      ...LINES,
      { action: 'page-down', keys: ['space', 'page-down', 'ctrl-f'], label: 'space', help: 'A page down' },
      { action: 'page-up', keys: ['page-up', 'ctrl-b'], help: 'A page up' },
      { ...BACK, keys: ['q', 'esc', 'enter'], help: 'Back to the list' },
    ],
  },
  'lists-asking': {
    title: 'Lists: before many are changed, or one is discarded',
    text: 'no',
    bindings: [
      { action: 'confirm', keys: ['y'], hint: 'yes', help: 'Do what was asked' },
      { action: 'decline', keys: ['n', 'esc', 'q', 'enter'], label: 'n', hint: 'no', help: 'Change nothing' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
