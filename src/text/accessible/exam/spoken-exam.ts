/** A sitting of a mock exam in sentences. */
import type { Verbosity } from '../../../core/device/preferences.ts';
import { countBlanks } from '../../../core/exam/sitting.ts';
import { optionNumbers } from '../../../core/exam/answer-words.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { QuestionRecord, Sitting } from '../../../core/exam/sitting.ts';
import { currentQuestion, statusOf } from '../../../core/exam/sitting.ts';
import type { Blanks } from '../../../core/exam/sitting.ts';
import type { ExamNotice } from '../../../core/exam/state.ts';
import { plural } from '../../layout/columns.ts';
import type { ExamClock, ExamView } from '../../exam/exam-lines.ts';
import { examGradeSentence, provisionalSentence } from '../../exam/exam-words.ts';
import type { SpokenLayout } from '../question/spoken-question.ts';
import { questionPrompt, refusalText, spokenQuestion } from '../question/spoken-question.ts';
import { givenText } from '../question/spoken-verdict.ts';
import {
  helpSentences,
  lengthWords,
  listed,
  momentWords,
  sentence,
  spokenLine,
  spokenTitle,
} from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';

/** Commands of a sitting with their meaning, as they are told. */
const COMMANDS: readonly (readonly [string, string])[] = [
  [':again, or an empty line', 'repeats the question'],
  [':next', 'goes on to the next question'],
  [':previous, or :back', 'goes back to the one before'],
  [':go 12', 'goes to question 12'],
  [':options', 'repeats the options; :o 2 one of them'],
  [':flag', 'flags the question for another look, or takes the flag off'],
  [':strike 2', 'strikes out option 2, or takes it back in'],
  [':unsure', 'marks the question as a guess, or as sure again'],
  [':clear', 'clears the answer'],
  [':grid', 'tells which questions are answered, blank and flagged'],
  [':blank', 'goes to the next blank question'],
  [':time', 'tells how much time is left'],
  [':brief, :normal, :full', 'say less or more from here on'],
  [':quit', 'leaves; study exam --resume resumes it'],
  [':end', 'hands in, after a yes'],
];

/** Ranges of numbers in words: `1 to 12, 14 and 20 to 65`. */
export const rangesWords = (numbers: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return listed(
    runs.map(([from, to]) =>
      from === to ? String(from) : to === from + 1 ? `${from} and ${to}` : `${from} to ${to}`,
    ),
  );
};

const blanksWords = ({ total, blank, incomplete, flagged }: Blanks): string =>
  [
    blank === 0
      ? `none of ${total} questions is blank`
      : `${blank} of ${total} questions ${blank === 1 ? 'is' : 'are'} blank`,
    ...(incomplete === 0 ? [] : [`${incomplete} incomplete`]),
    ...(flagged === 0 ? [] : [`${flagged} flagged`]),
  ].join(', ');

const numbersWhere = ({ records }: Sitting, is: (record: QuestionRecord) => boolean): readonly number[] =>
  records.flatMap((record, i) => (is(record) ? [i + 1] : []));

const paperSentences = ({ paper }: Sitting, verbosity: Verbosity): readonly string[] => {
  const { blueprint, questions, minutes, extra, practice, seed, shortages } = paper;
  const time = lengthWords(minutes * 60_000);
  const more = extra === 0 ? '' : ` and ${lengthWords(extra * 60_000)} of extra time`;
  return [
    sentence(
      `Mock exam: ${spokenTitle(blueprint.title)}, ${plural(questions.length, 'question')}, ${time}${more}`,
    ),
    ...(practice ? ['It is a practice exam: :pause stops the clock.'] : []),
    ...(verbosity === 'brief' ? [] : ['There is no feedback until the end. :help lists the commands.']),
    ...(verbosity === 'full' ? [`Seed ${seed}.`] : []),
    ...(blueprint.provisional ? [provisionalSentence(blueprint)] : []),
    ...(verbosity === 'brief' ? [] : examGradeSentence(questions)),
    ...shortages.map(({ title, part, want, have }) =>
      sentence(`The course has too few questions for ${spokenTitle(title)}: ${have} of ${want} ${part}`),
    ),
  ];
};

/** What is known of the question at hand. */
const standSentence = (sitting: Sitting, { left }: ExamClock, verbosity: Verbosity): string => {
  const question = currentQuestion(sitting);
  const record = sitting.records[sitting.position];
  const response = record?.response ?? null;
  const given = response === null ? '' : givenText(presentedOf(question), response);
  const struck = optionNumbers(question, record?.struck ?? []);
  const isIncomplete = record !== undefined && statusOf(record) === 'incomplete';
  const facts = [
    ...(given === '' ? [] : [`Your answer is ${given}${isIncomplete ? ', incomplete' : ''}`]),
    ...(record?.unsure === true ? ['Unsure'] : []),
    ...(record?.flagged === true ? ['Flagged'] : []),
    ...(struck.length === 0 ? [] : [`Struck out: ${listed(struck.map(String))}`]),
    ...(verbosity === 'full' ? [`${lengthWords(left)} left`] : []),
  ];
  return facts.map(sentence).join(' ');
};

const noticeTexts = (notice: ExamNotice, sitting: Sitting, verbosity: Verbosity): readonly string[] => {
  switch (notice.type) {
    case 'saved':
      return verbosity === 'brief' ? [] : verbosity === 'full' ? [`Saved, ${notice.item}.`] : ['Saved.'];
    case 'cleared':
      return ['Cleared.'];
    case 'flagged':
      return [notice.value ? 'Flagged.' : 'No longer flagged.'];
    case 'unsure':
      return [notice.value ? 'Marked as unsure.' : 'Marked as sure.'];
    case 'struck':
      return [`Option ${notice.option} is ${notice.value ? 'struck out' : 'back in'}.`];
    case 'moved':
      return [];
    case 'edge':
      return notice.at === 'first'
        ? ['This is the first question.']
        : ['This is the last question. :grid tells what is blank, :end hands in.'];
    case 'no-answer':
      return [refusalText(presentedOf(currentQuestion(sitting)), '', notice.accepted)];
    case 'no-such':
      return [
        notice.most === 0
          ? 'Not accepted: this question has no options.'
          : `Not accepted: there are ${plural(notice.most, notice.what)}. Type a number from 1 to ${notice.most}.`,
      ];
    case 'paused':
      return [`Paused with ${lengthWords(notice.left)} left. An empty line resumes.`];
    case 'resumed':
      return [`Resumed: ${lengthWords(notice.left)} left.`];
    case 'no-pause':
      return ['Only a practice exam can be paused. The clock of this one runs on.'];
    case 'is-paused':
      return ['It is paused. An empty line resumes.'];
    case 'asking':
      return [sentence(`Hand in? ${blanksWords(notice)}`)];
    case 'declined':
      return ['Not handed in.'];
    case 'warning':
      return [`Time: ${lengthWords(notice.left)} left.`];
    case 'ended':
      return [
        {
          submitted: 'Handed in.',
          time: 'The time is up. What is typed from here on does not count.',
          abandoned: 'Discarded, without a score.',
        }[notice.reason],
      ];
    case 'taken-up': {
      const clock = notice.clock === 'went-on' ? 'ran on' : 'was paused';
      return [
        `Resumed at question ${notice.number} with ${lengthWords(notice.left)} left.`,
        `The clock ${clock} while you were away, ${lengthWords(notice.away)}.${notice.elsewhere ? ' It was last used on another device.' : ''}`,
      ];
    }
    case 'clock-set-back':
      return [`The clock of this machine was set back by ${lengthWords(notice.ms)}; that gives no time.`];
    case 'clock-jumped':
      return [`The clock of this machine jumped ahead by ${lengthWords(notice.ms)}; that time is gone.`];
    case 'changed-elsewhere':
      return ['This exam was changed in another place. It stands here as it is now.'];
    case 'alarm':
      return [sentence(`Warning: ${spokenLine(notice.text)}`)];
    case 'not-saved':
      return [sentence(`Not saved: ${spokenLine(notice.message)}`)];
  }
};

const gridTexts = (sitting: Sitting): readonly string[] => {
  const rows: readonly (readonly [string, readonly number[]])[] = [
    ['Answered', numbersWhere(sitting, record => statusOf(record) === 'answered')],
    ['Blank', numbersWhere(sitting, record => statusOf(record) === 'blank')],
    ['Incomplete', numbersWhere(sitting, record => statusOf(record) === 'incomplete')],
    ['Flagged', numbersWhere(sitting, ({ flagged }) => flagged)],
    ['Unsure', numbersWhere(sitting, ({ unsure }) => unsure)],
  ];
  return [
    `You are at question ${sitting.position + 1} of ${sitting.records.length}.`,
    ...rows.flatMap(([name, numbers]) =>
      numbers.length > 0 ? [`${name}, ${numbers.length}: ${rangesWords(numbers)}.`] : [],
    ),
  ];
};

/** A sitting in sentences, with what a line has to be. */
export interface SpokenExamView extends ExamView {
  readonly prompt: (sitting: Sitting, asking: boolean) => string;
}

/** @param verbosity is asked for with every line, for it may change */
export const spokenExamView = (layout: SpokenLayout, verbosity: () => Verbosity): SpokenExamView => {
  const wrap = (texts: readonly string[]): readonly string[] =>
    wrapAll(
      texts.filter(text => text !== ''),
      layout.columns,
    );
  const until = ({ left, at, tz }: ExamClock): string => `until ${momentWords(at + left, tz, at)}`;
  return {
    begin: sitting => wrap(paperSentences(sitting, verbosity())),
    question: (sitting, clock) => [
      '',
      `${verbosity() === 'brief' ? '' : 'Question '}${sitting.position + 1} of ${sitting.records.length}${
        verbosity() === 'full' ? `, ${currentQuestion(sitting).item}` : ''
      }.`,
      ...spokenQuestion(presentedOf(currentQuestion(sitting)), layout),
      ...wrap([standSentence(sitting, clock, verbosity())]),
    ],
    notice: (notice, sitting) => wrap(noticeTexts(notice, sitting, verbosity())),
    skipped: () => wrap(verbosity() === 'brief' ? [] : ['Left blank.']),
    last: sitting =>
      wrap([sentence(`That was the last question: ${blanksWords(countBlanks(sitting))}. :end hands in`)]),
    grid: sitting => wrap(gridTexts(sitting)),
    time: (sitting, clock) =>
      wrap([
        sitting.phase === 'paused'
          ? `Paused, ${lengthWords(clock.left)} left.`
          : sentence(`${lengthWords(clock.left)} left, ${until(clock)}`),
      ]),
    help: (practice, word) =>
      wrap([
        ...helpSentences(
          [...COMMANDS, ...(practice ? [[':pause', 'stops the clock; an empty line resumes'] as const] : [])],
          word,
        ),
        ...(word === '' ? ['An answer that begins with a colon is typed with a backslash before it.'] : []),
      ]),
    refused: accepted =>
      wrap([
        sentence(accepted.startsWith('Not accepted') ? accepted : `Not accepted: ${spokenLine(accepted)}`),
      ]),
    tooLate: () => wrap(['Too late: what was just typed does not count.']),
    leftOpen: (sitting, clock, command) => [
      '',
      ...wrap([
        sentence(
          `The exam is still open at question ${sitting.position + 1} of ${sitting.records.length}: ${blanksWords(countBlanks(sitting))}`,
        ),
        sentence(
          sitting.paper.practice || sitting.phase === 'paused'
            ? `The clock is paused with ${lengthWords(clock.left)} left`
            : `The clock runs on: ${lengthWords(clock.left)} left, ${until(clock)}`,
        ),
        `To resume: ${command}`,
      ]),
    ],
    prompt: (sitting, asking) => {
      if (asking) return 'Hand in, yes or no:';
      if (sitting.phase === 'paused') return 'Paused; Enter resumes:';
      return questionPrompt(presentedOf(currentQuestion(sitting)), verbosity() === 'brief');
    },
  };
};
