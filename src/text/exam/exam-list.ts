/** Lists of exams and of sittings as plain lines. */
import type { Blueprint } from '../../core/course/course.ts';
import type { BankSize } from '../../core/exam/bank-size.ts';
import type { ExamHistory } from '../../core/exam/report-model.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { alignColumns, plural } from '../layout/columns.ts';
import { duration } from './durations.ts';
import { changeSentence, countText, pointsText, shareText, stateText, takenText } from './exam-words.ts';
import type { Style } from '../layout/style.ts';
import { dayAndMonth } from '../stats/dates.ts';
import { hangingText } from '../layout/wrap.ts';

/** An exam of the course, and how far its questions reach. */
export interface ListedExam {
  readonly blueprint: Blueprint;
  readonly size: BankSize;
  /** The one that is taken without a name. */
  readonly isOwn: boolean;
}

const dateText = (date: string): string => `${dayAndMonth(date)} ${date.slice(0, 4)}`;

/** `from Tue 1 Dec 2026`, `until Mon 30 Nov 2026`; `''` where nothing is said. */
const validText = ({ valid: { from, to } }: Blueprint): string =>
  [
    ...(from === undefined ? [] : [`from ${dateText(from)}`]),
    ...(to === undefined ? [] : [`until ${dateText(to)}`]),
  ].join(' ');

/** Papers without a question twice, to one decimal under ten. */
export const papersText = ({ papers }: Pick<BankSize, 'papers'>): string =>
  papers >= 10 ? String(Math.floor(papers)) : (Math.floor(papers * 10) / 10).toFixed(1);

/** The exams a course describes. */
export const examListLines = (
  exams: readonly ListedExam[],
  style: Style,
  columns: number,
): readonly string[] => {
  if (exams.length === 0) return ['This course describes no exam.'];
  const rows = exams.map(({ blueprint, size, isOwn }) => [
    style.code(blueprint.id),
    `${plural(blueprint.questions.scored + blueprint.questions.unscored, 'question')}`,
    duration(blueprint.minutes * 60_000),
    `${papersText(size)} papers`,
    `${papersText(size.examGrade)} of exam grade`,
    validText(blueprint),
    [...(isOwn ? ['yours'] : []), ...(blueprint.provisional ? ['provisional'] : [])].join(', '),
  ]);
  const short = exams.flatMap(({ blueprint, size }) =>
    size.domains
      .filter(({ need, have }) => have < need)
      .map(({ title, need, have }) => `  ${blueprint.id} ${sanitizeLine(title)}: ${have} of ${need}`),
  );
  const graded = exams.flatMap(({ blueprint, size }) => {
    if (size.examGrade.questions === 0) return [];
    const tasks = size.domains.flatMap(domain => domain.tasks);
    const counts = tasks.map(({ id, examGrade, need }) => `${id} ${examGrade}/${need}`);
    return hangingText(`  ${blueprint.id}: `, counts.join(', '), columns);
  });
  return [
    ...alignColumns(rows, ['left', 'right', 'right', 'right', 'right']),
    ...(short.length === 0 ? [] : ['', 'Too few questions for a whole mock exam:', ...short]),
    ...(graded.length === 0
      ? []
      : ['', 'Exam-grade questions by task, of those one mock exam takes:', ...graded]),
    '',
    ...exams.map(({ blueprint }) => `${blueprint.id}: ${sanitizeLine(blueprint.title)}`),
  ];
};

/** The sittings of a course, oldest first, and how the last ones compare. */
export const examHistoryLines = ({ sittings, changes }: ExamHistory, style: Style): readonly string[] => {
  if (sittings.length === 0) return [`No exam has been sat yet. Start with: ${style.code('study exam')}`];
  const rows = sittings.map((sitting, i) => [
    String(i + 1),
    takenText(sitting).replace(',', ''),
    sanitizeLine(sitting.blueprint),
    sitting.score === null
      ? `${sitting.answered} of ${sitting.questions} answered`
      : countText(sitting.score),
    sitting.score === null ? '' : shareText(sitting.score),
    duration(sitting.used),
    [stateText(sitting), ...(sitting.practice ? ['practice'] : [])].join(', '),
    `seed ${sitting.seed}`,
  ]);
  return [
    style.heading('Exams taken'),
    ...alignColumns(rows, ['right', 'left', 'left', 'right', 'left', 'right']),
    ...(changes.length === 0 ? [] : ['']),
    ...changes.flatMap(change => [
      changeSentence(change),
      ...change.domains.map(({ title, points }) => `  ${sanitizeLine(title)}: ${pointsText(points)}`),
    ]),
    '',
    `A report again: ${style.code('study exam --report N')}`,
  ];
};
