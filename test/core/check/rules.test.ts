import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCourse } from '../../../src/app/course/check-course.ts';
import { ALL_RULES, OPT_IN_RULES } from '../../../src/core/check/rules.ts';
import type { Problem } from '../../../src/core/course/problem.ts';
import type { CourseFiles } from '../../support/course-folder.ts';
import { COURSE_FILE, FRONT, writeCourse } from '../../support/course-folder.ts';

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

/** Notes of a strict course, each with links to others. */
const strictNotes = (links: Readonly<Record<string, readonly string[]>>): CourseFiles => ({
  'content/course.yaml': `${COURSE_FILE}rules: strict\n`,
  ...Object.fromEntries(
    Object.entries(links).map(([id, targets]) => [
      `content/a/${id}.md`,
      `${FRONT}## Related\n\n${targets.map(target => `[${target}](${target})`).join(' · ')}\n`,
    ]),
  ),
});

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
          .map(
            n => `    - { text: ${n === place(i) ? key : `wrong ${n}`}, correct: ${n === place(i)}, why: x }`,
          )
          .join('\n')}`,
      }),
    ),
  );

const template = (calculator: string, result: string, inputs: string, texts: string): string =>
  question({
    kind: 'numeric',
    rest: `calculator: ${calculator}\n  result: ${result}\n  ask: [value]\n  inputs: ${inputs}\n  texts: ["${texts}"]\n  why: x`,
  }).replace('stem: "Which?"\n  ', '');

const ownFormula = (answer: string): string =>
  question({
    kind: 'numeric',
    rest: `ask: [value]\n  inputs: { a: { from: 1, to: 9 } }\n  answer: '${answer}'\n  texts: ["Twice {a}?"]\n  why: x`,
  }).replace('stem: "Which?"\n  ', '');

const REASON = 'This reason has more than six words.';

const options = (...texts: readonly string[]): string =>
  `options:\n${texts
    .map(
      text =>
        `    - { text: ${JSON.stringify(text.replace('*', ''))}, correct: ${text.startsWith('*')}, why: ${REASON} }`,
    )
    .join('\n')}`;

const STEM =
  'A company runs a ticket shop on AWS Lambda functions behind Amazon API Gateway. During a sale the database has no connections left and many of the calls fail. The company must process every order while the customer waits. Which solution will meet these requirements?';
const CHOICES = [
  '*Create a proxy for the database and connect to it.',
  'Raise the number of connections in the parameter group.',
  'Reserve a hundred concurrent executions for the function.',
  'Send each order to a queue and answer at once.',
] as const;

/** A question in the form of the exam. */
const exam = (more: Fields & { readonly choices?: readonly string[] } = {}): string => {
  const { choices = CHOICES, ...fields } = more;
  return question({ stem: STEM, ...fields, rest: `grade: exam\n  ${options(...choices)}` });
};

const card = (front: string, back = 'An answer of some words'): string => `\nQ: ${front}\nA: ${back}\n`;
const cards = (...texts: readonly string[]): CourseFiles =>
  note(`## Limits\n\nText.\n\n## Cards\n\n### Limits\n${texts.join('')}`);
const order = (rest: string): string =>
  question({ kind: 'order', stem: 'Place the steps in the correct order.', rest });
const match = (rest: string): string =>
  question({ kind: 'match', stem: 'Match each service with what it does.', rest });
const style = (line: string): CourseFiles => ({
  ...note('## Limits\n\nIt shall work.\n'),
  'content/style.tsv': line,
});
const renames = (text: string): CourseFiles => ({ ...bank(question()), 'content/renames.yaml': text });
const withForm = (files: CourseFiles, form: string): CourseFiles => ({
  ...files,
  'questions/exams/dva.yaml': `${EXAM}${form}\n`,
});
const ignoring = (comment: string): CourseFiles =>
  bank(`# check-ignore ${comment}\n`, question({ stem: 'Which is BEST?' }));

const WORDS = 'A worker reads messages from a standard queue and some orders are processed twice in a row';

/** By rule: a course that breaks it, and one that comes close and does not. */
const CASES: Readonly<Record<string, readonly [bad: CourseFiles, good: CourseFiles]>> = {
  'file-too-large': [note('x'.repeat(2 * 1024 * 1024)), note('x'.repeat(1024 * 1024))],
  'not-utf8': [{ 'content/a/sqs.md': Buffer.from(`${FRONT}caf\xe9`, 'latin1') }, note('café')],
  'control-character': [note('a\u001b[31m'), note('a\tb')],
  'file-name': [{ 'content/a/SQS.md': FRONT }, { 'content/a/sqs-2.md': FRONT }],
  'misplaced-file': [{ 'content/sqs.md': FRONT }, note('')],
  'unknown-file': [{ 'content/a/sqs.txt': 'x' }, { 'content/a/README.md': 'x', 'content/a/x.png': 'x' }],
  'course-order': [
    { 'content/course.yaml': 'id: a\ntitle: A\norder: [a, b]\n', 'content/a/sqs.md': FRONT },
    { 'content/course.yaml': 'id: a\ntitle: A\norder: [a]\n', 'content/a/sqs.md': FRONT },
  ],
  'duplicate-topic': [
    { 'content/a/sqs.md': FRONT, 'content/b/sqs.md': FRONT },
    { 'content/a/sqs.md': FRONT, 'content/b/sns.md': FRONT },
  ],
  'yaml-syntax': [bank('- id: a: b\n'), bank("- id: 'a: b'\n")],
  'table-cells': [
    note('## Limits\n\n| a | b |\n|---|---|\n| `ps | grep` | c |\n'),
    note('## Limits\n\n| a | b |\n|---|---|\n| `ps \\| grep` | c |\n| d |\n'),
  ],
  'drawing-text': [
    note('## Way\n\n```text\nclient --> server\n```\n'),
    note(
      '## Way\n\n```text alt="A client asks a server."\nclient --> server\n```\n\n```bash\na --> b\n```\n',
    ),
  ],
  'yaml-comment': [bank('- id: a\n  stem: Order #1\n'), bank("- id: a # one\n  stem: 'Order #1'\n")],
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
  'duplicate-id': [
    note('## Cards\n\nQ: a\nA: b\nQ: a\nA: c\n'),
    note('## Cards\n\nQ: a ^one\nA: b\nQ: a\nA: c\n'),
  ],
  'questions-without-note': [{ 'questions/a/sqs.yaml': question() }, bank(question())],
  'question-key': [
    bank(question({ rest: OPTIONS.replace('correct: true', 'correct: false') })),
    bank(question()),
  ],
  'template-text': [
    bank(template('dynamodb-rcu', 'rcu', '{ reads: { from: 1, to: 9 }, item-size: 4KB }', 'How many?')),
    bank(template('dynamodb-rcu', 'rcu', '{ reads: { from: 1, to: 9 }, item-size: 4KB }', '{reads} reads?')),
  ],
  'template-formula': [bank(ownFormula('{a} * b')), bank(ownFormula('{a} * 2'))],
  'more-problems': [note(`## Cards\n\n${'x\n\n'.repeat(201)}`), note(`## Cards\n\n${'x\n\n'.repeat(200)}`)],

  'unknown-section': [bank(question({ section: 'sqs#nowhere' })), bank(question())],
  'unknown-task': [
    bank(question({ tasks: "{ dva: ['1.9'] }" })),
    bank(question({ tasks: "{ dva: ['1', '2'] }" })),
  ],
  'missing-tasks': [
    bank(question().replace(/ {2}tasks: .*\n/, '')),
    {
      'content/a/sqs.md': bank()['content/a/sqs.md'] ?? '',
      'questions/a/sqs.yaml': question().replace(/ {2}tasks: .*\n/, ''),
    },
  ],
  'unknown-blueprint': [
    { ...bank(), 'content/course.yaml': 'id: a\ntitle: A\nblueprint: saa\n' },
    { ...bank(), 'content/course.yaml': 'id: a\ntitle: A\nblueprint: dva\n' },
  ],
  'unknown-calculator': [
    note('', FRONT.replace('title:', 'calculators: [constructor]\ntitle:')),
    note('', FRONT.replace('title:', 'calculators: [dynamodb-rcu]\ntitle:')),
  ],
  'template-calculator': [
    bank(
      template(
        'dynamodb-rcu',
        'constructor',
        '{ reads: { from: 1, to: 9 }, item-size: 4KB }',
        '{reads} reads?',
      ),
    ),
    bank(template('dynamodb-rcu', 'rcu', '{ reads: { from: 1, to: 9 }, item-size: 4KB }', '{reads} reads?')),
  ],
  'dead-link': [
    note('## Limits\n\n[a](sns)\n'),
    note('## Limits\n\n[a](sqs) [b](sqs#limits) [c](#limits) `[d](sns)`\n'),
  ],
  'link-scheme': [
    note('[a](javascript:alert(1))\n'),
    note('[a](https://b.example) [c](mailto:d@e.example)\n'),
  ],
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
    bank(
      question(),
      question({
        id: 'two',
        kind: 'multiple',
        rest: `${OPTIONS.replace('bbbb,', 'bbbb, correct: true,')}\n    - { text: eeee, why: x }`,
      }),
    ),
  ],
  'duplicate-option': [bank(question({ rest: OPTIONS.replace('bbbb', 'AAAA') })), bank(question())],
  'forbidden-phrase': [
    bank(question({ stem: 'What now? Select TWO.' })),
    bank(
      question({
        stem: 'Which option costs least? Users select two files.'.replace('select two', 'mark two'),
      }),
    ),
  ],
  'negative-lead-in': [
    bank(question({ stem: 'A queue. Which is not a limit?' })),
    bank(question({ stem: 'It does not work. Which is NOT a limit, so that it is not lost?' })),
  ],
  'text-answer': [
    bank(question({ kind: 'text', rest: 'accept: [long polling, Long-Polling]\n  why: x' })),
    bank(question({ kind: 'text', rest: 'accept: [long polling, polling]\n  why: x' })),
  ],
  'exam-stem-length': [
    bank(exam({ stem: 'A company must choose. Which solution will meet these requirements?' })),
    bank(exam()),
  ],
  'exam-option-length': [
    bank(exam({ choices: ['*Use a proxy now.', ...CHOICES.slice(1)] })),
    withForm(
      bank(
        exam({
          choices: [
            '*Use a proxy, at once.',
            'Use a larger one.',
            'Use a reserved limit.',
            'Use a queue instead.',
          ],
        }),
      ),
      'form: { option: [1, 15] }',
    ),
  ],
  'exam-option-ratio': [
    bank(
      exam({
        choices: [
          ...CHOICES.slice(0, 3),
          'Send each order to a queue in the Region of the customer, and answer the customer from a second function.',
        ],
      }),
    ),
    bank(exam()),
  ],
  'exam-actor': [
    bank(
      exam({
        stem: STEM.replace('A company runs a', 'There is a').replaceAll(
          /company|functions|customer|AWS Lambda/g,
          'it',
        ),
      }),
    ),
    bank(exam()),
  ],
  'exam-requirement': [bank(exam({ stem: STEM.replace('must process', 'processes') })), bank(exam())],
  'exam-question-line': [bank(exam({ stem: STEM.replace(/Which.*/, 'And now?') })), bank(exam())],
  'exam-twin': [
    bank(exam(), exam({ id: 'two', stem: STEM.replace('ticket', 'coffee') })),
    bank(
      exam(),
      exam({
        id: 'two',
        stem: 'A museum stores photos of paintings in an Amazon S3 bucket that nobody reads after a month. The museum wants to keep them for ten years at the lowest price, and restores may take a day. Which storage class meets these needs?',
        choices: [
          '*Glacier Deep Archive, by a lifecycle rule after 30 days.',
          'Intelligent-Tiering, from the first day of each photo.',
          'Standard-Infrequent Access, by a rule after 30 days.',
          'One Zone-Infrequent Access, from the very first day.',
        ],
      }),
    ),
  ],
  'option-ratio': [
    bank(
      question({ rest: options('*a b', 'c d', 'e f', 'an option of many more words than the others have') }),
    ),
    bank(question({ rest: options('*a', 'c d', 'e f', 'five words are a name') })),
  ],
  'key-sticks-out': [
    bank(question({ rest: options('*a right option that is long', 'b', 'c', 'd') })),
    bank(question({ rest: options('*a right option', 'a wrong option', 'another one', 'one more') })),
  ],
  'multiple-length': [
    bank(question({ kind: 'multiple', rest: options('*long one', '*long two', 'b', 'c', 'd') })),
    bank(question({ kind: 'multiple', rest: options('*long one', '*a', 'b', 'c', 'd') })),
  ],
  'option-absolute': [
    bank(question({ rest: options('*It ends.', 'It never ends.', 'It waits.', 'It runs.') })),
    bank(question({ rest: options('*It never ends.', 'It never waits.', 'It waits.', 'It runs.') })),
  ],
  'option-none': [
    bank(question({ rest: options('*It ends.', 'Nothing happens.', 'It waits.', 'It runs.') })),
    bank(question({ rest: options('*It ends.', 'It does nothing.', 'It waits.', 'It runs.') })),
  ],
  'option-reason': [
    bank(question({ rest: options('*A queue', 'A topic, because it is fast', 'A stream', 'A bus') })),
    bank(
      question({
        rest: options('*A queue, because it is safe', 'A topic, because it is fast', 'A stream', 'A bus'),
      }),
    ),
  ],
  'option-stop': [
    bank(question({ rest: options('*It ends.', 'It starts.', 'It waits.', 'It runs') })),
    bank(question({ rest: options('*It ends.', 'It starts.', 'It waits.', 'It runs.') })),
  ],
  'style-word': [style('\\bshall\\b\tmust\twarning\n'), style('\\bshall\\b\tmust\toff\n')],
  'style-pattern': [style('(a+)+\tb\terror\n'), style('# (a+)+\n\n[ab]+c\tb\terror\n')],
  'vague-qualifier': [
    bank(question({ stem: 'Which is BEST?' })),
    bank(question({ stem: 'Which is the best-known, at the LEAST cost?' })),
  ],
  'stem-question': [
    bank(question({ stem: 'What is wrong, and what should be done?' })),
    bank(question({ stem: 'Somebody asks `why?`. What is lost?' })),
  ],
  'why-thin': [bank(question()), bank(question({ rest: options('*a', 'b', 'c', 'd') }))],
  'why-repeated': [
    bank(question({ rest: options('*a', 'b', 'c', 'd') })),
    bank(
      question({
        rest: ['a', 'b', 'c', 'd'].reduce(
          (text, letter) => text.replace(`why: ${REASON}`, `why: ${letter} ${REASON.slice(1)}`),
          options('*a', 'b', 'c', 'd'),
        ),
      }),
    ),
  ],
  'why-lines': [
    bank(order('steps: [{ text: a, why: first }, b]\n  why: x')),
    bank(
      order('steps: [{ text: a, why: first }, { text: b, why: then }]'),
      match('pairs: [{ left: a, right: b, why: x }, { left: c, right: d, why: y }]\n  decoys: [e]').replace(
        'id: one',
        'id: two',
      ),
    ),
  ],
  'true-false-tell': [
    bank(
      question({ kind: 'true-false', stem: 'A queue always keeps order.', rest: 'answer: false\n  why: x' }),
    ),
    bank(
      question({ kind: 'true-false', stem: 'A queue always keeps order.', rest: 'answer: true\n  why: x' }),
    ),
  ],
  'match-shared-word': [
    bank(
      match(
        'pairs: [{ left: a standard queue, right: a queue without order }, { left: b, right: c }]\n  decoys: [d]\n  why: x',
      ),
    ),
    bank(
      match(
        'pairs: [{ left: a standard one, right: a queue without order }, { left: b, right: c }]\n  decoys: [d]\n  why: x',
      ),
    ),
  ],
  'match-decoy': [
    bank(match('pairs: [{ left: a, right: b }, { left: c, right: d }]\n  why: x')),
    bank(match('pairs: [{ left: a, right: b }, { left: c, right: b }]\n  why: x')),
  ],
  'text-one-form': [
    bank(question({ kind: 'text', rest: 'accept: [AWS Lambda]\n  why: x' })),
    bank(
      question({ kind: 'text', rest: 'accept: [AWS Lambda, Lambda]\n  why: x' }),
      question({ id: 'two', kind: 'text', rest: 'accept: [WaitTimeSeconds]\n  why: x' }),
    ),
  ],
  'price-expires': [
    bank(question({ stem: 'A GB costs $0.10. How much is a TB?' })),
    bank(
      question({ stem: 'A GB costs $0.10. How much is a TB?', rest: `${OPTIONS}\n  expires: 2027-01-01` }),
    ),
  ],
  'cloze-deletions': [note('## Cards\n\nC: [a] b [c] d [e]\n'), note('## Cards\n\nC: [a] b [c] d\n')],
  'card-back': [cards(card('What?', 'word '.repeat(16))), cards(card('What?', 'word '.repeat(15)))],
  'card-self': [
    cards(card('What does a visibility timeout do?', 'A visibility timeout')),
    cards(card('What hides a message?', 'A visibility timeout')),
  ],
  'card-sibling': [
    cards(
      card('How long may a message wait in a queue?', 'fourteen days'),
      card('Why may a message wait in a queue for fourteen days?', 'so that nothing is lost'),
    ),
    cards(
      card('How long may a message wait in a queue?', 'fourteen days'),
      card('Why may a message wait in a queue?', 'so that nothing is lost'),
    ),
  ],
  'card-two-questions': [
    cards(card('What is a queue, and why is it used?')),
    cards(card('What is a queue and a topic?')),
  ],
  'card-yes-no': [
    cards(card('Is a queue a stream?', 'No, it is not.')),
    cards(card('Is a queue a stream?', 'It is a store of messages.')),
  ],
  'card-service': [
    cards(card('How long is the default?')),
    cards(card('How long does one of the queues wait?')),
  ],
  'twin-stem': [
    bank(question({ stem: STEM }), question({ id: 'two', stem: STEM.replace('ticket', 'coffee') })),
    bank(
      question({ stem: STEM }),
      question({
        id: 'two',
        stem: 'Which storage class keeps photos of paintings for ten years at the lowest price?',
      }),
    ),
  ],
  'blueprint-task-weights': [
    {
      ...bank(),
      'questions/exams/dva.yaml': EXAM.replace(
        'title: Task }',
        "title: Task, weight: 2 }, { id: '1.2', title: More }",
      ),
    },
    {
      ...bank(),
      'questions/exams/dva.yaml': EXAM.replace(
        'title: Task }',
        "title: Task, weight: 2 }, { id: '1.2', title: More, weight: 1 }",
      ),
    },
  ],
  'out-of-scope': [
    withForm(bank(question({ stem: 'Which of them is AppSync for?' })), 'out-of-scope: [AppSync]'),
    withForm(
      bank(
        question({ stem: 'Which of them is AppSync for?' }).replace(
          '  level:',
          '  exams-only: false\n  level:',
        ),
        question({ id: 'two', stem: 'Which one?', rest: OPTIONS.replace('bbbb', 'AppSync') }),
      ),
      'out-of-scope: [AppSync]',
    ),
  ],
  rename: [renames('a: b\nb: a\n'), renames('# moved\na: b\nb: one\n')],
  'rename-target': [renames('old: two\n'), renames('older: old\nold: one\n')],
  'rename-source': [
    { ...renames('one: two\n'), 'questions/a/sqs.yaml': question() + question({ id: 'two' }) },
    renames('old: one\n'),
  ],
  'ignore-comment': [ignoring('vague-qualifier'), ignoring('vague-qualifier: the source says BEST')],
  'ignore-unused': [
    ignoring('option-stop: there is none'),
    ignoring('vague-qualifier: the source says BEST'),
  ],
  'key-shortest': [twenty('it', i => i % 4), twenty('wrong 9', i => i % 4)],
  'key-longest': [twenty('by far the longest', i => i % 4), twenty('wrong 9', i => i % 4)],
  'key-position': [twenty('right', () => 1), twenty('right', i => i % 4)],
  'similar-stems': [
    bank(question({ stem: `${WORDS}. Why?` }), question({ id: 'two', stem: `${WORDS}! Why then?` })),
    bank(
      question({ stem: `${WORDS}. Why?` }),
      question({
        id: 'two',
        stem: 'What is the longest time a message may wait in a queue before it is lost?',
      }),
    ),
  ],
  'blueprint-weights': [
    { ...bank(), 'questions/exams/dva.yaml': EXAM.replace('weight: 40', 'weight: 41') },
    bank(),
  ],
  'blueprint-tasks': [
    { ...bank(), 'questions/exams/dva.yaml': EXAM.replace("id: '1.1'", "id: '1'") },
    bank(),
  ],
  'blueprint-supply': [
    bank(question()),
    {
      ...bank(question()),
      'questions/exams/dva.yaml': EXAM.replace('weight: 60', 'weight: 100')
        .replace('weight: 40', 'weight: 0')
        .replace(/scored: \d+/, 'scored: 1')
        .replace(/unscored: \d+/, 'unscored: 0'),
    },
  ],
  'reading-order': [
    {
      ...bank(),
      'questions/exams/dva.yaml': `${EXAM}reading:\n  - { title: One, topics: [{ topic: sqs, after: [sns] }] }\n`,
    },
    {
      ...bank(),
      'questions/exams/dva.yaml': `${EXAM}reading:\n  - { title: One, topics: [sqs] }\n`,
    },
  ],
  'glossary-term': [
    {
      ...note('## Limits\n\nText.\n'),
      'content/glossary.yaml': 'terms:\n  - { term: SQS, text: A queue., topic: sns }\n',
    },
    {
      ...note('## Limits\n\nText.\n'),
      'content/glossary.yaml': 'terms:\n  - { term: SQS, text: A queue., topic: sqs#limits }\n',
    },
  ],
  'bare-acronym': [
    {
      ...note('## Limits\n\nThe NLB has none.\n'),
      'content/glossary.yaml': 'terms:\n  - { term: SQS, text: A queue., topic: sqs }\n',
    },
    {
      ...note('## Limits\n\nThe SQS limits; an NLB (network load balancer), and 5 KB.\n'),
      'content/glossary.yaml':
        'terms:\n  - { term: SQS, text: A queue., topic: sqs }\nplain:\n  - { words: [KB], why: a unit }\n',
    },
  ],
  'related-notes': [
    strictNotes({ sqs: ['sns'], sns: ['sqs', 'kms'], kms: ['sqs', 'sns'], 'kms-keys': ['sqs', 'sns'] }),
    strictNotes({
      sqs: ['sns', 'kms-keys'],
      sns: ['sqs', 'kms'],
      kms: ['sqs', 'kms-keys'],
      'kms-keys': ['sqs', 'kms'],
    }),
  ],
  'empty-bank': [{ ...bank(), 'questions/a/sqs.yaml': '# none yet\n[]\n' }, bank(question())],
};

/** Rules that need more than files of a certain content. */
const ELSEWHERE = new Set([
  'file-unreadable',
  'link-inside',
  'link-outside',
  'too-many-files',
  'course-file',
  'own-gone',
  'own-copy',
  // Folders of notes: test/content/parse/folder.
  'foreign-bank',
  'link-unresolved',
  'not-shown',
  'note-properties',
  'topic-collision',
]);

const check = async (
  files: CourseFiles,
  spoil: (folder: string) => void = () => undefined,
  only: ReadonlySet<string> | null = null,
): Promise<readonly Problem[]> => {
  const folder = writeCourse(files);
  try {
    spoil(folder);
    return (await checkCourse({ folder, today: TODAY, only })).problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const rulesOf = (problems: readonly Problem[]): readonly string[] => problems.map(({ rule }) => rule);

describe('the rules of study check', () => {
  it.each(Object.entries(CASES))(
    '%s is found where it is broken, and only there',
    async (rule, [bad, good]) => {
      const only = OPT_IN_RULES.has(rule) ? new Set([rule]) : null;
      expect(rulesOf(await check(bad, undefined, only))).toContain(rule);
      expect(rulesOf(await check(good, undefined, only))).not.toContain(rule);
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
    [
      'missing-explanation',
      bank(question({ rest: OPTIONS.replace('cccc, why: x', 'cccc') })),
      'questions/a/sqs.yaml',
      10,
    ],
    ['expired', bank(question({ rest: `${OPTIONS}\n  expires: 2020-01-01` })), 'questions/a/sqs.yaml', 12],
    [
      'unknown-task',
      bank(question(), question({ id: 'two', tasks: "{ saa: ['1'] }" })),
      'questions/a/sqs.yaml',
      16,
    ],
    ['unknown-section', bank(question({ section: 'sqs#x' })), 'questions/a/sqs.yaml', 5],
    [
      'forbidden-phrase',
      bank(question({ rest: OPTIONS.replace('dddd, why: x', 'dddd, why: see option B') })),
      'questions/a/sqs.yaml',
      11,
    ],
    [
      'blueprint-weights',
      { ...bank(), 'questions/exams/dva.yaml': EXAM.replace('40', '50') },
      'questions/exams/dva.yaml',
      7,
    ],
  ])('name the line of %s', async (rule, files, file, line) => {
    const found = (await check(files)).filter(problem => problem.rule === rule);
    expect(found.map(problem => [problem.file, problem.line])).toEqual([[file, line]]);
  });

  it('say once that no option of a question has a reason, and by line which of them has none', async () => {
    const lines = async (rest: string): Promise<readonly (number | null)[]> =>
      (await check(bank(question({ rest }))))
        .filter(({ rule }) => rule === 'missing-explanation')
        .map(({ line }) => line);
    expect(await lines(OPTIONS.replaceAll(', why: x', ''))).toEqual([1]);
    expect(await lines(OPTIONS.replace('bbbb, why: x', 'bbbb').replace('dddd, why: x', 'dddd'))).toEqual([
      9, 11,
    ]);
  });

  it('let a finding stand for a question by a comment in it or above it, and for a file at its head', async () => {
    const best = (id: string, comment = ''): string =>
      question({ id, stem: `Which is BEST for ${id}?` }).replace('  kind:', `${comment}  kind:`);
    const comment = '# check-ignore vague-qualifier: it is what the source says\n';
    const found = async (...questions: readonly string[]): Promise<readonly string[]> =>
      (await check(bank(...questions)))
        .filter(({ rule }) => ['vague-qualifier', 'ignore-unused', 'ignore-comment'].includes(rule))
        .map(({ rule, line }) => `${line} ${rule}`);
    expect(await found(best('a'), best('b'), best('c'))).toHaveLength(3);
    expect(await found(best('a'), best('b', `  ${comment}`), best('c'))).toEqual([
      '1 vague-qualifier',
      '28 vague-qualifier',
    ]);
    expect(await found(best('a'), comment, best('b'), best('c'))).toEqual([
      '1 vague-qualifier',
      '28 vague-qualifier',
    ]);
    expect(await found(`${comment}\n`, best('a'), best('b'), best('c'))).toEqual([]);
    expect(await found(comment, best('a'), best('b'))).toEqual(['15 vague-qualifier']);
    expect(await found(best('a'), '# check-ignore unknown-field: no\n', best('b'))).toContain(
      '14 ignore-comment',
    );
    expect(await found(best('a'), '# check-ignore\n', best('b'))).toContain('14 ignore-comment');
  });

  it('let a finding stand for one card, named in the front matter of its note', async () => {
    const files = (comment: string): CourseFiles => {
      const long = 'word '.repeat(16);
      const text = `## Cards\n\nQ: One? ^first-card\nA: ${long}\nQ: Two? ^second-card\nA: ${long}\n`;
      return note(text, FRONT.replace('title:', `${comment}title:`));
    };
    const lines = async (comment: string): Promise<readonly number[]> =>
      (await check(files(comment))).filter(({ rule }) => rule === 'card-back').map(({ line }) => line);
    expect(await lines('')).toEqual([8, 10]);
    expect(await lines('# check-ignore card-back second-card: both ends are one fact\n')).toEqual([9]);
    expect(await lines('# check-ignore card-back: a deck of definitions\n')).toEqual([]);
  });

  it('take the words of the exam form from the exam that is named first', async () => {
    const files = bank(
      exam({
        stem: 'A company must keep photos for ten years and reads none of them. Which storage class meets this need?',
      }),
    );
    expect(rulesOf(await check(files))).toContain('exam-stem-length');
    expect(rulesOf(await check(withForm(files, 'form: { stem: [15, 60] }')))).not.toContain(
      'exam-stem-length',
    );
  });

  it('ask for the sentences of a publisher only where its exam asks nothing but choices', async () => {
    const files = bank(
      exam({ stem: STEM.replace('must process', 'processes').replace(/Which.*/, 'And now?') }),
    );
    const sentences = async (kinds: string): Promise<readonly string[]> =>
      rulesOf(
        await check({ ...files, 'questions/exams/dva.yaml': EXAM.replace('[single, multiple]', kinds) }),
      ).filter(rule => /^exam-(?:requirement|question-line)$/.test(rule));
    expect(await sentences('[single, multiple]')).toEqual(['exam-requirement', 'exam-question-line']);
    expect(await sentences('[single, multiple, order]')).toEqual([]);
  });

  it.each([
    ['Which purchasing option should the company choose?', true],
    ['Which purchase will save the company most?', true],
    ['Which responsibility is that of the company?', true],
    ['Which responsibilities are those of the company?', true],
    ['Which purchaser is meant?', false],
  ])('know the question line %j: %s', async (line, isKnown) => {
    const rules = rulesOf(await check(bank(exam({ stem: STEM.replace(/Which.*/, line) }))));
    expect(rules.includes('exam-question-line')).toBe(!isKnown);
  });

  it('read the texts of a template without the names of its inputs', async () => {
    const template = (text: string): CourseFiles => ({
      ...bank(
        question({
          kind: 'numeric',
          rest: `calculator: dynamodb-rcu
  result: rcu
  ask: [value]
  inputs:
    reads: { from: 10, to: 200, step: 10 }
    item-size: { choose: [1.5KB, 3KB] }
    consistency: strong
  texts:
    - ${text}
  why: The working.`,
        }).replace(/ {2}stem:.*\n/, ''),
      ),
      'content/style.tsv': '\\breads\\b\tlookups\twarning\n',
    });
    const found = async (text: string): Promise<readonly string[]> =>
      rulesOf(await check(template(text))).filter(rule => rule !== 'blueprint-supply');
    expect(await found('A table gets {reads} calls a second of {item-size}.')).toEqual([]);
    expect(await found('A table gets {reads} reads a second of {item-size}.')).toEqual(['style-word']);
  });

  it('name a pattern at the level error as an error', async () => {
    const problems = await check(style('\\bshall\\b\tmust\terror\n'));
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'style-word',
        severity: 'error',
        file: 'content/a/sqs.md',
        line: 8,
        message: '"shall": better "must"',
      }),
    );
  });

  it.each(['all of the above', 'None of these', 'Both of the above.', 'A and C', 'both A and B'])(
    'do not let an option say %j',
    async text => {
      expect(
        rulesOf(await check(bank(question({ rest: OPTIONS.replace('bbbb', JSON.stringify(text)) })))),
      ).toContain('forbidden-phrase');
    },
  );

  it.each([
    'Option A-record in Route 53 fits.',
    'The first choice of many teams is SQS.',
    'Answer with a queue.',
    'An option a user has.',
  ])('let an explanation say %j', async text => {
    const files = bank(
      question({ rest: OPTIONS.replace('bbbb, why: x', `bbbb, why: ${JSON.stringify(text)}`) }),
    );
    expect((await check(files)).filter(({ severity }) => severity === 'error')).toEqual([]);
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
        examGrade: { questions: 0, papers: 0 },
        domains: [
          {
            id: '1',
            title: 'One',
            weight: 60,
            questions: 5,
            perPaper: 1,
            tasks: [{ id: '1.1', title: 'Task', need: 1, have: 4, examGrade: 0 }],
          },
          { id: '2', title: 'Two', weight: 40, questions: 2, perPaper: 1, tasks: [] },
        ],
      },
    ]);
  });
});
