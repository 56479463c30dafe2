import type { Binding, KeyContext } from './key-context.ts';
import {
  DIGITS,
  DOWN,
  FIELD,
  LINES,
  NOTE,
  OTHER_KEYS,
  PAGES,
  PAIR,
  TAKE,
  TOGGLE,
  TYPE_ON,
  UP,
} from './shared-keys.ts';

const END = {
  action: 'end',
  keys: ['q'],
  hint: 'end',
  help: 'End the session; what was answered is on the disk',
} as const;
const UNDO = {
  action: 'undo',
  keys: ['u', 'z'],
  label: 'u',
  hint: 'undo',
  help: 'Take back the last answer and ask it again',
} as const;
const EDIT = { action: 'edit', keys: ['e'], help: 'Open its file in your editor' } as const;
const FLAG = { action: 'flag', keys: ['!'], hint: 'flag', help: 'Flag it, or take the flag back' } as const;
const BURY = { action: 'bury', keys: ['b'], help: 'Not again today' } as const;
const SUSPEND = { action: 'suspend', keys: ['x'], help: 'Never again, until you take that back' } as const;
const SKIP = { action: 'skip', keys: ['tab'], help: 'Go on without an answer' } as const;

/** What can be done with a card itself. */
const ITEM = [
  { ...EDIT, hint: 'edit' },
  FLAG,
  { ...BURY, hint: 'bury' },
  { ...SUSPEND, hint: 'suspend' },
  SKIP,
] as const satisfies readonly Binding[];

/** What can be done while a question is asked, whatever its kind. */
const ASKED = [
  FLAG,
  {
    action: 'unsure',
    keys: ['u'],
    hint: 'unsure',
    help: 'Mark the answer to come as unsure, or take that back',
  },
  { ...UNDO, keys: ['z'], label: 'z' },
  NOTE,
  { ...EDIT, hint: 'edit' },
  BURY,
  SUSPEND,
  SKIP,
  ...PAGES,
  END,
] as const satisfies readonly Binding[];

const ANSWER = {
  action: 'answer',
  keys: ['enter'],
  hint: 'answer',
  help: 'Answer with what is chosen',
} as const;

export const SESSION_KEYS = {
  'card-asking': {
    title: 'Card, before the answer',
    text: 'no',
    bindings: [
      { action: 'reveal', keys: ['space', 'enter'], hint: 'show answer', help: 'Show the answer' },
      UNDO,
      NOTE,
      ...ITEM,
      ...PAGES,
      END,
    ],
  },
  'card-revealed': {
    title: 'Card, after the answer',
    text: 'no',
    bindings: [
      {
        action: 'rate',
        keys: ['1', '2', '3', '4'],
        label: '1-4',
        hint: 'rate',
        help: '1 again, 2 hard, 3 good, 4 easy',
      },
      { action: 'good', keys: ['space', 'enter'], help: 'Good' },
      UNDO,
      NOTE,
      ...ITEM,
      ...PAGES,
      END,
    ],
  },
  choice: {
    title: 'Question with one right option',
    text: 'no',
    bindings: [
      {
        action: 'choose',
        keys: DIGITS,
        label: '1-9',
        hint: 'choose',
        help: 'Go to an option by its number',
      },
      UP,
      DOWN,
      ANSWER,
      ...ASKED,
    ],
  },
  choices: {
    title: 'Question with several right options',
    text: 'no',
    bindings: [
      {
        action: 'choose',
        keys: DIGITS,
        label: '1-9',
        hint: 'choose',
        help: 'Choose an option by its number, or take it back',
      },
      TOGGLE,
      UP,
      DOWN,
      { ...ANSWER, help: 'Answer with what is marked' },
      ...ASKED,
    ],
  },
  truth: {
    title: 'True or false',
    text: 'no',
    bindings: [
      {
        action: 'choose',
        keys: ['t', 'f', '1', '2'],
        label: 't f',
        hint: 'choose',
        help: 'Go to true or to false',
      },
      UP,
      DOWN,
      ANSWER,
      ...ASKED,
    ],
  },
  order: {
    title: 'Question on an order',
    text: 'no',
    bindings: [
      TAKE,
      { ...ANSWER, help: 'Answer with the order the lines stand in' },
      { ...UP, label: '↑↓', hint: 'move' },
      DOWN,
      { action: 'move-up', keys: ['K', 'left'], help: 'Move the line up' },
      { action: 'move-down', keys: ['J', 'right'], help: 'Move the line down' },
      ...ASKED,
    ],
  },
  match: {
    title: 'Question with pairs',
    text: 'no',
    bindings: [
      PAIR,
      UP,
      DOWN,
      { action: 'earlier', keys: ['left', 'h'], help: 'The right side before' },
      { action: 'later', keys: ['right', 'l'], help: 'The next right side' },
      { action: 'delete-before', keys: ['backspace'], help: 'Take the pair apart' },
      ANSWER,
      ...ASKED,
    ],
  },
  typed: {
    title: 'Question that is answered in words or numbers',
    text: 'yes',
    bindings: [
      { ...ANSWER, help: 'Answer with what is typed' },
      { ...SKIP, hint: 'skip' },
      ...FIELD,
      ...PAGES,
      OTHER_KEYS,
    ],
  },
  'typed-commands': {
    title: 'Question that is answered in words, with the letters as commands',
    text: 'no',
    bindings: [TYPE_ON, ...ASKED],
  },
  confidence: {
    title: 'How sure are you?',
    text: 'no',
    bindings: [
      { action: 'sure', keys: ['s', 'enter', 'y', '1'], label: 's', hint: 'sure', help: 'Sure' },
      { action: 'unsure', keys: ['u', 'n', '2'], label: 'u', hint: 'unsure', help: 'Unsure' },
      {
        action: 'commands',
        keys: ['esc', 'backspace'],
        label: 'esc',
        hint: 'back',
        help: 'Back to the answer',
      },
    ],
  },
  feedback: {
    title: 'After a question',
    text: 'no',
    bindings: [
      { action: 'next', keys: ['enter', 'space'], hint: 'next', help: 'The next item' },
      ...LINES,
      ...PAGES,
      NOTE,
      EDIT,
      { action: 'calculator', keys: ['c'], hint: 'calculator', help: 'Open the calculator it is about' },
      UNDO,
      FLAG,
      SUSPEND,
      END,
    ],
  },
  'session-summary': {
    title: 'End of a session',
    text: 'no',
    bindings: [
      { action: 'train', keys: ['t'], hint: 'train the weakest', help: 'Train the topic that went worst' },
      { action: 'note', keys: ['o'], hint: 'open note', help: 'Read the note on what was forgotten most' },
      UNDO,
      ...LINES,
      ...PAGES,
      {
        action: 'back',
        keys: ['enter', 'q', 'esc', 'space'],
        label: 'enter',
        hint: 'done',
        help: 'Leave the summary',
      },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
