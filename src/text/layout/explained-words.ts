/** What the words beside figures mean, the same for screens and lines. */

import { sanitizeLine } from '../../core/base/sanitize.ts';

/** A word of the program, and what it means. */
export type ExplainedWord = readonly [word: string, meaning: string];

/** Beside counts of what is due. */
export const DUE: ExplainedWord = ['due', 'Cards and questions whose day to come back has come'];
/** Beside shares of what is known. */
export const KNOWN: ExplainedWord = [
  'known',
  'The share of cards and questions you would get right now; what was wrong at the last try counts nothing until it is right once',
];
/** Beside the range for an exam. */
export const READINESS: ExplainedWord = [
  'readiness',
  'The share of exam questions you would get right today, as a range in which it lies 8 times in 10',
];
/** Beside the projection. */
export const STATUS: ExplainedWord = [
  'on track',
  'The middle of what is projected for the day reaches the aim; close: only its upper end does; behind: neither',
];

/** What stands above a card or question. */
export const LEFT: readonly ExplainedWord[] = [
  ['reviews, due', 'What comes back today and is still to be asked'],
  ['learning', 'Cards that were missed or are new, and come back within minutes'],
  ['new, questions', 'Cards and questions that you have not seen, still to be asked today'],
  ['min left', 'What is left of the minutes of this day'],
  ['4 of 10', 'Where one is, where the number is settled: in a quiz, or in cards'],
];

/** What the lists are called. */
export const LISTED: readonly ExplainedWord[] = [
  ['missed', 'Wrong or again at the last try, in the last 30 days; one right answer takes it off'],
  ['leeches', 'Forgotten so often (Leech after, in the settings) that learning it another way pays more'],
  ['suspended', 'Never asked until you bring it back'],
  ['buried', 'Not asked again today'],
  ['yours', 'Remarks and cards that you have written'],
  ['2x', 'How often it was missed, or forgotten'],
];

/** Those that a line can be asked for by name. */
const ALL: readonly ExplainedWord[] = [DUE, KNOWN, READINESS, STATUS, ...LEFT, ...LISTED];

/**
 * The commands and words that somebody may mean by a word, such as `flag` or `leech`; without a word all commands.
 * Empty: neither a command nor a word is called that.
 */
export const helpOn = (commands: readonly ExplainedWord[], asked: string): readonly ExplainedWord[] => {
  const word = asked.trim().replace(/^:/, '').toLowerCase();
  if (word === '') return commands;
  const own = commands.filter(([name]) => name.replace(/^:/, '').toLowerCase() === word);
  const told = ALL.filter(([name]) =>
    name.split(', ').some(each => each === word || (word.length > 2 && each.startsWith(word))),
  );
  return [...own, ...told];
};

/** The same as lines. */
export const helpLines = (commands: readonly ExplainedWord[], asked: string): readonly string[] => {
  const found = helpOn(commands, asked);
  return found.length === 0
    ? [`  No command or word is called "${sanitizeLine(asked.trim())}". :? lists the commands.`]
    : found.map(([name, meaning]) => `  ${name.padEnd(9)} ${meaning}`);
};
