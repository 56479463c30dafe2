import type { Binding, KeyContext } from './key-context.ts';
import {
  DIGITS,
  DOWN,
  FIELD,
  LINES,
  OTHER_KEYS,
  PAGES,
  PAIR,
  TAKE,
  TOGGLE,
  TYPE_ON,
  UP,
} from './shared-keys.ts';

const LEAVE = {
  action: 'leave',
  keys: ['q'],
  hint: 'leave',
  help: 'Leave; the sitting stays open and can be gone on with',
} as const;
const NEXT = {
  action: 'next',
  keys: ['right', 'n', 'tab'],
  label: '←→',
  hint: 'question',
  help: 'The next question',
} as const;
const PREVIOUS = {
  action: 'previous',
  keys: ['left', 'p', 'shift-tab'],
  help: 'The question before',
} as const;
const FLAG_AND_GRID = [
  {
    action: 'flag',
    keys: ['!', 'f'],
    label: '!',
    hint: 'flag',
    help: 'Flag it for review, or take the flag back',
  },
  { action: 'clear', keys: ['backspace', 'delete'], help: 'Take the answer back' },
  { action: 'grid', keys: ['g'], hint: 'grid', help: 'All questions at one glance, and the end' },
] as const satisfies readonly Binding[];
/** What else can be done with any question of an exam. */
const MARKS = [
  { action: 'unsure', keys: ['u'], hint: 'unsure', help: 'Mark it as unsure, or take that back' },
  { action: 'pause', keys: ['P'], help: 'Stop the clock, in a practice sitting' },
  { action: 'end', keys: ['E'], help: 'Hand in; asks first' },
  ...PAGES,
  LEAVE,
] as const satisfies readonly Binding[];

const DONE = {
  action: 'answer',
  keys: ['enter'],
  hint: 'answer',
  help: 'Answer, and go to the next question',
} as const;

export const EXAM_KEYS = {
  'exam-choice': {
    title: 'Exam: question with options',
    text: 'no',
    bindings: [
      {
        action: 'choose',
        keys: DIGITS,
        label: '1-9',
        hint: 'choose',
        help: 'Choose an option, or take it back',
      },
      TOGGLE,
      NEXT,
      PREVIOUS,
      UP,
      DOWN,
      {
        action: 'answer',
        keys: ['enter'],
        help: 'To the next question; a single answer at the pointer is taken',
      },
      ...FLAG_AND_GRID,
      {
        action: 'strike',
        keys: ['-', 'x'],
        label: '-',
        hint: 'strike',
        help: 'Strike the option at the pointer out, or take that back',
      },
      ...MARKS,
    ],
  },
  'exam-order': {
    title: 'Exam: question on an order',
    text: 'no',
    bindings: [
      TAKE,
      DONE,
      { ...UP, label: '↑↓', hint: 'move' },
      DOWN,
      { action: 'move-up', keys: ['K'], help: 'Move the line up' },
      { action: 'move-down', keys: ['J'], help: 'Move the line down' },
      NEXT,
      PREVIOUS,
      ...FLAG_AND_GRID,
      ...MARKS,
    ],
  },
  'exam-match': {
    title: 'Exam: question with pairs',
    text: 'no',
    bindings: [
      PAIR,
      UP,
      DOWN,
      { action: 'delete-before', keys: ['0'], help: 'Take the pair apart' },
      DONE,
      NEXT,
      PREVIOUS,
      ...FLAG_AND_GRID,
      ...MARKS,
    ],
  },
  'exam-typed': {
    title: 'Exam: question that is answered in words or numbers',
    text: 'yes',
    bindings: [
      DONE,
      { action: 'next', keys: ['tab'], hint: 'next', help: 'The next question' },
      { action: 'previous', keys: ['shift-tab'], help: 'The question before' },
      ...FIELD,
      ...PAGES,
      OTHER_KEYS,
    ],
  },
  'exam-commands': {
    title: 'Exam: question that is answered in words, with the letters as commands',
    text: 'no',
    bindings: [TYPE_ON, NEXT, PREVIOUS, ...FLAG_AND_GRID, ...MARKS],
  },
  'exam-grid': {
    title: 'Exam: all questions',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'go', help: 'Go to the question' },
      { action: 'up', keys: ['up', 'k'], label: '↑↓←→', hint: 'choose', help: 'The row above' },
      { action: 'down', keys: ['down', 'j'], help: 'The row below' },
      { action: 'previous', keys: ['left', 'h'], help: 'The question before' },
      { action: 'next', keys: ['right', 'l'], help: 'The next question' },
      {
        action: 'digit',
        keys: ['0', ...DIGITS],
        label: '0-9',
        help: 'Type the number of a question',
      },
      { action: 'open-blank', keys: ['b'], hint: 'blank', help: 'To the next question without an answer' },
      {
        action: 'open-flagged',
        keys: ['!', 'f'],
        label: '!',
        hint: 'flagged',
        help: 'To the next flagged question',
      },
      { action: 'end', keys: ['E', 'e'], label: 'e', hint: 'hand in', help: 'Hand in; asks first' },
      { action: 'grid', keys: ['g', 'esc', 'q'], label: 'g', hint: 'back', help: 'Back to the question' },
    ],
  },
  'exam-asking': {
    title: 'Exam: hand in?',
    text: 'no',
    bindings: [
      {
        action: 'confirm',
        keys: ['y'],
        hint: 'hand in',
        help: 'Hand in: no answer can be changed after that',
      },
      {
        action: 'decline',
        keys: ['n', 'esc', 'q', 'enter'],
        label: 'n',
        hint: 'go on',
        help: 'Go on with the exam',
      },
    ],
  },
  'exam-paused': {
    title: 'Exam: paused',
    text: 'no',
    bindings: [
      {
        action: 'resume',
        keys: ['space', 'enter', 'P'],
        label: 'space',
        hint: 'go on',
        help: 'Go on; the clock runs again',
      },
      LEAVE,
    ],
  },
  'exam-report': {
    title: 'Report of an exam',
    text: 'no',
    bindings: [
      ...LINES,
      { action: 'page-up', keys: ['page-up', 'ctrl-b', 'b'], help: 'A page up' },
      {
        action: 'page-down',
        keys: ['page-down', 'ctrl-f', 'space'],
        hint: 'page',
        label: 'space',
        help: 'A page down',
      },
      {
        action: 'next',
        keys: ['n', 'right'],
        label: 'n',
        hint: 'next wrong',
        help: 'To the next question that was not right',
      },
      { action: 'previous', keys: ['p', 'left'], help: 'To the one before' },
      {
        action: 'back',
        keys: ['q', 'esc', 'enter'],
        label: 'q',
        hint: 'done',
        help: 'Leave the report; study exam --report shows it again',
      },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
