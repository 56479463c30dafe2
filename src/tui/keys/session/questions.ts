/** The keys at a question of a session, by its kind, until it is judged. */
import type { Binding, KeyContext } from '../key-context.ts';
import { MEANINGS } from '../meanings.ts';
import {
  COLON,
  DIGITS,
  DOWN,
  FIELD,
  NOTE,
  OTHER_KEYS,
  PAGES,
  PAIR,
  TAKE,
  TOGGLE,
  TYPE_ON,
  UP,
} from '../shared-keys.ts';
import { END, UNDO, EDIT, FLAG, BURY, SUSPEND, SKIP, LOOK_BACK, ALL } from './shared.ts';

/** What can be done while a question is asked, whatever its kind. */
const ASKED = [
  { ...SKIP, hint: 'skip' },
  {
    action: 'unsure',
    keys: MEANINGS.doubt.keys,
    hint: 'in doubt',
    help: 'Mark the answer to come as unsure, or take that back',
  },
  FLAG,
  UNDO,
  NOTE,
  EDIT,
  BURY,
  SUSPEND,
  LOOK_BACK,
  ALL,
  ...PAGES,
  END,
] as const satisfies readonly Binding[];

const ANSWER = {
  action: 'answer',
  keys: ['enter', 'space'],
  label: 'enter',
  hint: 'answer',
  help: 'Answer with what is chosen',
} as const;

/** An option is struck out for oneself; nothing is recorded. */
const STRIKE = {
  action: 'strike',
  keys: MEANINGS.strike.keys,
  help: 'Strike the option at the pointer out, or take that back',
} as const;

/** By the kind of the question. */
export const QUESTION_KEYS = {
  choice: {
    title: 'Question with one right option',
    text: 'no',
    bindings: [
      ANSWER,
      {
        action: 'choose',
        keys: DIGITS,
        label: '1-9',
        hint: 'choose',
        help: 'Go to an option by its number',
      },
      UP,
      DOWN,
      STRIKE,
      ...ASKED,
    ],
  },
  choices: {
    title: 'Question with several right options',
    text: 'no',
    bindings: [
      { ...ANSWER, keys: ['enter'], help: 'Answer with what is marked' },
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
      STRIKE,
      { action: 'clear', keys: MEANINGS.clear.keys, help: 'Clear the answer' },
      ...ASKED,
    ],
  },
  truth: {
    title: 'True or false',
    text: 'no',
    bindings: [
      ANSWER,
      {
        action: 'choose',
        keys: ['1', '2'],
        label: '1 2',
        hint: 'choose',
        help: 'Go to true or to false',
      },
      UP,
      DOWN,
      ...ASKED,
    ],
  },
  order: {
    title: 'Question on an order',
    text: 'no',
    bindings: [
      { ...ANSWER, keys: ['enter'], help: 'Answer with the order the lines stand in' },
      TAKE,
      { ...UP, label: '↑↓', hint: 'move' },
      DOWN,
      { action: 'move-up', keys: ['K'], help: 'Move the line up' },
      { action: 'move-down', keys: ['J'], help: 'Move the line down' },
      { action: 'clear', keys: MEANINGS.clear.keys, help: 'Clear the answer' },
      ...ASKED,
    ],
  },
  match: {
    title: 'Question with pairs',
    text: 'no',
    bindings: [
      ANSWER,
      PAIR,
      UP,
      DOWN,
      { action: 'earlier', keys: ['left', 'h'], help: 'The right side before' },
      { action: 'later', keys: ['right', 'l'], help: 'The next right side' },
      { action: 'delete-before', keys: MEANINGS.clear.keys, help: 'Take the pair apart' },
      ...ASKED,
    ],
  },
  typed: {
    title: 'Typed answer',
    text: 'yes',
    bindings: [
      {
        ...ANSWER,
        keys: ['enter'],
        help: 'Answer with what is typed; a line that begins with : is a command',
      },
      { ...SKIP, hint: 'skip' },
      ...FIELD,
      ...PAGES,
      OTHER_KEYS,
      COLON,
    ],
  },
  'typed-commands': {
    title: 'Typed answer: command keys',
    text: 'no',
    bindings: [TYPE_ON, ...ASKED],
  },
  confidence: {
    title: 'How sure are you?',
    text: 'no',
    bindings: [
      { action: 'sure', keys: ['enter', '1'], label: '1', hint: 'sure', help: 'Sure' },
      { action: 'unsure', keys: ['d', '2'], label: '2', hint: 'unsure', help: 'Unsure' },
      { action: 'commands', keys: ['esc', 'q'], label: 'esc', hint: 'back', help: 'Back to the answer' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
