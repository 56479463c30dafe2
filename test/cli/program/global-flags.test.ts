import { describe, expect, it } from 'vitest';
import { commandIndex } from '../../../src/cli/program/global-flags.ts';

describe('the word that names the command', () => {
  it.each([
    [['quiz', 'sqs'], 0],
    [['--json', 'quiz'], 1],
    [['--course', 'dir', 'quiz'], 2],
    [['--course=dir', 'quiz'], 1],
    [['--home', 'quiz'], -1],
    [['--', 'quiz'], -1],
    [['--json'], -1],
    [[], -1],
  ])('of %j is at %i', (argv, index) => {
    expect(commandIndex(argv)).toBe(index);
  });
});
