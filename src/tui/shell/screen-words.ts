/** What the figures of a screen mean: below its keys, so that each is explained one key away. */
import type { ExplainedWord } from '../../text/layout/explained-words.ts';
import { DUE, KNOWN, LEFT, LISTED, READINESS, STATUS } from '../../text/layout/explained-words.ts';
import type { ContextName } from '../keys/key-table.ts';

/** A word of the screen, and what it means. */
type ScreenWord = ExplainedWord;

const ANSWERS: ScreenWord = [
  'answers',
  'First tries at what it asks for; a topic that several domains ask for counts in each of them',
];

const FOUND: readonly ScreenWord[] = [
  ['notes', 'Sections of notes; with cards, questions and calculators at most 10 of each kind are listed'],
  ['found', 'All words must be there, in any order; hyphens and endings do not matter, and a typo is mended'],
];

const SITTING: readonly ScreenWord[] = [
  ['67 % (42-85)', 'The share that was right; in brackets its 95 % confidence interval'],
  ['worth', 'Points of the whole score, if you had got all of it right'],
];

/** By the context of the screen. */
export const SCREEN_WORDS: Partial<Readonly<Record<ContextName, readonly ScreenWord[]>>> = {
  home: [
    ['today', 'Minutes of study on this day, of those you set'],
    READINESS,
    STATUS,
    ['weakest', 'The domain with the lowest range, of those with 10 answers or more'],
    KNOWN,
    DUE,
  ],
  choose: [DUE, KNOWN],
  notes: [DUE, KNOWN],
  'stats-topics': [
    ['seen', 'Cards and questions that were answered, of all'],
    ['now, est.', 'The share you would get right now of those that were seen, as an estimate'],
    KNOWN,
  ],
  plan: [
    ['projected', 'What one exam on its day would come to with these minutes a day, as a range'],
    STATUS,
    ['about', 'How much the minutes of the day hold at your pace'],
  ],
  readiness: [READINESS, ['on its day', 'What one exam would come to on that day, as a range'], ANSWERS],
  'card-asking': LEFT,
  'card-revealed': [...LEFT, ['1 to 4', 'Beside each rating stands when the card comes back with it']],
  choice: LEFT,
  choices: LEFT,
  truth: LEFT,
  order: LEFT,
  match: LEFT,
  typed: LEFT,
  'typed-commands': LEFT,
  feedback: LEFT,
  'session-summary': [
    ['22 of 30 min', 'Minutes of study on this day, of those that are planned; then those of this session'],
    ['readiness', 'The range before this session and after it'],
    ['wrong', 'What was wrong, or rated again; 2x: how often'],
    DUE,
  ],
  lists: LISTED,
  'lists-look': LISTED,
  search: FOUND,
  'search-results': FOUND,
  stats: [
    ['remembered', 'Of the reviews of what was learned before, the share that was not rated again'],
    ['young, mature', 'What came back after fewer than 21 days, and after 21 and more'],
    ['Streak', 'Days in a row with any study; a day off does not break it'],
  ],
  mock: [
    ['fit', 'Questions of the exam that your choices leave'],
    ['counts', 'A timed paper over the whole exam is evidence for readiness; any other is practice'],
  ],
  'exam-report': SITTING,
  'report-next': SITTING,
  exams: [
    ['58 % (44-71)', 'The share that was right; in brackets its 95 % confidence interval'],
    ['forecast', 'The range that was forecast on the day it was taken'],
  ],
};
