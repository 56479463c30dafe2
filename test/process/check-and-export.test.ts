import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURSE_FILE, FRONT, writeCourse } from '../support/course-folder.ts';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const base = makeTempDir('study-check');
const home = join(base, 'home');
const clean = join(base, 'clean');
const broken = join(base, 'broken');

const QUESTION = `- id: one
  kind: true-false
  tasks: { dva: ['1'] }
  level: recall
  section: sqs#limits
  stem: Is it so?
  answer: true
  why: It is.
  sources: [https://example.com]
  checked: 2026-11-20
`;
const EXAM =
  'id: dva\ntitle: Developer\nquestions: { scored: 1 }\nminutes: 1\naim: 80\nkinds: [true-false]\ndomains: [{ id: 1, title: One, weight: 100 }]\nsources: [https://example.com]\nchecked: 2026-11-20\n';
const NOTE = `${FRONT}## Limits\n\nText.\n\n## Cards\n\n### Limits\n\nQ: a ^card-a\nA: b\n`;

beforeAll(() => {
  mkdirSync(home, { recursive: true });
  const files = { 'questions/a/sqs.yaml': QUESTION, 'questions/exams/dva.yaml': EXAM };
  writeCourse({ ...files, 'content/a/sqs.md': NOTE }, clean);
  const strict = { 'content/course.yaml': `${COURSE_FILE}rules: strict\n` };
  writeCourse(
    { ...files, ...strict, 'content/a/sqs.md': `${NOTE}\n## More\n\n# Top\n[x](nowhere)\n` },
    broken,
  );
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('study check', () => {
  it('says that a course is in order, and ends with 0', async () => {
    const { code, stdout, stderr } = await runStudy(['check', clean], { home });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Test course: 1 note, 1 card, 1 question, 1 exam; no problems\n');
    expect(stdout).toContain('dva  Developer\n');
  });

  it('names every problem with file, line, rule and hint, and ends with 1', async () => {
    const { code, stdout, stderr } = await runStudy(['check'], { home, env: { STUDY_COURSE: broken } });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^content\/a\/sqs\.md:17 {2}error {2}cards-not-last {2}\S.+\n {4}\S/m);
    expect(stdout).toMatch(/^content\/a\/sqs\.md:20 {2}error {2}dead-link {2}/m);
    expect(stdout).toMatch(/; 2 errors, 1 warning\n$/);
  });

  it('prints one JSON value with --json', async () => {
    const { code, stdout } = await runStudy(['check', '--course', broken, '--json'], { home });
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(code).toBe(1);
    expect(report).toMatchObject({
      schema: 'study/1',
      course: 'test-course',
      ok: false,
      errors: 2,
      warnings: 1,
      notes: 1,
      cards: 1,
      questions: 1,
      blueprints: 1,
      coverage: [{ blueprint: 'dva', papers: 1 }],
    });
    expect(report['problems']).toContainEqual({
      rule: 'dead-link',
      severity: 'error',
      file: 'content/a/sqs.md',
      line: 20,
      message: 'The link "nowhere" names no topic of the course',
      hint: expect.any(String) as string,
    });
  });

  it('fails on warnings alone only under --strict', async () => {
    const warned = join(base, 'warned');
    writeCourse({ 'content/a/sqs.md': `${NOTE}`.replace('## Limits', '# Title\n\n## Limits') }, warned);
    expect((await runStudy(['check', warned], { home })).code).toBe(0);
    expect((await runStudy(['check', warned, '--strict'], { home })).code).toBe(1);
  });

  it('holds one rule where it is named, and knows no other', async () => {
    const one = await runStudy(['check', broken, '--rule', 'top-heading', '--json'], { home });
    expect(one.code).toBe(0);
    expect(JSON.parse(one.stdout)).toMatchObject({
      ok: true,
      errors: 0,
      warnings: 1,
      ignored: 0,
      own: { remarks: 0, cards: 0 },
      rules: [{ rule: 'top-heading', severity: 'warning', count: 1 }],
    });
    const none = await runStudy(['check', broken, '--rule', 'top-headin'], { home });
    expect([none.code, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('There is no rule "top-headin"');
    expect(none.stderr).toContain('Try: top-heading');
  });

  it('lists its rules', async () => {
    const { code, stdout } = await runStudy(['check', '--rules'], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^card-outside-cards {2}error\n {4}\S.+\n {4}\S/m);
    const json = JSON.parse((await runStudy(['check', '--rules', '--json'], { home })).stdout) as {
      rules: readonly object[];
    };
    expect(json.rules[0]).toEqual({
      id: expect.any(String) as string,
      severity: 'error',
      why: expect.any(String) as string,
      hint: expect.any(String) as string,
    });
  });

  it('says what is wrong with a folder that is no course, and ends with 3', async () => {
    for (const folder of [join(base, 'nowhere'), home]) {
      const { code, stdout, stderr } = await runStudy(['check', folder], { home });
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain(folder);
      expect(stderr).toContain('Try: ');
    }
  });

  it('finds no error in the shipped course', async () => {
    const { code, stdout } = await runStudy(['check', '--json'], { home });
    const { problems } = JSON.parse(stdout) as { problems: readonly { severity: string }[] };
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('study export', () => {
  it('prints the course as one JSON value with the fields of its files', async () => {
    const { code, stdout, stderr } = await runStudy(['export', 'course', '--json', '--course', clean], {
      home,
    });
    expect([code, stderr]).toEqual([0, '']);
    const course = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(course)).toEqual([
      'schema',
      'course',
      'title',
      'notes',
      'cards',
      'questions',
      'blueprints',
      'renames',
      'terms',
      'calculators',
    ]);
    expect(course).toMatchObject({
      schema: 'study/1',
      notes: [
        {
          id: 'sqs',
          title: 'Queues',
          area: 'a',
          path: 'content/a/sqs.md',
          exams: {},
          checked: '2026-11-20',
          sections: [{ id: 'limits', title: 'Limits', markdown: 'Text.' }],
        },
      ],
      cards: [{ id: 'card-a', topic: 'sqs', section: 'limits', kind: 'basic', front: 'a', back: 'b' }],
      questions: [
        {
          id: 'one',
          topic: 'sqs',
          path: 'questions/a/sqs.yaml',
          kind: 'true-false',
          tasks: { dva: ['1'] },
          level: 'recall',
          section: 'sqs#limits',
          stem: 'Is it so?',
          answer: true,
          why: 'It is.',
          sources: ['https://example.com'],
          checked: '2026-11-20',
        },
      ],
      blueprints: [{ id: 'dva', title: 'Developer', minutes: 1 }],
    });
    // The course names none.
    expect(course['calculators']).toEqual([]);
  });

  it('prints what can be read again as a course', async () => {
    const { stdout } = await runStudy(['export', 'course', '--json'], { home });
    const { questions } = JSON.parse(stdout) as { questions: readonly { id: string; path: string }[] };
    const again = join(base, 'again');
    const byPath = new Map<string, object[]>();
    for (const { path, ...question } of questions) byPath.set(path, [...(byPath.get(path) ?? []), question]);
    for (const [path, list] of byPath) {
      const bank = list.map(question => ({ ...question, topic: undefined }));
      writeCourse({ [path]: JSON.stringify(bank) }, again);
    }
    const second = await runStudy(['export', 'course', '--json', '--course', again], { home });
    expect((JSON.parse(second.stdout) as { questions: unknown }).questions).toEqual(questions);
  });

  it('prints the events of the journal, one a line, in order', async () => {
    const learner = join(base, 'learner');
    mkdirSync(learner);
    expect(await runStudy(['export', 'progress', '--jsonl'], { home: learner })).toMatchObject({
      code: 0,
      stdout: '',
    });
    await runStudy(['quiz', '-n', '1', '--plain', '--course', clean], { home: learner, input: 'true\n' });
    await runStudy(['cards', '-n', '1', '--plain', '--course', clean], { home: learner, input: '\n3\n' });
    const { code, stdout } = await runStudy(['export', 'progress', '--jsonl'], { home: learner });
    const events = stdout
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(events.map(({ v, course, type }) => [v, course, type])).toEqual([
      [1, 'test-course', 'answered'],
      [1, 'test-course', 'reviewed'],
    ]);
    expect(Number(events[0]?.['lc'])).toBeLessThan(Number(events[1]?.['lc']));
  });

  it('keeps control characters of a hostile journal as escapes', async () => {
    const learner = join(base, 'hostile');
    const journal = join(learner, 'journal');
    mkdirSync(journal, { recursive: true });
    const event = {
      v: 1,
      id: 'evil-1',
      lc: 1,
      at: 1,
      tz: 0,
      course: 'c',
      type: 'flagged',
      items: ['a'],
      value: true,
    };
    writeFileSync(
      join(journal, 'evil.jsonl'),
      `${JSON.stringify({ ...event, note: 'a\u009b31m\u202eb' })}\n`,
    );
    const { stdout } = await runStudy(['export', 'progress'], { home: learner });
    expect(stdout).toContain('a\\u009b31m\\u202eb');
    expect(JSON.parse(stdout)).toMatchObject({ note: 'a\u009b31m\u202eb' });
  });

  it.each([
    [['export'], 2],
    [['export', 'everything'], 2],
    [['export', 'course', '--jsonl'], 2],
  ])('refuses %j', async (args, expected) => {
    const { code, stdout, stderr } = await runStudy(args, { home });
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toMatch(/^study: \S/);
  });
});
