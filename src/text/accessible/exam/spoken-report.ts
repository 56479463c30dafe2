/** The report of a sitting, the exams there are and the sittings of the past, in sentences with nothing cut. */
import type {
  ExamHistory,
  ExamReport,
  QuestionReport,
  Score,
  SittingSummary,
} from '../../../core/exam/report-model.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { Verbosity } from '../../../core/device/preferences.ts';
import { plural } from '../../layout/columns.ts';
import type { ListedExam } from '../../exam/exam-list.ts';
import { papersText } from '../../exam/exam-list.ts';
import { noteCommand, stateText, verdictSentences } from '../../exam/exam-words.ts';
import type { SpokenLayout } from '../question/spoken-question.ts';
import { spokenQuestion } from '../question/spoken-question.ts';
import { allReasons, givenText, rightLines } from '../question/spoken-verdict.ts';
import {
  lengthWords,
  momentWords,
  onDate,
  percentWords,
  rangeWords,
  sentence,
  spokenTitle,
  unitsInWords,
} from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import { rangesWords } from './spoken-exam.ts';

/** `36 of 50, 72 percent`. */
const scoreWords = (score: Score): string =>
  score.questions === 0
    ? 'no question'
    : `${score.correct} of ${score.questions}, ${percentWords(score.share)}`;

const withRange = (score: Score): string =>
  score.questions === 0 ? scoreWords(score) : `${scoreWords(score)}, range ${rangeWords(score)}`;

const domainSentences = ({ domains, unscored }: ExamReport, verbosity: Verbosity): readonly string[] => [
  ...domains.flatMap(domain => [
    sentence(
      `${spokenTitle(domain.title)}: ${withRange(domain)}. It counts ${domain.weight} percent of the exam`,
    ),
    ...(verbosity === 'brief'
      ? []
      : domain.tasks
          .filter(({ id }) => id !== '')
          .map(task => sentence(`Task ${task.id}, ${spokenTitle(task.title)}: ${scoreWords(task)}`))),
  ]),
  ...(unscored.questions === 0 ? [] : [sentence(`Questions that do not count: ${scoreWords(unscored)}`)]),
];

const workSentences = (report: ExamReport): readonly string[] => {
  const { pace, changes, blank, incomplete, flagged, sureButWrong, unsureButRight, questions } = report;
  const wrong = questions.filter(({ correct }) => !correct).map(({ number }) => number);
  const named = (name: string, numbers: readonly number[]): readonly string[] =>
    numbers.length === 0 ? [] : [sentence(`${name}: ${rangesWords(numbers)}`)];
  const timed = pace.longest.map(
    number => `question ${number}, ${lengthWords(questions[number - 1]?.ms ?? 0)}`,
  );
  return [
    ...named('Wrong', wrong),
    ...(blank === 0 ? [] : [`Blank: ${plural(blank, 'question')}.`]),
    ...(incomplete === 0 ? [] : [`Incomplete: ${plural(incomplete, 'question')}.`]),
    ...named('Flagged', flagged),
    ...(questions.some(({ unsure }) => unsure) ? named('Wrong, and not marked as unsure', sureButWrong) : []),
    ...named('Unsure but right', unsureButRight),
    ...(changes.changed.length === 0
      ? []
      : [
          sentence(
            `Changed answers: ${rangesWords(changes.changed)}. ${changes.toRight} for the better, ${changes.toWrong} for the worse, ${changes.even} neither`,
          ),
        ]),
    sentence(`Pace: ${lengthWords(pace.mean)} a question; the exam allows ${lengthWords(pace.allowed)}`),
    ...(timed.length === 0 ? [] : [sentence(`Slowest: ${timed.join('; ')}`)]),
    ...(pace.rushed.length === 0
      ? []
      : [sentence(`Rushed, wrong in less than a quarter of the time: ${rangesWords(pace.rushed)}`)]),
  ];
};

const MOST_ADVICE = 5;

const adviceSentences = ({ next }: ExamReport): readonly string[] =>
  next.length === 0
    ? []
    : [
        'What to study next, what is worth most first.',
        ...next.slice(0, MOST_ADVICE).flatMap(({ title, questions, missed, worth, practise, read }, i) => [
          sentence(
            `${i + 1}. ${spokenTitle(title)}: ${missed} of ${questions} wrong${
              worth >= 0.05 ? `, worth about ${worth.toFixed(1)} points` : ''
            }`,
          ),
          // A command ends its line: a stop would be copied with it.
          `Practice: ${practise}`,
          `Read: ${read}`,
        ]),
      ];

/** How a sitting went: the result first, then how it stands, then its parts. @param now ms UTC */
export const spokenReport = (
  report: ExamReport,
  verbosity: Verbosity,
  width: number,
  now: number,
): readonly string[] => {
  const { blueprint, score, startedAt, tz, seed, aim, reached } = report;
  return wrapAll(
    [
      sentence(`Result: ${withRange(score)}`),
      ...(verbosity === 'brief'
        ? [`The aim of ${aim} percent is ${reached ? 'reached' : 'not reached'}.`]
        : []),
      sentence(
        `${spokenTitle(blueprint.title)}, taken ${momentWords(startedAt, tz, now)}${verbosity === 'full' ? `, seed ${seed}` : ''}`,
      ),
      ...(verbosity === 'brief'
        ? []
        : verdictSentences(report)
            .filter(text => !text.startsWith('In brackets'))
            .map(unitsInWords)),
      '',
      ...domainSentences(report, verbosity),
      '',
      ...workSentences(report),
      '',
      ...adviceSentences(report),
    ],
    width,
  );
};

const outcomeWords = ({ status, verdict }: QuestionReport): string => {
  if (status === 'blank') return 'blank';
  if (status === 'incomplete') return 'incomplete, which counts as wrong';
  return verdict === 'partial'
    ? 'partly right, which counts as wrong'
    : verdict === 'correct'
      ? 'right'
      : 'wrong';
};

/** One question with what became of it: outcome and answers first, then its text and why. */
export const spokenReportQuestion = (reported: QuestionReport, layout: SpokenLayout): readonly string[] => {
  const shown = presentedOf(reported.question);
  const given = reported.response === null ? '' : givenText(shown, reported.response);
  const marks = [
    ...(reported.unsure ? ['unsure'] : []),
    ...(reported.flagged ? ['flagged'] : []),
    ...(reported.changes > 0 ? [`changed ${plural(reported.changes, 'time')}`] : []),
    ...(reported.question.scored ? [] : ['not scored']),
    reported.visited ? lengthWords(reported.ms) : 'not seen',
  ];
  return [
    ...wrapAll(
      [sentence(`Question ${reported.number}: ${outcomeWords(reported)}, ${marks.join(', ')}`)],
      layout.columns,
    ),
    ...spokenQuestion(shown, layout),
    ...rightLines(shown, layout),
    ...(given === ''
      ? []
      : wrapAll([sentence(`${'options' in shown ? 'You chose' : 'You gave'} ${given}`)], layout.columns)),
    ...allReasons(shown, layout),
    ...wrapAll([`Read more: ${noteCommand(reported)}`], layout.columns),
  ];
};

/** The exams a course describes, each with its number of questions and time. @param today study day */
export const spokenExamList = (
  exams: readonly ListedExam[],
  width: number,
  today: number,
): readonly string[] => {
  if (exams.length === 0) return ['This course describes no exam.'];
  return wrapAll(
    exams.flatMap(({ blueprint, size, isOwn }) => {
      const { from, to } = blueprint.valid;
      const facts = [
        plural(blueprint.questions.scored + blueprint.questions.unscored, 'question'),
        lengthWords(blueprint.minutes * 60_000),
        `questions for ${papersText(size)} papers`,
        ...(size.examGrade.questions === 0 ? [] : [`of exam grade for ${papersText(size.examGrade)}`]),
        ...(from === undefined ? [] : [`from ${onDate(from, today).replace(/^on /, '')}`]),
        ...(to === undefined ? [] : [`until ${onDate(to, today).replace(/^on /, '')}`]),
        ...(blueprint.provisional ? ['provisional'] : []),
      ];
      const short = size.domains.filter(({ need, have }) => have < need);
      return [
        sentence(
          `${blueprint.id}, ${spokenTitle(blueprint.title)}${isOwn ? ', the one you prepare for' : ''}: ${facts.join(', ')}`,
        ),
        ...short.map(({ title, need, have }) =>
          sentence(`Too few questions for a whole mock exam on ${spokenTitle(title)}: ${have} of ${need}`),
        ),
      ];
    }),
    width,
  );
};

const sittingSentence = (sitting: SittingSummary, number: number, now: number): string => {
  const { title, startedAt, tz, score, answered, questions, used, practice } = sitting;
  const result = score === null ? `${answered} of ${questions} answered` : withRange(score);
  return sentence(
    `${number}. ${spokenTitle(title)}, ${momentWords(startedAt, tz, now)}: ${result}, ${stateText(sitting)} after ${lengthWords(used)}${practice ? ', practice' : ''}`,
  );
};

/** The sittings of a course, the latest first, and how the last ones compare. @param now ms UTC */
export const spokenHistory = (
  { sittings, changes }: ExamHistory,
  width: number,
  now: number,
): readonly string[] => {
  if (sittings.length === 0) return ['No exam has been sat yet. To start: study exam'];
  const points = (count: number): string => {
    const whole = Math.round(count);
    const amount = plural(Math.abs(whole), 'point');
    return whole === 0 ? 'the same' : `${amount} ${whole > 0 ? 'better' : 'worse'}`;
  };
  return wrapAll(
    [
      `${plural(sittings.length, 'exam')} taken, the latest first.`,
      ...sittings.map((sitting, i) => sittingSentence(sitting, i + 1, now)).toReversed(),
      ...changes.flatMap(({ blueprint, points: change, clear, domains }) => [
        sentence(
          `${blueprint}, the last against the one before: ${points(change)}${change === 0 ? '' : clear ? ', more than chance' : ', which may be chance'}`,
        ),
        ...domains.map(({ title, points: its }) => sentence(`${spokenTitle(title)}: ${points(its)}`)),
      ]),
    ],
    width,
  );
};
