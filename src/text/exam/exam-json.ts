/** A sitting as one JSON object a line, each with its `type`; papers and reports as one value. */
import { utcMoment } from '../../core/base/civil-day.ts';
import { reasonsShape } from '../../core/question/part-reasons.ts';
import { countBlanks } from '../../core/exam/sitting.ts';
import type { DrawnPaper, PaperQuestion } from '../../core/journal/paper.ts';
import { examGradeOf } from '../../core/journal/paper.ts';
import type { ExamReport, QuestionReport } from '../../core/exam/report-model.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import { currentQuestion, statusOf } from '../../core/exam/sitting.ts';
import { acceptedAnswers } from '../../core/question/grade.ts';
import { optionNumbers } from '../../core/exam/answer-words.ts';
import { keyOf, typedAnswer } from './exam-words.ts';
import { helpOn } from '../layout/explained-words.ts';
import type { ExamView } from './exam-lines.ts';
import { examCommands } from './exam-lines.ts';
import { notePlace } from '../question/question-lines.ts';
import { askedOf } from '../session/session-json.ts';

type Shape = Readonly<Record<string, unknown>>;

/** A question without anything that would give its answer away. */
const askedShape = (question: PaperQuestion): Shape => {
  const shown = presentedOf(question);
  return {
    item: question.item,
    kind: question.kind,
    text: question.stem,
    ...askedOf(shown),
    accepts: acceptedAnswers(shown),
    seed: question.seed,
  };
};

/** The key of a question and what explains it. */
const answerShape = (question: PaperQuestion): Shape => ({
  item: question.item,
  topic: question.topic,
  domain: question.domain,
  task: question.task,
  scored: question.scored,
  key: keyOf(question),
  ...('options' in question
    ? {
        options: question.options.map(({ text, correct, why }, i) => ({ number: i + 1, text, correct, why })),
      }
    : { why: question.why, ...reasonsShape(question) }),
  note: notePlace(question),
});

const questionShape = ({ number, question, response, ...rest }: QuestionReport): Shape => ({
  number,
  ...askedShape(question),
  ...answerShape(question),
  answer: typedAnswer(question, response),
  ...rest,
});

/** A report as data: times in ms, shares from 0 to 1. */
export const reportShape = ({ questions, ...report }: ExamReport): Shape => ({
  ...report,
  exam: report.blueprint.id,
  startedUtc: utcMoment(report.startedAt),
  endedUtc: utcMoment(report.endedAt),
  examGrade: examGradeOf({ questions: questions.map(({ question }) => question) }),
  questions: questions.map(questionShape),
});

/** A paper that is printed, its key apart. */
export const paperShape = ({ questions, ...paper }: DrawnPaper): Shape => ({
  ...paper,
  exam: paper.blueprint.id,
  examGrade: examGradeOf({ questions }),
  questions: questions.map((question, i) => ({ number: i + 1, ...askedShape(question) })),
  key: questions.map((question, i) => ({ number: i + 1, ...answerShape(question) })),
});

/** The view of a sitting with `--json`. */
export const jsonExamView = (): ExamView => ({
  begin: ({ id, paper, allowed }, { left }) => [
    {
      type: 'exam',
      sitting: id,
      exam: paper.blueprint.id,
      blueprint: paper.blueprint.id,
      title: paper.blueprint.title,
      provisional: paper.blueprint.provisional,
      questions: paper.questions.length,
      examGrade: examGradeOf(paper),
      minutes: paper.minutes,
      extra: paper.extra,
      practice: paper.practice,
      seed: paper.seed,
      bank: paper.bank,
      shortages: paper.shortages,
      deadline: paper.deadline,
      deadlineUtc: utcMoment(paper.deadline),
      allowed,
      left,
    },
  ],
  question: (sitting, { left }) => {
    const question = currentQuestion(sitting);
    const record = sitting.records[sitting.position];
    return [
      {
        type: 'question',
        number: sitting.position + 1,
        total: sitting.records.length,
        ...askedShape(question),
        answer: typedAnswer(question, record?.response ?? null),
        unsure: record?.unsure ?? false,
        flagged: record?.flagged ?? false,
        struck: optionNumbers(question, record?.struck ?? []),
        left,
      },
    ];
  },
  notice: notice => [{ ...notice }],
  skipped: sitting => [
    { type: 'skipped', item: currentQuestion(sitting).item, number: sitting.position + 1 },
  ],
  last: sitting => [{ type: 'last', ...countBlanks(sitting) }],
  grid: ({ position, records, paper }) => [
    {
      type: 'grid',
      position: position + 1,
      questions: records.map((record, i) => ({
        number: i + 1,
        item: paper.questions[i]?.item ?? '',
        status: statusOf(record),
        flagged: record.flagged,
        unsure: record.unsure,
      })),
    },
  ],
  time: ({ phase, allowed }, { left, at }) => [
    {
      type: 'time',
      left,
      allowed,
      paused: phase === 'paused',
      until: phase === 'paused' ? null : at + left,
      untilUtc: phase === 'paused' ? null : utcMoment(at + left),
    },
  ],
  help: (practice, word) => [
    {
      type: 'help',
      commands: helpOn(examCommands(practice), word).map(([command, meaning]) => ({ command, meaning })),
    },
  ],
  refused: accepted => [{ type: 'no-answer', accepted }],
  tooLate: typed => [{ type: 'too-late', typed }],
  leftOpen: (sitting, { left }, command) => [
    {
      type: 'left-open',
      sitting: sitting.id,
      number: sitting.position + 1,
      ...countBlanks(sitting),
      practice: sitting.paper.practice,
      left,
      resume: command,
    },
  ],
});
