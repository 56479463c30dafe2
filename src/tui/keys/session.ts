/** The keys of a session, from a card before its answer to the end: a table, and more lines than most files for it. */
import type { Binding, KeyContext } from './key-context.ts';
import { MEANINGS } from './meanings.ts';
import {
  COLON,
  DIGITS,
  DOWN,
  FIELD,
  SCROLL,
  NOTE,
  OTHER_KEYS,
  PAGES,
  PAIR,
  TAKE,
  TOGGLE,
  TYPE_ON,
  UP,
  WRITE,
  WRITE_QUIETLY,
} from './shared-keys.ts';

const END = {
  action: 'end',
  keys: ['q', 'esc'],
  label: 'q',
  hint: 'end',
  help: 'To the end of the session; p comes back from there',
} as const;
const UNDO = {
  action: 'undo',
  keys: MEANINGS.undo.keys,
  help: 'Undo the last thing you did, whatever it was',
} as const;
const EDIT = { action: 'edit', keys: MEANINGS.edit.keys, help: 'Open its file in your editor' } as const;
const FLAG = {
  action: 'flag',
  keys: MEANINGS.flag.keys,
  hint: 'flag',
  help: 'Flag it, or take the flag back',
} as const;
const BURY = { action: 'bury', keys: MEANINGS.bury.keys, help: 'Bury until tomorrow' } as const;
const SUSPEND = {
  action: 'suspend',
  keys: MEANINGS.suspend.keys,
  help: 'Suspend until you bring it back',
} as const;
const SKIP = { action: 'skip', keys: ['tab'], help: 'Skip' } as const;
const LOOK_BACK = {
  action: 'look-back',
  keys: ['p'],
  help: 'Look back at the answer before; nothing is taken back',
} as const;
const ALL = { action: 'all', keys: MEANINGS.all.keys, help: 'All answers of this session' } as const;
const VIEW_ALL = {
  action: 'view',
  keys: MEANINGS.view.keys,
  help: 'All reasons, the whole question, its source and its note, or less',
} as const;
const VIEW = { ...VIEW_ALL, hint: 'all' } as const;
const CALCULATOR = {
  action: 'calculator',
  keys: MEANINGS.calculator.keys,
  help: 'Open the calculator it is about',
} as const;

/** What can be done with a card itself. */
const ITEM = [FLAG, BURY, SUSPEND, EDIT, SKIP, LOOK_BACK, ALL] as const satisfies readonly Binding[];

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

/** What can be done with an answer that is looked at, and how one goes from it to others. */
const LOOKING = [
  { ...NOTE, hint: 'note' },
  FLAG,
  ...WRITE,
  UNDO,
  BURY,
  SUSPEND,
  EDIT,
  CALCULATOR,
  ALL,
  ...SCROLL,
  ...PAGES,
] as const satisfies readonly Binding[];

const BACK_THERE = {
  action: 'close',
  keys: ['q', 'esc'],
  label: 'esc',
  hint: 'back',
  help: 'Back to where you were',
} as const;

const RETURN = {
  action: 'close',
  keys: ['enter', 'space'],
  label: 'enter',
  hint: 'return',
  help: 'Back to where you were',
} as const;

const REVEAL = {
  action: 'reveal',
  keys: ['enter', 'space'],
  label: 'enter',
  hint: 'show answer',
  help: 'Show the answer',
} as const;

/** Keys of reviews, cards, quizzes and the placement. */
export const SESSION_KEYS = {
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
  feedback: {
    title: 'After a question',
    text: 'no',
    bindings: [
      {
        action: 'next',
        keys: ['enter', 'space', 'n'],
        label: 'enter',
        hint: 'next',
        help: 'Go on',
      },
      {
        action: 'reason',
        keys: DIGITS,
        label: '1-9',
        hint: 'reasons',
        help: 'Open or fold the reason of that option',
      },
      VIEW,
      ...LOOKING,
      LOOK_BACK,
      END,
    ],
  },
  'look-back': {
    title: 'Looking back at a question',
    text: 'no',
    bindings: [
      RETURN,
      { action: 'previous', keys: ['p'], label: 'p n', hint: 'before, after', help: 'The answer before' },
      { action: 'next', keys: ['n'], help: 'The answer after' },
      {
        action: 'reason',
        keys: DIGITS,
        label: '1-9',
        hint: 'reasons',
        help: 'Open or fold the reason of that option',
      },
      VIEW,
      ...LOOKING,
      BACK_THERE,
    ],
  },
  'look-back-card': {
    title: 'Looking back at a card',
    text: 'no',
    bindings: [
      RETURN,
      { action: 'previous', keys: ['p'], label: 'p n', hint: 'before, after', help: 'The answer before' },
      { action: 'next', keys: ['n'], help: 'The answer after' },
      {
        action: 'rate',
        keys: ['1', '2', '3', '4'],
        label: '1-4',
        hint: 'change rating',
        help: 'Change its rating: 1 again, 2 hard, 3 good, 4 easy',
      },
      VIEW_ALL,
      ...LOOKING,
      BACK_THERE,
    ],
  },
  'session-answers': {
    title: 'All answers of a session',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'look', help: 'Look at the answer' },
      { ...UP, label: '↑↓', hint: 'choose' },
      DOWN,
      { action: 'redo', keys: MEANINGS.quiz.keys, hint: 'redo wrong', help: 'Redo what was wrong' },
      FLAG,
      SUSPEND,
      BURY,
      ...WRITE_QUIETLY,
      UNDO,
      ...PAGES,
      BACK_THERE,
    ],
  },
  'session-wait': {
    title: 'Nothing left but what comes back in a few minutes',
    text: 'no',
    bindings: [
      { action: 'finish', keys: ['enter'], hint: 'end', help: 'End the session' },
      { action: 'go-on', keys: ['space'], hint: 'show them now', help: 'Show them now' },
      { ...LOOK_BACK, hint: 'look back' },
      ALL,
      UNDO,
      END,
    ],
  },
  'session-summary': {
    title: 'End of a session',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'open', help: 'Open what is chosen' },
      { ...UP, label: '↑↓', hint: 'choose' },
      DOWN,
      { action: 'redo', keys: MEANINGS.quiz.keys, hint: 'redo wrong', help: 'Redo what was wrong' },
      {
        action: 'resume-session',
        keys: ['p'],
        hint: 'back to session',
        help: 'Back to the session, or to its last answer',
      },
      ALL,
      FLAG,
      SUSPEND,
      BURY,
      NOTE,
      ...WRITE_QUIETLY,
      UNDO,
      ...PAGES,
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'leave', help: 'Leave the session' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
