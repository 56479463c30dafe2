import { newestKeys } from '../../course/renames.ts';
import { quoted } from '../../base/sanitize.ts';
import type { CheckInput, Finding, Rule } from '../rule.ts';

const FILE = 'content/renames.yaml';

/** Keys that progress can hang on. */
const keysOf = ({ course }: CheckInput): ReadonlySet<string> =>
  new Set([...course.cards, ...course.questions].map(({ key }) => key));

const renameTarget: Rule = {
  id: 'rename-target',
  severity: 'error',
  why: 'progress that moves to a key without a card or a question is lost',
  hint: 'write the key of the card or question that takes its place; study export course shows them',
  check: input => {
    const known = keysOf(input);
    const newest = newestKeys(input.course.renames);
    return input.course.renames.flatMap(({ from, line }): readonly Finding[] => {
      const to = newest.get(from);
      return to === undefined || known.has(to)
        ? []
        : [{ file: FILE, line, message: `There is no card or question ${quoted(to)}` }];
    });
  },
};

const renameSource: Rule = {
  id: 'rename-source',
  severity: 'error',
  why: 'progress belongs either to the old key or to the new one',
  hint: 'delete the line, or the card or question that still has the old key',
  check: input => {
    const known = keysOf(input);
    return input.course.renames
      .filter(({ from }) => known.has(from))
      .map(({ from, line }) => ({
        file: FILE,
        line,
        message: `The old key ${quoted(from)} is still that of a card or a question`,
      }));
  },
};

/** Rules about renamed keys. */
export const RENAME_RULES: readonly Rule[] = [renameTarget, renameSource];
