import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventBody, ExamBody } from '../../../src/core/journal/event.ts';
import type { PaperQuestion } from '../../../src/core/journal/paper.ts';
import { textFingerprint } from '../../../src/core/course/keys.ts';
import type { MemoryJournal, TestClock } from '../../support/memory-journal.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import type { Item } from '../../../src/core/course/course.ts';
import { MOCK_ITEMS, mockBlueprint, mockCourse, runExam, said } from '../../support/run-exam.ts';

const folder = mkdtempSync(join(tmpdir(), 'study-exam-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const START = Date.parse('2026-11-21T10:00:00Z');
const SECOND = 1000;

const question = (item: string, domain: string, task: string, more: Partial<PaperQuestion> = {}) =>
  ({
    item,
    topic: domain === '1' ? 'sqs' : 'kms',
    section: 'limits',
    domain,
    task,
    scored: true,
    seed: null,
    question: 'f',
    stem: `Stem of ${item}?`,
    kind: 'single',
    options: [
      { text: 'good', correct: true, why: 'It is good.' },
      { text: 'bad', correct: false, why: 'It is bad.' },
    ],
    ...more,
  }) as PaperQuestion;

const PAPER: readonly PaperQuestion[] = [
  question('q1', '1', '1.1'),
  question('q2', '1', '1.1'),
  question('q3', '1', '1.2'),
  question('q4', '2', '2.1'),
  question('q5', '2', '2.1'),
  question('q6', '2', '2.1', { scored: false }),
];

interface Home {
  readonly journal: MemoryJournal;
  readonly clock: TestClock;
}

/** Starts a sitting of a paper by hand; gives what adds an act after so many seconds. */
const startPaper = (
  { journal, clock }: Home,
  questions: readonly PaperQuestion[],
  { aim = 60, title = 'Mock exam', domains = mockBlueprint().domains } = {},
) => {
  const { id, provisional, pass } = mockBlueprint();
  const started = journal.add('tiny', {
    type: 'exam-started',
    blueprint: {
      id,
      title,
      provisional,
      aim,
      minutes: 12,
      pass: pass === undefined ? null : { mark: pass.mark, scale: pass.scale ?? null, note: '' },
      domains,
    },
    bank: '1',
    seed: 3,
    questions,
    shortages: [],
    practice: false,
    minutes: 12,
    extra: 0,
    deadline: clock.at + 720 * SECOND,
  });
  let used = 0;
  type Act<T = ExamBody> = T extends { readonly sitting: string }
    ? Omit<T, 'sitting' | 'used' | 'ms'>
    : never;
  return (seconds: number, act: Act): void => {
    used += seconds * SECOND;
    clock.at += seconds * SECOND;
    journal.add('tiny', { ...act, sitting: started.id, used, ms: seconds * SECOND } as EventBody);
  };
};

const answer = (item: string, text: 'good' | 'bad', unsure = false) =>
  ({
    type: 'exam-answered',
    item,
    response: { kind: 'options', chosen: [textFingerprint(text)] },
    verdict: text === 'good' ? 'correct' : 'wrong',
    unsure,
  }) as const;
const move = (item: string) => ({ type: 'exam-moved', item }) as const;
const end = { type: 'exam-ended', reason: 'submitted', day: 20_778, ratings: [], model: 'm' } as const;

/** The sitting whose numbers are worked out below by hand. */
const sit = (home: Home, aim = 60): void => {
  const act = startPaper(home, PAPER, { aim });
  act(60, answer('q1', 'good'));
  act(0, move('q2'));
  act(90, answer('q2', 'bad'));
  act(30, answer('q2', 'good'));
  act(0, move('q3'));
  act(20, answer('q3', 'bad'));
  act(0, move('q4'));
  act(0, { type: 'exam-flagged', item: 'q4', value: true });
  act(200, answer('q4', 'good', true));
  act(0, move('q5'));
  act(10, move('q6'));
  act(20, answer('q6', 'good'));
  act(30, answer('q6', 'bad'));
  act(0, end);
};

let home: Home;
beforeEach(() => {
  const clock = testClock('2026-11-21T10:00:00Z');
  home = { clock, journal: memoryJournal(clock.now) };
});

const study = async (...words: readonly string[]): ReturnType<typeof runExam> =>
  runExam(['exam', ...words], { ...home, course: mockCourse() });

describe('the report of a sitting worked out by hand', () => {
  it('has these numbers', async () => {
    sit(home);
    const { stdout, code } = await study('--report', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      course: 'tiny',
      startedAt: START,
      endedAt: START + 460_000,
      reason: 'submitted',
      used: 460_000,
      // Scored: q1, q2 and q4 of q1 to q5. Wilson for 3 of 5: (0.6 + 0.384146 -+ 1.959964 x
      // sqrt((0.24 + 0.192073) / 5)) / 1.768292 = (0.984146 -+ 0.576160) / 1.768292.
      score: { correct: 3, questions: 5, share: 0.6 },
      unscored: { correct: 0, questions: 1 },
      reached: true,
      aimVerdict: 'unsure',
      domains: [
        {
          id: '1',
          correct: 2,
          questions: 3,
          tasks: [
            { id: '1.1', correct: 2, questions: 2 },
            { id: '1.2', correct: 0, questions: 1 },
          ],
        },
        { id: '2', correct: 1, questions: 2, tasks: [{ id: '2.1', correct: 1, questions: 2 }] },
      ],
      blank: 1,
      incomplete: 0,
      // 12 minutes for 6 questions; 60, 120, 20, 200, 10 and 50 seconds.
      pace: { allowed: 120_000, median: 55_000, longest: [4], rushed: [3], unused: 260_000 },
      changes: { changed: [2, 6], toRight: 1, toWrong: 1, even: 0 },
      flagged: [4],
      sureButWrong: [3, 6],
      unsureButRight: [4],
      questions: [
        { item: 'q1', ms: 60_000, answer: '1', key: '1', correct: true, changes: 0, note: 'sqs#limits' },
        { item: 'q2', ms: 120_000, answer: '1', correct: true, changes: 1 },
        { item: 'q3', ms: 20_000, answer: '2', verdict: 'wrong', correct: false },
        { item: 'q4', ms: 200_000, unsure: true, flagged: true, correct: true },
        { item: 'q5', ms: 10_000, answer: '', status: 'blank', verdict: null, correct: false },
        { item: 'q6', ms: 50_000, answer: '2', scored: false, correct: false, changes: 1 },
      ],
    });
    const { score, pace } = JSON.parse(stdout) as {
      score: { low: number; high: number };
      pace: { mean: number };
    };
    expect(score.low).toBeCloseTo(0.2307, 4);
    expect(score.high).toBeCloseTo(0.8824, 4);
    expect(pace.mean).toBeCloseTo(460_000 / 6, 6);
  });

  it('reads so', async () => {
    sit(home);
    const { stdout } = await study('--report');
    expect(stdout.split('\n1. q1\n')[0]).toBe(`\
Report: Mock exam
mock · taken on Sat 21 Nov, 10:00 · seed 3                  3 of 5  60 % (23-88)

  The aim of 60 % is reached, but 5 questions are too few to be sure. This is a
  raw percentage, not a scaled score. The real exam passes at 720 on a scale
  from 100 to 1000 that is not a percentage. In brackets: 95 % confidence
  interval. Handed in after 7 min 40 s, 4 min 20 s left.

  Build         2 of 3  67 % (21-94)    ▕██████▋   ▏  60 %
    1.1 Queues  2 of 2  100 % (34-100)
    1.2 Tables  0 of 1  0 % (0-79)
  Secure        1 of 2  50 % (9-91)     ▕█████     ▏  40 %
    2.1 Keys    1 of 2  50 % (9-91)
  Unscored, not counted: 0 of 1

Pace: 1:17 a question, median 0:55; the exam allows 2:00
Slowest: 4 (3:20)
Rushed: 3 (0:20): wrong in less than a quarter of the time
Changed: 2 (2, 6): 1 for the better, 1 for the worse, 0 neither
Wrong: 3, 5-6
Blank: 1
Flagged: 4
Wrong, not marked unsure: 3, 6
Unsure but right: 4

Next
  study quiz kms --weak  2 of 3 wrong; fixing it is worth about 30.0 points
  study notes kms#limits
  study quiz sqs --weak  1 of 3 wrong; fixing it is worth about 30.0 points
  study notes sqs#limits
`);
    expect(stdout).toContain(`
6. q6
wrong · changed 1 time · not scored · 0:50

  Stem of q6?

  1. good
  2. bad

  Your answer: 2
  Right answer: 1
  1 right: It is good.
  2 wrong: It is bad.
  Read more: study notes kms#limits
`);
  });

  it('cuts titles to what the figures leave, and never a figure', async () => {
    const domains = mockBlueprint().domains.map(domain => ({
      ...domain,
      title: `${domain.title} and everything that belongs to it in large and in small companies`,
    }));
    const paper = Array.from({ length: 24 }, (_, i) =>
      question(`q${i}`, i < 12 ? '1' : '2', i < 12 ? '1.1' : '2.1'),
    );
    const act = startPaper(home, paper, { domains });
    for (const { item } of paper) act(10, answer(item, 'good'));
    act(0, end);
    const { stdout } = await study('--report');
    const lines = stdout.split('\n').filter(line => /^ {2}\S.* \d+ %$/.test(line));
    expect(lines).toHaveLength(domains.length);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(80);
      expect(line).toMatch(/ \d+ of \d+ {2}\d+ % .*\(\d+-\d+\).* \d+ %$/);
    }
  });

  it('says the same as Markdown and as a page', async () => {
    sit(home);
    const { stdout: markdown } = await study('--markdown');
    expect(markdown).toContain('**3 of 5, 60 % (23-88)**');
    expect(markdown).toContain('| Build | 2 of 3 | 67 % (21-94) | 60 % |');
    expect(markdown).toContain('Your answer: none. Right answer: 1.');
    expect(markdown).toContain('- 1 **right**: It is good.');
    const { stdout: page } = await study('--html', '-');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('3 of 5 scored; 95 % interval 23-88 %');
    expect(page).toContain('6. q6');
    expect(page).not.toMatch(/<script|<link|src=/);
  });

  it('lists many rushed questions without their times', async () => {
    const act = startPaper(home, PAPER);
    for (const { item } of PAPER) {
      act(0, move(item));
      act(1, answer(item, 'bad'));
    }
    act(0, end);
    expect((await study('--report')).stdout).toContain(
      '\nRushed: 1-6: wrong in less than a quarter of the time\n',
    );
  });

  it('heads every column of the tables on the page', async () => {
    sit(home);
    const { stdout: page } = await study('--html', '-');
    const tables = page.match(/<table[\s\S]*?<\/table>/g) ?? [];
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const [head = '', ...rows] = table.match(/<tr>[\s\S]*?<\/tr>/g) ?? [];
      const heads = (head.match(/<th/g) ?? []).length + (head.match(/colspan="2"/g) ?? []).length;
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.match(/<t[hd]/g)).toHaveLength(heads);
    }
  });

  it('writes the page to a file, and asks before it replaces what is none of ours', async () => {
    sit(home);
    const file = join(folder, 'report.html');
    expect((await study('--html', file)).stdout).toBe(`Wrote ${file}\n`);
    expect(readFileSync(file, 'utf8')).toContain('</html>');
    writeFileSync(file, 'mine');
    expect(await study('--html', file)).toMatchObject({ code: 2 });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await study('--html', file, '--force')).toMatchObject({ code: 0 });
  });
});

describe('a report of a hostile course', () => {
  it('has no line that a word of the course begins', async () => {
    startPaper(home, PAPER, { title: 'saved everything' })(0, end);
    const { stdout } = await study('--report');
    expect(said(stdout).filter(line => line.startsWith('saved'))).toEqual([]);
    expect(said(stdout)[0]).toBe('Report: saved everything');
  });
});

describe('study exam --check', () => {
  it.each([
    [60, 0, 'reaches the aim of 60 %'],
    [61, 1, 'below the aim of 61 %'],
  ])('with an aim of %d and 3 of 5 exits with %d', async (aim, code, words) => {
    sit(home, aim);
    const result = await study('--check');
    expect(result.code).toBe(code);
    expect(result.stdout).toBe(`mock · Sat 21 Nov 2026, 10:00 · 3 of 5, 60 % (23-88): ${words}\n`);
    expect((await study('mock', '--check')).code).toBe(code);
    expect((await study('--check', '1')).code).toBe(code);
    const json = await study('--check', '--json');
    expect(json.code).toBe(code);
    expect(JSON.parse(json.stdout)).toMatchObject({ aim, reached: code === 0, score: { correct: 3 } });
  });

  it('judges the sitting that is sat where one is', async () => {
    const steps = ['1', '1', '1', '2', '2', ':end', 'yes'];
    const failed = await runExam(['exam', '--seed', '3', '--check'], { steps });
    expect(failed).toMatchObject({ code: 1, stderr: '' });
    const passed = await runExam(['exam', '--seed', '3', '--check'], {
      steps: [...steps.slice(0, 4), '1', ':end', 'yes'],
    });
    expect(passed).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('study exam --history', () => {
  it('compares sittings, and numbers them for --report', async () => {
    sit(home);
    home.clock.pass(60 * 24);
    const act = startPaper(home, PAPER);
    for (const { item } of PAPER) {
      act(0, move(item));
      act(10, answer(item, 'good'));
    }
    act(0, end);
    home.clock.pass(60);
    startPaper(home, PAPER);
    const { stdout } = await study('--history');
    expect(stdout).toBe(`\
Exams taken
1  Sat 21 Nov 10:00  mock           3 of 5  60 % (23-88)    7 min 40 s  handed in  seed 3
2  Sun 22 Nov 10:07  mock           5 of 5  100 % (57-100)       1 min  handed in  seed 3
3  Sun 22 Nov 11:08  mock  0 of 6 answered                         0 s  open       seed 3

mock: +40 points since the mock exam before; the intervals overlap, so it may be chance.
  Build: +33 points
  Secure: +50 points

A report again: study exam --report N
`);
    expect((await study('--report', '1')).stdout).toContain('3 of 5  60 %');
    expect((await study('--report', 'mock')).stdout).toContain('5 of 5  100 %');
    expect(await study('--report', '3')).toMatchObject({ code: 2 });
    const json = JSON.parse((await study('--history', '--json')).stdout) as { sittings: object[] };
    expect(json.sittings).toMatchObject([
      { number: 1, score: { correct: 3 } },
      { number: 2, score: { correct: 5 } },
      { number: 3, state: 'open', score: null },
    ]);
    home.clock.pass(1);
    sit(home);
    home.clock.pass(1);
    sit(home);
    expect((await study('--history')).stdout).toContain('\nmock: the same as the mock exam before.\n');
  });

  it('has nothing to compare before the first one', async () => {
    expect((await study('--history')).stdout).toBe('No exam has been sat yet. Start with: study exam\n');
  });
});

describe('study exam --list', () => {
  it('counts papers, and says which domain is short', async () => {
    const { stdout } = await study('--list');
    expect(stdout).toBe(
      'mock  5 questions  20 min  1.0 papers  0.0 of exam grade    yours\n\nmock: Mock exam\n',
    );
    expect(stdout).not.toContain('Exam-grade questions by task');
    const short = await runExam(['exam', '--list'], {
      course: mockCourse(undefined, { questions: { scored: 10, unscored: 0 } }),
    });
    expect(short.stdout).toContain('0.5 papers');
    expect(short.stdout).toContain('  mock Build: 3 of 6\n  mock Secure: 2 of 4');
    const json = JSON.parse((await study('--list', '--json')).stdout) as object;
    expect(json).toMatchObject({ exams: [{ id: 'mock', papers: 1, default: true }] });
  });
});

describe('a paper with questions in the form of the exam', () => {
  const course = mockCourse(
    MOCK_ITEMS.map((item, i) => (i < 2 ? ({ ...item, grade: 'exam' } as Item) : item)),
    { provisional: true, provisionalNote: 'the minutes are a guess' },
  );

  it('says how many there are: when it begins, printed, listed, in the report and as JSON', async () => {
    const sentence =
      '2 of 5 questions are exam grade: they have the form of the real exam; the others are drills.';
    const sat = await runExam(['exam', '--seed', '3'], { course, steps: ['1', ':end', 'yes'] });
    expect(sat.stdout).toContain(`  This exam is provisional: the minutes are a guess.\n  ${sentence}\n`);
    expect(sat.stdout.replaceAll(/\s+/g, ' ').split(sentence)).toHaveLength(3);
    const begun = await runExam(['exam', '--seed', '3', '--json'], { course, steps: [] });
    expect(said(begun.stdout).map(line => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ type: 'exam', examGrade: 2 }),
    );
    expect((await runExam(['exam', '--print', '--seed', '3'], { course })).stdout).toContain(
      ' · 2 exam grade\n',
    );
    const list = (await runExam(['exam', '--list'], { course })).stdout;
    expect(list).toContain('0.0 of exam grade');
    expect(list).toContain(
      'Exam-grade questions by task, of those one mock exam takes:\n  mock: 1.1 2/2, 1.2 0/1, 2.1 0/2\n',
    );
    const json = JSON.parse((await runExam(['exam', '--list', '--json'], { course })).stdout) as object;
    expect(json).toMatchObject({
      exams: [
        {
          examGrade: { questions: 2, papers: 0 },
          domains: [{ examGrade: 2, tasks: [{ id: '1.1', need: 2, examGrade: 2 }, {}] }, {}],
        },
      ],
    });
  });
});

describe('study exam --print', () => {
  it('writes the paper with its key apart, or one of them, and records nothing', async () => {
    const { stdout, journal } = await study('--print', '--seed', '3');
    const [paper = '', key = ''] = stdout.split('\n\n---\n\n');
    expect(paper).toMatch(
      /^# Mock exam\n\n5 questions · 20 min · seed 3\n\n## Question 1\n\nStem of three\?\n\n1\. right\n/,
    );
    expect(paper).not.toMatch(/Why|domain|scored/i);
    expect(key).toContain('| 1 | 1 | three | Build | yes |');
    expect(key).toContain('- 1 **right**: Why right.');
    expect(journal.events).toEqual([]);
    expect((await study('--print', '--seed', '3', '--no-key')).stdout).toBe(`${paper}\n`);
    expect((await study('--print', '--seed', '3', '--key')).stdout).toBe(key);
  });

  it('prints the paper that the same seed puts', async () => {
    const { stdout } = await study('--print', '--json', '--seed', '4', '--no-key');
    expect(stdout).not.toMatch(/"correct"|"why"|"scored"|"key"/);
    const { questions } = JSON.parse(stdout) as { questions: { item: string }[] };
    const sat = await runExam(['exam', '--seed', '4'], { steps: ['', '', '', ''] });
    const asked = said(sat.stdout).flatMap(line => /^Q \d\/5 (\S+)$/.exec(line)?.[1] ?? []);
    expect(asked).toEqual(questions.map(({ item }) => item));
  });
});
