/** The keys of mock exams, from the page before one to its report: a table, and more lines than most files for it. */
import type { Binding, KeyContext } from './key-context.ts';
import { MEANINGS } from './meanings.ts';
import {
  DIGITS,
  DOWN,
  FIELD,
  OTHER_KEYS,
  MOCK,
  PAGES,
  PAIR,
  SCROLL,
  TAKE,
  TOGGLE,
  TYPE_ON,
  UP,
  WRITE_QUIETLY,
} from './shared-keys.ts';

const LEAVE = {
  action: 'leave',
  keys: ['q'],
  hint: 'leave',
  help: 'Leave; you can resume this exam later',
} as const;
/** Escape closes what lies on top, and a running exam lies below everything. */
const STAY = { action: 'stay', keys: ['esc'], help: 'Says how one leaves' } as const;
const NEXT = { action: 'next', keys: ['right', 'l', 'n', 'tab'], help: 'The next question' } as const;
const PREVIOUS = {
  action: 'previous',
  keys: ['left', 'h', 'p', 'shift-tab'],
  help: 'The question before',
} as const;
const FLAG = {
  action: 'flag',
  keys: MEANINGS.flag.keys,
  hint: 'flag',
  help: 'Flag it for review, or take the flag back',
} as const;
const DOUBT = {
  action: 'unsure',
  keys: MEANINGS.doubt.keys,
  hint: 'in doubt',
  help: 'Mark the answer unsure, or take that back',
} as const;
const UNDO = {
  action: 'undo',
  keys: MEANINGS.undo.keys,
  help: 'Undo the last thing you did, whatever it was',
} as const;
const HAND_IN = { action: 'end', keys: MEANINGS.handIn.keys, help: 'Hand in; asks first' } as const;
const ALL = {
  action: 'all',
  keys: MEANINGS.all.keys,
  hint: 'all',
  help: 'All questions; hand in from there',
} as const;
/** What else can be done with any question of an exam. */
const MARKS = [
  FLAG,
  DOUBT,
  { action: 'clear', keys: MEANINGS.clear.keys, help: 'Clear the answer' },
  UNDO,
  { action: 'pause', keys: MEANINGS.pause.keys, help: 'Pause the clock of a practice exam' },
  HAND_IN,
  ...PAGES,
  STAY,
  LEAVE,
] as const satisfies readonly Binding[];

const GO_ON = {
  action: 'answer',
  keys: ['enter'],
  hint: 'next',
  help: 'To the next question; an answer that is not touched stays empty',
} as const;
const BACK = {
  action: 'close',
  keys: ['q', 'esc'],
  label: 'esc',
  hint: 'back',
  help: 'Back to where you were',
} as const;

/** Keys of a mock exam, before, during and after it. */
export const EXAM_KEYS = {
  mock: {
    title: 'Before a mock exam',
    text: 'no',
    bindings: [
      {
        action: 'open',
        keys: ['enter', 'space'],
        label: 'enter',
        hint: 'start the clock',
        help: 'Start the exam and the clock; on another line what it is about',
      },
      { ...UP, label: '↑↓', hint: 'line' },
      DOWN,
      { action: 'later', keys: ['right', 'l'], label: '←→', hint: 'change', help: 'The next choice' },
      { action: 'earlier', keys: ['left', 'h'], help: 'The choice before' },
      { action: 'more', keys: MEANINGS.more.keys, label: '+ -', hint: 'time', help: 'More time' },
      { action: 'less', keys: MEANINGS.less.keys, help: 'Less time' },
      { action: 'default', keys: ['backspace'], help: 'Back to the usual choices' },
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'back', help: 'Back; nothing is started' },
    ],
  },
  'mock-parts': {
    title: 'Before a mock exam: which parts',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'done', help: 'Take what is marked' },
      { action: 'toggle', keys: ['space'], hint: 'mark', help: 'Mark the domain or task, or take that back' },
      { ...UP, label: '↑↓', hint: 'choose' },
      DOWN,
      { action: 'clear', keys: MEANINGS.clear.keys, hint: 'whole exam', help: 'The whole exam' },
      ...PAGES,
      BACK,
    ],
  },
  'exam-choice': {
    title: 'Exam: question with options',
    text: 'no',
    bindings: [
      GO_ON,
      ALL,
      {
        action: 'choose',
        keys: DIGITS,
        label: '1-9',
        hint: 'choose',
        help: 'Choose an option, or take it back',
      },
      TOGGLE,
      UP,
      DOWN,
      NEXT,
      PREVIOUS,
      {
        action: 'strike',
        keys: MEANINGS.strike.keys,
        help: 'Strike the option at the pointer out, or take that back',
      },
      ...MARKS,
    ],
  },
  'exam-order': {
    title: 'Exam: question on an order',
    text: 'no',
    bindings: [
      GO_ON,
      ALL,
      TAKE,
      UP,
      DOWN,
      { action: 'move-up', keys: ['K'], help: 'Move the line up' },
      { action: 'move-down', keys: ['J'], help: 'Move the line down' },
      NEXT,
      PREVIOUS,
      ...MARKS,
    ],
  },
  'exam-match': {
    title: 'Exam: question with pairs',
    text: 'no',
    bindings: [
      GO_ON,
      ALL,
      PAIR,
      UP,
      DOWN,
      { action: 'delete-before', keys: ['backspace', 'delete'], help: 'Take the pair apart' },
      { action: 'earlier', keys: ['left', 'h'], help: 'The right side before' },
      { action: 'later', keys: ['right', 'l'], help: 'The next right side' },
      { ...NEXT, keys: ['n', 'tab'] },
      { ...PREVIOUS, keys: ['p', 'shift-tab'] },
      ...MARKS.filter(({ action }) => action !== 'clear'),
    ],
  },
  'exam-typed': {
    title: 'Exam: typed answer',
    text: 'yes',
    bindings: [
      { ...GO_ON, hint: 'answer', help: 'Answer, and go to the next question; with nothing typed only that' },
      { action: 'next', keys: ['tab'], hint: 'skip', help: 'The next question' },
      { action: 'previous', keys: ['shift-tab'], help: 'The question before' },
      ...FIELD,
      ...PAGES,
      OTHER_KEYS,
    ],
  },
  'exam-commands': {
    title: 'Exam: typed answer, command keys',
    text: 'no',
    bindings: [
      { ...TYPE_ON, keys: [...TYPE_ON.keys, 'esc'] },
      ALL,
      NEXT,
      PREVIOUS,
      ...MARKS.filter(({ action }) => action !== 'stay'),
    ],
  },
  'exam-grid': {
    title: 'Exam: all questions',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'go', help: 'Go to the question' },
      { action: 'up', keys: ['up', 'k'], label: '↑↓←→', hint: 'choose', help: 'The row above' },
      { action: 'down', keys: ['down', 'j'], help: 'The row below' },
      { action: 'left', keys: ['left', 'h'], help: 'The question before' },
      { action: 'right', keys: ['right', 'l'], help: 'The next question' },
      {
        action: 'digit',
        keys: ['0', ...DIGITS],
        label: '0-9',
        help: 'Type the number of a question',
      },
      {
        action: 'view-next',
        keys: ['tab'],
        hint: 'blank, flagged',
        help: 'All questions, those that are blank or incomplete, flagged, or unsure',
      },
      { action: 'view-before', keys: ['shift-tab'], help: 'The same the other way round' },
      { ...HAND_IN, hint: 'hand in' },
      { action: 'next', keys: ['n'], hint: 'next', help: 'To the next of them' },
      { action: 'previous', keys: ['p'], help: 'To the one of them before' },
      { action: 'flag', keys: FLAG.keys, help: FLAG.help },
      { action: 'unsure', keys: DOUBT.keys, help: DOUBT.help },
      UNDO,
      {
        action: 'all',
        keys: ['a', 'esc', 'q'],
        label: 'a',
        hint: 'back',
        help: 'Back to the question',
      },
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
        hint: 'back',
        help: 'Back to the exam',
      },
    ],
  },
  'exam-paused': {
    title: 'Exam: paused',
    text: 'no',
    bindings: [
      {
        action: 'resume',
        keys: ['enter', 'space', 'P'],
        label: 'enter',
        hint: 'resume',
        help: 'Resume; the clock runs again',
      },
      LEAVE,
    ],
  },
  'exam-report': {
    title: 'Report of a mock exam',
    text: 'no',
    bindings: [
      {
        action: 'open',
        keys: ['enter'],
        hint: 'what next',
        help: 'What to study next; enter there starts it',
      },
      ...SCROLL,
      {
        action: 'page-down',
        keys: ['page-down', 'ctrl-f', 'space'],
        help: 'A page down',
      },
      { action: 'page-up', keys: ['page-up', 'ctrl-b'], help: 'A page up' },
      { action: 'next', keys: ['n'], hint: 'next wrong', help: 'To the next question that was wrong' },
      { action: 'previous', keys: ['p'], help: 'To the one before' },
      { action: 'redo', keys: MEANINGS.quiz.keys, hint: 'redo wrong', help: 'A quiz on what was wrong' },
      {
        action: 'all',
        keys: MEANINGS.all.keys,
        hint: 'all',
        help: 'All questions: those that were wrong, unsure, flagged or slow',
      },
      { action: 'note', keys: MEANINGS.note.keys, help: 'Read the note on the question at the top' },
      { action: 'flag', keys: MEANINGS.flag.keys, help: 'Flag the question at the top, or take that back' },
      { action: 'suspend', keys: MEANINGS.suspend.keys, help: 'Suspend it, or bring it back' },
      { action: 'undo', keys: MEANINGS.undo.keys, help: 'Undo the last thing you did here' },
      ...WRITE_QUIETLY,
      {
        action: 'view',
        keys: MEANINGS.view.keys,
        help: 'Read only what was wrong, or every question again',
      },
      { action: 'next-section', keys: [']'], help: 'To the next question' },
      { action: 'previous-section', keys: ['['], help: 'To the question before' },
      { action: 'top', keys: ['home'], help: 'To the result' },
      { action: 'bottom', keys: ['end', 'G'], help: 'To the end' },
      MOCK,
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'done', help: 'Leave the report' },
    ],
  },
  'report-next': {
    title: 'Report: what next',
    text: 'no',
    bindings: [
      {
        action: 'open',
        keys: ['enter', 'space'],
        label: 'enter',
        hint: 'start',
        help: 'Start what is chosen',
      },
      { ...UP, label: '↑↓', hint: 'choose' },
      DOWN,
      ...PAGES,
      BACK,
    ],
  },
  'report-questions': {
    title: 'Report: all questions',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter', 'space'], label: 'enter', hint: 'look', help: 'To the question' },
      { ...UP, label: '↑↓', hint: 'choose' },
      DOWN,
      {
        action: 'view-next',
        keys: ['tab'],
        hint: 'wrong, unsure, flagged, slow',
        help: 'All questions, or those that were wrong, unsure, flagged or slow',
      },
      { action: 'view-before', keys: ['shift-tab'], help: 'The same the other way round' },
      { action: 'flag', keys: MEANINGS.flag.keys, help: 'Flag it, or take the flag back' },
      { action: 'suspend', keys: MEANINGS.suspend.keys, help: 'Suspend it, or bring it back' },
      { action: 'undo', keys: MEANINGS.undo.keys, help: 'Undo the last thing you did here' },
      ...WRITE_QUIETLY,
      ...PAGES,
      BACK,
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
