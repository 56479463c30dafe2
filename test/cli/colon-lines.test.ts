import { expect, it } from 'vitest';
import { withoutEscape } from '../../src/cli/terminal/colon-lines.ts';
import { COLON_COMMANDS } from '../../src/text/session/session-lines.ts';
import { examCommands } from '../../src/text/exam/exam-lines.ts';
import { runSessionCommand } from '../support/run-session.ts';
import { match, text, tinyCourse } from '../support/tiny-course.ts';

it.each([
  ['\\:wq', ':wq'],
  ['\\::before', '::before'],
  ['\\n', '\\n'],
  ['a\\:b', 'a\\:b'],
])('a backslash before a leading colon is no part of the answer: %s', (typed, answer) => {
  expect(withoutEscape(typed)).toBe(answer);
});

it('the list of commands says how an answer begins with a colon', () => {
  for (const commands of [COLON_COMMANDS, examCommands(false)])
    expect(commands.map(([command]) => command)).toContain('\\:');
});

const quiz = (item: ReturnType<typeof text | typeof match>, lines: readonly string[]) =>
  runSessionCommand(['quiz', '-n', '1'], { course: tinyCourse({ items: [item] }), lines });

it('asks once where a command is also an answer that the question accepts, and ends nothing', async () => {
  const vim = text('vim-quit', [':q']);
  const answered = await quiz(vim, [':q', '\\:q']);
  expect(answered.stdout).toContain('? :q is a command here: again for the command, \\:q for the answer');
  expect(answered.stdout).toContain('saved vim-quit');
  const ended = await quiz(vim, [':q', ':q']);
  expect(ended.stdout).toContain('Summary: nothing answered');
});

it('obeys a command at once where it is no answer', async () => {
  const { stdout } = await quiz(text('bash-list', ['ls']), [':q']);
  expect(stdout).not.toContain('is a command here');
  expect(stdout).toContain('Summary: nothing answered');
});

it('shows an example with the letters of this question after three answers of a wrong form', async () => {
  const three = match('kinds', [
    ['SQS', 'queue'],
    ['SNS', 'topic'],
    ['Kinesis', 'stream'],
  ]);
  const { stdout } = await quiz(three, ['a', 'b=', 'a=9 b=1 c=2']);
  expect(stdout).toContain('? for example: a=2 b=3 c=1');
  const two = await quiz(three, ['a', 'b=', 'a=1 b=2 c=3']);
  expect(two.stdout).not.toContain('for example');
});
