/** The keys at an answer that was given, at all of them, and at the end of a session. */
import type { Binding, KeyContext } from '../key-context.ts';
import { MEANINGS } from '../meanings.ts';
import { DIGITS, DOWN, SCROLL, NOTE, PAGES, UP, WRITE, WRITE_QUIETLY } from '../shared-keys.ts';
import { END, UNDO, EDIT, FLAG, BURY, SUSPEND, LOOK_BACK, ALL, VIEW_ALL, VIEW } from './shared.ts';

const CALCULATOR = {
  action: 'calculator',
  keys: MEANINGS.calculator.keys,
  help: 'Open the calculator it is about',
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

const REASON = {
  action: 'reason',
  keys: DIGITS,
  label: '1-9',
  hint: 'reasons',
  help: 'Open or fold the reason of that option',
} as const;

const BETWEEN_ANSWERS = [
  { action: 'previous', keys: ['p'], hint: 'before', help: 'The answer before' },
  { action: 'next', keys: ['n'], hint: 'after', help: 'The answer after' },
] as const;

/** By the state of what is looked at. */
export const ANSWER_KEYS = {
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
      REASON,
      VIEW,
      ...LOOKING,
      LOOK_BACK,
      END,
    ],
  },
  'look-back': {
    title: 'Looking back at a question',
    text: 'no',
    bindings: [RETURN, ...BETWEEN_ANSWERS, REASON, VIEW, ...LOOKING, BACK_THERE],
  },
  'look-back-card': {
    title: 'Looking back at a card',
    text: 'no',
    bindings: [
      RETURN,
      ...BETWEEN_ANSWERS,
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
