/** Keys that mean the same on several screens. */
import type { Binding } from './key-context.ts';

/** The digits that choose an option. */
export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A line up. */
export const UP = { action: 'up', keys: ['up', 'k'], help: 'The line above' } as const;

/** A line down. */
export const DOWN = { action: 'down', keys: ['down', 'j'], help: 'The line below' } as const;

/** Moves the lines of a question on an order. */
export const TAKE = {
  action: 'toggle',
  keys: ['space'],
  hint: 'pick up, put down',
  help: 'Pick a line up, so that the arrows move it, or put it down',
} as const;

/** Pairs the sides of a question. */
export const PAIR = {
  action: 'choose',
  keys: DIGITS,
  label: '1-9',
  hint: 'pair',
  help: 'Give the line the right side of that number',
} as const;
/** The option at the pointer, where several may be chosen. */
export const TOGGLE = {
  action: 'toggle',
  keys: ['space'],
  help: 'The same for the option at the pointer',
} as const;

/** Moves a text by lines. */
export const LINES = [
  { action: 'scroll-up', keys: ['up', 'k'], label: '↑↓', hint: 'scroll', help: 'A line up' },
  { action: 'scroll-down', keys: ['down', 'j'], help: 'A line down' },
] as const satisfies readonly Binding[];

/** The same where the line of hints has no room for it. */
export const SCROLL = [
  { action: 'scroll-up', keys: ['up', 'k'], help: 'A line up' },
  { action: 'scroll-down', keys: ['down', 'j'], help: 'A line down' },
] as const satisfies readonly Binding[];

/** Moves what is longer than the screen by pages. */
export const PAGES = [
  { action: 'page-up', keys: ['page-up', 'ctrl-b'], help: 'A page up' },
  { action: 'page-down', keys: ['page-down', 'ctrl-f'], help: 'A page down' },
] as const satisfies readonly Binding[];

/** A mock exam never starts by one key: this leads to the page before it. */
export const MOCK = {
  action: 'mock',
  keys: ['m'],
  help: 'A new mock exam: its start page',
} as const;

/** Leaves a screen. */
export const BACK = { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'back', help: 'Back' } as const;

/** Reads the note that explains what is shown. */
export const NOTE = {
  action: 'note',
  keys: ['o'],
  hint: 'note',
  help: 'Read the note on it and come back',
} as const;

const REMARK = {
  action: 'remark',
  keys: ['w'],
  help: 'Write a remark on it, or change the one there is',
} as const;
/** Writes a card on what is shown. */
export const OWN_CARD = {
  action: 'own-card',
  keys: ['W'],
  help: 'Write a card of your own on its topic',
} as const;
/** What the learner writes on what is shown, in words of their own. */
export const WRITE = [{ ...REMARK, hint: 'remark' }, OWN_CARD] as const satisfies readonly Binding[];
/** The same where the line of hints has no room for it. */
export const WRITE_QUIETLY = [REMARK, OWN_CARD] as const satisfies readonly Binding[];

/** The keys of a field that text is typed into. */
export const FIELD = [
  { action: 'left', keys: ['left'], help: 'A character to the left' },
  { action: 'right', keys: ['right'], help: 'A character to the right' },
  { action: 'line-start', keys: ['home', 'ctrl-a'], help: 'To the beginning' },
  { action: 'line-end', keys: ['end', 'ctrl-e'], help: 'To the end' },
  { action: 'delete-before', keys: ['backspace'], help: 'Delete the character before the cursor' },
  { action: 'delete-after', keys: ['delete', 'ctrl-d'], help: 'Delete the character after the cursor' },
  { action: 'delete-line', keys: ['ctrl-u'], help: 'Delete everything' },
] as const satisfies readonly Binding[];

/** Out of a field, and back: where text is typed, letters can be commands only after this key. */
export const OTHER_KEYS = {
  action: 'commands',
  keys: ['esc'],
  hint: 'keys',
  help: 'Command keys (your text is kept)',
} as const;
/** What begins with a colon is a command; said in the line of hints, for no key of its own does it. */
export const COLON = {
  action: 'commands',
  keys: [],
  label: ':',
  hint: 'command',
  help: 'A line that begins with a colon is a command: :q, :u, :flag, :skip, :?',
} as const;
/** Back into a text field. */
export const TYPE_ON = {
  action: 'commands',
  keys: ['enter', 'i', 'space'],
  label: 'i',
  hint: 'back to typing',
  help: 'Back to typing',
} as const;
