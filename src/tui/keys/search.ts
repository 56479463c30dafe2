import type { Binding, KeyContext } from './key-context.ts';
import { MEANINGS } from './meanings.ts';
import { FIELD, LINES, NOTE, WRITE_QUIETLY } from './shared-keys.ts';

/** What can be done with a card or question that is read. */
const MARKS = [
  { action: 'flag', keys: MEANINGS.flag.keys, hint: 'flag', help: 'Flag it, or take the flag back' },
  { action: 'bury', keys: MEANINGS.bury.keys, help: 'Bury until tomorrow, or take that back' },
  { action: 'suspend', keys: MEANINGS.suspend.keys, help: 'Suspend, or bring back' },
  { action: 'undo', keys: MEANINGS.undo.keys, help: 'Undo the last thing you did here' },
  ...WRITE_QUIETLY,
] as const satisfies readonly Binding[];

/** Keys of search. */
export const SEARCH_KEYS = {
  search: {
    title: 'Search, while typing',
    text: 'yes',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'open', help: 'Open what is chosen' },
      { action: 'down', keys: ['down', 'tab'], label: '↓', hint: 'results', help: 'Go to the results' },
      { action: 'page-down', keys: ['page-down'], help: 'Results further down' },
      ...FIELD,
      { action: 'back', keys: ['esc'], hint: 'back', help: 'Leave the search' },
    ],
  },
  'search-results': {
    title: 'Search, among the results',
    text: 'no',
    bindings: [
      {
        action: 'open',
        keys: ['enter', 'space', 'right', 'l'],
        label: 'enter',
        hint: 'open',
        help: 'Open it',
      },
      {
        action: 'up',
        keys: ['up', 'k'],
        label: '↑↓',
        hint: 'choose',
        help: 'The result above; from the first, the words',
      },
      { action: 'down', keys: ['down', 'j'], help: 'The result below' },
      {
        action: 'next-section',
        keys: ['tab', ']'],
        label: 'tab',
        hint: 'next kind',
        help: 'The next kind of results',
      },
      { action: 'previous-section', keys: ['shift-tab', '['], help: 'The kind before' },
      { action: 'page-up', keys: ['page-up', 'ctrl-b'], help: 'Results further up' },
      { action: 'page-down', keys: ['page-down', 'ctrl-f'], help: 'Results further down' },
      { action: 'top', keys: ['home'], help: 'The first result' },
      { action: 'bottom', keys: ['G', 'end'], help: 'The last result' },
      { action: 'search', keys: ['/'], hint: 'words', help: 'Back to the words' },
      ...WRITE_QUIETLY,
      { action: 'back', keys: ['q', 'esc', 'left', 'h'], label: 'q', hint: 'back', help: 'Leave the search' },
    ],
  },
  'search-item': {
    title: 'A card or question that was found',
    text: 'no',
    bindings: [
      ...LINES,
      { action: 'page-down', keys: ['space', 'page-down', 'ctrl-f'], help: 'A page down' },
      { action: 'page-up', keys: ['page-up', 'ctrl-b'], help: 'A page up' },
      NOTE,
      ...MARKS,
      {
        action: 'next',
        keys: ['n', 'right', 'l'],
        label: 'n',
        hint: 'next',
        help: 'The next card or question that was found',
      },
      { action: 'previous', keys: ['p', 'N'], help: 'The one before' },
      {
        action: 'close',
        keys: ['q', 'esc', 'enter', 'left', 'h'],
        label: 'q',
        hint: 'results',
        help: 'Back to the results',
      },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
