import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLines } from '../../../src/core/base/merge-lines.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'd'), { maxLength: 8 })
  .map(lines => lines.join('\n'));

describe('two versions of one text', () => {
  it('are merged with the changes of both', () => {
    expect(mergeLines('1\n2\n3', '0\n1\n2\n3', '1\n2\n3\n4')).toBe('0\n1\n2\n3\n4');
    expect(mergeLines('1\n2\n3', '1\n3', '1\n2\n3\n4')).toBe('1\n3\n4');
    expect(mergeLines('1\n2', '1\nA\n2', '1\nB\n2')).toBe('1\nA\nB\n2');
  });

  it('give the one where the other changed nothing, and a merge again changes nothing', () => {
    fc.assert(
      fc.property(text, text, text, (base, theirs, ours) => {
        expect(mergeLines(base, theirs, base)).toBe(theirs);
        expect(mergeLines(base, base, ours)).toBe(ours);
        expect(mergeLines(base, theirs, theirs)).toBe(theirs);
        const merged = mergeLines(base, theirs, ours) ?? '';
        expect(mergeLines(theirs, theirs, merged)).toBe(merged);
      }),
    );
  });

  it('never lose a line that either added', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(8)), fc.array(fc.nat(8)), (base, x, y) => {
        const add = (places: readonly number[], name: string): string => {
          const lines = base.split('\n');
          places.forEach((place, i) => lines.splice(Math.min(place, lines.length), 0, `${name}${i}`));
          return lines.join('\n');
        };
        const merged = (mergeLines(base, add(x, 'x'), add(y, 'y')) ?? '').split('\n');
        for (const line of [...x.map((_, i) => `x${i}`), ...y.map((_, i) => `y${i}`)])
          expect(merged).toContain(line);
      }),
    );
  });

  it('are too long to be merged at some point', () => {
    const long = Array.from({ length: 3000 }, (_, i) => String(i)).join('\n');
    expect(mergeLines(long, long, `${long}\nx`)).toBeNull();
  });
});
