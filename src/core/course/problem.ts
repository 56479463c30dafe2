/**
 * How bad a finding is. An `error` fails `study check`, and what it makes unusable is left out of the course;
 * a `warning` is advice.
 */
export type Severity = 'error' | 'warning';

/** One thing that is wrong in a course, with its place and what to do about it. */
export interface Problem {
  /** Stable id in kebab-case, such as `card-outside-cards`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Path relative to the course, with `/`. */
  readonly file: string;
  /** Line in the file, counted from 1; 0 where the whole file is meant. */
  readonly line: number;
  /** What is wrong, a full sentence without a final stop. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** `content/x.md:12`, or the file alone where no line is known. */
export const problemPlace = (problem: Pick<Problem, 'file' | 'line'>): string =>
  problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
