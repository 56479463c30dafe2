/** Flags whose value is a list of words. */
import { InvalidArgumentError, Option } from 'commander';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { didYouMean } from '../../core/base/suggest.ts';

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
