/** What all reports and lines of exams say. */
import type { Response } from '../../core/journal/event.ts';
import { keyWords, responseWords } from '../../core/exam/answer-words.ts';
import type { PaperQuestion, PaperBlueprint } from '../../core/journal/paper.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { localMinute } from '../../core/base/civil-day.ts';
import type {
  ExamHistory,
  ExamReport,
  QuestionReport,
  Score,
  SittingSummary,
  StudyAdvice,
} from '../../core/exam/report-model.ts';
import { percent, plural } from '../layout/columns.ts';
import { duration, minutesSeconds } from './durations.ts';
import { minuteText } from '../stats/dates.ts';
import { notePlace } from '../question/question-lines.ts';

/** `1-12, 14, 20-65` for rising numbers. */
export const ranges = (numbers: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
};

/** The answer that stands, as it was typed or would be: `2`, `1,3`, `true`, `3 1 2`, `a=2 b=1`; `''` where blank. */
export const typedAnswer = (question: PaperQuestion, response: Response | null): string =>
  sanitizeLine(responseWords(question, response).line);

/** The right answer in the same form. */
export const keyOf = (question: PaperQuestion): string => sanitizeLine(keyWords(question).line);

/** `Sat 21 Nov, 10:00` on the clock on which it was started. */
export const takenText = ({ startedAt, tz }: Pick<ExamReport, 'startedAt' | 'tz'>): string =>
  minuteText(localMinute(startedAt, tz));

/** `Sat 21 Nov 2026, 10:00`: what is kept on paper has its year. */
export const startedText = (started: Pick<ExamReport, 'startedAt' | 'tz'>): string =>
  takenText(started).replace(',', ` ${localMinute(started.startedAt, started.tz).slice(0, 4)},`);

/** `58-83`, in percent. */
export const intervalText = ({ low, high }: Pick<Score, 'low' | 'high'>): string =>
  `${Math.round(low * 100)}-${Math.round(high * 100)}`;

/** `72 % (58-83)`; `-` of no questions. */
export const shareText = (score: Score): string =>
  score.questions === 0 ? '-' : `${percent(score.share)} (${intervalText(score)})`;

/** `36 of 50`. */
export const countText = ({ correct, questions }: Score): string => `${correct} of ${questions}`;

/** A number as people write it: `720`, `2.5`. */
const numeral = (number: number): string => String(Math.round(number * 100) / 100);

/** What the real exam asks, as far as it is known, and that this is not its score. */
const passText = ({ blueprint: { pass } }: ExamReport): readonly string[] => {
  if (pass === null) return ['This is the share of right answers.'];
  const { mark, scale, note } = pass;
  const said = note === '' ? '' : ` (${sanitizeLine(note)})`;
  if (scale === null)
    return [`This is the share of right answers. The real exam passes at ${numeral(mark)}${said}.`];
  const [low, high] = scale;
  if (low === 0 && high === 100)
    return [`This is the share of right answers. The real exam passes at ${numeral(mark)} %${said}.`];
  return [
    'This is a raw percentage, not a scaled score.',
    `The real exam passes at ${numeral(mark)} on a scale from ${numeral(low)} to ${numeral(high)} that is not a percentage${said}.`,
  ];
};

const aimText = ({ score, aim, aimVerdict, reached }: ExamReport): string => {
  const few = `${plural(score.questions, 'question')} ${score.questions === 1 ? 'is' : 'are'} too few to be sure`;
  switch (aimVerdict) {
    case 'above':
      return `Above the aim of ${aim} %, even at the lower end of the interval.`;
    case 'below':
      return `Below the aim of ${aim} %, even at the upper end of the interval.`;
    case 'unsure':
      return reached
        ? `The aim of ${aim} % is reached, but ${few}.`
        : `Below the aim of ${aim} %, but ${few}.`;
  }
};

const MINUTE = 60_000;
/** Minutes without their seconds, where a duration has none: with what was used, what is left is never more than there was. */
const wholeMinutes = (ms: number): number => (ms < 10 * MINUTE ? ms : Math.floor(ms / MINUTE) * MINUTE);

const endText = ({ reason, used, pace, practice }: ExamReport): string => {
  const kind = practice ? ' A practice exam, whose clock could be paused.' : '';
  switch (reason) {
    case 'time':
      return `The time ran out after ${duration(used)}.${kind}`;
    case 'submitted':
      return `Handed in after ${duration(used)}${pace.unused > 0 ? `, ${duration(wholeMinutes(pace.unused))} left` : ''}.${kind}`;
    case 'abandoned':
      return `Discarded after ${duration(used)}: it counts for nothing.${kind}`;
  }
};

/** What is doubtful about a provisional blueprint. */
export const provisionalSentence = ({ provisionalNote }: Pick<PaperBlueprint, 'provisionalNote'>): string =>
  `This exam is provisional: ${sanitizeLine(provisionalNote ?? 'its publisher has not confirmed questions, time, weights or pass mark')}.`;

/** How many questions of a paper have the form of the real exam; nothing of a paper that has none of them. */
export const examGradeSentence = (questions: readonly Pick<PaperQuestion, 'grade'>[]): readonly string[] => {
  const graded = questions.filter(({ grade }) => grade === 'exam').length;
  if (graded === 0) return [];
  const all = questions.length;
  return [
    graded === all
      ? 'Every question is exam grade: it has the form of the real exam.'
      : `${graded} of ${all} questions are exam grade: they have the form of the real exam; the others are drills.`,
  ];
};

/** How it went, in sentences: against the aim, and how it ended. */
export const resultSentences = (report: ExamReport): readonly string[] => [aimText(report), endText(report)];

/** What the figures mean, in sentences: against the real exam, and what is doubtful about them. */
export const figureSentences = (report: ExamReport): readonly string[] => [
  ...passText(report),
  'In brackets: 95 % confidence interval.',
  ...(report.blueprint.provisional ? [provisionalSentence(report.blueprint)] : []),
  ...examGradeSentence(report.questions.map(({ question }) => question)),
  ...report.shortages.map(
    ({ title, part, want, have }) =>
      `The course had too few questions for ${sanitizeLine(title)}: ${have} of ${want} ${part}.`,
  ),
];

/** How the sitting stands, in sentences: the aim, what the figures mean, and how it ended. */
export const verdictSentences = (report: ExamReport): readonly string[] => [
  aimText(report),
  ...figureSentences(report),
  endText(report),
];

/** `31 (4:40), 12 (3:10)`. */
const timed = (report: ExamReport, numbers: readonly number[]): string =>
  numbers.map(number => `${number} (${minutesSeconds(report.questions[number - 1]?.ms ?? 0)})`).join(', ');

/** Of more questions the times are not worth their room: each question has its own. */
const MOST_TIMED = 5;

/** What there is to say of how it was worked, as a name and what belongs to it; nothing that is empty. */
export const workFacts = (report: ExamReport): readonly (readonly [string, string])[] => {
  const { pace, changes, blank, incomplete, flagged, sureButWrong, unsureButRight, questions } = report;
  const { mean, median, allowed, longest, rushed } = pace;
  const wrong = questions.filter(({ correct }) => !correct).map(({ number }) => number);
  const facts: readonly (readonly [string, string])[] = [
    [
      'Pace',
      `${minutesSeconds(mean)} a question, median ${minutesSeconds(median)}; the exam allows ${minutesSeconds(allowed)}`,
    ],
    ['Slowest', timed(report, longest)],
    [
      'Rushed',
      rushed.length === 0
        ? ''
        : `${rushed.length > MOST_TIMED ? ranges(rushed) : timed(report, rushed)}: wrong in less than a quarter of the time`,
    ],
    [
      'Changed',
      changes.changed.length === 0
        ? ''
        : `${changes.changed.length} (${ranges(changes.changed)}): ${changes.toRight} for the better, ${changes.toWrong} for the worse, ${changes.even} neither`,
    ],
    ['Wrong', ranges(wrong)],
    ['Blank', blank === 0 ? '' : String(blank)],
    ['Incomplete', incomplete === 0 ? '' : String(incomplete)],
    ['Flagged', ranges(flagged)],
    // Nobody was asked how sure they were: where nothing is marked at all, not marking says nothing.
    ['Wrong, not marked unsure', questions.some(({ unsure }) => unsure) ? ranges(sureButWrong) : ''],
    ['Unsure but right', ranges(unsureButRight)],
  ];
  return facts.filter(([, text]) => text !== '');
};

/** So many topics are advice; more would be a list of the course. */
const MOST_ADVICE = 12;

/** What to study next, what is worth most first. */
export const advised = ({ next }: ExamReport): readonly StudyAdvice[] => next.slice(0, MOST_ADVICE);

/** `2 of 3 wrong; fixing it is worth about 2.1 points`. */
export const worthText = ({ questions, missed, worth }: StudyAdvice): string =>
  `${missed} of ${questions} wrong${worth >= 0.05 ? `; fixing it is worth about ${worth.toFixed(1)} points` : ''}`;

/** `correct`, `wrong`, `partly right, which counts as wrong`, `blank`: what became of a question. */
export const outcomeText = ({ status, verdict }: QuestionReport): string => {
  if (status === 'blank') return 'blank';
  if (status === 'incomplete') return 'incomplete, which counts as wrong';
  return verdict === 'partial' ? 'partly right, which counts as wrong' : (verdict ?? 'wrong');
};

/** What is marked about a question: `unsure`, `flagged`, `changed twice`, `unscored`, its time. */
export const markTexts = (question: QuestionReport): readonly string[] => [
  ...(question.unsure ? ['unsure'] : []),
  ...(question.flagged ? ['flagged'] : []),
  ...(question.changes > 0 ? [`changed ${plural(question.changes, 'time')}`] : []),
  ...(question.question.scored ? [] : ['not scored']),
  ...(question.visited ? [minutesSeconds(question.ms)] : ['not seen']),
];

/** The learner's answer and the key as they are typed. */
export const answersOf = ({
  question,
  response,
}: QuestionReport): { readonly answer: string; readonly key: string } => ({
  answer: typedAnswer(question, response),
  key: keyOf(question),
});

/** The command that opens the note on a question. */
export const noteCommand = ({ question }: QuestionReport): string => `study notes ${notePlace(question)}`;

/** `+4 points`, `-12 points`. */
export const pointsText = (points: number): string => {
  const rounded = Math.round(points);
  return `${rounded > 0 ? '+' : ''}${rounded} ${Math.abs(rounded) === 1 ? 'point' : 'points'}`;
};

/** How a sitting of the past stands: `handed in`, `open`, ... */
export const stateText = ({ state, reason }: SittingSummary): string => {
  if (state !== 'ended') return state;
  return { submitted: 'handed in', time: 'time ran out', abandoned: 'discarded' }[reason ?? 'submitted'];
};

/** What a comparison of the last two sittings of a blueprint comes to. */
export const changeSentence = ({ blueprint, points, clear }: ExamHistory['changes'][number]): string =>
  points === 0
    ? `${blueprint}: the same as the mock exam before.`
    : `${blueprint}: ${pointsText(points)} since the mock exam before${
        clear ? ', more than chance' : '; the intervals overlap, so it may be chance'
      }.`;
