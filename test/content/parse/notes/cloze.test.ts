import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clozeSides, clozeText, parseCloze } from '../../../../src/content/parse/notes/cloze.ts';

/** The text with deletions between ⟨ and ⟩, or why there are none. */
const show = (text: string): string => {
  const result = parseCloze(text);
  if (!result.ok) return `${result.reason} in line ${result.line}`;
  return result.parts.map(part => (part.type === 'deletion' ? `⟨${part.text}⟩` : part.text)).join('');
};

describe('a cloze', () => {
  it.each([
    ['deletions', 'A [b] c [d e].', 'A ⟨b⟩ c ⟨d e⟩.'],
    ['deletions side by side', 'x[a][b]y', 'x⟨a⟩⟨b⟩y'],
    ['a deletion inside a word', 'pre[fix]es', 'pre⟨fix⟩es'],
    ['a deletion over two lines', 'a [b\nc] d', 'a ⟨b\nc⟩ d'],
    ['links', '[SQS](sqs) keeps [4 days]', '[SQS](sqs) keeps ⟨4 days⟩'],
    [
      'links with titles and brackets in the target',
      '[a](<b c> "d") [e](f(g)h)',
      '[a](<b c> "d") [e](f(g)h)',
    ],
    ['brackets before words in parentheses, which are no link', '[4 days](at most)', '⟨4 days⟩(at most)'],
    ['images', '![alt](x.png) and ![alt]', '![alt](x.png) and ![alt]'],
    ['footnotes', 'text[^1] and [two]', 'text[^1] and ⟨two⟩'],
    ['code spans', '`a[0]` and ``b[`1]`` and [c]', '`a[0]` and ``b[`1]`` and ⟨c⟩'],
    ['task boxes', '[ ] [x] [X] [y]', '[ ] [x] [X] ⟨y⟩'],
    ['empty brackets', 'int[] and [a]', 'int[] and ⟨a⟩'],
    ['escaped brackets', '\\[no\\] \\\\[yes]', '\\[no\\] \\\\⟨yes⟩'],
    ['brackets that only close', '(0, 1] has [one]', '(0, 1] has ⟨one⟩'],
    ['code inside a deletion', '[`a]`] and [b]', '⟨`a]`⟩ and ⟨b⟩'],
    ['a link inside a deletion', '[the [queue](sqs)]', '⟨the [queue](sqs)⟩'],
    ['fenced code', '```\nx[0]\n```\n[a]', '```\nx[0]\n```\n⟨a⟩'],
    ['automatic links', '<https://[::1]/[x]> [a]', '<https://[::1]/[x]> ⟨a⟩'],
    [
      'definitions of links and their uses',
      '[r]: https://a.b\n[t][r] [r] [d]',
      '[r]: https://a.b\n[t][r] [r] ⟨d⟩',
    ],
    ['a deletion before a colon', '[SQS]: a queue', '⟨SQS⟩: a queue'],
    ['backticks of two paragraphs, which are no code', 'a ` [b]\n\nc ` [d]', 'a ` ⟨b⟩\n\nc ` ⟨d⟩'],
    ['a nested deletion, which is refused', 'ok [b]\n[a [b] c]', 'nested in line 1'],
    ['an open bracket, which is refused', 'a\nb [c', 'unclosed in line 1'],
    ['a deletion over two paragraphs, which is refused', '[a\n\nb]', 'unclosed in line 0'],
  ])('takes %s', (_, text, shown) => {
    expect(show(text)).toBe(shown);
  });

  it('shows the other deletions in full on the front, and what was asked in bold on the back', () => {
    const result = parseCloze('Keeps [4 days] by default, [14 days] at most.');
    expect(result.ok && clozeSides(result.parts, 1)).toEqual({
      front: 'Keeps [...] by default, 14 days at most.',
      back: 'Keeps **4 days** by default, 14 days at most.',
    });
  });

  it.each([
    ['[SQS]: a queue', '\\[...\\]: a queue', '**SQS**: a queue'],
    ['[`Query`]s', '[...]s', '`Query`s'],
    ['[**x**] y', '[...] y', '**x** y'],
  ])('of %j has sides that Markdown shows as they are meant', (text, front, back) => {
    const result = parseCloze(text);
    expect(result.ok && clozeSides(result.parts, 0)).toEqual({ front, back });
  });

  it('loses no character but the brackets and the spaces inside them', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '\\',
      '`',
      '(',
      ')',
      '!',
      '^',
      ' ',
      '\n',
      '\n\n',
      'a',
      'x',
      '<a:',
      '>',
      '```\n',
    );
    fc.assert(
      fc.property(fc.array(pieces), list => {
        const text = list.join('');
        const result = parseCloze(text);
        if (!result.ok) {
          expect(result.line).toBeLessThan(text.split('\n').length);
          return;
        }
        const bare = (value: string): string => value.replace(/[[\]\s]/g, '');
        expect(bare(clozeText(result.parts))).toBe(bare(text));
        for (const part of result.parts) if (part.type === 'deletion') expect(part.text).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
