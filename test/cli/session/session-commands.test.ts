import { describe, expect, it } from 'vitest';
import type { CourseReader, Item } from '../../../src/core/course/course.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import type { SessionOptions, SessionResult } from '../../support/run-session.ts';
import { runSessionCommand } from '../../support/run-session.ts';
import {
  card,
  choice,
  match,
  numeric,
  order,
  text,
  tinyCourse,
  trueFalse,
} from '../../support/tiny-course.ts';

const one = card('sqs-range', 'sqs', 'How long is a message hidden by default?', '**30 seconds**.');
const two = card('sqs-retention', 'sqs', 'How long is a message kept by default?', '4 days.');
const single = choice('sqs-twice', ['*Raise it', 'Lower it', 'Leave it', 'Drop it'], {
  keepOrder: true,
  stem: 'Orders run twice. What helps?',
});
const several = choice('sqs-two', ['*a', '*b', 'c', 'd', 'e'], { keepOrder: true });

const run = (
  words: readonly string[],
  items: readonly Item[],
  options: Partial<SessionOptions> = {},
): Promise<SessionResult> => runSessionCommand(words, { course: tinyCourse({ items }), ...options });
/** What the program itself says: the lines that are not indented. */
const said = (stdout: string): readonly string[] => stdout.split('\n').filter(line => /^\S/.test(line));

describe('a review in plain lines', () => {
  it('follows the contract to the letter', async () => {
    const { code, stdout, stderr } = await run(['review'], [one, two], {
      lines: ['', '3', '', 'nine', '1', ':u', '', '4'],
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`\
Review: 0 due, 2 new. :? lists the commands.

Q 1/2 sqs-range

  How long is a message hidden by default?

  An empty line shows the answer.
  30 seconds.

1 again 1 min · 2 hard 6 min · 3 good 10 min · 4 easy 2026-11-29
saved sqs-range good next 2026-11-21T10:10

Q 2/2 sqs-retention

  How long is a message kept by default?

  An empty line shows the answer.
  4 days.

1 again 1 min · 2 hard 6 min · 3 good 10 min · 4 easy 2026-11-29
? 1 again, 2 hard, 3 good or 4 easy
saved sqs-retention again next 2026-11-21T10:01

Q 2/2 sqs-range

  How long is a message hidden by default?

  An empty line shows the answer.
undone sqs-retention

Q 2/2 sqs-retention

  How long is a message kept by default?

  An empty line shows the answer.
  4 days.

1 again 1 min · 2 hard 6 min · 3 good 10 min · 4 easy 2026-11-29
saved sqs-retention easy next 2026-11-29

Q 2/2 sqs-range

  How long is a message hidden by default?

  An empty line shows the answer.

Summary: 2 of 2 correct, 0 s
  sqs  2 of 2
Next: one comes back in 10 min
`);
  });

  it.each([
    ['without a limit', []],
    ['with one', ['-n', '5']],
  ])('counts what is left to begin, which never grows when an item is missed, %s', async (_, flags) => {
    const clock = testClock('2026-11-21T10:00:00Z');
    const three = card('sqs-size', 'sqs', 'How large is a message at most?', '1 MiB.');
    const missed = Array.from({ length: 7 }, () => ['', '1']).flat();
    const { stdout } = await run(['review', ...flags], [one, two, three], {
      clock,
      lines: ['', '1', '', '1', ':u', '', '3', ...missed],
    });
    const places = [...stdout.matchAll(/^Q (\d+)\/(\d+) /gm)].map(([, n, of]) => [Number(n), Number(of)]);
    expect(places.length).toBeGreaterThan(4);
    expect(places[0]).toEqual([1, 3]);
    const left = places.map(([n = 0, of = 0]) => of - n);
    // The one growth is the answer that was taken back.
    const growths = left.filter((each, i) => each > (left[i - 1] ?? each));
    expect(growths.length).toBeLessThanOrEqual(1);
    for (const [n = 0, of = 0] of places) expect([n <= of, of]).toEqual([true, 3]);
    expect(left.at(-1)).toBe(0);
  });

  it('says a date from a day on, and takes a rating by its word', async () => {
    const clock = testClock('2026-11-21T10:00:00Z');
    const journal = memoryJournal(clock.now);
    await run(['review'], [one], { journal, clock, lines: ['', 'Easy'] });
    clock.pass(60 * 24 * 10);
    const { stdout } = await run(['review'], [one], { journal, clock, lines: ['', '3'] });
    expect(said(stdout)[2]).toMatch(
      /^1 again 10 min · 2 hard \d{4}-\d\d-\d\d · 3 good \d{4}-\d\d-\d\d · 4 easy \d{4}-\d\d-\d\d$/,
    );
    expect(said(stdout)[3]).toMatch(/^saved sqs-range good next \d{4}-\d\d-\d\d$/);
  });

  it('says so when there is nothing to ask, and why', async () => {
    const clock = testClock('2026-11-21T10:00:00Z');
    const journal = memoryJournal(clock.now);
    await run(['review'], [one], { journal, clock, lines: ['', '4'] });
    const { code, stdout } = await run(['review'], [one], { journal, clock });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `\
  Nothing is due, and nothing is new.

Summary: nothing answered
Next: 1 due on Sun 29 Nov
`,
    });
    journal.add('tiny', { type: 'configured', settings: { newPerDay: 0 } });
    const limited = await run(['review'], [one, two], { journal, clock });
    expect(limited.stdout).toContain('The limit of the day is reached.');
  });
});

describe('a quiz in plain lines', () => {
  it('follows the contract to the letter', async () => {
    const { code, stdout, stderr } = await run(['quiz', '-n', '1', '--seed', '7'], [single], {
      lines: ['first', '2'],
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`\
Quiz: 1 question, seed 7. :? lists the commands.

Q 1/1 sqs-twice

  Orders run twice. What helps?

  1. Raise it
  2. Lower it
  3. Leave it
  4. Drop it

  Answer: a number from 1 to 4.
? a number from 1 to 4
wrong
  You chose 2.
  1 right: Why Raise it.
  2 wrong: Why Lower it.
  3 wrong: Why Leave it.
  4 wrong: Why Drop it.
  Read more: study notes sqs#limits
  Source: https://example.org/limits
saved sqs-twice

Summary: 0 of 1 correct, 0 s
  sqs  0 of 1
Next: 1 due on Wed 25 Nov
Practice what you missed: study quiz sqs --weak
`);
  });

  it.each([
    [several, '1,2', 'correct'],
    [several, '1,3', 'wrong 1 of 2'],
    [several, '3,4', 'wrong'],
    [trueFalse('tf', true), 'true', 'correct'],
    [numeric('n', '24', 'RCU'), '24 RCU', 'correct'],
    [numeric('n', '24', 'RCU'), '25', 'wrong'],
    [order('o', ['first', 'second']), '2 1', 'correct'],
    [
      match('m', [
        ['a side', 'one'],
        ['b side', 'two'],
      ]),
      'a=2 b=1',
      'correct',
    ],
    [
      match('m', [
        ['a side', 'one'],
        ['b side', 'two'],
      ]),
      'a=1 b=1',
      'wrong 1 of 2',
    ],
    [text('t', ['Visibility timeout']), 'visiblity timeout', 'correct'],
  ])('%j answered with "%s" begins with "%s"', async (question, line, verdict) => {
    const { stdout } = await run(['quiz'], [question], { lines: [line] });
    const [, , outcome, saved, summary] = said(stdout);
    expect([outcome, saved]).toEqual([verdict, `saved ${question.key}`]);
    expect(summary).toMatch(/^Summary/);
  });

  it('says how many to choose, and takes a typo with a word about it', async () => {
    expect((await run(['quiz'], [several])).stdout).toContain(
      '  Select TWO. Answer: two different numbers from 1 to 5, such as 1,3.\n',
    );
    const { stdout } = await run(['quiz'], [text('t', ['Visibility timeout'])], {
      lines: ['visiblity timeout'],
    });
    expect(stdout).toContain('correct\n  accepted with a typo: Visibility timeout\n');
  });

  it('goes on after an empty line, which skips', async () => {
    const { stdout, journal } = await run(['quiz'], [single, several], { lines: ['', ''] });
    expect(said(stdout).filter(line => line.startsWith('skipped '))).toHaveLength(2);
    expect(stdout).toContain('Summary: nothing answered, 2 skipped');
    expect(journal.events).toEqual([]);
  });

  it('lets the seed alone decide when it is given', async () => {
    const items = Array.from({ length: 20 }, (_, i) => choice(`q${i}`));
    const clock = testClock('2026-11-21T10:00:00Z');
    const journal = memoryJournal(clock.now);
    const quiz = (): Promise<SessionResult> =>
      run(['quiz', '-n', '5', '--seed', '7'], items, { journal, clock, lines: ['1', '1', '1', '1', '1'] });
    const asked = async (): Promise<readonly string[]> =>
      said((await quiz()).stdout).filter(line => line.startsWith('Q '));
    expect(await asked()).toEqual(await asked());
    const other = await run(['quiz', '-n', '5', '--seed', '8'], items);
    expect(said(other.stdout)).not.toContain((await asked())[0]);
  });
});

describe('what begins with a colon', () => {
  it('is a command and never an answer', async () => {
    const lines = [
      ':?',
      ':nonsense',
      ':u',
      ':unsure',
      ':unsure',
      ':flag the second is right too',
      ':flag',
      ':note',
      ':bury',
      ':suspend',
      ':skip',
      ':q',
      '1',
    ];
    const items = [single, several, trueFalse('a', true), trueFalse('b', true)];
    const { code, stdout, journal } = await run(['quiz', '--seed', '1'], items, { lines });
    expect(code).toBe(0);
    expect(said(stdout).filter(line => !line.startsWith('Q '))).toEqual([
      'Quiz: 4 questions, seed 1. :? lists the commands.',
      '? :? lists the commands; :nonsense is none; \\:nonsense is an answer that begins with a colon',
      'nothing to undo',
      'unsure',
      'sure',
      expect.stringMatching(/^flagged /),
      expect.stringMatching(/^unflagged /),
      expect.stringMatching(/^buried /),
      expect.stringMatching(/^suspended /),
      expect.stringMatching(/^skipped /),
      'Summary: nothing answered, 1 skipped',
    ]);
    expect(stdout).toContain('  :suspend  suspend until you bring it back');
    expect(stdout).toContain('  Limits\n\n  The limits.\n');
    expect(journal.events).toMatchObject([
      { type: 'flagged', value: true, note: 'the second is right too' },
      { type: 'flagged', value: false, note: '' },
      { type: 'buried', value: true },
      { type: 'suspended', value: true },
    ]);
  });

  it('tells the answer of a card that the learner does not know, and counts it as again', async () => {
    const { stdout, journal } = await run(['cards'], [one, single], { lines: [':dunno', ':q'] });
    expect(stdout).toMatch(/^saved \S+ again/m);
    expect(journal.events).toMatchObject([{ type: 'reviewed', ratings: [{ rating: 'again' }] }]);
    const question = await run(['quiz'], [single], { lines: [':dunno', ':q'] });
    expect(question.stdout).toContain('? :dunno is for cards; :skip leaves a question');
  });

  it('says where a card is rated when it is called unsure', async () => {
    const { stdout } = await run(['cards'], [one], { lines: [':unsure', 'x'] });
    expect(said(stdout).filter(line => line.startsWith('?'))).toEqual([
      '? a card is rated after its answer: 2 hard says that you were unsure',
      '? an empty line shows the answer',
    ]);
  });
});

describe(':edit', () => {
  const own = (items: readonly Item[]): CourseReader => tinyCourse({ items, origin: 'folder' });

  it('says how to get a copy of the shipped course', async () => {
    const { stdout } = await run(['cards'], [one], { lines: [':edit'] });
    expect(stdout).toContain(
      'The shipped course is not edited in place (content/area/sqs.md:1). To edit it, copy',
    );
  });

  it('says where the file is without a terminal, or without an editor', async () => {
    const course = own([one]);
    const piped = await runSessionCommand(['cards'], { course, lines: [':edit'], env: { EDITOR: 'false' } });
    expect(piped.stdout).toContain('  It stands in /courses/tiny/content/area/sqs.md:1\n');
    const bare = await runSessionCommand(['--plain', 'cards'], { course, lines: [':edit'], terminal: true });
    expect(bare.stdout).toContain('Set EDITOR to open it from here.');
    const missing = await runSessionCommand(['--plain', 'cards'], {
      course,
      lines: [':edit'],
      terminal: true,
      env: { VISUAL: '/no/such/editor --wait' },
    });
    expect(missing.stdout).toContain('/no/such/editor could not be started');
  });

  it('starts the editor in a terminal and asks the item as it is now, with its progress', async () => {
    const before = card('sqs~1-old', 'sqs', 'How long is a mesage hidden by default?');
    const after = card('sqs~1-new', 'sqs', 'How long is a message hidden by default?');
    const clock = testClock('2026-11-21T10:00:00Z');
    const journal = memoryJournal(clock.now);
    const course = own([before]);
    await runSessionCommand(['cards'], { course, journal, clock, lines: ['', '3'] });
    const { stdout } = await runSessionCommand(['--plain', 'cards'], {
      course,
      edited: own([after]),
      journal,
      clock,
      terminal: true,
      env: { EDITOR: 'true' },
      lines: [':edit', '', '1'],
    });
    expect(stdout).toContain('relinked sqs~1-old sqs~1-new: the card was edited, its progress stays\n');
    expect(stdout).toContain('Q 1/1 sqs~1-new\n\n  How long is a message hidden by default?');
    expect(stdout).toContain('saved sqs~1-new again next 2026-11-21T10:10\n');
    expect(journal.progress('tiny').items.get('sqs~1-new')?.firstDay).toBe(20778);
  });
});

describe('relinking', () => {
  it('is told once, at the start of the next session', async () => {
    const clock = testClock('2026-11-21T10:00:00Z');
    const journal = memoryJournal(clock.now);
    const before = card('sqs~1-old', 'sqs', 'How long is a mesage hidden by default?');
    const after = card('sqs~1-new', 'sqs', 'How long is a message hidden by default?');
    await run(['review'], [before], { journal, clock, lines: ['', '4'] });
    const first = await run(['review'], [after], { journal, clock });
    const second = await run(['review'], [after], { journal, clock });
    expect(first.stdout).toContain('relinked sqs~1-old sqs~1-new');
    expect(second.stdout).not.toContain('relinked');
    expect(journal.progress('tiny').items.get('sqs~1-new')?.state).toBe('review');
  });
});

describe('the input', () => {
  it('may come in pieces, with either line end, and end without one', async () => {
    const pieces = await run(['quiz', '--seed', '1'], [single], { chunks: ['fi', 'rst\r\n', '2'] });
    const lines = await run(['quiz', '--seed', '1'], [single], { lines: ['first', '2'] });
    expect(pieces.stdout).toBe(lines.stdout);
    expect(pieces.stdout).toContain('saved sqs-twice');
  });

  it('is asked for with a prompt in a terminal only', async () => {
    const piped = await run(['quiz', '--seed', '1'], [single], { lines: ['2'] });
    const typed = await run(['--plain', 'quiz', '--seed', '1'], [single], { lines: ['2'], terminal: true });
    expect(typed.stdout.replace('> wrong', 'wrong')).toBe(piped.stdout);
    expect(typed.stdout).toContain('\n> wrong');
  });

  it('is refused by --no-input, with 2', async () => {
    const { code, stderr, stdout } = await run(['quiz', '--no-input'], [single], { lines: ['1'] });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--no-input');
  });
});

describe('a disk that fails', () => {
  it('stops the session before its first question with 3', async () => {
    const journal = memoryJournal(() => 0);
    journal.disk = 'read-only';
    for (const command of ['review', 'cards', 'quiz']) {
      const { code, stdout } = await run([command], [one, single], { journal, lines: ['1'] });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    }
  });

  it('is said with the item kept, and 3', async () => {
    const journal = memoryJournal(() => Date.parse('2026-11-21T10:00:00Z'));
    journal.disk = 'full';
    const { code, stdout, stderr } = await run(['quiz'], [single], { journal, lines: ['1', '1'] });
    expect(code).toBe(3);
    expect(said(stdout).slice(2)).toEqual(['not saved: the disk is full', 'Summary: nothing answered']);
    expect(stderr).toContain('Not saved: the disk is full');
    expect(stdout).not.toContain('correct\n');
  });
});

describe('with --json', () => {
  const parse = (stdout: string): readonly Record<string, unknown>[] =>
    stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>);

  it('a session prints one object a line, each with schema and type', async () => {
    const lines = [':?', ':note', '', '3', ':unsure', 'x', '2', ':q'];
    const { code, stdout, stderr } = await run(['review', '--json'], [one, single, several], { lines });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const objects = parse(stdout);
    expect(objects.every(({ schema }) => schema === 'study/1')).toBe(true);
    expect(objects.map(({ type }) => type)).toEqual([
      'session',
      'card',
      'help',
      'note',
      'revealed',
      'saved',
      'question',
      'unsure',
      'no-answer',
      'graded',
      'saved',
      'question',
      'summary',
    ]);
    expect(objects[0]).toMatchObject({ mode: 'review', course: 'tiny', items: 3, fresh: 3, due: 0 });
    expect(objects[1]).toMatchObject({ number: 1, total: 3, item: 'sqs-range', text: one.front });
    expect(objects[4]).toMatchObject({
      text: '**30 seconds**.',
      ratings: [
        { number: 1, rating: 'again', next: '2026-11-21T10:01' },
        {},
        {},
        { rating: 'easy', next: '2026-11-29' },
      ],
    });
    expect(objects[5]).toMatchObject({ item: 'sqs-range', rating: 'good', next: '2026-11-21T10:10' });
    expect(objects[6]).toMatchObject({
      kind: 'single',
      options: [{ number: 1, text: 'Raise it' }, {}, {}, {}],
      choose: 1,
    });
    expect(objects[9]).toMatchObject({ verdict: 'wrong', rating: 'again', answer: '1', note: 'sqs#limits' });
    expect(objects.at(-1)).toMatchObject({ answers: 2, correct: 1, train: 'study quiz sqs --weak' });
  });

  it('an answer that is not saved is an object, then the error is one', async () => {
    const journal = memoryJournal(() => Date.parse('2026-11-21T10:00:00Z'));
    journal.disk = 'full';
    const { code, stdout, stderr } = await run(['quiz', '--json'], [single], { journal, lines: ['1'] });
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    const objects = parse(stdout);
    expect(objects.map(({ type }) => type)).toEqual([
      'session',
      'question',
      'not-saved',
      'summary',
      undefined,
    ]);
    expect(objects.at(-1)).toMatchObject({ error: { code: 'not-saved' } });
  });
});

describe('flags that are wrong', () => {
  const course = tinyCourse({
    items: [one, single],
    names: new Map([
      ['sqs', { title: 'Amazon SQS', area: 'integration', aliases: ['simple-queue-service'] }],
    ]),
  });
  it.each([
    [['quiz', 'sqss'], 'There is no topic "sqss"', 'sqs'],
    [['quiz', '--kind', 'singel'], '"singel" is none of single, multiple', 'study quiz --help'],
    [['quiz', '--kind', 'singel'], 'Did you mean single?', 'study quiz --help'],
    [['quiz', '--level', 'aply'], 'Did you mean apply?', 'study quiz --help'],
    [['quiz', '--exam', 'dva'], 'There is no exam "dva"', 'leave out --exam'],
    [['quiz', '-n', '0'], 'whole number from 1 to 9999', 'study quiz --help'],
    [['quiz', '-n', 'many'], 'many', 'study quiz --help'],
    [['quiz', '--seed', '-1'], 'whole number', 'study quiz --help'],
    [['review', '--minutes', '1.5'], 'whole number', 'study review --help'],
    [['cards', '--seed', '4294967296'], 'whole number', 'study cards --help'],
  ])('%j', async (words, wrong, advice) => {
    const { code, stdout, stderr } = await runSessionCommand(words, { course });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(wrong);
    expect(stderr.split('\n').find(line => line.startsWith('Try: '))).toContain(advice);
  });

  it('topics go by id, alias and area', async () => {
    for (const word of ['sqs', 'SQS', 'simple-queue-service', 'integration']) {
      const { code, stdout } = await runSessionCommand(['quiz', word], { course });
      expect({ code, asked: said(stdout)[1] }).toEqual({ code: 0, asked: 'Q 1/1 sqs-twice' });
    }
  });

  it('a filter that leaves nothing says so', async () => {
    const { code, stdout } = await runSessionCommand(['quiz', '--kind', 'order'], { course });
    expect(code).toBe(0);
    expect(stdout).toContain('No question fits.');
  });

  it('a quiz of a course without questions blames no filter', async () => {
    const { code, stdout } = await runSessionCommand(['quiz'], { course: tinyCourse({ items: [one] }) });
    expect(code).toBe(0);
    expect(stdout).toContain('There is no question to ask');
    expect(stdout).not.toContain('--kind');
  });
});
