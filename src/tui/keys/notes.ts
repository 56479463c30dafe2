import type { Binding, KeyContext } from './key-context.ts';
import { MEANINGS } from './meanings.ts';
import { FIELD, LINES, OWN_CARD } from './shared-keys.ts';

const UP = { action: 'up', keys: ['up', 'k'], label: '↑↓', hint: 'choose', help: 'The line above' } as const;
const DOWN = { action: 'down', keys: ['down', 'j'], help: 'The line below' } as const;
const PAGES = [
  { action: 'page-up', keys: ['page-up', 'ctrl-b'], help: 'A page up' },
  { action: 'page-down', keys: ['page-down', 'ctrl-f'], help: 'A page down' },
  { action: 'top', keys: ['home'], help: 'To the top' },
  { action: 'bottom', keys: ['G', 'end'], help: 'To the end' },
] as const satisfies readonly Binding[];
const QUIZ = { action: 'quiz', keys: MEANINGS.quiz.keys, hint: 'quiz' } as const;
const CARDS = { action: 'cards', keys: MEANINGS.cards.keys, hint: 'cards' } as const;
const MOCK = { action: 'mock', keys: MEANINGS.mock.keys, help: 'The mock exam: its start page' } as const;
const OPEN = { action: 'open', keys: ['enter', 'space', 'right', 'l'], label: 'enter' } as const;

/** Keys of the notes. */
export const NOTES_KEYS = {
  notes: {
    title: 'Notes',
    text: 'no',
    bindings: [
      { ...OPEN, hint: 'read', help: 'Read the note, from where you left it' },
      UP,
      DOWN,
      {
        action: 'search',
        keys: ['/'],
        hint: 'filter',
        help: 'Show only notes with these words in their name',
      },
      { ...QUIZ, help: 'A quiz on the topic' },
      { ...CARDS, help: 'Cards of the topic' },
      { action: 'note', keys: MEANINGS.note.keys, help: 'Read the note' },
      OWN_CARD,
      MOCK,
      ...PAGES,
      { action: 'next-section', keys: [']'], help: 'The next area' },
      { action: 'previous-section', keys: ['['], help: 'The area before' },
      { action: 'back', keys: ['q', 'esc', 'left', 'h'], label: 'q', hint: 'back', help: 'Leave the notes' },
    ],
  },
  'notes-filter': {
    title: 'Notes, while typing a filter',
    text: 'yes',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'read', help: 'Read the chosen note' },
      { action: 'up', keys: ['up'], label: '↑↓', hint: 'choose', help: 'The line above' },
      { action: 'down', keys: ['down'], help: 'The line below' },
      { action: 'page-up', keys: ['page-up'], help: 'A page up' },
      { action: 'page-down', keys: ['page-down'], help: 'A page down' },
      { action: 'results', keys: ['tab'], hint: 'to the list', help: 'Keep the filter and go to the list' },
      ...FIELD,
      { action: 'close', keys: ['esc'], hint: 'all notes', help: 'Drop the filter' },
    ],
  },
  note: {
    title: 'Reading a note',
    text: 'no',
    bindings: [
      ...LINES,
      { action: 'search', keys: ['/'], hint: 'find', help: 'Find words in this note' },
      { ...QUIZ, help: 'Test yourself: questions on this section' },
      { ...CARDS, help: 'Flashcards on this section' },
      { action: 'all', keys: MEANINGS.all.keys, hint: 'sections', help: 'All sections, to jump to one' },
      {
        action: 'calculator',
        keys: MEANINGS.calculator.keys,
        hint: 'calculator',
        help: 'A calculator on this',
      },
      { action: 'terms', keys: MEANINGS.terms.keys, hint: 'terms', help: 'Terms of this section, explained' },
      {
        action: 'view',
        keys: MEANINGS.view.keys,
        hint: 'answer',
        help: 'The answer to the question in the note (Try it), or the question alone',
      },
      { action: 'next-link', keys: ['tab'], help: 'The next link to another note' },
      { action: 'previous-link', keys: ['shift-tab'], help: 'The link before' },
      { action: 'open', keys: ['enter'], help: 'Follow the link, or a page down' },
      { action: 'next-match', keys: ['n'], help: 'The next place that was found' },
      { action: 'previous-match', keys: ['p', 'N'], help: 'The place found before' },
      { action: 'next-section', keys: [']'], help: 'The next section' },
      { action: 'previous-section', keys: ['['], help: 'The section before' },
      { action: 'page-down', keys: ['space', 'page-down', 'ctrl-f'], help: 'A page down' },
      { action: 'page-up', keys: ['page-up', 'ctrl-b'], help: 'A page up' },
      { action: 'top', keys: ['home'], help: 'To the top' },
      { action: 'bottom', keys: ['G', 'end'], help: 'To the end' },
      OWN_CARD,
      MOCK,
      { action: 'back', keys: ['q', 'esc'], label: 'q', hint: 'back', help: 'Back to where you came from' },
    ],
  },
  'note-find': {
    title: 'Finding words in a note',
    text: 'yes',
    bindings: [
      {
        action: 'accept',
        keys: ['enter', 'tab'],
        label: 'enter',
        hint: 'read here',
        help: 'Read on from here',
      },
      { action: 'previous-match', keys: ['up'], label: '↑↓', hint: 'other places', help: 'The place before' },
      { action: 'next-match', keys: ['down'], help: 'The next place' },
      ...FIELD,
      { action: 'close', keys: ['esc'], hint: 'cancel', help: 'Back to where you were' },
    ],
  },
  'note-choice': {
    title: 'Choosing a section, a term or a calculator',
    text: 'no',
    bindings: [
      { ...OPEN, hint: 'go there', help: 'Go there' },
      UP,
      DOWN,
      ...PAGES,
      {
        action: 'close',
        keys: ['esc', 'q', 'left', 'h'],
        label: 'esc',
        hint: 'close',
        help: 'Close it',
      },
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
