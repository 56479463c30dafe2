import type { CheckReport } from '../app/check-course.ts';
import type { Coverage } from '../core/check/coverage.ts';
import type { RuleInfo } from '../core/check/loader-rules.ts';
import type { Problem } from '../core/problem.ts';
import { problemPlace } from '../core/problem.ts';
import { alignColumns, plural } from './columns.ts';
import type { Style } from './style.ts';

const severityText = (severity: Problem['severity'], style: Style): string =>
  severity === 'error' ? style.wrong(severity) : style.warning(severity);

/** Problems as lines, a blank line between files: place, severity, rule and message, then what to do. */
export const problemLines = (problems: readonly Problem[], style: Style): readonly string[] =>
  problems.flatMap((problem, i) => {
    const gap = i > 0 && problems[i - 1]?.file !== problem.file ? [''] : [];
    const severity = severityText(problem.severity, style);
    return [
      ...gap,
      `${style.strong(problemPlace(problem))}  ${severity}  ${style.dim(problem.rule)}  ${problem.message}`,
      `    ${problem.hint}`,
    ];
  });

/** How far the bank reaches, exam by exam. */
export const coverageLines = (coverage: readonly Coverage[], style: Style): readonly string[] =>
  coverage.flatMap(({ blueprint, title, questions, perPaper, papers, domains }) => [
    '',
    `${style.heading(blueprint)}  ${title}`,
    `  ${plural(questions, 'question')}: ${plural(papers, 'paper')} of ${perPaper} without a repetition`,
    ...alignColumns(
      domains.map(domain => [
        `  ${domain.id}`,
        `${domain.weight} %`,
        plural(domain.questions, 'question'),
        `${domain.perPaper} a paper`,
        domain.title,
      ]),
      ['left', 'right', 'right', 'right', 'left'],
    ),
  ]);

/** `2 errors, 1 warning`, or `no problems`. */
export const countProblems = (problems: readonly Problem[]): string => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''];
  return parts.filter(part => part !== '').join(', ') || 'no problems';
};

/** All that `study check` prints for people. */
export const checkLines = (report: CheckReport, style: Style): readonly string[] => {
  const { problems, coverage } = report;
  const size = [
    plural(report.notes, 'note'),
    plural(report.cards, 'card'),
    plural(report.questions, 'question'),
    plural(report.blueprints, 'exam'),
  ].join(', ');
  const found = countProblems(problems);
  const paint =
    problems.length === 0
      ? style.correct
      : problems.some(({ severity }) => severity === 'error')
        ? style.wrong
        : style.warning;
  return [
    ...problemLines(problems, style),
    ...coverageLines(coverage, style).slice(problems.length === 0 ? 1 : 0),
    ...(problems.length + coverage.length > 0 ? [''] : []),
    `${report.title}: ${size}; ${paint(found)}`,
  ];
};

/** What `study check --rules` prints. */
export const ruleLines = (rules: ReadonlyMap<string, RuleInfo>, style: Style): readonly string[] =>
  [...rules].flatMap(([id, { severity, why, hint }]) => [
    `${style.strong(id)}  ${severityText(severity, style)}`,
    `    ${why}`,
    `    ${hint}`,
  ]);
