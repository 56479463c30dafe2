import { describe, expect, it } from 'vitest';
import { makeStyle } from '../../../src/text/layout/style.ts';
import {
  cellWidth,
  graphemes,
  padEnd,
  padStart,
  sliceCells,
  truncate,
} from '../../../src/text/layout/width.ts';
import { wrapText } from '../../../src/text/layout/wrap.ts';

const { strong, heading, dim } = makeStyle(true);

describe('wrapping', () => {
  it('breaks at spaces and at newlines', () => {
    expect(wrapText('one two three\nfour', 8)).toEqual(['one two', 'three', 'four']);
  });

  it('keeps empty lines and the spaces a line begins with', () => {
    expect(wrapText('a\n\n  b', 8)).toEqual(['a', '', '  b']);
  });

  it('closes a style at the end of a line and opens it again on the next, with all that it is made of', () => {
    expect(wrapText(heading('one two'), 4)).toEqual([heading('one'), heading('two')]);
    expect(wrapText(`a ${strong('b c')} d`, 3)).toEqual([`a ${strong('b')}`, `${strong('c')} d`]);
  });

  it('leaves no style around nothing', () => {
    expect(wrapText(`one ${strong('')}two`, 3)).toEqual(['one', 'two']);
  });

  it('tells bold from dim although the same code ends both', () => {
    expect(wrapText(`${strong('a')} ${dim('b')}`, 3)).toEqual([`${strong('a')} ${dim('b')}`]);
  });

  it('cuts a word that is wider than the line, behind a slash or a dot if there is one in its latter half', () => {
    expect(wrapText('see abcdefghijkl', 5)).toEqual(['see', 'abcde', 'fghij', 'kl']);
    expect(wrapText('example.com/a/bcdef', 16)).toEqual(['example.com/a/', 'bcdef']);
  });

  it('breaks Chinese and Japanese anywhere, beginning where the line stands', () => {
    expect(wrapText('ab 日本語日本', 8)).toEqual(['ab 日本', '語日本']);
  });
});

describe('widths', () => {
  it.each([
    ['plain text', 10],
    ['naïve · – “x” →', 15],
    ['日本', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧‍👦', 2],
    ['─│█', 3],
    [strong('bold'), 4],
    ['語'.repeat(1000), 2000],
    ['', 0],
  ])('of %j are counted in cells', (text, cells) => {
    expect(cellWidth(text)).toBe(cells);
  });

  it('are padded and cut in cells, never within a character', () => {
    expect(padEnd('日本', 6)).toBe('日本  ');
    expect(padStart(strong('1'), 3)).toBe(`  ${strong('1')}`);
    expect(sliceCells('日本語', 5)).toBe('日本');
    expect(truncate('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
    expect(truncate('short', 5)).toBe('short');
  });

  it('see a character as one, also in long texts', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(graphemes(family.repeat(300))).toEqual(Array.from({ length: 300 }, () => family));
    expect(graphemes(`e${'\u0301'.repeat(3000)}`).join('')).toBe(`e${'\u0301'.repeat(3000)}`);
  });
});
