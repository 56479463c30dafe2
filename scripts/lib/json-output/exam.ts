/** What `study exam` prints besides a sitting. */
import {
  about,
  asked,
  domains,
  domainScores,
  epoch,
  flag,
  date,
  kind,
  list,
  markdown,
  ms,
  nullable,
  number,
  object,
  older,
  oneOf,
  optional,
  percent,
  reasons,
  score,
  text,
  utc,
  verdict,
} from './forms.ts';
import type { Fields } from './forms.ts';

const paperBlueprint = object({
  id: text,
  title: text,
  provisional: flag,
  provisionalNote: optional(text),
  aim: percent,
  minutes: number,
  pass: nullable(object({ mark: number, scale: nullable(list(number)), note: text })),
  domains,
});
const shortages = about(
  list(
    object({ domain: text, title: text, part: oneOf(['scored', 'unscored']), want: number, have: number }),
  ),
  'domains whose share the course could not fill',
);

const askedQuestion = {
  item: text,
  kind,
  text: markdown,
  ...asked,
  left: optional(about(list(object({ letter: text, text })), 'the same as lefts')),
  accepts: text,
  seed: nullable(number),
};
const keyed = {
  topic: text,
  domain: text,
  task: text,
  scored: flag,
  key: about(text, 'the right answer'),
  ...reasons,
  note: about(text, 'topic#section'),
};

export const paper: Fields = {
  course: text,
  exam: optional(text),
  blueprint: optional(paperBlueprint),
  bank: optional(text),
  seed: optional(number),
  shortages: optional(shortages),
  examGrade: optional(number),
  questions: optional(about(list(object({ number, ...askedQuestion })), 'not with --key')),
  key: optional(about(list(object({ number, item: text, ...keyed })), 'not with --no-key')),
};

export const report: Fields = {
  sitting: text,
  course: text,
  exam: text,
  blueprint: paperBlueprint,
  startedAt: epoch,
  startedUtc: utc,
  endedAt: epoch,
  endedUtc: utc,
  tz: about(number, 'minutes east of UTC'),
  reason: text,
  practice: flag,
  minutes: number,
  extra: about(number, 'minutes'),
  used: ms,
  seed: number,
  bank: text,
  shortages,
  score: about(score, 'of the scored questions; low to high is the 95 % interval'),
  unscored: score,
  aim: percent,
  reached: flag,
  aimVerdict: oneOf(['above', 'unsure', 'below']),
  domains: domainScores,
  blank: number,
  incomplete: number,
  pace: object({
    allowed: ms,
    mean: ms,
    median: ms,
    longest: about(list(number), 'numbers of questions'),
    rushed: about(list(number), 'numbers of questions'),
    unused: ms,
  }),
  changes: object({ changed: list(number), toRight: number, toWrong: number, even: number }),
  flagged: about(list(number), 'numbers of questions'),
  sureButWrong: about(list(number), 'numbers of questions'),
  unsureButRight: about(list(number), 'numbers of questions'),
  next: list(
    object({
      topic: text,
      title: text,
      read: about(text, 'a command'),
      practise: about(text, 'a command'),
      worth: about(number, 'points of 100'),
      questions: number,
      missed: number,
    }),
  ),
  examGrade: about(number, 'questions in the form of the real exam'),
  questions: list(
    object({
      number,
      ...askedQuestion,
      ...keyed,
      options: optional(list(object({ number, text, correct: flag, why: text }))),
      answer: about(text, 'as it would be typed'),
      status: text,
      verdict: nullable(verdict),
      correct: flag,
      unsure: flag,
      flagged: flag,
      visited: flag,
      ms,
      changes: number,
    }),
  ),
};

export const check: Fields = {
  course: text,
  sitting: text,
  exam: text,
  blueprint: older('exam'),
  score,
  aim: percent,
  reached: flag,
};

export const history: Fields = {
  course: text,
  sittings: list(
    object({
      number,
      sitting: text,
      exam: text,
      blueprint: older('exam'),
      title: text,
      startedAt: epoch,
      startedUtc: utc,
      tz: about(number, 'minutes east of UTC'),
      state: oneOf(['open', 'paused', 'ended']),
      reason: nullable(text),
      practice: flag,
      seed: number,
      score: about(nullable(score), 'null while it is open'),
      aim: percent,
      used: ms,
      domains: domainScores,
      answered: number,
      questions: number,
    }),
  ),
  changes: about(
    list(
      object({
        exam: text,
        blueprint: older('exam'),
        points: number,
        clear: about(flag, 'more than chance'),
        domains: list(object({ id: text, title: text, points: number })),
      }),
    ),
    'of each exam the last sitting against the one before',
  ),
};

const supply = { id: text, title: text, need: number, have: number, examGrade: number };

export const exams: Fields = {
  course: text,
  exams: list(
    object({
      exam: text,
      id: older('exam'),
      title: text,
      questions: object({ scored: number, unscored: number }),
      minutes: number,
      aim: percent,
      valid: object({ from: nullable(date), to: nullable(date) }),
      successor: about(nullable(text), 'an exam'),
      provisional: flag,
      default: flag,
      papers: about(number, 'that share no question'),
      examGrade: object({ questions: number, papers: number }),
      domains: list(object({ ...supply, tasks: list(object(supply)) })),
    }),
  ),
};

export const comparison: Fields = {
  exam: text,
  blueprint: older('exam'),
  title: text,
  seed: number,
  items: list(text),
  results: list(
    object({
      label: text,
      correct: number,
      questions: number,
      used: ms,
      domains: list(object({ id: text, correct: number, questions: number })),
      outcomes: list(oneOf(['right', 'wrong', 'blank'])),
    }),
  ),
};
