import { describe, expect, it } from 'vitest';
import { card, tinyCourse } from '../../support/tiny-course.ts';
import { runSessionCommand } from '../../support/run-session.ts';

/** Candidates for the last of some words. */
const candidates = async (...words: readonly string[]): Promise<readonly string[]> => {
  const course = tinyCourse({ items: [card('sqs-one', 'sqs'), card('sns-one', 'sns')] });
  const { stdout } = await runSessionCommand(['completion', '--words', '--', ...words], { course });
  return stdout.split('\n').filter(line => line !== '');
};

describe('completion', () => {
  it('offers commands, also behind a global flag and its value', async () => {
    expect(await candidates('rev')).toEqual(['review']);
    expect(await candidates('--home', '/tmp', 'rev')).toEqual(['review']);
  });

  it('offers topics where a command takes them', async () => {
    expect(await candidates('review', 's')).toEqual(['sqs', 'sns']);
    expect(await candidates('quiz', '--kind', 'single', 'sq')).toEqual(['sqs']);
  });

  it('offers the words that a flag takes', async () => {
    expect(await candidates('quiz', '--kind', 'm')).toEqual(['multiple', 'match']);
    expect(await candidates('quiz', '--level', 'a')).toEqual(['apply', 'analyse']);
  });

  it('offers no topic where a flag wants a number or a folder', async () => {
    expect(await candidates('quiz', '-n', '')).toEqual([]);
    expect(await candidates('--home', '')).toEqual([]);
    expect(await candidates('review', '--course', '')).toEqual([]);
  });

  it('offers nothing, and fails nowhere, for what leads nowhere', async () => {
    expect(await candidates('nonsense', 's')).toEqual([]);
    expect(await candidates('--nonsense', 'rev')).toEqual(['review']);
  });
});

describe('study help', () => {
  it('takes flags for flags', async () => {
    const { code, stdout } = await runSessionCommand(['help', '--json'], {
      course: tinyCourse({ items: [] }),
    });
    expect({ code, isError: stdout.includes('unknown-command') }).toEqual({ code: 0, isError: false });
  });
});
