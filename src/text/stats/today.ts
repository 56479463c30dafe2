import { rangeText } from '../plan/figures.ts';
import type { DayLoad } from '../../core/readiness/exam-days.ts';
import type { Overview } from '../../core/stats/overview.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { alignColumns, grouped, percent, plural } from '../layout/columns.ts';
import { dayAndMonth } from './dates.ts';
import type { Style } from '../layout/style.ts';

/** The sensible next thing, as a command and the reason for it. */
interface NextStep {
  readonly command: string;
  readonly reason: string;
}

/** What to do now: what is due, then what is new, then what is weakest. */
export const nextStep = ({ counts, newToday, weakest, topics }: Overview): NextStep => {
  if (!topics.some(topic => topic.items > 0)) {
    return { command: 'study check', reason: 'the course has no cards and no questions' };
  }
  if (counts.due > 0 || newToday > 0) {
    const due = counts.due > 0 ? [`${counts.due} due`] : [];
    const fresh = newToday > 0 ? [`${newToday} new`] : [];
    return { command: 'study review', reason: [...due, ...fresh].join(', then ') };
  }
  const topic = weakest[0]?.topic.id;
  return topic === undefined
    ? { command: 'study quiz -n 10', reason: 'ten questions' }
    : { command: `study quiz ${topic} -n 10`, reason: 'nothing is due: ten questions on your weakest topic' };
};

/** What there is to say of mock exams. */
export interface ExamGlance {
  /** The one that is open. */
  readonly open: {
    readonly exam: string;
    /** Counted from 1. */
    readonly question: number;
    readonly questions: number;
    /** Milliseconds. */
    readonly left: number;
    readonly practice: boolean;
  } | null;
  /** The last one with a result. */
  readonly last: {
    readonly exam: string;
    /** `YYYY-MM-DD` on which it began. */
    readonly date: string;
    readonly correct: number;
    readonly questions: number;
    readonly aim: number;
    readonly reached: boolean;
  } | null;
}

const glanceLines = ({ open, last }: ExamGlance, style: Style): readonly string[] => [
  ...(open === null
    ? []
    : [
        `Open exam ${sanitizeLine(open.exam)}: question ${open.question} of ${open.questions}, ${Math.ceil(open.left / 60_000)} min left${
          open.practice ? '' : ' and running'
        } · ${style.code('study exam --resume')}`,
      ]),
  ...(last === null
    ? []
    : [
        `Last exam ${sanitizeLine(last.exam)} on ${dayAndMonth(last.date)}: ${last.correct} of ${last.questions}, ${percent(
          last.questions === 0 ? 0 : last.correct / last.questions,
        )}, ${last.reached ? 'reaches' : 'below'} the aim of ${last.aim} %`,
      ]),
];

/** ` · 58 of 100 (53-63 %) if it were today, aim for 80 %`. */
const readinessText = ({ readiness, aim }: NonNullable<Overview['exam']>): string => {
  if (readiness === null || readiness.today === null) return ' · not known yet how ready you are';
  const status = readiness.status === null ? '' : ` · ${readiness.status}`;
  return ` · ${rangeText(readiness.today)} if it were today, aim for ${aim} %${status}`;
};

/** When the exam is, and how ready the learner is. */
const examFacts = (overview: Overview): string | null => {
  const { exam } = overview;
  if (exam === null || exam.date === '') return null;
  const days =
    exam.days === null
      ? ''
      : exam.days > 0
        ? `in ${plural(exam.days, 'day')}`
        : exam.days === 0
          ? 'today'
          : 'is over';
  return `${days} (${dayAndMonth(exam.date)})${readinessText(exam)}${exam.provisional ? ' · provisional' : ''}`;
};

/** What is left of the plan for today: `about 12 reviews, 3 new cards, 4 questions, 25 min`. */
const loadText = ({ reviews, fresh, questions, minutes }: DayLoad): string =>
  [
    ...(reviews > 0 ? [plural(reviews, 'review')] : []),
    ...(fresh > 0 ? [plural(fresh, 'new card')] : []),
    ...(questions > 0 ? [plural(questions, 'question')] : []),
    `${Math.max(1, Math.round(minutes))} min`,
  ].join(', ');

/** The last line: the next step, with a plan what is left of it today. */
const nextLines = (overview: Overview, load: DayLoad | null, { code }: Style): readonly string[] => {
  // The plan ends on the eve of the exam.
  if (load !== null && overview.exam?.days === 0)
    return [`Next: the exam. Good luck! ${code('study review -n 10')} warms up.`];
  const next = nextStep(overview);
  const isLeft = load !== null && load.reviews + load.fresh + load.questions > 0;
  if (isLeft) return [`Next: ${code('study review')}  (the plan for today: about ${loadText(load)})`];
  return [
    ...(load === null ? [] : ['The plan for today is done.']),
    `Next: ${code(next.command)}  (${next.reason})`,
  ];
};

/**
 * Today's summary as plain lines.
 * @param problems how many the files of the course have, for what has one is left out
 * @param load what is left of the plan for today; `null`: there is no plan
 */
export const todayLines = (
  title: string,
  overview: Overview,
  style: Style,
  exams: ExamGlance | null = null,
  problems = 0,
  load: DayLoad | null = null,
): readonly string[] => {
  const { counts, newToday, minutes, streak, weakest, exam } = overview;
  const lines = [`${style.heading(title)}  ${style.dim(dayAndMonth(overview.date))}`, ''];
  const about = minutes > 0 ? `about ${plural(minutes, 'minute')}` : '';
  const facts: string[][] = [
    ['Due now', grouped(counts.due), counts.learning > 0 ? `${counts.learning} more later today` : ''],
    // With a plan its last line says how many are new, and how long it takes: no limit of a day holds there.
    ...(load === null ? [['New today', grouped(newToday), `of ${grouped(counts.new)} left`]] : []),
  ];
  if (about !== '' && load === null)
    facts.push(['Time', String(minutes), minutes === 1 ? 'minute expected' : 'minutes expected']);
  facts.push(['Streak', String(streak), streak === 1 ? 'day' : 'days']);
  lines.push(...alignColumns(facts, ['left', 'right']));
  const examLine = examFacts(overview);
  if (exam !== null && examLine !== null) lines.push(`Exam ${exam.id} ${examLine}`);
  if (exams !== null) lines.push(...glanceLines(exams, style));
  if (counts.leeches > 0) {
    lines.push(
      `${plural(counts.leeches, 'card or question', 'cards and questions')} forgotten again and again: ${style.code('study topics')} shows where`,
    );
  }
  const waiting = overview.topics.filter(topic => topic.counts.due > 0);
  if (waiting.length > 0) {
    lines.push('', style.strong('Due by topic'));
    const rows = waiting
      .sort((a, b) => b.counts.due - a.counts.due)
      .slice(0, 10)
      .map(topic => [`  ${topic.topic.id}`, String(topic.counts.due), `${topic.counts.new} new`]);
    lines.push(...alignColumns(rows, ['left', 'right']));
    if (waiting.length > 10) lines.push(`  and ${plural(waiting.length - 10, 'more topic')}`);
  }
  if (weakest.length > 0) {
    lines.push('', style.strong('Weakest'));
    lines.push(
      ...alignColumns(
        weakest.map(topic => [`  ${topic.topic.id}`, percent(topic.right), `of ${topic.seen} tried`]),
        ['left', 'right'],
      ),
    );
  }
  if (problems > 0) {
    lines.push(
      '',
      `${plural(problems, 'problem')} in the files of this course: ${style.code('study check')} lists them`,
    );
  }
  lines.push('', ...nextLines(overview, load, style));
  return lines;
};
