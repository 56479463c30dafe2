import { describe, expect, it } from 'vitest';
import { wrapHelp } from '../../../src/cli/program/wrap-help.ts';

describe('a help text', () => {
  it('fills paragraphs at the margin and keeps what stands apart', () => {
    expect(wrapHelp('Usage: study quiz\n\none two three\nfour five\n\nExamples:\n  study a\n', 14)).toBe(
      'Usage: study quiz\n\none two three\nfour five\n\nExamples:\n  study a\n',
    );
    expect(wrapHelp('one two three four\nfive six', 12)).toBe('one two\nthree four\nfive six');
  });

  it('goes on with a long second column below it', () => {
    expect(wrapHelp('  study quiz --weak  what you got wrong last, then the rest', 44)).toBe(
      '  study quiz --weak  what you got wrong\n                     last, then the rest',
    );
  });

  it('leaves a command to copy in one line', () => {
    const command = '  study calc rcu --reads 16 --item-size 12KB --consistency eventual';
    expect(wrapHelp(command, 30)).toBe(command);
  });
});
