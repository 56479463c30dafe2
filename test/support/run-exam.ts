/** Sits exams in this process: a small course, a journal in memory, a clock that tests move between two lines. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Clock } from '../../src/app/learner/runtime.ts';
import type { Context } from '../../src/cli/program/context.ts';
import { reportFailure } from '../../src/cli/program/failure-report.ts';
import { makeOutput } from '../../src/cli/terminal/output.ts';
import { runProgram } from '../../src/cli/program/program.ts';
import type { Blueprint, CourseReader, Item } from '../../src/core/course/course.ts';
import { makeStyle } from '../../src/text/layout/style.ts';
import { capture } from './capture.ts';
import type { MemoryJournal } from './memory-journal.ts';
import { memoryJournal, testClock } from './memory-journal.ts';
import { choice, tinyCourse } from './tiny-course.ts';

/** An exam of five questions that count: three of the first domain, two of the second. */
export const mockBlueprint = (more: Partial<Blueprint> = {}): Blueprint => ({
  id: 'mock',
  title: 'Mock exam',
  path: 'questions/exams/mock.yaml',
  questions: { scored: 5, unscored: 0 },
  minutes: 20,
  aim: 80,
  pass: { mark: 720, scale: [100, 1000] },
  valid: {},
  kinds: ['single', 'multiple', 'true-false', 'numeric', 'order', 'match', 'text'],
  provisional: false,
  domains: [
    {
      id: '1',
      title: 'Build',
      weight: 60,
      tasks: [
        { id: '1.1', title: 'Queues' },
        { id: '1.2', title: 'Tables' },
      ],
    },
    { id: '2', title: 'Secure', weight: 40, tasks: [{ id: '2.1', title: 'Keys' }] },
  ],
  sources: [],
  checked: '2026-11-20',
  ...more,
});

/** What a question of the mock exam serves. */
export const serves = (task: string, topic = 'sqs') => ({
  topic,
  tasks: [{ blueprint: 'mock', tasks: [task] }],
});

/** Single choice with the right answer first: three questions of the first domain, two of the second. */
export const MOCK_ITEMS: readonly Item[] = (
  [
    ['one', '1.1', 'sqs'],
    ['two', '1.1', 'sqs'],
    ['three', '1.2', 'dynamodb'],
    ['four', '2.1', 'kms'],
    ['five', '2.1', 'kms'],
  ] as const
).map(([key, task, topic]) => choice(key, undefined, { keepOrder: true, ...serves(task, topic) }));

export const mockCourse = (
  items: readonly Item[] = MOCK_ITEMS,
  blueprint: Partial<Blueprint> = {},
): CourseReader => ({ ...tinyCourse({ items, blueprints: [mockBlueprint(blueprint)] }), blueprint: 'mock' });

/** A line that is typed, or minutes that pass before the next one. */
type ExamStep = string | { readonly pass: number };

interface ExamOptions {
  readonly course?: CourseReader;
  readonly journal?: MemoryJournal;
  readonly clock?: Clock & { pass(minutes: number): void };
  /** What is typed; then the input ends. */
  readonly steps?: readonly ExamStep[];
  /** Whether the input ends behind the last step, or stays open until the exam ends. */
  readonly open?: boolean;
}

interface ExamResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly journal: MemoryJournal;
}

/** Types each step when the program asks for it, and not before. */
const type = async (
  stdin: PassThrough,
  steps: readonly ExamStep[],
  clock: { pass(minutes: number): void },
  isOver: () => boolean,
): Promise<void> => {
  // The first call only says that somebody listens.
  let asked = -1;
  const resume = stdin.resume.bind(stdin);
  stdin.resume = () => {
    asked++;
    return resume();
  };
  const isAsked = async (times: number): Promise<void> => {
    for (;;) {
      if (asked > times || isOver()) return;
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  let typed = 0;
  for (const step of steps) {
    await isAsked(typed);
    if (isOver()) return;
    if (typeof step !== 'string') {
      clock.pass(step.pass);
      continue;
    }
    typed++;
    stdin.write(`${step}\n`);
  }
  await isAsked(typed);
};

/** `study <words>` on the mock exam. */
export const runExam = async (words: readonly string[], options: ExamOptions = {}): Promise<ExamResult> => {
  const {
    course = mockCourse(),
    clock = testClock('2026-11-21T10:00:00Z'),
    steps = [],
    open = false,
  } = options;
  const journal = options.journal ?? memoryJournal(clock.now);
  const [stdout, stderr] = [capture(), capture()];
  const style = makeStyle(false);
  const streams = { stdout: stdout.stream, stderr: stderr.stream };
  const out = makeOutput(streams, { style, errorStyle: style }, { quiet: false });
  const stdin = new PassThrough();
  const folder = mkdtempSync(join(tmpdir(), 'study-exam-'));
  const before = process.exitCode;
  process.exitCode = 0;
  let isOver = false;
  const program = runProgram(words, {
    version: '0.0.0',
    makeContext: (globals): Context => ({
      options: globals,
      out,
      runtime: {
        clock,
        seed: () => 7,
        paths: { config: folder, data: folder, journal: folder, cache: folder },
        version: '0.0.0',
      },
      env: { LANG: 'C.UTF-8' },
      stdin: stdin as unknown as NodeJS.ReadStream,
      terminal: { stdin: false, stdout: false, stderr: false },
      course: () => Promise.resolve(course),
      openFolder: () => Promise.reject(new Error('no other course')),
      recordingCourse: () => Promise.resolve(course),
      reopenCourse: () => Promise.resolve(course),
      journal: () => Promise.resolve(journal),
      progress: () => ({ update: () => undefined, end: () => undefined }),
    }),
  })
    .then(() => Number(process.exitCode ?? 0))
    .catch((error: unknown) => reportFailure(error, out, { json: words.includes('--json'), debug: false }))
    .finally(() => (isOver = true));
  try {
    await type(stdin, steps, clock, () => isOver);
    if (!open) stdin.end();
    const code = await program;
    return { code, stdout: stdout.text(), stderr: stderr.text(), journal };
  } finally {
    process.exitCode = before;
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What the program itself says: the lines that are not indented. */
export const said = (stdout: string): readonly string[] =>
  stdout.split('\n').filter(line => /^\S/.test(line));

/** Keys in the order in which a sitting puts its questions. */
export const askedItems = (stdout: string): readonly string[] =>
  [...stdout.matchAll(/^Q \d+\/\d+ (\S+)$/gm)].map(match => match[1] ?? '');
