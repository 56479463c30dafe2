/** Flags that sessions share. What they refuse is told with the command's help. */
import { InvalidArgumentError } from 'commander';
import { namedPart } from '../../app/course/find.ts';
import { chosenRequest } from '../../app/session/chosen-session.ts';
import type { SessionRequest } from '../../app/session/session-request.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseReader } from '../../core/course/course.ts';

export { wordsOf, wordsOption } from '../program/words-option.ts';

/** A parser for whole numbers in a range. */
const wholeNumber =
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

/** The topics that words name or have something in, as a session wants them; without words all. */
export const chosenTopics =
  (words: readonly string[]) =>
  (course: CourseReader): ReadonlySet<string> | null =>
    namedPart(course, words).topics;

/** `--item`: keys of cards or questions; the flag may be repeated. */
export const itemsFlag = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/**
 * A session of just these items.
 * @throws Failure `usage`, once it is planned, for a key that the course does not have
 */
export const itemsRequest = (
  as: 'cards' | 'quiz',
  keys: readonly string[],
  seed: () => number,
): SessionRequest => {
  const request = chosenRequest(as, keys, { count: null, seed });
  return {
    ...request,
    plan: (course, ...rest) => {
      const unknown = keys.find(key => !course.has(key));
      if (unknown !== undefined)
        throw new Failure('usage', `There is no card or question "${sanitizeLine(unknown)}" in this course`, {
          code: 'unknown-item',
          place: '--item',
          try: `study search ${sanitizeLine(unknown)}`,
        });
      return request.plan(course, ...rest);
    },
  };
};
