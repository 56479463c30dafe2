/** A sitting as plain lines: what scripts, tests and screen readers read. Only ever appended. */
import { localMinute } from '../../core/base/civil-day.ts';
import { countBlanks } from '../../core/exam/sitting.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import type { QuestionRecord, Sitting } from '../../core/exam/sitting.ts';
import { currentQuestion, statusOf } from '../../core/exam/sitting.ts';
import type { Blanks } from '../../core/exam/sitting.ts';
import type { ExamNotice } from '../../core/exam/state.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { helpLines } from '../layout/explained-words.ts';
import { plural } from '../layout/columns.ts';
import { minuteText } from '../stats/dates.ts';
import { duration } from './durations.ts';
import { optionNumbers } from '../../core/exam/answer-words.ts';
import { typedAnswer, examGradeSentence, provisionalSentence, ranges } from './exam-words.ts';
import type { Layout } from '../question/question-lines.ts';
import { questionLines } from '../question/question-lines.ts';
import type { ViewLine } from '../session/session-lines.ts';

type Lines = readonly ViewLine[];

/** A sitting and the clock that runs in it. */
export interface ExamClock {
  /** Milliseconds left. */
  readonly left: number;
  /** Now, ms UTC and minutes east of it. */
  readonly at: number;
  readonly tz: number;
}

/** Everything a sitting shows until it has ended. */
export interface ExamView {
  /** The first lines of a sitting that has just begun. */
  readonly begin: (sitting: Sitting, clock: ExamClock) => Lines;
  /** The question at which the learner is. */
  readonly question: (sitting: Sitting, clock: ExamClock) => Lines;
  /** @param sitting as it stands after what is told */
  readonly notice: (notice: ExamNotice, sitting: Sitting) => Lines;
  /** An empty line at a question without an answer. */
  readonly skipped: (sitting: Sitting) => Lines;
  /** The last question is answered; the sitting goes on until it is ended. */
  readonly last: (sitting: Sitting) => Lines;
  readonly grid: (sitting: Sitting) => Lines;
  readonly time: (sitting: Sitting, clock: ExamClock) => Lines;
  /** All commands, or what a word means. */
  readonly help: (practice: boolean, word: string) => Lines;
  /** A typed line that is none of the commands. */
  readonly refused: (accepted: string) => Lines;
  /** What was typed came when the time was up. */
  readonly tooLate: (typed: string) => Lines;
  /** @param command goes on with it */
  readonly leftOpen: (sitting: Sitting, clock: ExamClock, command: string) => Lines;
}

/** What can be typed instead of an answer, with its meaning. */
export const examCommands = (practice: boolean): readonly (readonly [string, string])[] => [
  [':n', 'next question; so does an empty line'],
  [':p', 'previous question'],
  [':go N', 'question N'],
  [':flag', 'flag the question for another look, or take the flag off'],
  [':strike N', 'strike out option N, or take it back in'],
  [':unsure', 'mark the question as a guess, or as sure again'],
  [':clear', 'clear the answer'],
  [':grid', 'which questions are answered, blank, flagged'],
  [':time', 'how much time is left'],
  ...(practice ? ([[':pause', 'pause the clock; an empty line resumes']] as const) : []),
  [':q', 'leave; study exam --resume resumes it'],
  [':end', 'hand in, after a yes'],
  ['\\:', 'begins an answer with a colon: \\:wq'],
  [':?', 'this list'],
];

/** `39 answered · 1 incomplete · 25 blank · 3 flagged`: what there is none of is left out, but for the answered. */
export const countsText = ({ total, blank, incomplete, flagged }: Blanks, dot: string): string =>
  [
    `${total - blank - incomplete} answered`,
    ...(incomplete === 0 ? [] : [`${incomplete} incomplete`]),
    ...(blank === 0 ? [] : [`${blank} blank`]),
    ...(flagged === 0 ? [] : [`${flagged} flagged`]),
  ].join(dot === ',' ? ', ' : ` ${dot} `);

/** `25 of 65 blank, 1 incomplete, 3 flagged`. */
export const blanksText = ({ total, blank, incomplete, flagged }: Blanks): string =>
  [
    blank === 0 ? `none of ${total} blank` : `${blank} of ${total} blank`,
    ...(incomplete === 0 ? [] : [`${incomplete} incomplete`]),
    ...(flagged === 0 ? [] : [`${flagged} flagged`]),
  ].join(', ');

/** Numbers, from 1, of the questions of which something is true. */
const numbersWhere = ({ records }: Sitting, is: (record: QuestionRecord) => boolean): readonly number[] =>
  records.flatMap((record, i) => (is(record) ? [i + 1] : []));

/** What happens to the clock of a sitting that is left. */
const clockText = ({ paper, phase }: Sitting, { left, at, tz }: ExamClock): string =>
  paper.practice || phase === 'paused'
    ? `The clock is paused: ${duration(left)} left.`
    : `The clock runs on: ${duration(left)} left, until ${minuteText(localMinute(at + left, tz))}.`;

const itemAt = (sitting: Sitting, number: number): string => sitting.paper.questions[number - 1]?.item ?? '';

const takenUpLines = (notice: Extract<ExamNotice, { type: 'taken-up' }>): readonly string[] => {
  const { away, clock, number, left, elsewhere } = notice;
  const kept =
    clock === 'went-on'
      ? `The clock ran on while you were away (${duration(away)}).`
      : `The clock was paused while you were away (${duration(away)}).`;
  return [
    `resumed at question ${number}: ${duration(left)} left`,
    `  ${kept}${elsewhere ? ' It was last used on another device.' : ''}`,
  ];
};

const noticeLines = (notice: ExamNotice, sitting: Sitting): readonly string[] => {
  switch (notice.type) {
    case 'saved':
    case 'cleared':
      return [`${notice.type} ${notice.item}`];
    case 'flagged':
      return [`${notice.value ? 'flagged' : 'unflagged'} ${itemAt(sitting, notice.number)}`];
    case 'unsure':
      return [notice.value ? 'unsure' : 'sure'];
    case 'struck':
      return [`${notice.value ? 'struck' : 'unstruck'} ${notice.option}`];
    case 'moved':
      return [];
    case 'edge':
      return notice.at === 'first'
        ? ['? this is the first question']
        : ['? this is the last question; :grid shows what is blank, :end hands in'];
    case 'no-answer':
      return [`? ${sanitizeLine(notice.accepted)}; :? lists the commands`];
    case 'no-such':
      return [notice.most === 0 ? '? this question has no options' : `? ${notice.what} 1 to ${notice.most}`];
    case 'paused':
      return [`paused: ${duration(notice.left)} left; an empty line resumes`];
    case 'resumed':
      return [`resumed: ${duration(notice.left)} left`];
    case 'no-pause':
      return ['? only a practice exam can be paused; the clock of this one runs on'];
    case 'is-paused':
      return ['? it is paused; an empty line resumes'];
    case 'asking':
      return [`end: ${blanksText(notice)}. Type yes to hand in; anything else goes back to the exam.`];
    case 'declined':
      return ['not ended'];
    case 'warning': {
      const { minutes, left } = notice;
      const isSharp = Math.round(left / 1000) === minutes * 60;
      return [`time: ${isSharp ? plural(minutes, 'minute') : duration(left)} left`];
    }
    case 'ended':
      return [
        {
          submitted: 'ended: handed in',
          time: 'ended: the time is up. What is typed from here on does not count.',
          abandoned: 'ended: discarded, without a score',
        }[notice.reason],
      ];
    case 'taken-up':
      return takenUpLines(notice);
    case 'clock-set-back':
      return [`time: the clock of this machine was set back by ${duration(notice.ms)}; that gives no time`];
    case 'clock-jumped':
      return [`time: the clock of this machine jumped ahead by ${duration(notice.ms)}; that time is gone`];
    case 'changed-elsewhere':
      return ['changed: this exam was changed in another place; it stands here as it is now'];
    case 'alarm':
      return [`warning: ${sanitizeLine(notice.text)}`];
    case 'not-saved':
      return [`not saved: ${sanitizeLine(notice.message)}`];
  }
};

const paperLines = ({ paper }: Sitting): readonly string[] => {
  const { blueprint, questions, minutes, extra, practice, seed, shortages } = paper;
  const time = `${duration(minutes * 60_000)}${extra === 0 ? '' : ` and ${duration(extra * 60_000)} of extra time`}`;
  return [
    `Exam: ${sanitizeLine(blueprint.title)}, ${plural(questions.length, 'question')}, ${time}, seed ${seed}. :? lists the commands.`,
    ...(practice ? ['  A practice exam: :pause stops the clock.'] : []),
    ...(blueprint.provisional ? [`  ${provisionalSentence(blueprint)}`] : []),
    ...examGradeSentence(questions).map(sentence => `  ${sentence}`),
    ...shortages.map(
      ({ title, part, want, have }) =>
        `  The course has too few questions for ${sanitizeLine(title)}: ${have} of ${want} ${part}.`,
    ),
  ];
};

/** What is known of the question, and the time: below its options. */
const standLine = (sitting: Sitting, { left }: ExamClock): string => {
  const question = currentQuestion(sitting);
  const record = sitting.records[sitting.position];
  const typed = typedAnswer(question, record?.response ?? null);
  const struck = optionNumbers(question, record?.struck ?? []);
  const isIncomplete = record !== undefined && statusOf(record) === 'incomplete';
  return [
    ...(typed === '' ? [] : [`Your answer: ${typed}${isIncomplete ? ' (incomplete)' : ''}`]),
    ...(record?.unsure === true ? ['unsure'] : []),
    ...(record?.flagged === true ? ['flagged'] : []),
    ...(struck.length === 0 ? [] : [`struck out: ${struck.join(', ')}`]),
    `${duration(left)} left`,
  ].join(' · ');
};

const gridLines = (sitting: Sitting): readonly string[] => {
  const rows: readonly (readonly [string, readonly number[]])[] = [
    ['answered', numbersWhere(sitting, record => statusOf(record) === 'answered')],
    ['blank', numbersWhere(sitting, record => statusOf(record) === 'blank')],
    ['incomplete', numbersWhere(sitting, record => statusOf(record) === 'incomplete')],
    ['flagged', numbersWhere(sitting, ({ flagged }) => flagged)],
    ['unsure', numbersWhere(sitting, ({ unsure }) => unsure)],
  ];
  return [
    ...rows
      .filter(([name, numbers]) => numbers.length > 0 || name === 'answered' || name === 'blank')
      .map(
        ([name, numbers]) => `  ${name} ${numbers.length}${numbers.length > 0 ? `: ${ranges(numbers)}` : ''}`,
      ),
    `  you are at ${sitting.position + 1} of ${sitting.records.length}`,
  ];
};

/** Lines for people, in the words of the plain-line contract. */
export const plainExamView = (layout: Layout): ExamView => {
  const { style } = layout;
  return {
    begin: sitting => paperLines(sitting),
    question: (sitting, clock) => {
      const question = currentQuestion(sitting);
      const place = `Q ${sitting.position + 1}/${sitting.records.length} ${question.item}`;
      return [
        '',
        style.strong(place),
        '',
        ...questionLines(presentedOf(question), layout),
        `  ${style.dim(standLine(sitting, clock))}`,
      ];
    },
    notice: noticeLines,
    skipped: sitting => [`skipped ${currentQuestion(sitting).item}`],
    last: sitting => [`  That was the last question: ${blanksText(countBlanks(sitting))}. :end hands in.`],
    grid: gridLines,
    time: (sitting, clock) => [
      sitting.phase === 'paused'
        ? `time: paused, ${duration(clock.left)} left`
        : `time: ${duration(clock.left)} left, until ${minuteText(localMinute(clock.at + clock.left, clock.tz))}`,
    ],
    help: (practice, word) => helpLines(examCommands(practice), word),
    refused: accepted => [`? ${sanitizeLine(accepted)}`],
    tooLate: () => ['too late: what was just typed does not count'],
    leftOpen: (sitting, clock, command) => [
      '',
      `The exam is still open at question ${sitting.position + 1} of ${sitting.records.length}: ${blanksText(countBlanks(sitting))}. ${clockText(sitting, clock)}`,
      `Resume with: ${style.code(command)}`,
    ],
  };
};
