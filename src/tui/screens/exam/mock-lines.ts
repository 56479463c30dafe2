/** The page before a mock exam, as lines. */
import { examName as titleOfExam } from '../../../text/plan/words.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import type { MockChoice, MockPlan } from '../../../app/exam/mock-plan.ts';
import { ANSWERS, CLOCKS, lengthOf, LENGTHS, WHICH } from '../../../app/exam/mock-plan.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { grouped, plural } from '../../../text/layout/columns.ts';
import { cellWidth, padEnd, truncate } from '../../../text/layout/width.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { wrapParts, wrapText } from '../../../text/layout/wrap.ts';
import type { Theme } from '../../components/theme.ts';
import { examName } from './exam-header.ts';

/** The lines one can go to, in their order. */
export const MOCK_ROWS = ['exam', 'length', 'time', 'clock', 'answers', 'from', 'only', 'start'] as const;
type MockRow = (typeof MOCK_ROWS)[number];

const TITLES: Readonly<Record<MockRow, string>> = {
  exam: 'Exam',
  length: 'Length',
  time: 'Time',
  clock: 'Clock',
  answers: 'Answers',
  from: 'From',
  only: 'Only',
  start: 'Start',
};

const CLOCK_WORDS = { real: 'real: runs on', practice: 'practice: can be paused' } as const;
const ANSWER_WORDS = { end: 'at the end', each: 'after each question' } as const;
const WHICH_WORDS = { any: 'any', unseen: 'not seen', missed: 'missed', flagged: 'flagged' } as const;

const LABEL = 13;

/** The choices of a line, the one that holds in brackets. */
const choices = <T extends string>(
  values: readonly T[],
  chosen: T,
  word: (value: T) => string,
  { style }: Theme,
): string =>
  values
    .map(value => (value === chosen ? style.strong(`[${word(value)}]`) : ` ${word(value)} `))
    .join('  ')
    .trimEnd();

interface MockParts {
  readonly exam: Blueprint;
  readonly choice: MockChoice;
  readonly plan: MockPlan;
  readonly row: MockRow;
  readonly columns: number;
  /** Where there are too few, the lines between the groups are left out. */
  readonly rows: number;
  readonly theme: Theme;
}

const partsText = ({ exam, choice }: MockParts): string => {
  if (choice.parts.length === 0) return 'the whole exam';
  const titles = exam.domains.flatMap(domain => [
    ...(choice.parts.includes(domain.id) ? [domain.title] : []),
    ...domain.tasks.filter(({ id }) => choice.parts.includes(id)).map(({ id, title }) => `${id} ${title}`),
  ]);
  return titles.map(sanitizeLine).join(', ');
};

const valueOf = (row: MockRow, parts: MockParts): string => {
  const { exam, choice, plan, theme } = parts;
  const { signs, style } = theme;
  switch (row) {
    case 'exam': {
      const code = `${examName(exam.id)} ${signs.dot} `;
      const room = parts.columns - 2 - LABEL - cellWidth(code);
      return (
        style.strong(examName(exam.id)) +
        code.slice(examName(exam.id).length) +
        shortName(titleOfExam(exam), room, signs.ellipsis)
      );
    }
    case 'length':
      return choices(LENGTHS, choice.length, length => `${length} ${lengthOf(exam, length)}`, theme);
    case 'time':
      if (choice.answers === 'each') return 'none: answers come after each question';
      return `${plural(plan.minutes, 'min', 'min')}, ${choice.minutes === null ? 'at the pace of the real exam' : 'as you chose'}`;
    case 'clock':
      return choice.answers === 'each'
        ? style.dim('none')
        : choices(CLOCKS, choice.clock, clock => CLOCK_WORDS[clock], theme);
    case 'answers':
      return choices(ANSWERS, choice.answers, when => ANSWER_WORDS[when], theme);
    case 'from':
      return partsText(parts);
    case 'only':
      return choices(WHICH, choice.only, which => WHICH_WORDS[which], theme);
    case 'start': {
      const time = choice.answers === 'each' ? '' : ` ${signs.dot} ${plan.minutes} min`;
      return plan.questions === 0 ? 'no question fits' : `${plural(plan.questions, 'question')}${time}`;
    }
  }
};

const hintOf = (row: MockRow, { choice }: MockParts): string =>
  row === 'time'
    ? choice.answers === 'each'
      ? ''
      : '+ - other'
    : row === 'from'
      ? 'enter picks domains, tasks'
      : '';

const rowLine = (row: MockRow, parts: MockParts): string => {
  const { theme, columns } = parts;
  const { style, signs } = theme;
  const isHere = row === parts.row;
  const title = isHere ? style.strong(TITLES[row]) : TITLES[row];
  const line = `${isHere ? signs.pointer : ' '} ${padEnd(title, LABEL)}${valueOf(row, parts)}`;
  const hint = hintOf(row, parts);
  const room = columns - hint.length - 2;
  return hint === '' || columns < 72
    ? truncate(line, columns, signs.ellipsis)
    : `${padEnd(truncate(line, room, signs.ellipsis), room)}  ${style.dim(hint)}`;
};

/** Cells of the name of a domain: as many as on Home. */
const NAME = 18;

/** What the choice comes to, in sentences. */
const aboutLines = ({ choice, plan, theme, columns }: MockParts): readonly string[] => {
  const { signs } = theme;
  const { questions, wanted, byDomain, fit, unseen, counts } = plan;
  const only = choice.only === 'any' ? '' : ` ${WHICH_WORDS[choice.only]}`;
  const domains = byDomain
    .filter(domain => domain.questions > 0)
    .map(domain => `${shortName(sanitizeLine(domain.title), NAME, signs.ellipsis)} ${domain.questions}`);
  const few =
    questions < wanted && questions > 0 && fit < wanted
      ? [`Only ${plural(fit, `${only.trim()} question`.trim())}: ${questions} it is.`]
      : [];
  const [heaviest = '', ...others] = domains;
  const first =
    questions === 0
      ? []
      : wrapParts(
          [`${plural(questions, 'question')}: ${heaviest}`, ...others],
          columns - 2,
          ` ${signs.dot} `,
        );
  const stock = `${grouped(fit)} fit, ${grouped(unseen)} of them not seen.`;
  const worth =
    choice.answers === 'each'
      ? 'This is a quiz: single answers count, but not as a mock exam.'
      : counts
        ? 'Counts for readiness.'
        : 'Practice: does not count as a mock exam in readiness; single answers do.';
  return [...first, ...[...few, `${stock} ${worth}`].flatMap(line => wrapText(line, columns - 2))].map(
    line => `  ${line}`,
  );
};

/** All lines, and the one that the pointer is at. */
export const mockLines = (parts: MockParts): { readonly lines: readonly string[]; readonly at: number } => {
  const rows = MOCK_ROWS.filter(row => row !== 'start').map(row => rowLine(row, parts));
  const about = aboutLines(parts);
  const room = parts.rows - rows.length - about.length - 1;
  const gap = (at: number): readonly string[] => (room >= at ? [''] : []);
  const lines = [...rows, ...gap(1), ...about, ...gap(2), rowLine('start', parts)];
  return { lines, at: parts.row === 'start' ? lines.length - 1 : MOCK_ROWS.indexOf(parts.row) };
};

/** Domains and tasks that can be picked, one a line. */
export const partRows = (
  exam: Blueprint,
): readonly { readonly id: string; readonly title: string; readonly depth: number }[] =>
  exam.domains.flatMap(({ id, title, tasks }) => [
    { id, title: sanitizeLine(title), depth: 0 },
    ...tasks.map(task => ({ id: task.id, title: `${task.id} ${sanitizeLine(task.title)}`, depth: 1 })),
  ]);
