import * as fc from 'fast-check';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forEachLine, LONGEST_LINE } from '../../../src/store/journal/lines.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-lines-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lengths of the lines that come out of a text from an offset on, `-1` for one too long, and the offset reached. */
const lengths = (text: string, from = 0): { readonly lines: readonly number[]; readonly offset: number } => {
  const path = join(folder, 'text');
  writeFileSync(path, text);
  const fd = openSync(path, 'r');
  const lines: number[] = [];
  const offset = forEachLine(fd, from, text.length, {
    line: (buffer, start, end) => {
      expect(buffer.subarray(start, end).includes(10)).toBe(false);
      lines.push(end - start);
    },
    tooLong: () => lines.push(-1),
  });
  closeSync(fd);
  return { lines, offset };
};

describe('lines of a file', () => {
  it('come whole, whatever their lengths are to the blocks that are read', () => {
    const length = fc.oneof(
      fc.nat({ max: 50 }),
      fc.constantFrom(
        LONGEST_LINE - 1,
        LONGEST_LINE,
        LONGEST_LINE + 1,
        LONGEST_LINE * 2,
        LONGEST_LINE * 3 + 7,
      ),
      fc.integer({ min: LONGEST_LINE - 300, max: LONGEST_LINE + 300 }),
    );
    fc.assert(
      fc.property(fc.array(length, { maxLength: 6 }), fc.option(length), (sizes, open) => {
        const whole = sizes.map(size => `${'x'.repeat(size)}\n`).join('');
        const { lines, offset } = lengths(whole + 'y'.repeat(open ?? 0));
        expect(lines).toEqual(sizes.map(size => (size > LONGEST_LINE ? -1 : size)));
        expect(offset).toBe(whole.length);
      }),
      { numRuns: 40 },
    );
  });

  it('are read on from where the last reading ended', () => {
    const first = lengths('one\ntwo\nthr');
    expect(first).toEqual({ lines: [3, 3], offset: 8 });
    expect(lengths('one\ntwo\nthree\n', first.offset)).toEqual({ lines: [5], offset: 14 });
    expect(lengths('', 0)).toEqual({ lines: [], offset: 0 });
  });
});
