/** Flags that sessions share. What they refuse is told with the command's help. */
import { InvalidArgumentError, Option } from 'commander';
import { resolveTopics } from '../../app/course/find.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { didYouMean } from '../../core/base/suggest.ts';

/** A parser for whole numbers in a range. */
export const wholeNumber =
  (least: number, most: number) =>
  (value: string): number => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
    if (!(number >= least && number <= most)) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return number;
  };

/** `-n`: items of a session. */
export const countFlag = wholeNumber(1, 9999);
/** `--minutes`: up to a whole day. */
export const minutesFlag = wholeNumber(1, 1440);
/** `--seed`. */
export const seedFlag = wholeNumber(0, 0xffffffff);

/** A parser for words of a list, set apart by commas; the flag may be repeated. */
export const wordsOf =
  <T extends string>(words: readonly T[]) =>
  (value: string, before: readonly T[] = []): readonly T[] => {
    const chosen = [...before];
    for (const word of value.split(',')) {
      const known = words.find(each => each === word.trim().toLowerCase());
      if (known === undefined) {
        const guess = didYouMean(word, words);
        const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
        throw new InvalidArgumentError(`"${sanitizeLine(word)}" is none of ${words.join(', ')}.${hint}`);
      }
      chosen.push(known);
    }
    return chosen;
  };

/** A flag whose value is a list of words; completion offers them. */
export const wordsOption = <T extends string>(
  flags: string,
  description: string,
  words: readonly T[],
): Option => {
  const option = new Option(flags, description).argParser(wordsOf(words));
  option.argChoices = [...words];
  return option;
};

/** The topics that words name, as a session wants them; without words all. */
export const chosenTopics =
  (words: readonly string[]) =>
  (course: CourseReader): ReadonlySet<string> | null =>
    words.length === 0 ? null : new Set(resolveTopics(course, words).map(({ id }) => id));
