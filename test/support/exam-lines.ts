/** Exams by plain lines that the built program puts: their keys, their reports, and what a kill leaves of them. */
import { expect } from 'vitest';
import type { RunningStudy } from './run-study.ts';
import { runStudy, startStudy } from './run-study.ts';

interface KeyLine {
  readonly number: number;
  readonly item: string;
  readonly key: string;
  readonly scored: boolean;
}

/** The right answers of the paper that a seed draws. */
export const keyOf = async (
  home: string,
  exam: string,
  seed: number,
  course?: string,
): Promise<readonly KeyLine[]> => {
  const { code, stdout } = await runStudy(
    [
      'exam',
      exam,
      '--print',
      '--key',
      '--json',
      '--seed',
      String(seed),
      ...(course === undefined ? [] : ['--course', course]),
    ],
    { home },
  );
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { key: readonly KeyLine[] }).key;
};

interface Report {
  readonly reason: string;
  readonly seed: number;
  readonly score: { readonly correct: number; readonly questions: number };
  readonly questions: readonly {
    readonly item: string;
    readonly answer: string;
    readonly flagged: boolean;
  }[];
}

/** The report of the last exam of a home. */
export const reportOf = async (home: string, ...flags: readonly string[]): Promise<Report> => {
  const { stdout } = await runStudy(['exam', '--report', '--json', ...flags], { home });
  return JSON.parse(stdout) as Report;
};

interface Known {
  position: number;
  readonly answered: Set<number>;
  readonly flagged: Set<number>;
}

interface Typed {
  readonly act: 'answer' | 'flag' | 'go';
  readonly number: number;
}

interface Line {
  readonly type: string;
  readonly number?: number;
  readonly value?: boolean;
  readonly position?: number;
  readonly choose?: number;
  readonly kind?: string;
  readonly questions?: readonly {
    readonly number: number;
    readonly status: string;
    readonly flagged: boolean;
  }[];
}

const linesOf = (session: RunningStudy): readonly Line[] =>
  session
    .stdout()
    .split('\n')
    .slice(0, -1)
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line);

/** Numbers that repeat themselves from run to run. */
const makeChance = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
};

/**
 * Sits an exam whose program is killed again and again: each time it is resumed in the state that it had said, and at
 * the end it is scored so.
 */
export const killAndResume = async (home: string, rounds: number): Promise<void> => {
  const key = await keyOf(home, 'dva-c03', 3);
  const chance = makeChance(42);
  const known: Known = { position: 1, answered: new Set(), flagged: new Set() };
  const problems: string[] = [];
  let acts = 0;
  /** What was typed last, and perhaps not done before the kill. */
  const typed: { pending: Typed | null } = { pending: null };
  for (let run = 0; run <= rounds; run++) {
    const begins = run === 0 ? ['dva-c03', '--seed', '3'] : ['--resume'];
    const session = startStudy(['exam', ...begins, '--json', '--plain'], { home });
    session.type(':grid');
    await session.waitFor('"type":"grid"');
    const grid = linesOf(session).find(({ type }) => type === 'grid');
    const answered = new Set(
      grid?.questions?.flatMap(({ number, status }) => (status === 'answered' ? [number] : [])),
    );
    const flagged = new Set(grid?.questions?.flatMap(each => (each.flagged ? [each.number] : [])));
    // Whatever was said is so; what had only been typed may be so as well, and nothing else.
    const allowed = typed.pending;
    const mayDiffer = (act: string, number: number): boolean =>
      allowed?.act === act && allowed.number === number;
    for (let number = 1; number <= 65; number++) {
      if (
        answered.has(number) !== known.answered.has(number) &&
        !(answered.has(number) && mayDiffer('answer', number))
      )
        problems.push(`run ${run}: question ${number} answered ${answered.has(number)}`);
      if (flagged.has(number) !== known.flagged.has(number) && !mayDiffer('flag', number))
        problems.push(`run ${run}: question ${number} flagged ${flagged.has(number)}`);
    }
    const at = grid?.position ?? 0;
    const after =
      allowed?.act === 'answer'
        ? Math.min(65, allowed.number + 1)
        : allowed?.act === 'go'
          ? allowed.number
          : -1;
    if (at !== known.position && at !== after) problems.push(`run ${run}: at ${at}, not ${known.position}`);
    known.position = at;
    known.answered.clear();
    known.flagged.clear();
    for (const number of answered) known.answered.add(number);
    for (const number of flagged) known.flagged.add(number);
    typed.pending = null;
    if (run === rounds) {
      session.child.stdin.end();
      await session.ended;
      break;
    }

    // Acts as fast as they are done, until the kill comes.
    let seen = linesOf(session).length;
    const act = (): void => {
      const what = chance(10);
      // Never to where one is already: that puts nothing again.
      const number = what < 9 ? known.position : 1 + ((known.position + chance(64)) % 65);
      typed.pending = { act: what < 7 ? 'answer' : what < 9 ? 'flag' : 'go', number };
      if (session.child.stdin.writable)
        session.type(what < 7 ? (key[number - 1]?.key ?? '') : what < 9 ? ':flag' : `:go ${number}`);
    };
    const follow = (): void => {
      const lines = linesOf(session);
      let isDone = false;
      for (const line of lines.slice(seen)) {
        acts++;
        if (line.type === 'saved') known.answered.add(line.number ?? 0);
        if (line.type === 'moved') known.position = line.number ?? 0;
        if (line.type === 'flagged' && line.value === true) known.flagged.add(line.number ?? 0);
        if (line.type === 'flagged' && line.value === false) known.flagged.delete(line.number ?? 0);
        if (
          line.type === 'flagged' ||
          line.type === 'question' ||
          line.type === 'last' ||
          line.type === 'no-answer'
        )
          isDone = true;
      }
      seen = lines.length;
      if (isDone) act();
    };
    session.child.stdout.on('data', follow);
    const wanted = acts + (run % 6);
    const isReached = (): boolean => acts >= wanted;
    act();
    // None to five are done first, however slow the machine is.
    while (!isReached()) await new Promise(resolve => setTimeout(resolve, 1));
    await new Promise(resolve => setTimeout(resolve, chance(60)));
    session.kill('SIGKILL');
    await session.ended;
    session.child.stdout.off('data', follow);
    follow();
  }
  expect(problems).toEqual([]);
  expect(acts).toBeGreaterThan(2 * rounds);
  expect(known.answered.size).toBeGreaterThan(rounds / 3);
  const ended = await runStudy(['exam', '--end', '--force'], { home });
  expect(ended.code).toBe(0);
  const report = await reportOf(home);
  const right = key.filter(({ number, scored }) => scored && known.answered.has(number)).length;
  expect(report.score.correct).toBe(right);
  expect(report.questions.flatMap(({ flagged }, i) => (flagged ? [i + 1] : []))).toEqual(
    [...known.flagged].toSorted((a, b) => a - b),
  );
  expect((await runStudy(['doctor'], { home })).code).toBe(0);
};
