/** What `study check` finds, in sentences: what it comes to first, then each finding, then how far the bank reaches. */
import type { CheckReport } from '../../../app/course/check-course.ts';
import type { Coverage } from '../../../core/check/coverage.ts';
import type { RuleInfo } from '../../../core/course/loader-rules.ts';
import type { Problem } from '../../../core/course/problem.ts';
import type { Verbosity } from '../../../core/device/preferences.ts';
import {
  checkSize,
  countProblems,
  countRules,
  MANY,
  papersFloor,
  worthListing,
} from '../../course/problems.ts';
import { capital, plural } from '../../layout/columns.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import { sentence, spokenLine, spokenTitle } from '../words.ts';

interface Options {
  readonly width: number;
  readonly verbosity: Verbosity;
}

/** What is said of files: a name in angle brackets, to be put in, as `AREA`. */
const quoted = (text: string): string =>
  spokenLine(text.replace(/<([a-z][\w-]*)>/g, (_, name: string) => name.toUpperCase()));

/** `Error, line 12: there is no topic of that name. Rename it. Rule unknown-topic.` */
const problemSentence = ({ severity, line, message, hint, rule }: Problem, verbosity: Verbosity): string => {
  const place = line > 0 ? `, line ${line}` : '';
  const advice = verbosity === 'brief' || hint === '' ? '' : ` Try: ${sentence(quoted(hint))}`;
  return `${capital(severity)}${place}: ${sentence(quoted(message))}${advice} Rule ${rule}.`;
};

/** Findings, those of a file behind its name. */
const problemSentences = (problems: readonly Problem[], verbosity: Verbosity): readonly string[] =>
  problems.flatMap((problem, i) => [
    ...(problems[i - 1]?.file === problem.file
      ? []
      : ['', `In ${spokenLine(problem.file === '' ? 'the course' : problem.file)}.`]),
    problemSentence(problem, verbosity),
  ]);

const ruleSentences = (problems: readonly Problem[], isWhole: boolean): readonly string[] => [
  '',
  sentence(
    `By rule: ${countRules(problems)
      .map(({ rule, severity, count }) => `${plural(count, severity)} of ${rule}`)
      .join(', ')}`,
  ),
  ...(isWhole ? [] : ['To hear each place of one rule: study check --rule ID']),
];

const coverageSentences = (
  { blueprint, title, questions, perPaper, papers, examGrade, domains }: Coverage,
  verbosity: Verbosity,
): readonly string[] => [
  '',
  sentence(
    `Exam ${blueprint}, ${spokenTitle(title)}: ${plural(questions, 'question')}, ${plural(papers, 'paper')} of ${perPaper} without a repetition; ${examGrade.questions} of exam grade, ${papersFloor(examGrade.papers)} papers of these alone`,
  ),
  ...(verbosity === 'brief'
    ? []
    : domains.flatMap(domain => [
        sentence(
          `Domain ${domain.id}, ${spokenTitle(domain.title)}, ${domain.weight} percent: ${plural(domain.questions, 'question')}, ${domain.perPaper} a paper`,
        ),
        ...domain.tasks.map(({ id, title: task, need, have, examGrade: graded }) =>
          sentence(
            `Task ${id}, ${spokenTitle(task)}: ${plural(have, 'question')}, ${graded} of exam grade, ${need} a paper`,
          ),
        ),
      ])),
];

/**
 * All that `study check` says.
 * @param isWhole every warning, of whatever rule there are many
 */
export const spokenCheck = (
  report: CheckReport,
  { width, verbosity }: Options,
  isWhole = false,
): readonly string[] => {
  const { problems, coverage, ignored } = report;
  const shown = isWhole ? problems : worthListing(problems);
  return wrapAll(
    [
      sentence(`${spokenTitle(report.title)}: ${countProblems(problems)}`),
      sentence(checkSize(report)),
      ...(ignored === 0 ? [] : [sentence(`${plural(ignored, 'finding')} ignored with a reason`)]),
      ...problemSentences(shown, verbosity),
      ...(problems.length > MANY ? ruleSentences(problems, shown.length === problems.length) : []),
      ...coverage.flatMap(each => coverageSentences(each, verbosity)),
    ],
    width,
  );
};

/** What `study check --rules` says, a rule a paragraph. */
export const spokenRules = (rules: ReadonlyMap<string, RuleInfo>, width: number): readonly string[] =>
  wrapAll(
    [...rules].map(
      ([id, { severity, why, hint }]) =>
        `${id}, ${severity}: ${sentence(quoted(why))} Try: ${sentence(quoted(hint))}`,
    ),
    width,
  );

/** A line of a file that is mended: what stands there, and what takes its place. */
export interface Mended {
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** What `study check --fix` mends. */
export const spokenFixes = (fixes: readonly Mended[], width: number): readonly string[] =>
  wrapAll(
    fixes.flatMap(({ file, line, before, after }) => [
      sentence(`In ${spokenLine(file)}, line ${line}`),
      `Before: ${spokenLine(before.trim())}`,
      `After: ${after
        .split('\n')
        .map(part => spokenLine(part.trim()))
        .join(', then ')}`,
    ]),
    width,
  );
