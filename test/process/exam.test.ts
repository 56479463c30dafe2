import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COURSE_FILE, FRONT, writeCourse } from '../support/course-folder.ts';
import type { RunningStudy } from '../support/run-study.ts';
import { cleanEnv, makeTempDir, ROOT, runStudy, startStudy } from '../support/run-study.ts';

let home = '';
beforeEach(() => {
  home = makeTempDir();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface KeyLine {
  readonly number: number;
  readonly item: string;
  readonly key: string;
  readonly scored: boolean;
}

/** The right answers of the paper that a seed draws. */
const keyOf = async (exam: string, seed: number, course?: string): Promise<readonly KeyLine[]> => {
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

const reportOf = async (...flags: readonly string[]): Promise<Report> => {
  const { stdout } = await runStudy(['exam', '--report', '--json', ...flags], { home });
  return JSON.parse(stdout) as Report;
};

describe('a whole exam by plain lines', () => {
  it('is drawn, sat and reported as it was answered', async () => {
    const key = await keyOf('dva-c03', 3);
    expect(key).toHaveLength(65);
    // Every seventh question is left blank, all others are right.
    const answers = key.map(({ key: answer }, i) => (i % 7 === 6 ? '' : answer));
    const right = key.filter(({ scored }, i) => scored && i % 7 !== 6).length;
    const sat = await runStudy(['exam', 'dva-c03', '--plain', '--seed', '3'], {
      home,
      input: [...answers, ':grid', ':end', 'yes'].map(line => `${line}\n`).join(''),
    });
    expect({ code: sat.code, stderr: sat.stderr }).toEqual({ code: 0, stderr: '' });
    expect([...sat.stdout.matchAll(/^Q (\d+)\/65 (\S+)$/gm)].map(match => match[2])).toEqual(
      key.map(({ item }) => item),
    );
    expect([...sat.stdout.matchAll(/^saved \S+$/gm)]).toHaveLength(65 - 9);
    expect([...sat.stdout.matchAll(/^skipped \S+$/gm)]).toHaveLength(9);
    expect(sat.stdout).toContain(`${right} of 50`);
    expect(sat.stdout).not.toMatch(/^(?:correct|wrong)/m);
    const report = await reportOf();
    expect(report).toMatchObject({ reason: 'submitted', seed: 3, score: { correct: right, questions: 50 } });

    // What it leaves is evidence: right answers are scheduled, blanks are not.
    const events = await runStudy(['export', 'progress', '--jsonl'], { home });
    const end = events.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { type: string; ratings?: object[] });
    expect(end.filter(({ type }) => type === 'exam-ended')).toHaveLength(1);
    expect(end.find(({ type }) => type === 'exam-ended')?.ratings).toHaveLength(65 - 9);
    expect((await runStudy(['today'], { home })).stdout).toContain(`Last exam dva-c03`);
  });

  it('takes its answers from a file, by npx too', async () => {
    const key = await keyOf('cab432', 3);
    const { status, stdout, stderr } = spawnSync(
      'npx',
      ['study', 'exam', 'cab432', '--plain', '--seed', '3'],
      {
        cwd: ROOT,
        env: { ...cleanEnv(home), npm_config_update_notifier: 'false' },
        input: [...key.map(({ key: answer }) => answer), ':end', 'yes'].map(line => `${line}\n`).join(''),
        encoding: 'utf8',
      },
    );
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('Exam: Cloud Computing, university unit (CAB432), 40 questions');
    expect(stdout).toContain('40 of 40  100 % (91-100)');
    expect(stdout).toContain('This exam is provisional');
  });

  it('answers for scripts: --check is 0 where the aim is reached and 1 below it', async () => {
    const key = await keyOf('cab432', 1);
    const sit = async (right: number): Promise<number> => {
      const lines = key.map(({ key: answer }, i) => (i < right ? answer : ''));
      const input = [...lines, ':end', 'yes'].map(line => `${line}\n`).join('');
      return (await runStudy(['exam', 'cab432', '--plain', '--seed', '1', '--check'], { home, input })).code;
    };
    // The aim is 85 % of 40.
    expect(await sit(34)).toBe(0);
    expect((await runStudy(['exam', '--check'], { home })).code).toBe(0);
    expect(await sit(33)).toBe(1);
    expect((await runStudy(['exam', '--check'], { home })).code).toBe(1);
    expect((await runStudy(['exam', '--check', '1'], { home })).code).toBe(0);
  });
});

describe('the time of an exam', () => {
  it('runs out while the program waits: twelve seconds, and nobody types a thing', async () => {
    const session = startStudy(
      ['exam', 'dva-c03', '--plain', '--seed', '3', '-n', '65', '--minutes', '0.2'],
      {
        home,
      },
    );
    await session.waitFor('Q 1/65');
    session.type(':flag');
    await session.waitFor(/^ended: the time is up/m);
    const { code, stdout, stderr } = await session.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replace(/\s+/g, ' ')).toContain('The time ran out after 12 s.');
    expect(await reportOf()).toMatchObject({ reason: 'time', used: 12_000, minutes: 0.2, blank: 65 });
  });
});

describe('an exam that is interrupted', () => {
  it('by Ctrl-C stays open, says how to go on, and exits with 130', async () => {
    const session = startStudy(['exam', 'dva-c03', '--plain', '--seed', '3'], { home });
    await session.waitFor('Q 1/65');
    session.kill('SIGINT');
    const { code, stdout } = await session.ended;
    expect(code).toBe(130);
    expect(stdout).toMatch(/^Resume with: study exam --resume --plain$/m);
    const again = await runStudy(['exam', '--resume', '--plain'], { home });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('resumed at question 1: ');
  });

  it('is not sat in two terminals at once, and the second says where the first is', async () => {
    const first = startStudy(['exam', 'dva-c03', '--plain', '--seed', '3'], { home });
    await first.waitFor('Q 1/65');
    const second = await runStudy(['exam', '--resume', '--plain'], { home });
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toContain(`process ${String(first.child.pid)}`);
    const other = await runStudy(['exam', 'dva-c03', '--plain'], { home });
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('An exam is open: dva-c03, question 1 of 65');
    first.child.stdin.end();
    expect((await first.ended).code).toBe(0);
    expect((await runStudy(['exam', '--resume', '--plain'], { home })).code).toBe(0);
  });

  it('goes on after the course was changed, with the questions that it began with', async () => {
    const bank = (word: string): string =>
      [1, 2]
        .map(
          n =>
            `- id: ${word}-${n}\n  kind: true-false\n  level: recall\n  tasks: { mock: ['1'] }\n  stem: Is ${word} ${n} so?\n  answer: true\n  why: Because.\n  sources: [https://example.com/q]\n  checked: 2026-11-20\n`,
        )
        .join('');
    const files = (word: string): Record<string, string> => ({
      'content/course.yaml': `${COURSE_FILE}blueprint: mock\n`,
      'content/area/queues.md': `${FRONT}\n## Queues\n\nText.\n`,
      'questions/area/queues.yaml': bank(word),
      'questions/exams/mock.yaml': `id: mock\ntitle: Mock\nquestions: { scored: 2, unscored: 0 }\nminutes: 20\naim: 80\nkinds: [true-false]\ndomains: [{ id: '1', title: All, weight: 100, tasks: [] }]\nsources: [https://example.com/q]\nchecked: 2026-11-20\n`,
    });
    const course = writeCourse(files('old'), join(home, 'course'));
    const run = (args: readonly string[], input: string) =>
      runStudy(['exam', ...args, '--plain', '--course', course], { home, input });
    const first = await run(['--seed', '1'], 'true\n');
    expect(first.stdout).toContain(`Resume with: study exam --resume --course ${course} --plain`);
    rmSync(course, { recursive: true });
    writeCourse(files('new'), course);
    const second = await run(['--resume'], 'true\n:end\nyes\n');
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toMatch(/^Q 2\/2 old-/m);
    expect(second.stdout).toContain('2 of 2  100 %');
  });
});

/** What is known of a sitting from what the program has said. */
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

describe('an exam that is killed with kill -9', () => {
  it('is resumed in the same state, 50 times out of 50', async () => {
    const key = await keyOf('dva-c03', 3);
    const chance = makeChance(42);
    const known: Known = { position: 1, answered: new Set(), flagged: new Set() };
    const problems: string[] = [];
    let acts = 0;
    /** What was typed last, and perhaps not done before the kill. */
    const typed: { pending: Typed | null } = { pending: null };
    for (let run = 0; run <= 50; run++) {
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
      if (run === 50) {
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
    expect(acts).toBeGreaterThan(100);
    expect(known.answered.size).toBeGreaterThan(20);
    const ended = await runStudy(['exam', '--end', '--force'], { home });
    expect(ended.code).toBe(0);
    const report = await reportOf();
    const right = key.filter(({ number, scored }) => scored && known.answered.has(number)).length;
    expect(report.score.correct).toBe(right);
    expect(report.questions.flatMap(({ flagged }, i) => (flagged ? [i + 1] : []))).toEqual(
      [...known.flagged].toSorted((a, b) => a - b),
    );
    expect((await runStudy(['doctor'], { home })).code).toBe(0);
  }, 120_000);
});
