import type { Binding, KeyContext } from './key-context.ts';
import { BACK, DIGITS, FIELD, LINES, NOTE, PAGES } from './shared-keys.ts';

const PAGES_OF_WORKING = [
  { action: 'page-up', keys: ['page-up', 'ctrl-b'], help: 'The steps, a page up' },
  {
    action: 'page-down',
    keys: ['page-down', 'ctrl-f'],
    label: 'page down',
    hint: 'more',
    help: 'The steps, a page down',
  },
] as const satisfies readonly Binding[];

/** Keys of the calculators and their practice. */
export const CALCULATOR_KEYS = {
  calculators: {
    title: 'Calculators',
    text: 'no',
    bindings: [
      {
        action: 'open',
        keys: ['enter', 'space', 'right', 'l'],
        label: 'enter',
        hint: 'open',
        help: 'Open the calculator that is chosen',
      },
      { action: 'up', keys: ['up', 'k'], label: '↑↓', hint: 'choose', help: 'The calculator above' },
      { action: 'down', keys: ['down', 'j'], help: 'The calculator below' },
      { action: 'top', keys: ['home'], help: 'The first one' },
      { action: 'bottom', keys: ['end', 'G'], help: 'The last one' },
      ...PAGES,
      { action: 'filter', keys: ['/'], hint: 'filter', help: 'Show only those with the words you type' },
      NOTE,
      { action: 'back', keys: ['q', 'esc', 'left', 'h'], label: 'q', hint: 'back', help: 'Back' },
    ],
  },
  'calculators-filter': {
    title: 'Calculators, typing a filter',
    text: 'yes',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'open', help: 'Open the calculator that is chosen' },
      { action: 'up', keys: ['up'], label: '↑↓', hint: 'choose', help: 'The calculator above' },
      { action: 'down', keys: ['down', 'tab'], help: 'The calculator below' },
      ...PAGES,
      ...FIELD,
      { action: 'close', keys: ['esc'], hint: 'all calculators', help: 'Take the filter away' },
    ],
  },
  'calculator-form': {
    title: 'Calculator',
    text: 'yes',
    bindings: [
      { action: 'down', keys: ['tab', 'down', 'enter'], label: 'tab', hint: 'field', help: 'The next field' },
      { action: 'up', keys: ['shift-tab', 'up'], help: 'The field before' },
      {
        action: 'left',
        keys: ['left'],
        label: '←→',
        hint: 'choice',
        help: 'The choice before, or a character to the left',
      },
      { action: 'right', keys: ['right'], help: 'The next choice, or a character to the right' },
      ...FIELD.filter(({ action }) => action !== 'left' && action !== 'right'),
      ...PAGES_OF_WORKING,
      {
        action: 'practise',
        keys: ['ctrl-p'],
        hint: 'practice',
        help: 'A question with numbers of its own',
      },
      {
        action: 'copy',
        keys: ['ctrl-y'],
        hint: 'copy command',
        help: 'Copy the command line that does the same',
      },
      { action: 'example', keys: ['ctrl-x'], help: 'Fill the fields with an example' },
      { action: 'clear', keys: ['ctrl-r'], help: 'Clear all fields' },
      { action: 'note', keys: ['ctrl-o'], help: 'Read the note that explains it and come back' },
      {
        action: 'commands',
        keys: ['esc'],
        hint: 'keys',
        help: 'Command keys (your text is kept)',
      },
    ],
  },
  'calculator-commands': {
    title: 'Calculator: command keys',
    text: 'no',
    bindings: [
      {
        action: 'commands',
        keys: ['enter', 'i', 'space', 'tab'],
        label: 'i',
        hint: 'back to typing',
        help: 'Back to the fields',
      },
      { action: 'scroll-up', keys: ['up', 'k'], label: '↑↓', hint: 'scroll', help: 'The steps, a line up' },
      { action: 'scroll-down', keys: ['down', 'j'], help: 'The steps, a line down' },
      ...PAGES_OF_WORKING,
      { action: 'practise', keys: ['t'], hint: 'practice', help: 'A question with numbers of its own' },
      { action: 'copy', keys: ['y'], hint: 'copy command', help: 'Copy the command line that does the same' },
      { action: 'clear', keys: ['backspace'], help: 'Clear all fields' },
      NOTE,
      BACK,
    ],
  },
  'practice-typed': {
    title: 'Practice question that is answered with a number',
    text: 'yes',
    bindings: [
      { action: 'answer', keys: ['enter'], hint: 'answer', help: 'Answer with what is typed' },
      {
        action: 'skip',
        keys: ['tab'],
        hint: 'another one',
        help: 'Another question; this one does not count',
      },
      ...FIELD,
      ...PAGES,
      { action: 'back', keys: ['esc'], hint: 'calculator', help: 'Back to the calculator' },
    ],
  },
  'practice-choice': {
    title: 'Practice question with options',
    text: 'no',
    bindings: [
      {
        action: 'choose',
        keys: DIGITS,
        label: '1-4',
        hint: 'choose',
        help: 'Choose an option by its number',
      },
      { action: 'up', keys: ['up', 'k'], label: '↑↓', help: 'The option above' },
      { action: 'down', keys: ['down', 'j'], help: 'The option below' },
      { action: 'answer', keys: ['enter', 'space'], hint: 'answer', help: 'Answer with what is chosen' },
      {
        action: 'skip',
        keys: ['tab'],
        hint: 'another one',
        help: 'Another question; this one does not count',
      },
      ...PAGES,
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'calculator', help: 'Back to the calculator' },
    ],
  },
  'practice-done': {
    title: 'After a practice question',
    text: 'no',
    bindings: [
      { action: 'next', keys: ['enter', 'space', 'n'], hint: 'next', help: 'The next question' },
      ...LINES,
      ...PAGES,
      {
        action: 'calculator',
        keys: ['='],
        hint: 'these numbers',
        help: 'The calculator with the numbers of this question',
      },
      NOTE,
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'calculator', help: 'Back to the calculator' },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
