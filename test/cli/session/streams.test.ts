import { describe, expect, it } from 'vitest';
import type { SessionOptions } from '../../support/run-session.ts';
import { runSessionCommand } from '../../support/run-session.ts';
import { runCalc } from '../../support/run-calc.ts';
import { runExam } from '../../support/run-exam.ts';
import { card, choice, match, tinyCourse } from '../../support/tiny-course.ts';

const COURSE = tinyCourse({
  items: [
    card('one'),
    card('two'),
    choice('pick'),
    match('pairs', [
      ['SQS', 'queue'],
      ['SNS', 'topic'],
    ]),
  ],
});

const run = (words: readonly string[], options: Partial<SessionOptions>) =>
  runSessionCommand(words, { course: COURSE, ...options });

const many = (line: string, count = 5000): readonly string[] => Array.from({ length: count }, () => line);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('lines that a program sends', () => {
  it('end a session with exit code 2 when three in a row are refused', async () => {
    const { code, stdout, stderr, journal } = await run(['quiz', '--kind', 'match'], { lines: many('1') });
    expect(code).toBe(2);
    expect(count(stdout, /^\? (?!for example)/gm)).toBe(3);
    expect(stdout).toContain('Summary: nothing answered');
    expect(stderr).toBe(
      'study: 3 lines in a row were refused\n  in line 3 of the input\nTry: lines that answer what is asked, one for each\n',
    );
    expect(journal.events).toEqual([]);
  });

  it('end it as well where only some of a card’s lines are refused', async () => {
    const { code, journal } = await run(['cards', '--in-order'], { lines: many('') });
    expect(code).toBe(2);
    expect(journal.events).toEqual([]);
  });

  it('go on after two refused ones, and the count begins anew', async () => {
    const lines = ['x', 'x', '', 'x', 'x', '3', 'x', 'x', '', '3'];
    const { code, stdout } = await run(['cards', '--in-order'], { lines });
    expect(code).toBe(0);
    expect(count(stdout, /^saved /gm)).toBe(2);
  });

  it('may be refused any number of times in a terminal', async () => {
    const { code, stdout } = await run(['cards', '--in-order', '--plain'], {
      lines: [...many('x', 10), '', '3'],
      terminal: true,
    });
    expect(code).toBe(0);
    expect(count(stdout, /^(?:> )*\? /gm)).toBe(10);
    expect(count(stdout, /saved /g)).toBe(1);
  });

  it.each([':?', ':unsure', ':note'])('end a session when %s comes without end', async command => {
    const { code, stderr } = await run(['quiz'], { lines: many(command) });
    expect(code).toBe(2);
    expect(stderr).toContain('1000 lines in a row led nowhere');
  });

  it('end an exam with exit code 2, which stays open', async () => {
    const { code, stdout, stderr, journal } = await runExam(['exam'], { steps: many('nonsense', 10) });
    expect(code).toBe(2);
    expect(stderr).toContain('3 lines in a row were refused');
    expect(stdout).toContain('The exam is still open at question 1 of 5');
    expect(journal.events.map(({ type }) => type)).toEqual(['exam-started']);
  });

  it('end an exam in which empty lines run past the last question', async () => {
    const { code, journal } = await runExam(['exam'], { steps: many('', 20) });
    expect(code).toBe(2);
    expect(journal.events.filter(({ type }) => type === 'exam-answered')).toEqual([]);
  });

  it('end the practice of a calculator', async () => {
    const { code, stdout } = await runCalc(['rcu', '--practice'], { input: 'x\n'.repeat(20) });
    expect(code).toBe(2);
    expect(count(stdout, /^\? /gm)).toBe(3);
  });

  it('are told as JSON with --json', async () => {
    const { code, stdout } = await run(['quiz', '--json', '--kind', 'match'], { lines: many('1') });
    expect(code).toBe(2);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      error: { code: 'input-refused', place: 'line 3 of the input' },
    });
  });
});

describe('what is no line of text', () => {
  const bad: readonly (readonly [string, string, string])[] = [
    ['bytes that are no UTF-8', '\xff\xfe\n1\n', 'it is not UTF-8 text'],
    ['NUL', '\0\0\n1\n', 'it has NUL bytes in it, as UTF-16 text or a program file does'],
    ['a line of 10 MB', `${'a'.repeat(10_000_000)}\n1\n`, 'it is longer than 10,000 bytes'],
  ];
  const bytes = (text: string): readonly Uint8Array[] => [Buffer.from(text, 'latin1')];

  it.each(bad)('gets one refusal from a session and is no answer: %s', async (_, input, why) => {
    const { code, stdout, stderr, journal } = await run(['quiz'], { chunks: bytes(input) });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `study: A line of the input cannot be read: ${why}\n  in line 1 of the input\nTry: text in UTF-8, an answer on each line\n`,
    );
    expect(stdout.length).toBeLessThan(2000);
    expect(journal.events).toEqual([]);
  });

  it.each(bad)('is told in a terminal, where another line can be typed: %s', async (_, input, why) => {
    const { code, stdout, journal } = await run(['quiz', '--plain', '--kind', 'single'], {
      chunks: bytes(input),
      terminal: true,
    });
    expect(code).toBe(0);
    expect(stdout).toContain(`? that line cannot be read: ${why}`);
    expect(journal.events).toHaveLength(1);
  });

  it.each(bad)('gets one refusal from the practice of a calculator: %s', async (_, input, why) => {
    const { code, stderr } = await runCalc(['rcu', '--practice'], { input: bytes(input)[0] ?? '' });
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });

  it.each([
    ['bytes that are no UTF-8', '\xff', 'it is not UTF-8 text'],
    ['NUL', '{\0}', 'it has NUL bytes in it, as UTF-16 text or a program file does'],
    ['more than a MiB', 'a'.repeat(1_100_000), 'it is longer than 1 MiB'],
  ])('is refused as the input of a calculator: %s', async (_, input, why) => {
    const { code, stderr } = await runCalc(['dynamodb-item-size', '--item', '-'], {
      input: bytes(input)[0] ?? '',
    });
    expect(code).toBe(2);
    expect(stderr).toContain(`The input cannot be read: ${why}`);
  });
});
