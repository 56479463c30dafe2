/** Tables that lose a part of what was written. */
import { longRows } from '../../base/table-rows.ts';
import { placedTexts } from '../texts.ts';
import type { Rule } from '../rule.ts';
import { locate } from '../rule.ts';

const tableCells: Rule = {
  id: 'table-cells',
  severity: 'warning',
  why: 'cells beyond the columns of the heading are never shown',
  hint: 'write \\| for a bar inside a cell, also in code, or add a column to the heading',
  check: input =>
    placedTexts(input.course).flatMap(({ file, line, markdown }) =>
      longRows(markdown).map(row => ({
        file,
        line: locate(input, file, line, row.line.trim()),
        message: `The row has ${row.cells} cells, but the table has ${row.columns} columns`,
      })),
    ),
};

/** Rules on tables. */
export const TABLE_RULES: readonly Rule[] = [tableCells];
