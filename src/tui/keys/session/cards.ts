/** The keys at a card of a session, before the answer and after it. */
import type { Binding, KeyContext } from '../key-context.ts';
import { NOTE, PAGES, WRITE } from '../shared-keys.ts';
import { END, UNDO, EDIT, FLAG, BURY, SUSPEND, SKIP, LOOK_BACK, ALL, VIEW } from './shared.ts';

/** What can be done with a card itself. */
const ITEM = [FLAG, BURY, SUSPEND, EDIT, SKIP, LOOK_BACK, ALL] as const satisfies readonly Binding[];

const REVEAL = {
  action: 'reveal',
  keys: ['enter', 'space'],
  label: 'enter',
  hint: 'show answer',
  help: 'Show the answer',
} as const;

/** By the side of the card that is seen. */
export const CARD_KEYS = {
  'card-asking': {
    title: 'Card, before the answer',
    text: 'no',
    bindings: [REVEAL, { ...UNDO, hint: 'undo' }, ...ITEM, NOTE, ...PAGES, END],
  },
  'placement-card': {
    title: 'Card of the placement, before the answer',
    text: 'no',
    bindings: [
      REVEAL,
      {
        action: 'unknown',
        keys: ['tab'],
        hint: "I don't know",
        help: "I don't know: counts as again and goes on; better evidence than a guess",
      },
      { ...UNDO, hint: 'undo' },
      ...ITEM.filter(({ action }) => action !== 'skip'),
      NOTE,
      ...PAGES,
      END,
    ],
  },
  'card-revealed': {
    title: 'Card, after the answer',
    text: 'no',
    bindings: [
      { action: 'good', keys: ['enter', 'space'], label: 'enter', hint: 'good', help: 'Good' },
      {
        action: 'rate',
        keys: ['1', '2', '3', '4'],
        label: '1-4',
        hint: 'rate',
        help: '1 again, 2 hard, 3 good, 4 easy',
      },
      { ...NOTE, hint: 'note' },
      ...ITEM,
      ...WRITE,
      VIEW,
      UNDO,
      ...PAGES,
      END,
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
