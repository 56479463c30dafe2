/** What the figures of a screen mean: below its keys, so that each is explained one key away. */
import type { ContextName } from '../keys/key-table.ts';

/** A word of the screen, and what it means. */
type ScreenWord = readonly [word: string, meaning: string];

const DUE: ScreenWord = ['due', 'Cards and questions whose day to come back has come'];
const KNOWN: ScreenWord = [
  'known',
  'The share of cards and questions you would get right now; what was wrong at the last try counts nothing until it is right once',
];
const READINESS: ScreenWord = [
  'readiness',
  'The share of exam questions you would get right today, as a range in which it lies 8 times in 10',
];
const STATUS: ScreenWord = [
  'on track',
  'The middle of what is projected for the day reaches the aim; close: only its upper end does; behind: neither',
];
const ANSWERS: ScreenWord = [
  'answers',
  'First tries at what it asks for; a topic that several domains ask for counts in each of them',
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
  exams: [
    ['58 % (44-71)', 'The share that was right; in brackets its 95 % confidence interval'],
    ['forecast', 'The range that was forecast on the day it was taken'],
  ],
};
