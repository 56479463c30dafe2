import type { Course, Template } from '../course/course.ts';
import type { Severity } from '../course/problem.ts';
import type { StylePattern } from '../course/style-pattern.ts';
import type { Twins } from '../course/twins.ts';
import type { RuleInfo } from '../course/loader-rules.ts';

/** What rules look at. Files and calculators come in as functions, so that the rules stay pure. */
export interface CheckInput {
  readonly course: Course;
  /** Wording that the course avoids. */
  readonly style: readonly StylePattern[];
  /** Questions of the course that ask almost the same. */
  readonly twins: readonly Twins[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids of calculators and their aliases. */
  readonly calculators: ReadonlySet<string>;
  /** Why a template cannot be asked; empty where it can. */
  readonly templateProblems: (template: Template) => readonly string[];
  /** Whether a path relative to the course is a regular file inside it. */
  readonly fileExists: (path: string) => boolean;
  /** The lines of a file of the course, for finding where something stands; empty where it cannot be read. */
  readonly lines: (path: string) => readonly string[];
}

/** One thing a rule found. */
export interface Finding {
  readonly file: string;
  /** Counted from 1; 0: the whole file. */
  readonly line: number;
  readonly message: string;
  /** Where the finding knows better than the rule. */
  readonly hint?: string;
  /** Where it is another than the rule's. */
  readonly severity?: Severity;
}

/** A rule that a course is checked by. */
export interface Rule extends RuleInfo {
  /** Stable id in kebab-case. */
  readonly id: string;
  /** Held only where it is asked for by its id: it finds much that may stay. */
  readonly optIn?: true;
  readonly check: (input: CheckInput) => readonly Finding[];
}

/** Lines looked through for a text; further down it belongs to something else. */
const REACH = 500;

/** Line (from 1) of the first occurrence of a text at or below a line; that line where there is none. */
export const locate = (
  input: Pick<CheckInput, 'lines'>,
  file: string,
  from: number,
  text: string,
): number => {
  const found = input
    .lines(file)
    .slice(Math.max(0, from - 1), from + REACH)
    .findIndex(line => line.includes(text));
  return found === -1 ? from : Math.max(1, from) + found;
};
