import { describe, expect, it } from 'vitest';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { renderMarkdown } from '../../../src/text/markdown/markdown.ts';

const shown = (markdown: string): string =>
  renderMarkdown(markdown, { width: 80, style: makeStyle(false) }).join('\n');

describe('bold beside the punctuation of Chinese and Japanese', () => {
  it.each([
    ['これは**「重要」**です。**注意：**本文。', 'これは「重要」です。注意：本文。'],
    ['**（一）**甲 and **b**', '（一）甲 and b'],
    ['前**「あ」**と`**「い」**`', '前「あ」と**「い」**'],
    ['彼は**はい**と', '彼ははいと'],
    ['| a |\n|---|\n| 前**「あ」**後 |', expect.stringContaining('前「あ」後') as string],
  ])('%j shows no asterisks', (markdown, text) => {
    expect(shown(markdown)).toEqual(text);
  });

  it.each(['2 ** 3 ** 4', 'a**"b"**c', 'これは ** 「重要」 ** です'])('changes nothing in %j', markdown => {
    expect(shown(markdown)).toBe(markdown);
  });

  it('stays as it is in a block of code', () => {
    expect(shown('```\n前**「あ」**後\n```')).toContain('前**「あ」**後');
  });
});
