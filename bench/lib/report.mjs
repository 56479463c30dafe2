/**
 * One measured thing.
 * @typedef {object} Result
 * @property {string} what
 * @property {number} value
 * @property {number | null} budget the value may not be above it; `null`: for information
 * @property {string} unit `x`, `MB`, `ms`
 * @property {string} [note] what it was in milliseconds, or how often
 */

/** How far over its budget a value may be before `--check` fails: machines are noisy. */
const TOLERANCE = 4 / 3;

/** @param {Result} result */
export const isMissed = ({ value, budget }) => budget !== null && value > budget * TOLERANCE;

const verdict = result => {
  if (result.budget === null) return '';
  if (result.value <= result.budget) return 'ok';
  return isMissed(result) ? 'MISSED' : 'over';
};

const shown = (value, unit) =>
  `${value.toFixed(unit === 'x' ? 2 : unit === 'ms' ? 1 : value < 10 ? 2 : 0)} ${unit}`;

/**
 * The results as an aligned table.
 * @param {readonly Result[]} results
 */
export const tableLines = results => {
  const rows = [
    ['what', 'budget', 'measured', '', ''],
    ...results.map(result => [
      result.what,
      result.budget === null ? '' : shown(result.budget, result.unit),
      shown(result.value, result.unit),
      verdict(result),
      result.note ?? '',
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  return rows.map(row =>
    row
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
};

/** A result of `measure`, as a ratio to `node -e 0`. */
export const ratioResult = (what, budget, { ratio, ms, base }) => ({
  what,
  value: ratio,
  budget,
  unit: 'x',
  note: `${ms.toFixed(0)} ms, node ${base.toFixed(0)} ms`,
});
