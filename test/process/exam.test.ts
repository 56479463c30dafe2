import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COURSE_FILE, FRONT, writeCourse } from '../support/course-folder.ts';
import { keyOf, killAndResume, reportOf } from '../support/exam-lines.ts';
import { cleanEnv, makeTempDir, ROOT, runStudy, startStudy } from '../support/run-study.ts';

let home = '';
beforeEach(() => {
  home = makeTempDir();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('a whole exam by plain lines', () => {
  it('is drawn, sat and reported as it was answered', async () => {
    const key = await keyOf(home, 'dva-c03', 3);
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
    const report = await reportOf(home);
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
    const key = await keyOf(home, 'cab432', 3);
    const { status, stdout, stderr } = spawnSync(
      'npx',
      ['--no', '--', 'study', 'exam', 'cab432', '--plain', '--seed', '3'],
      {
        cwd: ROOT,
        env: { ...cleanEnv(home), npm_config_offline: 'true', npm_config_update_notifier: 'false' },
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
    const key = await keyOf(home, 'cab432', 1);
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
    expect(await reportOf(home)).toMatchObject({ reason: 'time', used: 12_000, minutes: 0.2, blank: 65 });
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
describe('an exam that is killed with kill -9', () => {
  it('is resumed in the same state, 6 times out of 6', async () => {
    await killAndResume(home, 6);
  });
});
