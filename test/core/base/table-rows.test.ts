import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRows, withoutLostCells } from '../../../src/core/base/table-rows.ts';

const table = (row: string): string => `Text | with a bar\n\n| a | b |\n|---|:-:|\n${row}\n\nx | y | z`;

describe('a row of a table', () => {
  it.each([
    ['| `ps | grep x` | finds | 1979 |', 4, '| `ps | grep x` '],
    ['| ls | lists | dropped words |', 3, '| ls | lists '],
    ['ls | lists | dropped', 3, 'ls | lists '],
    ['  | ls | lists | |', 3, '  | ls | lists '],
  ])('with more cells than the heading is found: %s', (row, cells, kept) => {
    expect(longRows(table(row))).toEqual([{ at: 4, line: row, columns: 2, cells, kept }]);
    expect(withoutLostCells(table(row))).toBe(table(kept));
  });

  it.each([
    '| a | b |',
    '| a |',
    'a | b',
    '| a \\| b | c |',
    '```\n| a | b | c |\n```',
    '> a | b | c',
    '- a | b | c',
  ])('with no more cells than the heading is not found: %s', row => {
    expect(longRows(table(row))).toEqual([]);
    expect(withoutLostCells(table(row))).toBe(table(row));
  });

  it('is not too long any more once what is lost is gone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[|\\a` ]{0,20}$/), row => {
        expect(longRows(withoutLostCells(table(row)))).toEqual([]);
      }),
    );
  });
});
