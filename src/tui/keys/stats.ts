import type { Binding, KeyContext } from './key-context.ts';
import { BACK, LINES, PAGES } from './shared-keys.ts';

/** Which page is shown. */
const CHAPTERS = [
  {
    action: 'later',
    keys: ['tab', 'space'],
    label: 'tab',
    hint: 'page',
    help: 'The next page',
  },
  { action: 'earlier', keys: ['shift-tab'], help: 'The page before' },
  {
    action: 'choose',
    keys: ['1', '2', '3', '4'],
    label: '1-4',
    help: 'Days, what comes due, memory, topics',
  },
] as const satisfies readonly Binding[];

/** Keys of the statistics. */
export const STATS_KEYS = {
  stats: {
    title: 'Statistics',
    text: 'no',
    bindings: [
      ...CHAPTERS,
      {
        action: 'right',
        keys: ['right', 'l', '+'],
        label: '←→',
        hint: 'span',
        help: 'A longer span of time',
      },
      { action: 'left', keys: ['left', 'h', '-'], help: 'A shorter span of time' },
      ...LINES,
      { action: 'top', keys: ['home'], help: 'To the top' },
      { action: 'bottom', keys: ['end', 'G'], help: 'To the end' },
      ...PAGES,
      BACK,
    ],
  },
  'stats-topics': {
    title: 'Statistics by topic',
    text: 'no',
    bindings: [
      ...CHAPTERS,
      { action: 'up', keys: ['up', 'k'], label: '↑↓', hint: 'choose', help: 'The topic above' },
      { action: 'down', keys: ['down', 'j'], help: 'The topic below' },
      {
        action: 'sort',
        keys: ['s'],
        hint: 'sort',
        help: 'Sort by the next column',
      },
      { action: 'reverse', keys: ['R'], hint: 'reverse', help: 'Reverse the order' },
      { action: 'quiz', keys: ['t'], help: 'A quiz on the topic' },
      { action: 'review', keys: ['r'], help: 'Review the topic' },
      {
        action: 'open',
        keys: ['enter', 'o'],
        label: 'enter',
        hint: 'note',
        help: 'Read the note of the topic',
      },
      { action: 'top', keys: ['home'], help: 'The first topic' },
      { action: 'bottom', keys: ['end', 'G'], help: 'The last topic' },
      ...PAGES,
      BACK,
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
