/**
 * A learner who drives the built program through `study review --json --minutes N` with a moved clock: what people
 * run, from the lines that are read to the journal. The learner is the kind one of `learners/kind.ts`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openCourse } from '../../src/app/course/open-course.ts';
import { isTemplate } from '../../src/core/course/course.ts';
import type { CourseReader } from '../../src/core/course/course.ts';
import { courseOf } from './course.ts';
import type { SimCourse } from './course.ts';
import type { SimLearner } from './learner.ts';
import { startKind } from './learners/kind.ts';

const DAY = 86_400_000;
/** Eight in the morning on the first day. */
const FIRST_DAY = Date.parse('2026-11-02T08:00:00Z');

interface BuiltOptions {
  /** Folder of the project, which is built. */
  readonly root: string;
  readonly exam: string;
  readonly days: number;
  readonly minutes: number;
  readonly prior: number;
  readonly seed: number;
}

interface BuiltResult {
  /** Expected score on the exam day without and with study, 0 to 1. */
  readonly before: number;
  readonly after: number;
  readonly answers: number;
  /** Share of the answers to items outside the exam, and of the time for questions. */
  readonly outside: number;
  readonly questionShare: number;
  readonly reviews: number;
}

interface Line {
  readonly type: string;
  readonly item?: string;
  readonly kind?: string;
  readonly options?: readonly { readonly number: number; readonly text: string }[];
  readonly steps?: readonly { readonly number: number; readonly text: string }[];
  readonly left?: readonly { readonly letter: string; readonly text: string }[];
  readonly right?: readonly { readonly number: number; readonly text: string }[];
}

/** What to type for a right or a wrong answer; `null`: this one cannot be told from the outside. */
const typed = (course: CourseReader, line: Line, right: boolean): string | null => {
  const item = course.item(line.item ?? '');
  if (item === undefined || item.type !== 'question' || isTemplate(item)) return null;
  const numberOf = (list: Line['options'], text: string): string =>
    String(list?.find(each => each.text === text)?.number ?? '');
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const correct = item.options.filter(option => option.correct).map(({ text }) => text);
      const wrong = item.options.filter(option => !option.correct).map(({ text }) => text);
      const chosen = right ? correct : [...wrong, ...correct].slice(0, correct.length);
      return chosen.map(text => numberOf(line.options, text)).join(' ');
    }
    case 'true-false':
      return item.answer === right ? 'true' : 'false';
    case 'numeric':
      return right ? `${item.answer} ${item.unit}` : '-987654';
    case 'text':
      return right ? (item.accept[0] ?? '') : 'nothing of this';
    case 'order': {
      const order = item.steps.map(step => numberOf(line.steps, step));
      return (right ? order : order.toReversed()).join(' ');
    }
    case 'match': {
      const pairs = (line.left ?? []).map(({ letter, text }) => ({
        letter,
        number: numberOf(line.right, item.pairs.find(({ left }) => left === text)?.right ?? ''),
      }));
      const numbers = pairs.map(({ number }) => number);
      if (!right) numbers.push(numbers.shift() ?? '');
      return pairs.map(({ letter }, index) => `${letter}${numbers[index]}`).join(' ');
    }
  }
};

const run = async (
  { root }: BuiltOptions,
  env: NodeJS.ProcessEnv,
  words: readonly string[],
  onLine: (line: Line, write: (text: string) => void) => void,
): Promise<void> => {
  const child = spawn(
    process.execPath,
    ['--require', join(root, 'bench/learning/clock.cjs'), join(root, 'bin/study.cjs'), ...words],
    { env, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const write = (text: string): void => void child.stdin.write(`${text}\n`);
  child.stdin.on('error', () => {});
  const done = new Promise(resolve => child.on('close', resolve));
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('{')) onLine(JSON.parse(line) as Line, write);
  await done;
};

/** Lets one learner study until the exam. */
export const studyBuilt = async (options: BuiltOptions): Promise<BuiltResult> => {
  const { exam, days, minutes, prior, seed } = options;
  const home = mkdtempSync(join(tmpdir(), 'study-learner-'));
  const clock = join(home, 'clock');
  try {
    let now = FIRST_DAY;
    const setClock = (): void => writeFileSync(clock, String(now));
    setClock();
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      STUDY_HOME: join(home, 'home'),
      STUDY_TEST_CLOCK: clock,
      TZ: 'UTC',
    };
    const reader = await openCourse({
      folder: null,
      cache: join(home, 'cache'),
      shippedIndex: join(options.root, 'dist/course'),
      shippedRoot: options.root,
    });
    const course: SimCourse = courseOf(reader, exam);
    const learner: SimLearner = startKind(course, seed, prior);
    const before = learner.exam(days).score;
    const date = new Date(FIRST_DAY + days * DAY).toISOString().slice(0, 10);
    await run(
      options,
      env,
      ['setup', '--exam', exam, '--on', date, '--minutes', String(minutes), '--json'],
      () => {},
    );
    const tally = { answers: 0, outside: 0, reviews: 0, seconds: 0, questionSeconds: 0 };
    const seen = new Set<string>();
    for (let day = 0; day < days; day++) {
      now = FIRST_DAY + day * DAY;
      setClock();
      let right = false;
      await run(options, env, ['review', '--json', '--minutes', String(minutes)], (line, write) => {
        const key = line.item ?? '';
        if (line.type === 'card' || line.type === 'question') {
          const number = course.numbers.get(key) ?? -1;
          const text = line.type === 'question' ? typed(reader, line, true) : '';
          if (text === null || number === -1) return write(':skip');
          const answer = learner.answer(number, day);
          ({ right } = answer);
          now += Math.round(answer.seconds * 1000);
          setClock();
          tally.answers++;
          tally.seconds += answer.seconds;
          if (line.type === 'question') tally.questionSeconds += answer.seconds;
          if (seen.has(key)) tally.reviews++;
          if (!course.map.numbers.has(key)) tally.outside++;
          seen.add(key);
          return write(line.type === 'card' ? '' : (typed(reader, line, right) ?? ':skip'));
        }
        if (line.type === 'revealed') write(right ? '3' : '1');
      });
    }
    return {
      before,
      after: learner.exam(days).score,
      answers: tally.answers,
      outside: tally.outside / Math.max(1, tally.answers),
      questionShare: tally.questionSeconds / Math.max(1, tally.seconds),
      reviews: tally.reviews / Math.max(1, tally.answers),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};
