import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCourse } from '../../src/app/check-course.ts';
import { ALL_RULES } from '../../src/core/check/rules.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { CourseFiles } from '../support/course-folder.ts';
import { FRONT, writeCourse } from '../support/course-folder.ts';

const TODAY = '2026-11-20';

const note = (text: string, front = FRONT): CourseFiles => ({ 'content/a/sqs.md': front + text });

const EXAM = `id: dva
title: Developer
questions: { scored: 2 }
minutes: 5
aim: 80
kinds: [single, multiple]
domains:
  - { id: '1', title: One, weight: 60, tasks: [{ id: '1.1', title: Task }] }
  - { id: '2', title: Two, weight: 40 }
sources: [https://example.com]
checked: 2026-11-20
`;

interface Fields {
  readonly id?: string;
  readonly kind?: string;
  readonly stem?: string;
  readonly rest?: string;
  readonly section?: string;
  readonly tasks?: string;
  readonly sources?: string;
  readonly checked?: string;
}

const OPTIONS = `options:
    - { text: aaaa, correct: true, why: x }
    - { text: bbbb, why: x }
    - { text: cccc, why: x }
    - { text: dddd, why: x }`;

const question = ({
  id = 'one',
  kind = 'single',
  stem = 'Which?',
  rest = OPTIONS,
  section = 'sqs#limits',
  tasks = "{ dva: ['1.1'] }",
  sources = '[https://example.com]',
  checked = TODAY,
}: Fields = {}): string => `- id: ${id}
  kind: ${kind}
  tasks: ${tasks}
  level: apply
  section: ${section}
  stem: ${JSON.stringify(stem)}
  ${rest}
  sources: ${sources}
  checked: ${checked}
`;

/** A course that has the section and the exam that {@link question} names. */
const bank = (...questions: readonly string[]): CourseFiles => ({
  ...note('## Limits\n\nText.\n'),
  'questions/a/sqs.yaml': questions.join(''),
  'questions/exams/dva.yaml': EXAM,
});

/** Questions whose keys stand where `place` says and are as long as `key` says; 20 of them. */
const twenty = (key: string, place: (i: number) => number): CourseFiles =>
  bank(
    ...Array.from({ length: 20 }, (_, i) =>
      question({
        id: `q${i}`,
        stem: `Question ${i}: ${`${['red', 'blue', 'green', 'black'][i % 4] ?? ''} ${i} `.repeat(4)}?`,
        rest: `options:\n${[0, 1, 2, 3]
          .map(n => `    - { text: ${n === place(i) ? key : `wrong ${n}`}, correct: ${n === place(i)}, why: x }`)
          .join('\n')}`,
      }),
    ),
  );

const template = (calculator: string, result: string, inputs: string, texts: string): string =>
  question({
    kind: 'numeric',
    rest: `calculator: ${calculator}\n  result: ${result}\n  ask: [value]\n  inputs: ${inputs}\n  texts: ["${texts}"]\n  why: x`,
  }).replace('stem: "Which?"\n  ', '');

const WORDS = 'A worker reads messages from a standard queue and some orders are processed twice in a row';

/** By rule: a course that breaks it, and one that comes close and does not. */
const CASES: Readonly<Record<string, readonly [bad: CourseFiles, good: CourseFiles]>> = {
  'file-too-large': [note('x'.repeat(2 * 1024 * 1024)), note('x'.repeat(1024 * 1024))],
  'not-utf8': [{ 'content/a/sqs.md': Buffer.from(`${FRONT}caf\xe9`, 'latin1') }, note('café')],
  'control-character': [note('a\u001b[31m'), note('a\tb')],
  'file-name': [{ 'content/a/SQS.md': FRONT }, { 'content/a/sqs-2.md': FRONT }],
  'misplaced-file': [{ 'content/sqs.md': FRONT }, note('')],
  'unknown-file': [{ 'content/a/sqs.txt': 'x' }, { 'content/a/README.md': 'x', 'content/a/x.png': 'x' }],
  'duplicate-topic': [
    { 'content/a/sqs.md': FRONT, 'content/b/sqs.md': FRONT },
    { 'content/a/sqs.md': FRONT, 'content/b/sns.md': FRONT },
  ],
  'yaml-syntax': [bank('- id: a: b\n'), bank("- id: 'a: b'\n")],
  'yaml-bounds': [bank('- &a [*a]\n'), bank('- &a []\n- *a\n')],
  'front-matter': [note('', ''), note('')],
  'missing-field': [bank(question().replace('kind: single', '')), bank(question())],
  incomplete: [bank(question().replace('level: apply', '')), bank(question())],
  'invalid-field': [bank(question({ kind: 'essay' })), bank(question())],
  'unknown-field': [bank(question({ rest: `${OPTIONS}\n  hint: x` })), bank(question())],
  'unclosed-fence': [note('```\nx\n'), note('```\nx\n```\n')],
  'top-heading': [note('# Title\n'), note('## Title\n')],
  'cards-not-last': [note('## Cards\n\n## More\n'), note('## More\n\n## Cards\n')],
  'card-outside-cards': [note('Q: a\nA: b\n'), note('```\nQ: a\nA: b\n```\n\nIn a line: Q: a\n')],
  'text-outside-cards': [note('## Cards\n\nText.\n'), note('Text.\n\n## Cards\n')],
  'card-without-answer': [note('## Cards\n\nQ: a\n'), note('## Cards\n\nQ: a\nA: b\n')],
  'answer-without-question': [note('## Cards\n\nA: b\n'), note('## Cards\n\nQ: a\nA: b\n')],
  'card-empty': [note('## Cards\n\nQ:\nA: b\n'), note('## Cards\n\nQ:\na\nA: b\n')],
  'card-too-long': [note(`## Cards\n\nQ: ${'x'.repeat(10_001)}\nA: b\n`), note('## Cards\n\nQ: x\nA: b\n')],
  'card-tag': [note('## Cards\n\nQ: a\nA: b\n  Q: c\n'), note('## Cards\n\nQ: a\nA: b\nWhy Q: c\n')],
  'card-id': [note('## Cards\n\nQ: a\nA: b ^my-id\n'), note('## Cards\n\nQ: a ^my-id\nA: b\n')],
  'cloze-without-deletion': [note('## Cards\n\nC: a [b](c)\n'), note('## Cards\n\nC: a [b]\n')],
  'cloze-brackets': [note('## Cards\n\nC: a [b [c]]\n'), note('## Cards\n\nC: a [b] \\[c\n')],
  'duplicate-id': [note('## Cards\n\nQ: a\nA: b\nQ: a\nA: c\n'), note('## Cards\n\nQ: a ^one\nA: b\nQ: a\nA: c\n')],
  'questions-without-note': [{ 'questions/a/sqs.yaml': question() }, bank(question())],
  'question-key': [bank(question({ rest: OPTIONS.replace('correct: true', 'correct: false') })), bank(question())],
  'template-text': [
    bank(template('dynamodb-rcu', 'rcu', '{ reads: { from: 1, to: 9 }, item-size: 4KB }', 'How many?')),
    bank(template('dynamodb-rcu', 'rcu', '{ reads: { from: 1, to: 9 }, item-size: 4KB }', '{reads} reads?')),
  ],
  rename: [
    { ...bank(), 'content/renames.yaml': 'a: b\nb: a\n' },
    { ...bank(), 'content/renames.yaml': 'a: b\n' },
  ],
  'more-problems': [note(`## Cards\n\n${'x\n\n'.repeat(201)}`), note(`## Cards\n\n${'x\n\n'.repeat(200)}`)],

  'unknown-section': [bank(question({ section: 'sqs#nowhere' })), bank(question())],
  'unknown-task': [bank(question({ tasks: "{ dva: ['1.9'] }" })), bank(question({ tasks: "{ dva: ['1', '2'] }" }))],
  'unknown-blueprint': [
    { ...bank(), 'content/course.yaml': 'id: a\ntitle: A\nblueprint: saa\n' },
    { ...bank(), 'content/course.yaml': 'id: a\ntitle: A\nblueprint: dva\n' },
  ],
  'unknown-calculator': [
    note('', FRONT.replace('title:', 'calculators: [constructor]\ntitle:')),
    note('', FRONT.replace('title:', 'calculators: [dynamodb-rcu]\ntitle:')),
  ],
  'template-calculator': [
    bank(template('dynamodb-rcu', 'constructor', '{ reads: { from: 1, to: 9 }, item-size: 4KB }', '{reads} reads?')),
    bank(template('dynamodb-rcu', 'rcu', '{ reads: { from: 1, to: 9 }, item-size: 4KB }', '{reads} reads?')),
  ],
  'dead-link': [note('## Limits\n\n[a](sns)\n'), note('## Limits\n\n[a](sqs) [b](sqs#limits) [c](#limits) `[d](sns)`\n')],
  'link-scheme': [note('[a](javascript:alert(1))\n'), note('[a](https://b.example) [c](mailto:d@e.example)\n')],
  'missing-image': [
    { ...note('![a](x.png)\n') },
    { ...note('![a](img/x.png) ![b](../b/y.png)\n'), 'content/a/img/x.png': 'x', 'content/b/y.png': 'x' },
  ],
  'reference-link': [note('[a][r]\n\n[r]: https://b.example\n'), note('[a](https://b.example)\n')],
  'missing-source': [bank(question({ sources: '[]' })), bank(question())],
  'missing-explanation': [bank(question({ rest: OPTIONS.replaceAll(', why: x', '') })), bank(question())],
  expired: [
    bank(question({ rest: `${OPTIONS}\n  expires: 2026-11-19` })),
    bank(question({ rest: `${OPTIONS}\n  expires: 2026-11-20` })),
  ],
  stale: [bank(question({ checked: '2025-11-01' })), bank(question({ checked: '2025-12-01' }))],
  'option-count': [
    bank(question({ rest: OPTIONS.replace(/\n.*dddd.*$/, '') })),
    bank(question(), question({ id: 'two', kind: 'multiple', rest: `${OPTIONS.replace('bbbb,', 'bbbb, correct: true,')}\n    - { text: eeee, why: x }` })),
  ],
  'duplicate-option': [bank(question({ rest: OPTIONS.replace('bbbb', 'AAAA') })), bank(question())],
  'forbidden-phrase': [
    bank(question({ stem: 'What now? Select TWO.' })),
    bank(question({ stem: 'Which option costs least? Users select two files.'.replace('select two', 'mark two') })),
  ],
  'negative-lead-in': [
    bank(question({ stem: 'A queue. Which is not a limit?' })),
    bank(question({ stem: 'It does not work. Which is NOT a limit, so that it is not lost?' })),
  ],
  'text-answer': [
    bank(question({ kind: 'text', rest: 'accept: [long polling, Long-Polling]\n  why: x' })),
    bank(question({ kind: 'text', rest: 'accept: [long polling, polling]\n  why: x' })),
  ],
  'key-longest': [twenty('by far the longest', i => i % 4), twenty('wrong', i => i % 4)],
  'key-position': [twenty('right', () => 1), twenty('right', i => i % 4)],
  'similar-stems': [
    bank(question({ stem: `${WORDS}. Why?` }), question({ id: 'two', stem: `${WORDS}! Why then?` })),
    bank(question({ stem: `${WORDS}. Why?` }), question({ id: 'two', stem: 'What is the longest time a message may wait in a queue before it is lost?' })),
  ],
  'blueprint-weights': [
    { ...bank(), 'questions/exams/dva.yaml': EXAM.replace('weight: 40', 'weight: 41') },
    bank(),
  ],
  'blueprint-tasks': [{ ...bank(), 'questions/exams/dva.yaml': EXAM.replace("id: '1.1'", "id: '1'") }, bank()],
};

/** Rules that need more than files of a certain content. */
const ELSEWHERE = new Set(['file-unreadable', 'link-outside', 'too-many-files', 'course-file']);

const check = async (
  files: CourseFiles,
  spoil: (folder: string) => void = () => undefined,
): Promise<readonly Problem[]> => {
  const folder = writeCourse(files);
  try {
    spoil(folder);
    return (await checkCourse({ folder, today: TODAY })).problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const rulesOf = (problems: readonly Problem[]): readonly string[] => problems.map(({ rule }) => rule);

describe('the rules of study check', () => {
  it.each(Object.entries(CASES))(
    '%s is found where it is broken, and only there',
    async (rule, [bad, good]) => {
      expect(rulesOf(await check(bad))).toContain(rule);
      expect(rulesOf(await check(good))).not.toContain(rule);
    },
  );

  it('find links, missing files and a missing course.yaml', async () => {
    const spoilt = await check(note(''), folder => {
      rmSync(join(folder, 'content/course.yaml'));
      symlinkSync('/etc/hostname', join(folder, 'content/a/out.md'));
      symlinkSync('nowhere', join(folder, 'content/a/gone.md'));
    });
    expect(rulesOf(spoilt)).toEqual(['file-unreadable', 'link-outside', 'course-file']);
    expect(rulesOf(await check(note('')))).toEqual([]);
  });

  it('all have a case here, a reason and a hint', () => {
    const cases = new Set([...Object.keys(CASES), ...ELSEWHERE]);
    expect([...ALL_RULES.keys()].filter(rule => !cases.has(rule))).toEqual([]);
    expect([...cases].filter(rule => !ALL_RULES.has(rule))).toEqual([]);
    for (const [rule, { why, hint }] of ALL_RULES) {
      expect(rule).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
      expect(why.length).toBeGreaterThan(15);
      expect(hint.length).toBeGreaterThan(10);
    }
  });

  it.each([
    ['dead-link', note('## A\n\nText.\n\nSee [x](nowhere).\n'), 'content/a/sqs.md', 10],
    ['missing-image', note('## Cards\n\nQ: a\nA: b\n![c](d.png)\n'), 'content/a/sqs.md', 10],
    ['missing-explanation', bank(question({ rest: OPTIONS.replace('cccc, why: x', 'cccc') })), 'questions/a/sqs.yaml', 10],
    ['expired', bank(question({ rest: `${OPTIONS}\n  expires: 2020-01-01` })), 'questions/a/sqs.yaml', 12],
    ['unknown-task', bank(question(), question({ id: 'two', tasks: "{ saa: ['1'] }" })), 'questions/a/sqs.yaml', 16],
    ['unknown-section', bank(question({ section: 'sqs#x' })), 'questions/a/sqs.yaml', 5],
    ['forbidden-phrase', bank(question({ rest: OPTIONS.replace('dddd, why: x', 'dddd, why: see option B') })), 'questions/a/sqs.yaml', 11],
    ['blueprint-weights', { ...bank(), 'questions/exams/dva.yaml': EXAM.replace('40', '50') }, 'questions/exams/dva.yaml', 7],
  ])('name the line of %s', async (rule, files, file, line) => {
    const found = (await check(files)).filter(problem => problem.rule === rule);
    expect(found.map(problem => [problem.file, problem.line])).toEqual([[file, line]]);
  });

  it.each([
    'all of the above',
    'None of these',
    'Both of the above.',
    'A and C',
    'both A and B',
  ])('do not let an option say %j', async text => {
    expect(rulesOf(await check(bank(question({ rest: OPTIONS.replace('bbbb', JSON.stringify(text)) }))))).toContain('forbidden-phrase');
  });

  it.each([
    'Option A-record in Route 53 fits.',
    'The first choice of many teams is SQS.',
    'Answer with a queue.',
    'An option a user has.',
  ])('let an explanation say %j', async text => {
    const files = bank(question({ rest: OPTIONS.replace('bbbb, why: x', `bbbb, why: ${JSON.stringify(text)}`) }));
    expect(rulesOf(await check(files))).toEqual([]);
  });
});

describe('the reach of a bank', () => {
  it('is counted by exam and domain, in papers without a repetition', async () => {
    const folder = writeCourse(
      bank(
        ...['a', 'b', 'c', 'd'].map(id => question({ id, tasks: "{ dva: ['1.1'] }" })),
        question({ id: 'e', tasks: "{ dva: ['1', '2'] }" }),
        question({ id: 'f', tasks: "{ dva: ['2'] }" }),
        question({ id: 'g', kind: 'true-false', rest: 'answer: true\n  why: x' }),
        question({ id: 'h', tasks: '{}' }),
      ),
    );
    const { coverage } = await checkCourse({ folder, today: TODAY });
    rmSync(folder, { recursive: true, force: true });
    expect(coverage).toEqual([
      {
        blueprint: 'dva',
        title: 'Developer',
        questions: 6,
        perPaper: 2,
        papers: 2,
        domains: [
          { id: '1', title: 'One', weight: 60, questions: 5, perPaper: 1 },
          { id: '2', title: 'Two', weight: 40, questions: 2, perPaper: 1 },
        ],
      },
    ]);
  });
});
