import type { GroupQuestion, GroupReport, OptionUse } from '../../core/stats/group/group.ts';
import { ENOUGH } from '../../core/stats/group/group.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { alignColumns, percent, plural } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { truncate } from '../layout/width.ts';

const LONGEST = 40;

/** The wrong option that most learners chose; `null`: nobody chose one. */
export const mostChosenWrong = ({ options }: GroupQuestion): OptionUse | null =>
  options
    .filter(({ correct, chosen }) => !correct && chosen > 0)
    .toSorted((a, b) => b.chosen - a.chosen)[0] ?? null;

const distractor = (question: GroupQuestion): string => {
  const most = mostChosenWrong(question);
  return most === null ? '' : `${most.chosen}: ${truncate(sanitizeLine(most.text), LONGEST)}`;
};

/** Why nothing is judged yet. */
export const groupNote = (learners: number): string =>
  `With ${plural(learners, 'learner')} no question can be judged: from ${ENOUGH} on each has its discrimination, and keys that the best contradict are named.`;

/** A sentence for each key that may be wrong. */
export const doubtfulKeys = ({ questions }: Pick<GroupReport, 'questions'>): readonly string[] =>
  questions
    .filter(({ contradicted }) => contradicted === true)
    .map(({ item }) => `Look at the key of ${item}: of the best, more chose a wrong option.`);

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
      : groupNote(learners.length),
    ...doubtfulKeys({ questions }),
  ];
};
