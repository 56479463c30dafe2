import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStyle } from '../../../src/content/parse/style-file.ts';
import { makeProblemLog } from '../../../src/content/files/problem-log.ts';
import type { StylePattern } from '../../../src/core/course/style-pattern.ts';
import { compilePattern, patternProblem } from '../../../src/core/course/style-pattern.ts';

const read = (
  text: string,
): { readonly style: readonly StylePattern[]; readonly found: readonly string[] } => {
  const log = makeProblemLog();
  const style = parseStyle(text, log.file('content/style.tsv'));
  return { style, found: log.problems.map(({ line, message }) => `${line} ${message}`) };
};

describe('the list of wording', () => {
  it('has a pattern, what is better and a level a line; a # begins a comment', () => {
    const { style, found } = read('# words\r\n\n\\bshall\\b\tmust\terror\r\n(?i)colou?r\tcolor\toff\n');
    expect(found).toEqual([]);
    expect(style).toEqual([
      { pattern: '\\bshall\\b', better: 'must', level: 'error', line: 3 },
      { pattern: '(?i)colou?r', better: 'color', level: 'off', line: 4 },
    ]);
  });

  it.each([
    ['a\tb', '1 The level must be error, warning, off, not ""'],
    ['a', '1 The line is not a pattern, what is better, and a level'],
    ['a\tb\tnote', '1 The level must be error, warning, off, not "note"'],
    ['a\tb\toff\tmore', '1 The line is not a pattern, what is better, and a level'],
    ['[a\tb\toff', '1 The pattern "[a" is no regular expression'],
    ['a*\tb\toff', '1 The pattern "a*" also finds nothing at all'],
  ])('says what is wrong with %j', (line, message) => {
    expect(read(`${line}\nok\tgood\twarning\n`)).toMatchObject({
      found: [message],
      style: [{ pattern: 'ok' }],
    });
  });

  it.each([
    '(a+)+b',
    '(a|a)*b',
    '(?:x\\w)+',
    '.*.*=',
    '(a)\\1',
    'a{2,500}',
    '(?<n>a)\\k<n>',
    'x'.repeat(1001),
  ])('refuses %j, which could be looked for without end', pattern => {
    expect(patternProblem(pattern)).not.toBeNull();
  });

  it.each([
    '\\b(lies?|lay) (in|at)\\b',
    '[Pp]ut .{3,70} in(to)? order\\b',
    '\\brights\\b(?=[.,;?])',
    '(?i)\\w+ise',
  ])('takes %j', pattern => {
    expect(patternProblem(pattern)).toBeNull();
  });

  it('takes capitals and small letters as the same after (?i) only', () => {
    expect('Colour'.match(compilePattern('(?i)colour'))).not.toBeNull();
    expect('Colour'.match(compilePattern('colour'))).toBeNull();
  });

  it('looks through a long text in a moment with every pattern it takes', () => {
    const text = 'ab '.repeat(700);
    fc.assert(
      fc.property(fc.stringMatching(/^[ab.|()+*?{}0-9,]{1,12}$/), pattern => {
        if (patternProblem(pattern) !== null) return;
        const start = performance.now();
        text.match(compilePattern(pattern));
        expect(performance.now() - start).toBeLessThan(2000);
      }),
      { numRuns: 300 },
    );
  });
});
