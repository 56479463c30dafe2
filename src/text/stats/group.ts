import type { GroupQuestion, GroupReport } from '../../core/stats/group/group.ts';
import { ENOUGH } from '../../core/stats/group/group.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { alignColumns, percent, plural } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { truncate } from '../layout/width.ts';

const LONGEST = 40;

/** The wrong option that most learners chose. */
const distractor = ({ options }: GroupQuestion): string => {
  const [most] = options
    .filter(({ correct, chosen }) => !correct && chosen > 0)
    .toSorted((a, b) => b.chosen - a.chosen);
  return most === undefined ? '' : `${most.chosen}: ${truncate(sanitizeLine(most.text), LONGEST)}`;
};

/** A group's questions as a table, the hardest first. */
export const groupLines = ({ learners, questions, judged }: GroupReport, style: Style): readonly string[] => {
  const heads = [
    'question',
    'answers',
    'right',
    'time',
    'unsure',
    ...(judged ? ['r'] : []),
    'most chosen wrong option',
  ];
  const rows = questions.map(question => [
    `  ${question.item}`,
    String(question.answers),
    percent(question.right / question.answers),
    question.ms === null ? '-' : `${Math.round(question.ms / 1000)} s`,
    String(question.unsure),
    ...(judged ? [question.discrimination === null ? '-' : question.discrimination.toFixed(2)] : []),
    distractor(question),
  ]);
  const doubtful = questions.filter(({ contradicted }) => contradicted === true);
  return [
    style.heading(plural(learners.length, 'learner')),
    ...alignColumns(
      learners.map(({ label, answers, right }) => [
        `  ${label}`,
        plural(answers, 'question'),
        answers === 0 ? '-' : `${percent(right / answers)} right at first`,
      ]),
    ),
    '',
    style.heading('Questions, by first answers'),
    ...alignColumns(
      [heads.map((head, i) => style.dim(i === 0 ? `  ${head}` : head)), ...rows],
      ['left', 'right', 'right', 'right', 'right', ...(judged ? (['right'] as const) : [])],
    ),
    '',
    judged
      ? 'r: how far who is right here is right elsewhere (point-biserial, -1 to 1); below 0.1 a question tells little.'
      : `With ${plural(learners.length, 'learner')} no question can be judged: from ${ENOUGH} on each has its discrimination, and keys that the best contradict are named.`,
    ...doubtful.map(({ item }) => `Look at the key of ${item}: of the best, more chose a wrong option.`),
  ];
};
