import { describe, expect, it } from 'vitest';
import { helpLines, helpOn } from '../../../src/text/layout/explained-words.ts';

const COMMANDS = [
  [':flag', 'flag it'],
  [':q', 'end the session'],
] as const;

describe('the help of lines', () => {
  it('lists all commands where nothing is asked for', () => {
    expect(helpLines(COMMANDS, '')).toEqual(['  :flag     flag it', '  :q        end the session']);
  });

  it('tells of one command, with its colon or without', () => {
    expect(helpOn(COMMANDS, 'flag')).toEqual([COMMANDS[0]]);
    expect(helpOn(COMMANDS, ' :Q ')).toEqual([COMMANDS[1]]);
  });

  it('tells what a word beside a figure means, by its beginning', () => {
    const [[word = ''] = []] = helpOn(COMMANDS, 'leech');
    expect(word).toBe('leeches');
    expect(helpLines(COMMANDS, 'known').join('\n')).toContain('get right now');
    expect(helpOn(COMMANDS, 'reviews').map(([name]) => name)).toEqual(['reviews, due']);
  });

  it('says so where nothing is called that, without what a terminal would obey', () => {
    expect(helpLines(COMMANDS, 'zz\u001b[2J')).toEqual([
      // oxlint-disable-next-line no-control-regex -- an escape is what must not be there
      expect.stringMatching(/^ {2}No command or word is called "zz[^\u001b]*"\. :\? lists the commands\.$/),
    ]);
  });
});
