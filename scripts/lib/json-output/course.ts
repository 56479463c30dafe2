/** What is printed of a course and of what was learned of it. */
import * as v from 'valibot';
import type { Fields } from './forms.ts';
import {
  about,
  calculators,
  date,
  domains,
  examTags,
  figures,
  flag,
  itemType,
  judgment,
  kind,
  list,
  local,
  markdown,
  ms,
  none,
  nullable,
  number,
  object,
  older,
  oneOf,
  optional,
  percent,
  rating,
  severity,
  share,
  text,
  utc,
} from './forms.ts';

const gone = about(none, 'no longer known');
const deprecated = about(v.literal(true), 'expected is null');

export const today: Fields = {
  course: text,
  date,
  due: number,
  learning: number,
  newToday: number,
  newLeft: number,
  minutes: number,
  streak: about(number, 'days'),
  answersToday: number,
  exam: nullable(
    object({
      exam: text,
      id: older('exam'),
      title: text,
      provisional: flag,
      date: about(text, 'YYYY-MM-DD, or empty'),
      days: about(nullable(number), 'until then'),
      expected: gone,
      deprecated,
      aim: percent,
      ...figures,
    }),
  ),
  sittings: nullable(
    object({
      open: nullable(object({ exam: text, question: number, questions: number, left: ms, practice: flag })),
      last: nullable(
        object({ exam: text, date, correct: number, questions: number, aim: percent, reached: flag }),
      ),
    }),
  ),
  topics: list(object({ topic: text, id: older('topic'), due: number, new: number, mastery: share })),
  weakest: about(list(text), 'topics'),
  problems: about(number, 'in the files of the course'),
  next: object({ command: text, reason: text }),
};

export const topics: Fields = {
  course: text,
  selection: optional(
    about(
      object({
        exam: nullable(text),
        parts: about(nullable(list(text)), 'domains and tasks'),
        kinds: nullable(list(text)),
        only: nullable(text),
      }),
      'where flags narrow it',
    ),
  ),
  topics: list(
    object({
      topic: text,
      id: older('topic'),
      title: text,
      area: text,
      aliases: list(text),
      exams: examTags,
      checked: text,
      calculators: list(text),
      cards: number,
      own: about(number, 'cards of the learner'),
      questions: number,
      counts: object({
        due: number,
        learning: number,
        new: number,
        later: number,
        suspended: number,
        buried: number,
        leeches: number,
      }),
      known: about(nullable(share), 'null: not started'),
      seen: number,
      recall: nullable(share),
      mastery: share,
    }),
  ),
};

const noteHead = {
  topic: text,
  id: older('topic'),
  title: text,
  area: text,
  path: text,
  exams: examTags,
  checked: text,
};
export const notes: Fields = {
  course: text,
  title: about(text, 'of the course'),
  notes: list(
    object({
      ...noteHead,
      sections: list(object({ section: text, id: older('section'), title: text, level: number })),
    }),
  ),
};
const term = object({
  term: text,
  name: about(text, 'in full; empty: it is no abbreviation'),
  text: about(text, 'Markdown'),
  topic: text,
  place: about(text, 'topic or topic#section'),
  aliases: list(text),
});
export const terms: Fields = { course: text, title: about(text, 'of the course'), terms: list(term) };
export const oneTerm: Fields = { course: text, title: about(text, 'of the course'), term };
export const noteTerms: Fields = { ...terms, topic: text };
export const reading: Fields = {
  course: text,
  title: about(text, 'of the course'),
  reading: object({
    exam: text,
    title: about(text, 'of the exam'),
    notes: number,
    read: about(number, 'how many of them are read'),
    minutes: about(number, 'that reading all of them takes'),
    minutesLeft: about(number, 'of those that are not read'),
    parts: list(
      object({
        title: about(text, 'empty: the exam has no order of its own, so this is the order of teaching'),
        minutes: number,
        notes: list(
          object({
            topic: text,
            title: text,
            minutes: number,
            mark: oneOf(['unread', 'begun', 'read']),
            after: about(list(text), 'topics to read first'),
          }),
        ),
      }),
    ),
  }),
};
export const note: Fields = {
  course: text,
  title: about(text, 'of the course'),
  note: object({
    ...noteHead,
    sources: list(text),
    sections: list(object({ section: text, id: older('section'), title: text, level: number, markdown })),
  }),
};

export const search: Fields = {
  course: text,
  query: text,
  corrected: about(nullable(text), 'the query as it was understood, where nothing had it as it was typed'),
  totals: v.record(text, number),
  hits: list(
    object({
      type: oneOf(['section', 'card', 'question', 'calculator']),
      id: about(text, 'topic#section, or the item or calculator'),
      section: optional(text),
      item: optional(text),
      calculator: optional(text),
      topic: text,
      title: text,
      excerpt: text,
      ranges: about(list(list(number)), 'of what matched in the excerpt, in UTF-16 units'),
      command: text,
    }),
  ),
};

export const why: Fields = {
  course: text,
  item: text,
  key: older('item'),
  topic: text,
  section: text,
  tags: about(list(text), 'of the card and of its note'),
  status: oneOf(['new', 'due', 'learning-due', 'learning-later', 'later', 'suspended', 'buried']),
  due: nullable(local),
  dueDate: nullable(date),
  dueUtc: about(nullable(utc), 'null where it is due on a day'),
  retrievability: nullable(share),
  stability: about(nullable(number), 'days'),
  difficulty: about(nullable(number), '1 to 10'),
  reps: number,
  lapses: number,
  leech: flag,
  flagged: flag,
  desiredRetention: share,
  next: list(object({ rating, due: local, dueDate: date, dueUtc: nullable(utc) })),
  answers: about(list(object({ at: local, atUtc: utc, mode: text, rating, counted: flag })), 'oldest first'),
  lastAnswer: about(
    nullable(
      object({
        at: local,
        atUtc: utc,
        mode: text,
        verdict: about(nullable(oneOf(['correct', 'partial', 'wrong'])), 'null: left blank in an exam'),
        given: about(
          list(text),
          'a text for each option, step or pair; none where the question no longer has it',
        ),
        right: list(text),
        changedSince: about(flag, 'the question was changed after it'),
      }),
    ),
    'to a question, with what was chosen; null for a card and before the first answer',
  ),
  plan: nullable(
    object({
      exam: text,
      examDay: date,
      standing: text,
      worth: nullable(object({ points: number, seconds: number, pointsAnHour: number })),
      recall: nullable(share),
      ahead: object({ reviews: number, sections: number }),
      first: nullable(
        object({ item: text, key: older('item'), points: number, seconds: number, pointsAnHour: number }),
      ),
    }),
  ),
};

export const lists: Fields = {
  course: text,
  exam: nullable(text),
  lists: v.record(text, number),
};
export const listed: Fields = {
  course: text,
  exam: nullable(text),
  list: text,
  items: list(
    object({
      item: text,
      key: older('item'),
      type: itemType,
      kind: nullable(kind),
      topic: text,
      title: text,
      section: nullable(text),
      text,
      inCourse: flag,
      lastTried: nullable(date),
      missesInARow: number,
      timesForgotten: number,
      flagged: flag,
      suspended: flag,
    }),
  ),
};
export const yours: Fields = {
  course: text,
  exam: nullable(text),
  list: v.literal('yours'),
  items: list(
    object({
      item: text,
      key: older('item'),
      kind: oneOf(['remark', 'card']),
      topic: text,
      text,
      inCourse: flag,
    }),
  ),
};

const retained = { reviews: number, retained: number, share: nullable(share) };
const period = object({ ...retained, young: object(retained), mature: object(retained) });
export const stats: Fields = {
  course: text,
  date,
  streak: about(number, 'days'),
  answers: number,
  minutes: number,
  seen: number,
  items: number,
  retention: object({ week: period, month: period, year: period, all: period }),
  stability: about(
    list(object({ from: number, to: nullable(number), ...retained, predicted: nullable(share) })),
    'in days before the review',
  ),
  ratings: about(list(number), 'again, hard, good, easy'),
  days: list(
    object({
      date,
      answers: number,
      introduced: number,
      reviews: number,
      retained: number,
      matureReviews: number,
      matureRetained: number,
      ratings: list(number),
      ms,
    }),
  ),
  overdue: number,
  forecast: list(object({ date, due: number })),
  topics: list(
    object({
      topic: text,
      id: older('topic'),
      items: number,
      seen: number,
      recall: nullable(share),
      mastery: share,
      knownNow: share,
    }),
  ),
  exam: nullable(object({ exam: text, id: older('exam'), provisional: flag })),
  outlook: nullable(
    object({
      domains: list(
        object({
          domain: text,
          title: text,
          weight: percent,
          items: number,
          seen: number,
          recall: nullable(share),
          mastery: share,
          knownNow: share,
          expected: gone,
        }),
      ),
      expected: gone,
      deprecated,
    }),
  ),
  ...figures,
  judgment,
};

export const group: Fields = {
  course: text,
  learners: list(object({ label: text, answers: number, right: number })),
  questions: list(
    object({
      item: text,
      topic: text,
      answers: number,
      right: number,
      ms: about(nullable(number), 'milliseconds'),
      unsure: number,
      sureButWrong: number,
      options: list(object({ text, correct: flag, chosen: number })),
      discrimination: about(nullable(number), '-1 to 1; null: too few learners'),
      contradicted: about(nullable(flag), 'whether the best learners chose something else'),
    }),
  ),
  judged: flag,
};

const planHead = {
  course: text,
  exam: text,
  provisional: flag,
  date: nullable(date),
  until: date,
  aim: percent,
};
export const setup: Fields = {
  course: text,
  exam: text,
  date: nullable(date),
  until: date,
  minutesPerDay: number,
  daysOff: v.union([text, list(text)]),
  minutes: about(number, 'left until then'),
  aim: percent,
  ...figures,
};
export const plan: Fields = {
  ...planHead,
  minutesPerDay: number,
  ...figures,
  days: list(
    object({
      date,
      minutes: number,
      off: flag,
      reviews: about(number, 'minutes'),
      questions: about(number, 'minutes'),
      mock: about(number, 'minutes'),
      new: about(number, 'minutes'),
      topics: list(text),
      projected: about(nullable(number), 'points of 100'),
    }),
  ),
  minutesNeeded: about(nullable(number), 'a day, to reach the aim'),
  whatIf: list(object({ minutes: number, points: number })),
};
export const readiness: Fields = {
  ...planHead,
  ...figures,
  topics: object({ seen: number, inExam: number }),
  adherence: share,
  pointsAnHour: number,
  minutesNeeded: nullable(number),
  domains: list(
    object({
      id: text,
      title: text,
      weight: percent,
      attempts: number,
      low: optional(nullable(share)),
      high: optional(nullable(share)),
      points: about(nullable(number), 'of 100'),
      pointsAnHour: number,
    }),
  ),
  judgment,
};

const problem = object({
  rule: text,
  severity,
  file: text,
  line: about(number, '0: the whole file'),
  message: text,
  hint: text,
});
export const check: Fields = {
  course: text,
  title: text,
  folder: text,
  ok: about(flag, 'what the exit code says'),
  errors: number,
  warnings: number,
  notes: number,
  cards: number,
  questions: number,
  blueprints: number,
  ignored: number,
  own: optional(nullable(object({ remarks: number, cards: number }))),
  rules: list(object({ rule: text, severity, count: number })),
  problems: list(problem),
  coverage: list(
    object({
      blueprint: about(text, 'an exam'),
      title: text,
      questions: number,
      perPaper: number,
      papers: number,
      examGrade: object({ questions: number, papers: number }),
      domains: list(
        object({
          id: text,
          title: text,
          weight: percent,
          questions: number,
          perPaper: number,
          tasks: list(object({ id: text, title: text, need: number, have: number, examGrade: number })),
        }),
      ),
    }),
  ),
};
export const rules: Fields = { rules: list(object({ id: text, severity, why: text, hint: text })) };

const tags = v.record(text, list(text));
/** A decimal as a number where that is exact, else as text. */
const decimal = v.union([number, text]);
export const course: Fields = {
  course: text,
  title: text,
  notes: list(
    object({
      topic: text,
      id: older('topic'),
      title: text,
      area: text,
      path: text,
      exams: about(tags, 'tasks by exam'),
      checked: text,
      sections: list(object({ section: text, id: older('section'), title: text, markdown })),
    }),
  ),
  cards: list(
    object({
      item: text,
      id: older('item'),
      topic: text,
      section: text,
      kind,
      front: markdown,
      back: markdown,
      tags: list(text),
    }),
  ),
  questions: about(
    list(
      object({
        item: text,
        id: older('item'),
        topic: text,
        path: text,
        kind,
        tasks: about(tags, 'tasks by exam'),
        level: text,
        section: optional(about(text, 'topic#section')),
        stem: optional(markdown),
        options: optional(list(object({ text: markdown, correct: optional(flag), why: text }))),
        'keep-order': optional(flag),
        grade: optional(text),
        answer: optional(v.union([flag, number, text])),
        unit: optional(text),
        tolerance: optional(decimal),
        steps: optional(
          about(
            list(
              v.union([
                text,
                object({ text, why: text }),
                object({ name: text, label: optional(text), formula: text, unit: optional(text) }),
              ]),
            ),
            'of an order, or of the formulas of a template',
          ),
        ),
        where: optional(about(list(text), 'conditions on the numbers of a template')),
        mistakes: optional(list(object({ step: optional(text), formula: text, why: text }))),
        title: optional(about(text, 'of a template that is a calculator, too')),
        pairs: optional(list(object({ left: text, right: text, why: optional(text) }))),
        decoys: optional(list(text)),
        accept: optional(list(text)),
        calculator: optional(text),
        result: optional(text),
        ask: optional(list(text)),
        inputs: optional(about(v.record(text, v.unknown()), 'of the calculator')),
        texts: optional(list(text)),
        why: optional(text),
        sources: list(text),
        checked: text,
        expires: optional(text),
        'exams-only': optional(flag),
      }),
    ),
    'with the fields of their files: docs/formats.md',
  ),
  blueprints: list(
    object({
      exam: text,
      id: older('exam'),
      title: text,
      path: text,
      questions: object({ scored: number, unscored: number }),
      minutes: number,
      pass: optional(object({ mark: number, scale: optional(list(number)), note: optional(text) })),
      aim: percent,
      valid: object({ from: optional(text), to: optional(text) }),
      successor: optional(text),
      kinds: list(kind),
      provisional: flag,
      'provisional-note': optional(text),
      domains,
      'out-of-scope': optional(list(text)),
      form: optional(object({ stem: optional(list(number)), option: optional(list(number)) })),
      sources: list(text),
      checked: text,
    }),
  ),
  renames: about(v.record(text, text), 'the new key by the old one'),
  terms: about(list(term), 'the words that the course explains'),
  calculators,
};
