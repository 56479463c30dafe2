import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../../src/core/course/course.ts';
import type { SessionOptions, SessionResult } from '../../support/run-session.ts';
import { runSessionCommand } from '../../support/run-session.ts';
import { makeTempDir } from '../../support/run-study.ts';
import { card, choice, tinyCourse } from '../../support/tiny-course.ts';

const one = card('sqs-range', 'sqs', 'How long is a message hidden?', '30 seconds.');
const two = card('sqs-retention', 'sqs', 'How long is a message kept?', '4 days.');
const twice = choice('sqs-twice', ['*Raise it', 'Lower it', 'Leave it', 'Drop it'], { keepOrder: true });

let data: string;
beforeEach(() => {
  data = makeTempDir();
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const file = (path: string): string => join(data, 'own', 'tiny', path);
const write = (path: string, text: string): void => {
  mkdirSync(dirname(file(path)), { recursive: true });
  writeFileSync(file(path), text);
};
const run = (
  words: readonly string[],
  items: readonly Item[],
  lines: readonly string[],
  options: Partial<SessionOptions> = {},
): Promise<SessionResult> =>
  runSessionCommand(words, { course: tinyCourse({ items }), lines, data, ...options });
const said = (stdout: string): readonly string[] => stdout.split('\n').filter(line => /^\S/.test(line));

describe('a remark in plain lines', () => {
  it('shows with its item after the answer of a card, and never before', async () => {
    write('remarks/sqs-range.md', 'Write *idempotent* code.\n');
    const { stdout } = await run(['review'], [one], ['', '3']);
    const [asked = '', answered = ''] = stdout.split('30 seconds.');
    expect(asked).not.toContain('remark');
    expect(answered).toContain('\n  Your remark: Write idempotent code.\n\n1 again');
  });

  it('shows below the reasons of a question, both versions of two devices', async () => {
    write('remarks/sqs-twice.md', 'Raise, not lower.\n');
    write('remarks/sqs-twice (conflicted copy).md', 'See the lab.\n');
    const { stdout } = await run(['quiz'], [twice], ['1']);
    expect(stdout).toMatch(
      /Read more:.*\n.*\n {2}Your remark \(1 of 2\): Raise, not lower\.\n {2}Your remark \(2 of 2\): See the lab\.\nsaved sqs-twice/,
    );
    const { stdout: json } = await run(['quiz', '--json'], [twice], ['1']);
    expect(json).toContain(
      '"type":"remark","item":"sqs-twice","texts":["Raise, not lower.","See the lab."]}',
    );
  });

  it('is written on what was answered last, added to, shown and removed', async () => {
    const { stdout } = await run(
      ['cards', '--in-order'],
      [one, two],
      [':remark too early', '', ':remark 30 s', '3', ':remark not 30 min', ':remark', ':remark -', ':remark'],
    );
    expect(said(stdout).filter(line => /remark|^\?/.test(line))).toEqual([
      '? a remark comes after an answer',
      'remark saved sqs-range',
      'remark saved sqs-range',
      'remark removed sqs-range',
    ]);
    expect(stdout).toMatch(/Your remark: 30 s\n\n +not 30 min\n/);
    expect(stdout).toContain('There is no remark on sqs-range.');
    expect(existsSync(file('remarks/sqs-range.md'))).toBe(false);
  });

  it('that cannot be written says why, and the session goes on', async () => {
    mkdirSync(join(data, 'own'), { recursive: true });
    writeFileSync(join(data, 'own', 'tiny'), 'in the way');
    const { stdout, code } = await run(['cards'], [one], ['', ':remark x', '3']);
    expect(stdout).toContain('Not saved: ');
    expect(said(stdout)).toContain('saved sqs-range good next 2026-11-21T10:10');
    expect(code).toBe(0);
  });
});

describe('a card in plain lines', () => {
  it('is two lines, front and back, on the topic of what was answered', async () => {
    const { stdout } = await run(['cards'], [one], ['', ':card', 'What is 30 s?', 'The \\default.', '3']);
    expect(stdout).toContain('Your card on SQS: Limits. Front (an empty line: no card):');
    expect(said(stdout)).toContain('card saved own-0000007');
    expect(readFileSync(file('content/area/sqs.md'), 'utf8')).toBe(
      '## Cards\n\n### Limits\n\nQ: What is 30 s? ^own-0000007\nA: The \\default.\n',
    );
  });

  it('with brackets and an empty back is a cloze', async () => {
    const { stdout } = await run(['cards'], [one], [':card', 'Hidden for [30 s].', '', '', '3']);
    expect(said(stdout)).toContain('card saved own-0000007/30-s');
  });

  it('ends without a card at an empty front or a command, and an unusable one says why', async () => {
    const { stdout } = await run(
      ['cards'],
      [one],
      [':card', '', ':card', ':flag', ':card', 'No back', '', '', '3'],
    );
    expect(stdout).toContain('No card was written.');
    expect(said(stdout)).toContain('flagged sqs-range');
    expect(stdout).toContain('A card needs a back');
    expect(existsSync(join(data, 'own'))).toBe(false);
  });
});
