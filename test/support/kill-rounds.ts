/** Sessions that are killed at any moment: every answer that they called saved, or went on from, is in the journal. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Random } from '../../src/core/base/random.ts';
import { makeRandom } from '../../src/core/base/random.ts';
import { FRONT, writeCourse } from './course-folder.ts';
import { openTerminal } from './pty.ts';
import { runStudy, startStudy } from './run-study.ts';
import { watchScreen } from './screen.ts';
import { PATIENCE } from './patience.ts';

/** Cards, and as many questions: more than all sessions together answer, for a review asks new ones. */
const ITEMS = 2000;

/** Items of a session: more than one of them answers before it is killed. */
const SESSION = 200;

/** Answers that a session on lines is given beyond those after which it may be killed. */
const SPARE = 8;

/** Questions of the exam; its paper stands in the journal. */
const EXAM = 60;

const numbers = Array.from({ length: ITEMS }, (_, i) => i);

const single = (i: number): string =>
  `- { id: q-${i}, kind: single, stem: "Which one is ${i}?", options: [{ text: "Alpha ${i}", correct: true, why: a }, { text: "Beta ${i}", why: b }, { text: "Gamma ${i}", why: c }, { text: "Delta ${i}", why: d }], why: "So.", tasks: { exam: ['1'] }, level: recall, section: sqs#limits, sources: [https://a.example], checked: 2026-11-20 }\n`;

/** A course of many cards and questions with an exam over all of them. */
const writeKillCourse = (folder: string): string =>
  writeCourse(
    {
      'content/course.yaml': 'id: test-course\ntitle: Test course\nblueprint: exam\n',
      'content/a/sqs.md': `${FRONT}## Limits\n\nText.\n\n## Cards\n\n${numbers.map(i => `Q: What is ${i}? ^card-${i}\nA: That.\n\n`).join('')}`,
      'questions/a/sqs.yaml': numbers.map(single).join(''),
      'questions/exams/exam.yaml': `id: exam\ntitle: An exam\nquestions: { scored: ${EXAM} }\nminutes: 300\naim: 80\nkinds: [single]\ndomains:\n  - { id: "1", title: Build, weight: 100, tasks: [] }\nchecked: 2026-11-20\n`,
    },
    folder,
  );

interface Recorded {
  readonly id: string;
  readonly type: string;
  readonly item?: string;
  readonly ratings?: readonly { readonly item: string }[];
}

/** Answers in the files of a journal: each line for itself, as any program would read them. */
const recordedAnswers = (home: string): readonly { readonly id: string; readonly item: string }[] => {
  const folder = join(home, 'journal');
  const found = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1)) {
      let event: Recorded;
      try {
        event = JSON.parse(line) as Recorded;
      } catch {
        continue;
      }
      if (event.type === 'reviewed' || event.type === 'answered')
        found.set(event.id, event.ratings?.[0]?.item ?? '');
      if (event.type === 'exam-answered') found.set(event.id, event.item ?? '');
    }
  }
  return [...found].map(([id, item]) => ({ id, item }));
};

export interface KillTask {
  readonly home: string;
  readonly course: string;
  readonly random: Random;
}

/** A home and a course of their own in a folder, with new items for any number of reviews. */
export const makeKillTask = async (base: string, seed: number): Promise<KillTask> => {
  const home = join(base, 'home');
  mkdirSync(home, { mode: 0o700 });
  const course = writeKillCourse(join(base, 'course'));
  for (const setting of [
    ['newPerDay', '9999'],
    ['reviewsPerDay', '9999'],
    ['learningSteps', 'none'],
  ])
    expect((await runStudy(['config', 'set', ...setting, '--course', course], { home })).code).toBe(0);
  return { home, course, random: makeRandom(seed) };
};

export const SESSIONS = ['quiz', 'cards', 'review', 'exam'] as const;
type KilledSession = (typeof SESSIONS)[number];

const COMMANDS: Readonly<Record<KilledSession, readonly string[]>> = {
  quiz: ['quiz', '--kind', 'single', '-n', String(SESSION)],
  cards: ['cards', '-n', String(SESSION)],
  review: ['review', '-n', String(SESSION)],
  exam: ['exam', 'exam', '--new'],
};

/** What is typed again and again on lines: an answer, for a card or a question. */
const LINES: Readonly<Record<KilledSession, string>> = {
  quiz: '1\n',
  cards: '\n3\n',
  review: '\n3\n',
  exam: '1\n',
};

const commandOf = (session: KilledSession, { course, random }: KillTask): readonly string[] => [
  ...COMMANDS[session],
  ...(session === 'review' ? [] : ['--seed', String(random.int(1e6))]),
  '--course',
  course,
];

/** @returns how many answers the session had called saved */
export const killLines = async (session: KilledSession, task: KillTask): Promise<number> => {
  const before = recordedAnswersIfAny(task.home);
  const running = startStudy([...commandOf(session, task), '--plain'], { home: task.home });
  running.child.stdin.on('error', () => undefined);
  // Some die before their first answer, the others in the middle of their work, however fast the machine is.
  const wanted = task.random.int(20);
  running.child.stdin.write(LINES[session].repeat(wanted + SPARE));
  await running.waitFor(/^Q 1\//m);
  const savedSoFar = (): number => running.stdout().split('\nsaved ').length - 1;
  const deadline = performance.now() + PATIENCE;
  while (savedSoFar() < wanted && running.child.exitCode === null && performance.now() < deadline)
    await sleep(1);
  await sleep(task.random.int(12));
  running.kill('SIGKILL');
  const { stdout } = await running.ended;
  const saved = [...stdout.matchAll(/^saved (\S+).*\n/gm)].map(match => match[1] ?? '');
  const fresh = recordedAnswers(task.home).slice(before);
  expect(fresh.map(({ item }) => item).slice(0, saved.length)).toEqual(saved);
  // One record may be on the disk although its program died before it could say so.
  expect(fresh.length - saved.length).toBeLessThanOrEqual(1);
  return saved.length;
};

const recordedAnswersIfAny = (home: string): number => {
  try {
    return recordedAnswers(home).length;
  } catch {
    return 0;
  }
};

/** Keys that are pressed again and again on screens. */
const KEYS: Readonly<Record<KilledSession, readonly string[]>> = {
  quiz: ['1', '\r', '\r'],
  cards: [' ', '3'],
  review: [' ', '3'],
  exam: ['1', 'n'],
};

/** @returns how many answers the screen had gone on from */
export const killScreen = async (session: KilledSession, task: KillTask): Promise<number> => {
  const before = recordedAnswersIfAny(task.home);
  const terminal = openTerminal(commandOf(session, task), { home: task.home });
  const screen = watchScreen(terminal);
  await screen.see(/ 1 of \d+/);
  const position = async (): Promise<number> => Number(/ (\d+) of \d+/.exec(await screen.text())?.[1] ?? 1);
  const wanted = 1 + task.random.int(8);
  const deadline = performance.now() + PATIENCE;
  for (let n = 0; (await position()) < wanted && performance.now() < deadline; n++) {
    const drawn = terminal.raw().length;
    terminal.send(KEYS[session][n % KEYS[session].length] ?? '');
    // A screen that lags would be given more answers than it has items.
    for (let waited = 0; terminal.raw().length === drawn && waited < 500; waited += 4) await sleep(4);
  }
  await sleep(task.random.int(30));
  terminal.kill('SIGKILL');
  await terminal.ended;
  const last = await position();
  const fresh = recordedAnswers(task.home).slice(before);
  const items = new Set(fresh.map(({ item }) => item));
  // Every question before the one that is shown was answered, or the screen would not have gone on.
  expect(items.size).toBeGreaterThanOrEqual(last - 1);
  return last - 1;
};

/** The next start finds everything, and nothing to complain about but torn lines. */
export const expectWholeHome = async ({ home, course }: KillTask): Promise<void> => {
  const answers = recordedAnswers(home);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
  const { code, stdout } = await runStudy(['doctor', '--json', '--course', course], { home });
  expect(code).toBe(0);
  expect(stdout).not.toContain('left out');
  const { stdout: exported } = await runStudy(['export', 'progress', '--jsonl', '--course', course], {
    home,
  });
  const ids = new Set(
    exported.split('\n').flatMap(line => (line === '' ? [] : [(JSON.parse(line) as Recorded).id])),
  );
  expect(answers.filter(({ id }) => !ids.has(id))).toEqual([]);
};
