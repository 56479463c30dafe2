import { expect, it } from 'vitest';
import { withoutEscape } from '../../src/cli/terminal/escaped-colon.ts';
import { COLON_COMMANDS } from '../../src/text/session/session-lines.ts';
import { examCommands } from '../../src/text/exam/exam-lines.ts';

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
