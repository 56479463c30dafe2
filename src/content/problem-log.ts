import type { LoaderRule } from '../core/check/loader-rules.ts';
import { LOADER_RULES } from '../core/check/loader-rules.ts';
import type { Problem } from '../core/problem.ts';
import { sanitizeLine } from '../core/sanitize.ts';

/** Findings listed for one file; a hostile file must not fill the memory with them. */
const MOST_PER_FILE = 200;
const LONGEST_MESSAGE = 300;

/** Notes one finding; the hint is the rule's where none is given. */
export type Report = (rule: LoaderRule, line: number, message: string, hint?: string) => void;

const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;

/** A piece of content as it stands in a message: quoted, on one line, at most 60 characters. */
export const quoted = (value: unknown): string => {
  const text = typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'a list' : 'a map') : null;
  return text ?? `"${cut(sanitizeLine(String(value)), 60)}"`;
};

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
        message: shown === rule ? cut(sanitizeLine(message), LONGEST_MESSAGE) : 'There are more problems in this file',
        hint: cut(sanitizeLine(shown === rule ? (hint ?? info.hint) : info.hint), LONGEST_MESSAGE),
      });
    },
  };
};
