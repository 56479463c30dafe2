import type { CheckReport } from '../../app/course/check-course.ts';
import type { Coverage } from '../../core/check/coverage.ts';
import type { RuleInfo } from '../../core/course/loader-rules.ts';
import type { Problem } from '../../core/course/problem.ts';
import { problemPlace } from '../../core/course/problem.ts';
import { alignColumns, plural } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';

const severityText = (severity: Problem['severity'], style: Style): string =>
  severity === 'error' ? style.wrong(severity) : style.warning(severity);

/** Problems as lines, a blank line between files: place, severity, rule and message, then what to do. */
const problemLines = (problems: readonly Problem[], style: Style): readonly string[] =>
  problems.flatMap((problem, i) => {
    const gap = i > 0 && problems[i - 1]?.file !== problem.file ? [''] : [];
    const severity = severityText(problem.severity, style);
    return [
      ...gap,
      `${style.strong(problemPlace(problem))}  ${severity}  ${style.dim(problem.rule)}  ${problem.message}`,
      `    ${problem.hint}`,
    ];
  });

/** Papers with one decimal, never more than there are. */
export const papersFloor = (papers: number): string => (Math.floor(papers * 10) / 10).toFixed(1);

/** How far the bank reaches, exam by exam. */
const coverageLines = (coverage: readonly Coverage[], style: Style): readonly string[] =>
  coverage.flatMap(({ blueprint, title, questions, perPaper, papers, examGrade, domains }) => [
    '',
    `${style.heading(blueprint)}  ${title}`,
    `  ${plural(questions, 'question')}: ${plural(papers, 'paper')} of ${perPaper} without a repetition`,
    `  ${plural(examGrade.questions, 'question')} exam grade: ${papersFloor(examGrade.papers)} papers of these alone`,
    ...alignColumns(
      domains.flatMap(domain => [
        [
          `  ${domain.id}`,
          `${domain.weight} %`,
          plural(domain.questions, 'question'),
          '',
          `${domain.perPaper} a paper`,
          domain.title,
        ],
        ...domain.tasks.map(({ id, title: task, need, have, examGrade: graded }) => [
          `    ${id}`,
          '',
          plural(have, 'question'),
          `${graded} exam grade`,
          `${need} a paper`,
          `  ${task}`,
        ]),
      ]),
      ['left', 'right', 'right', 'right', 'right', 'left'],
    ),
  ]);

/** Warnings of one rule that are listed one by one; of more the rule is counted. */
const MOST_LISTED = 10;
/** Problems from which the rules are counted below the list. */
export const MANY = 10;

/** How often each rule was broken. */
interface RuleCount {
  readonly rule: string;
  readonly severity: Problem['severity'];
  readonly count: number;
}

/** Counts by rule and severity, errors first, then what there is most of. */
export const countRules = (problems: readonly Problem[]): readonly RuleCount[] => {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity } of problems) {
    const name = `${severity} ${rule}`;
    counts.set(name, { rule, severity, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  const order = ({ severity }: RuleCount): number => (severity === 'error' ? 0 : 1);
  return [...counts.values()].sort(
    (a, b) => order(a) - order(b) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
};

/** What is worth a line of its own: every error, and the warnings of rules that have few. */
export const worthListing = (problems: readonly Problem[]): readonly Problem[] => {
  const many = new Set(
    countRules(problems)
      .filter(({ severity, count }) => severity === 'warning' && count > MOST_LISTED)
      .map(({ rule }) => rule),
  );
  return problems.filter(({ rule, severity }) => severity === 'error' || !many.has(rule));
};

const countLines = (counts: readonly RuleCount[], isWhole: boolean, style: Style): readonly string[] => [
  style.heading('By rule'),
  ...alignColumns(
    counts.map(({ rule, severity, count }) => [`  ${count}`, severityText(severity, style), rule]),
    ['right', 'left', 'left'],
  ),
  ...(isWhole ? [] : [`Each place of one rule: ${style.code('study check --rule ID')}`]),
];

/** `2 errors, 1 warning`, or `no problems`. */
export const countProblems = (problems: readonly Problem[]): string => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''];
  return parts.filter(part => part !== '').join(', ') || 'no problems';
};

const ignoredText = (ignored: number): string => (ignored === 0 ? '' : `, ${ignored} ignored with a reason`);

const ownText = ({ remarks, cards }: CheckReport['own']): string =>
  remarks + cards === 0 ? '' : `, ${plural(remarks, 'remark')} and ${plural(cards, 'card')} of your own`;

/** How much was checked: `12 notes, 40 cards, 30 questions, 1 exam`, and what of it is the learner's own. */
export const checkSize = ({ notes, cards, questions, blueprints, own }: CheckReport): string =>
  [
    plural(notes, 'note'),
    plural(cards, 'card'),
    plural(questions, 'question'),
    plural(blueprints, 'exam'),
  ].join(', ') + ownText(own);

/**
 * All that `study check` prints for people.
 * @param whole list every warning, of whatever rule there are many
 */
export const checkLines = (report: CheckReport, style: Style, whole = false): readonly string[] => {
  const { problems, coverage } = report;
  const counts = countRules(problems);
  const shown = whole ? problems : worthListing(problems);
  const paint =
    problems.length === 0
      ? style.correct
      : problems.some(({ severity }) => severity === 'error')
        ? style.wrong
        : style.warning;
  const blocks = [
    problemLines(shown, style),
    problems.length > MANY ? countLines(counts, shown.length === problems.length, style) : [],
    coverageLines(coverage, style).slice(1),
  ].filter(lines => lines.length > 0);
  return [
    ...blocks.flatMap(lines => [...lines, '']),
    `${report.title}: ${checkSize(report)}; ${paint(countProblems(problems))}${ignoredText(report.ignored)}`,
  ];
};

/** What `study check --rules` prints. */
export const ruleLines = (rules: ReadonlyMap<string, RuleInfo>, style: Style): readonly string[] =>
  [...rules].flatMap(([id, { severity, why, hint }]) => [
    `${style.strong(id)}  ${severityText(severity, style)}`,
    `    ${why}`,
    `    ${hint}`,
  ]);
