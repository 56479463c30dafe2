import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainInline, plainText } from '../../../src/core/course/plain-text.ts';

describe('the plain text of Markdown', () => {
  it.each([
    ['**bold**, *light*, ~~gone~~ and __strong__', 'bold, light, gone and strong'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['`SELECT * FROM t_1` and ``a ` b``', 'SELECT * FROM t_1 and a ` b'],
    ['[SQS](sqs#visibility "title") and ![alt](x.png)', 'SQS and alt'],
    ['[`Query`](dynamodb) and [text][ref]', 'Query and text'],
    ['<https://example.com/a_b>', 'https://example.com/a_b'],
    ['\\*not light\\* and \\`no code\\`', '*not light* and `no code`'],
    ['a\n  b\tc', 'a b c'],
    [
      'a certificate for *.example.com, or for *.example.com and *.test',
      'a certificate for *.example.com, or for *.example.com and *.test',
    ],
    ['a footnote* and _one underscore', 'a footnote* and _one underscore'],
    ['***strong* and bold**, **bold *and light***', 'strong and bold, bold and light'],
    ['**`--flag`**s', '--flags'],
  ])('of %j is %j', (markdown, text) => {
    expect(plainInline(markdown)).toBe(text);
  });

  it('keeps the words of lists, tables, quotes and code, and drops their marks', () => {
    const markdown = [
      '## Heading',
      '',
      '1. one',
      '   - two',
      '',
      '> quoted',
      '',
      '| a | **b** |',
      '|---|:--|',
      '| c | d |',
      '',
      '```js',
      'const x = a * b;',
      '```',
      'end',
    ].join('\n');
    expect(plainText(markdown)).toBe('Heading one two quoted a b c d const x = a * b; end');
  });

  it('is one line without spaces at its ends, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), markdown => {
        expect(plainText(markdown)).toMatch(/^(?:\S(?:.*\S)?)?$/su);
        expect(plainText(markdown)).not.toMatch(/\n/);
      }),
    );
  });
});
