/** Reports, exams and sittings of the past, for whoever hears them. */
import type { ExamParts } from '../../app/exam/exam-parts.ts';
import { examHistory } from '../../app/exam/exam-sittings.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import type { PaperComparison } from '../../core/exam/compare/compare.ts';
import type { ExamReport, QuestionReport } from '../../core/exam/report-model.ts';
import { spokenComparison } from '../../text/accessible/exam/spoken-compare.ts';
import {
  spokenExamList,
  spokenHistory,
  spokenReport,
  spokenReportQuestion,
} from '../../text/accessible/exam/spoken-report.ts';
import type { SpokenLayout } from '../../text/accessible/question/spoken-question.ts';
import { makeSpokenRenderer } from '../../text/accessible/renderer.ts';
import type { ListedExam } from '../../text/exam/exam-list.ts';
import { questionTexts, reasonTexts } from '../../text/question/renderer.ts';
import { momentNow } from '../../app/learner/moment.ts';
import type { Context } from '../program/context.ts';
import type { Spoken } from '../terminal/spoken.ts';
import type { Asker } from './asker.ts';
import { canAsk, chooseByNumber, numberTyped } from './asker.ts';

const print = ({ out }: Context, lines: readonly string[]): void => {
  for (const line of lines) out.line(line);
};

/** How a sitting went. */
export const tellResult = (context: Context, report: ExamReport, { verbosity }: Spoken): void =>
  print(context, spokenReport(report, verbosity, context.out.columns, context.runtime.clock.now()));

const questionTeller = async (
  { out }: Context,
  questions: readonly QuestionReport[],
): Promise<(question: QuestionReport) => readonly string[]> => {
  const { render, prepare } = makeSpokenRenderer();
  await prepare(
    questions.flatMap(({ question }) => {
      const shown = presentedOf(question);
      return [...questionTexts(shown), ...reasonTexts(shown)];
    }),
  );
  const layout: SpokenLayout = { columns: out.columns, render };
  return question => spokenReportQuestion(question, layout);
};

/** A report with its questions: by number where somebody can ask for one, else all of them. */
export const tellReport = async (context: Context, report: ExamReport, spoken: Spoken): Promise<void> => {
  tellResult(context, report, spoken);
  const { questions } = report;
  const tell = await questionTeller(context, questions);
  if (!canAsk(context)) {
    for (const question of questions) print(context, ['', ...tell(question)]);
    return;
  }
  let at = 0;
  const open = (number: number, asker: Asker): Promise<void> => {
    const question = questions[number - 1];
    at = number;
    if (question !== undefined) asker.print(['', ...tell(question)]);
    return Promise.resolve();
  };
  await chooseByNumber(context, {
    prompt: `Number of a question, 1 to ${questions.length}, or wrong for the next wrong one. Enter ends`,
    count: questions.length,
    open,
    other: async (line, asker) => {
      if (!/^:?(?:w|wrong|n|next)$/i.test(line)) return false;
      const next = /n/i.test(line.replace('wrong', ''))
        ? questions[at]
        : questions.find(({ number, correct }) => number > at && !correct);
      if (next === undefined) asker.say(['No further one.']);
      else await open(next.number, asker);
      return true;
    },
  });
};

/** Results of one paper side by side. */
export const tellComparison = (context: Context, comparison: PaperComparison): void =>
  print(context, spokenComparison(comparison, context.out.columns));

/** The exams of a course. */
export const tellExams = (context: Context, parts: ExamParts, exams: readonly ListedExam[]): void => {
  const { settings } = parts.journal.progress(parts.course.id);
  const { day } = momentNow(context.runtime, settings);
  print(context, spokenExamList(exams, context.out.columns, day));
};

/** The sittings of the past; a number opens its report. */
export const tellHistory = async (context: Context, parts: ExamParts): Promise<void> => {
  const now = context.runtime.clock.now();
  const history = examHistory(parts, now);
  print(context, spokenHistory(history, context.out.columns, now));
  const { length: count } = history.sittings;
  if (!canAsk(context) || count === 0) return;
  parts.journal.close();
  await chooseByNumber(context, {
    prompt: 'Number of an exam for its report, redo 1 for a quiz on what was wrong in it. Enter ends',
    count,
    open: (number, asker) => asker.run(['exam', '--report', String(number)]),
    other: async (line, asker) => {
      const number = numberTyped(/^:?redo\s+(\d{1,4})$/i.exec(line)?.[1] ?? '', count);
      if (number === null) return false;
      await asker.run(['exam', '--redo', String(number)]);
      return true;
    },
  });
};
