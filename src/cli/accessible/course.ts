/** Courses, their check and their files, for whoever hears them. */
import type { CheckReport } from '../../app/course/check-course.ts';
import type { UsedCourse } from '../../app/course/used-courses.ts';
import type { RuleInfo } from '../../core/course/loader-rules.ts';
import type { Mended } from '../../text/accessible/course/spoken-check.ts';
import { spokenCheck, spokenFixes, spokenRules } from '../../text/accessible/course/spoken-check.ts';
import { spokenCourses } from '../../text/accessible/course/spoken-courses.ts';
import type { Context } from '../program/context.ts';
import type { Spoken } from '../terminal/spoken.ts';

const print = ({ out }: Pick<Context, 'out'>, lines: readonly string[]): void => {
  for (const line of lines) out.line(line);
};

/** The courses that have been used. @param dayOf the learner's day of a moment in ms UTC */
export const tellCourses = (
  context: Context,
  courses: readonly UsedCourse[],
  dayOf: (at: number) => number,
): void => {
  const today = dayOf(context.runtime.clock.now());
  print(context, spokenCourses(courses, context.out.columns, today, dayOf));
};

/** What a check found. */
export const tellCheck = (
  context: Pick<Context, 'out'>,
  report: CheckReport,
  isWhole: boolean,
  { verbosity }: Spoken,
): void => print(context, spokenCheck(report, { width: context.out.columns, verbosity }, isWhole));

/** The rules of a check. */
export const tellRules = (context: Context, rules: ReadonlyMap<string, RuleInfo>): void =>
  print(context, spokenRules(rules, context.out.columns));

/** Lines that were mended. */
export const tellFixes = (context: Pick<Context, 'out'>, fixes: readonly Mended[]): void =>
  print(context, spokenFixes(fixes, context.out.columns));
