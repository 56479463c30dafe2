import { expect, it } from 'vitest';
import { writePrompt } from '../../../src/cli/terminal/prompt.ts';
import { makeOutput } from '../../../src/cli/terminal/output.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { capture } from '../../support/capture.ts';

const outputOf = (columns: number) => {
  const captured = capture();
  Object.assign(captured.stream, { isTTY: true, columns });
  const style = makeStyle(false);
  const out = makeOutput(
    { stdout: captured.stream, stderr: captured.stream },
    { style, errorStyle: style },
    { quiet: false, isSpoken: () => true },
  );
  return { out, text: captured.text };
};

it('a prompt that is heard ends with what a line has to be, whole on one line', () => {
  const { out, text } = outputOf(40);
  const terminal = { stdin: true, stdout: true, stderr: true };
  writePrompt({ out, terminal }, 'Number of an exam for its report, redo 1 for a quiz on it. Enter ends:');
  expect(text()).toBe('Number of an exam for its report, redo\n1 for a quiz on it.\nEnter ends: ');
});

it('a sentence that is heard is broken between words, on both streams; code that is printed as a line is not', () => {
  const { out, text } = outputOf(20);
  const code = 'aws sqs receive-message --queue-url "$URL"';
  out.say('Backed up 12 records to /a/very/long/path/to/a/file.jsonl');
  out.warn('This machine was set back.');
  out.line(code);
  expect(text()).toBe(
    `Backed up 12 records\nto\n/a/very/long/path/to/a/file.jsonl\nThis machine was set\nback.\n${code}\n`,
  );
});
