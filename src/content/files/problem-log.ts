import type { LoaderRule } from '../../core/course/loader-rules.ts';
import { LOADER_RULES } from '../../core/course/loader-rules.ts';
import { cutText, sanitizeLine } from '../../core/base/sanitize.ts';
import type { Problem } from '../../core/course/problem.ts';

/** Findings listed for one file; a hostile file must not fill the memory with them. */
const MOST_PER_FILE = 200;
const LONGEST_MESSAGE = 300;

/** Notes one finding; the hint is the rule's where none is given. */
export type Report = (rule: LoaderRule, line: number, message: string, hint?: string) => void;

/** Collects the problems of all files of a course. */
export interface ProblemLog {
  /** A reporter for one file, its path relative to the course. */
  file(path: string): Report;
  /** Everything reported, in order. */
  readonly problems: readonly Problem[];
}

/** Collects findings; what is echoed in them cannot drive a terminal. */
export const makeProblemLog = (): ProblemLog => {
  const problems: Problem[] = [];
  const counts = new Map<string, number>();
  return {
    problems,
    file: path => (rule, line, message, hint) => {
      const count = (counts.get(path) ?? 0) + 1;
      counts.set(path, count);
      if (count > MOST_PER_FILE + 1) return;
      const shown = count > MOST_PER_FILE ? 'more-problems' : rule;
      const info = LOADER_RULES[shown];
      problems.push({
        rule: shown,
        severity: info.severity,
        file: sanitizeLine(path),
        line: shown === rule ? line : 0,
        message:
          shown === rule
            ? cutText(sanitizeLine(message), LONGEST_MESSAGE)
            : 'There are more problems in this file',
        hint: cutText(sanitizeLine(shown === rule ? (hint ?? info.hint) : info.hint), LONGEST_MESSAGE),
      });
    },
  };
};
