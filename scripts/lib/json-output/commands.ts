/** What every command prints with `--json`: docs/json.md is written from it, and a test holds the program to it. */
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import * as course from './course.ts';
import * as exam from './exam.ts';
import {
  about,
  calculators,
  epoch,
  flag,
  kind,
  lines,
  list,
  markdown,
  none,
  nullable,
  number,
  object,
  oneOf,
  optional,
  rating,
  text,
  utc,
  value,
  date,
} from './forms.ts';
import { EXAM_LINES, SESSION_LINES } from './session.ts';

/** One form of output. */
export interface JsonOutput {
  /** As it is typed, without `--json`; the words up to a flag or `<...>` are the command. */
  readonly name: string;
  readonly says: string;
  /** `lines`: each line of the output is a value of its own. */
  readonly form: 'value' | 'lines';
  readonly schema: GenericSchema;
}

const one = (name: string, says: string, fields: Parameters<typeof value>[0]): JsonOutput => ({
  name,
  says,
  form: 'value',
  schema: value(fields),
});
const many = (name: string, says: string, types: Parameters<typeof lines>[0]): JsonOutput => ({
  name,
  says,
  form: 'lines',
  schema: lines(types),
});

const setting = {
  key: text,
  value: text,
  usual: text,
  scope: oneOf(['course', 'device']),
  help: text,
};
const settings = { settings: list(object(setting)) };

const act = object({
  id: text,
  device: text,
  type: text,
  items: about(list(text), 'at most 20'),
  count: about(nullable(number), 'null: all of the course'),
  at: epoch,
  atUtc: utc,
  rating: nullable(rating),
});

const merged = {
  added: list(object({ device: text, events: number, file: text })),
  known: number,
  conflicting: number,
  skipped: number,
  ownFiles: about(
    object({ added: number, same: number, copied: number }),
    'remarks and cards of the learner',
  ),
};

const synced = {
  kind: oneOf(['git', 'folder']),
  place: text,
  result: oneOf(['done', 'offline']),
  why: optional(text),
  sent: optional(number),
  received: optional(number),
  foreign: optional(number),
  ownSent: optional(number),
  ownReceived: optional(number),
};

const marked = (done: string) => ({ course: text, [done]: about(list(text), 'items') });
const page = { page: about(text, 'the file that was written') };

const counts = (...names: readonly string[]) => object(Object.fromEntries(names.map(name => [name, number])));
const remark = object({
  act: oneOf(['changed', 'left']),
  what: about(text, 'remarks are counted by it'),
  why: text,
  place: object({ file: optional(text), line: optional(number), note: optional(number) }),
});
const made = { file: about(text, 'what was made'), line: about(number, 'where to write first') };

export const JSON_OUTPUTS: readonly JsonOutput[] = [
  one('study', 'Today. `study today` is the same.', course.today),
  many('study review', 'A session.', SESSION_LINES),
  many('study cards', 'A session.', SESSION_LINES),
  many('study quiz', 'A session.', SESSION_LINES),
  many('study diagnose', 'A session.', SESSION_LINES),
  many(
    'study exam',
    'A sitting; at its end the report. `--resume` and `--practice` are the same, `--redo` is a session.',
    {
      ...EXAM_LINES,
      report: exam.report,
    },
  ),
  many(
    'study exam --end',
    'The end of a sitting that is open, and its report. `--abandon` is the same without a report.',
    {
      ended: EXAM_LINES['ended'] ?? {},
      report: exam.report,
    },
  ),
  one('study exam --list', 'The exams of the course.', exam.exams),
  one('study exam --history', 'All sittings.', exam.history),
  one('study exam --print', 'A paper and its key.', exam.paper),
  one('study exam --report', 'A sitting with every question.', exam.report),
  one('study exam --check', 'Whether a sitting reached the aim.', exam.check),
  one('study exam --html', 'The page that was written, without `--report`.', page),
  one('study exam --result', 'The result of the real exam.', {
    course: text,
    exam: text,
    passed: flag,
    points: nullable(number),
    judgment: course.readiness['judgment'] ?? none,
  }),
  one('study exam --compare', 'Results of one paper, side by side.', exam.comparison),
  one('study setup', 'The exam that is prepared for.', course.setup),
  one('study plan', 'Every day until the exam.', course.plan),
  one('study readiness', 'How ready the learner is.', course.readiness),
  one('study notes', 'The notes there are.', course.notes),
  one('study notes <topic>', 'A note.', course.note),
  one('study notes --terms', 'The terms of a note.', course.noteTerms),
  one('study glossary', 'The terms of the course.', course.terms),
  one('study glossary <term>', 'A term.', course.oneTerm),
  one('study notes --exam', 'What to read for an exam, in order.', course.reading),
  one('study search', 'What was found, best first within a type.', course.search),
  one('study calc', 'The calculators.', { calculators }),
  one('study calc <id>', 'A calculation.', {
    calculator: text,
    inputs: about(v.record(text, v.unknown()), 'in the unit that the list names'),
    steps: list(
      object({ id: text, label: text, formula: text, substituted: text, value: v.unknown(), unit: text }),
    ),
    result: about(v.record(text, v.unknown()), 'by the name that the list gives'),
    mistakes: about(
      list(object({ id: text, why: text, value: v.unknown(), unit: text })),
      'wrong answers that people come to',
    ),
    notes: list(text),
    figures: list(
      object({
        kind: text,
        value: number,
        unit: text,
        label: text,
        region: text,
        source: text,
        checked: date,
        confidence: text,
      }),
    ),
    topic: text,
    source: object({ title: text, url: text, checked: date }),
  }),
  one('study calc --practice', 'A question with its answer.', {
    calculator: text,
    seed: number,
    question: object({
      topic: text,
      section: text,
      level: text,
      sources: list(text),
      checked: text,
      kind,
      stem: markdown,
      answer: optional(text),
      unit: optional(text),
      tolerance: optional(text),
      options: optional(list(object({ text, correct: flag, why: text }))),
      keepOrder: optional(flag),
      grade: optional(text),
      why: optional(text),
    }),
  }),
  one('study topics', 'The topics.', course.topics),
  one('study list', 'How many there are on each list.', course.lists),
  one('study list <list>', 'What is on a list.', course.listed),
  one('study list yours', 'Remarks and cards of the learner.', course.yours),
  one('study stats', 'How it goes.', course.stats),
  one('study stats --html', 'The page that was written.', page),
  one('study stats --group', 'How a group answered.', course.group),
  one('study why', 'Why an item is asked now, and what each rating would do.', course.why),
  one('study progress backup', 'The backup that was written.', { path: text, events: number, own: number }),
  one('study progress restore', 'What came back.', { ...merged, resets: optional(number) }),
  one('study progress merge', 'What came in.', merged),
  one('study progress undo', 'What was taken back.', {
    course: text,
    undone: act,
    passedOver: about(nullable(act), 'a newer act of another device, left alone'),
  }),
  one('study progress undo --list', 'What can be taken back, the newest first.', {
    course: text,
    device: text,
    acts: list(act),
  }),
  one('study progress relink', 'Items with progress that the course no longer has.', {
    course: text,
    orphans: list(
      object({
        item: text,
        prompt: text,
        reps: number,
        lapses: number,
        last: nullable(date),
        likely: nullable(object({ item: text, topic: text, prompt: text, likeness: number })),
      }),
    ),
  }),
  one('study progress relink <old> <new>', 'The link.', { course: text, from: text, to: text, event: text }),
  one('study progress relink --from-course', 'The former id of the course.', {
    course: text,
    from: text,
    to: text,
    event: text,
    items: number,
  }),
  one('study progress reset', 'How many items were reset.', {
    course: text,
    items: number,
    backup: nullable(text),
  }),
  one('study progress unsuspend', 'What is suspended.', marked('suspended')),
  one('study progress unsuspend <item>', 'What is asked again.', marked('unsuspended')),
  one('study progress flag', 'Items that are flagged now.', marked('flagged')),
  one('study progress unflag', 'Items that no longer are.', marked('unflagged')),
  one('study progress suspend', 'Items that are not asked.', marked('suspended')),
  one('study progress bury', 'Items that are not asked before tomorrow.', marked('buried')),
  one('study progress unbury', 'Items that are asked today again.', marked('unburied')),
  one('study progress exclude', 'A device that is left out, or counts again.', {
    device: text,
    excluded: flag,
  }),
  one('study progress fit', 'How well the parameters foretell the last fifth of the reviews.', {
    course: text,
    reviews: number,
    judged: number,
    before: about(number, 'log loss'),
    after: about(number, 'log loss'),
    weights: list(number),
    kept: flag,
  }),
  one('study progress redate', 'Runs of records with a moment that cannot be right.', {
    runs: list(
      object({
        file: text,
        from: oneOf(['future', 'past']),
        records: list(object({ id: text, at: epoch, atUtc: utc, was: epoch, wasUtc: utc })),
      }),
    ),
    redated: number,
  }),
  one('study progress forget-all', 'What was deleted, and what is left.', {
    journals: number,
    backups: number,
    own: number,
    left: list(text),
  }),
  one('study sync', 'What was exchanged.', synced),
  one('study sync init', 'What was exchanged for the first time.', synced),
  one('study check', 'Every problem of a course.', course.check),
  one('study check --rules', 'The rules.', course.rules),
  one('study check --fix', 'What would be mended, with `--dry-run`; without it, the same as `study check`.', {
    files: list(object({ file: text, fixes: list(object({ line: number, before: text, after: text })) })),
    copies: about(nullable(text), 'folder with the files as they were; null: nothing was written'),
  }),
  one('study courses', 'The courses that have been used.', {
    courses: list(
      object({
        id: text,
        title: text,
        current: flag,
        due: nullable(number),
        new: nullable(number),
        problem: nullable(text),
        folder: about(nullable(text), 'null: the shipped course'),
        used: about(nullable(date), 'the last day'),
      }),
    ),
  }),
  one('study import', 'What was taken, changed and left.', {
    folder: text,
    dryRun: flag,
    formats: list(object({ key: text, name: text, files: number })),
    files: list(object({ path: text, isNew: flag })),
    added: counts('cards', 'questions'),
    known: counts('cards', 'questions'),
    history: counts('items', 'reviews', 'states', 'suspended', 'flagged', 'known'),
    media: about(list(text), 'pictures and sounds, which are not carried'),
    batch: about(nullable(text), 'what `study progress undo` takes; null: no history'),
    changed: number,
    left: number,
    remarks: list(remark),
  }),
  one(
    'study export <format>',
    'Cards and questions for another program; with `-o` the files that were written.',
    {
      format: text,
      cards: number,
      questions: number,
      files: about(
        v.union([list(text), list(object({ name: text, text: optional(text), base64: optional(text) }))]),
        'paths with `-o`, else the files themselves',
      ),
      remarks: list(remark),
    },
  ),
  one('study new course', 'The first file of a course.', made),
  one('study new topic', 'A note.', made),
  one('study new question', 'A question in its bank.', made),
  one('study new exam', 'An exam.', made),
  one('study export course', 'The whole course.', course.course),
  one('study export own', 'Remarks and cards of the learner.', {
    files: list(object({ path: text, course: text, kind: text, about: text, text: nullable(text) })),
  }),
  one('study config', 'Every setting.', settings),
  one('study config list', 'Every setting.', settings),
  one('study config get', 'A setting.', setting),
  one('study config set', 'The setting as it is now.', setting),
  one('study config reset', 'The settings as they are now.', settings),
  one('study doctor', 'Texts for people, in sections.', {
    version: text,
    sections: list(
      object({
        title: text,
        facts: list(object({ name: text, value: text })),
        findings: list(object({ level: oneOf(['ok', 'note', 'problem']), text })),
      }),
    ),
  }),
  one('study completion', 'A script.', { shell: text, script: text }),
  one('study help <page>', 'A page of the documentation.', { page: text, text: markdown }),
  one('--help', 'A command, as its help describes it.', {
    command: text,
    description: text,
    arguments: list(object({ name: text, description: text, required: flag, many: flag })),
    flags: list(
      object({
        flags: text,
        description: text,
        value: nullable(oneOf(['required', 'optional'])),
        choices: nullable(list(text)),
      }),
    ),
    commands: list(object({ name: text, description: text })),
  }),
  one('--version', 'The version.', { version: text }),
];

/** What is printed in place of anything else where something went wrong; the exit code is 2, 3 or 70. */
export const FAILURE: JsonOutput = one(
  'a failure',
  'Instead of any other value, or after the lines of a session.',
  {
    error: object({
      code: about(text, 'stays the same from version to version'),
      message: text,
      place: nullable(text),
      try: nullable(text),
      problems: optional(list(object({ flag: text, given: optional(nullable(text)), message: text }))),
    }),
  },
);
