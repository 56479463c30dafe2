/** Finds lines in YAML text without a second parse. Used only where something is wrong, so it may be approximate. */

const isKey = (line: string, key: string): boolean => {
  const at = line.indexOf(key);
  if (at === -1) return false;
  // `key:`, `"key":`, `- key:`, or inside `{ ..., key: ... }`
  const before = line.slice(0, at).trimEnd();
  const after = line.slice(at + key.length).replace(/^['"]/, '');
  return /^\s*:(?:\s|$)/.test(after) && /(?:^|[-{,?'"])$/.test(before);
};

/** Index of the line of the n-th entry (from 0) of the block list that begins at the first filled line from `from`. */
const entryLine = (lines: readonly string[], from: number, to: number, n: number): number | null => {
  let indent: number | null = null;
  let count = 0;
  for (let i = from; i < to; i++) {
    const line = lines[i] ?? '';
    if (/^\s*(?:#|$)/.test(line)) continue;
    const column = line.search(/\S/);
    const isEntry = /^\s*-(?:\s|$)/.test(line);
    if (indent === null ? !isEntry : column < indent) return null;
    indent ??= column;
    if (column === indent && isEntry && count++ === n) return i;
  }
  return null;
};

/**
 * The line (index into `lines`) where a path of keys and list positions stands between `from` and `to`. As far
 * as it can be followed: what is not found gives the line of what holds it.
 */
export const findYamlLine = (
  lines: readonly string[],
  from: number,
  to: number,
  path: readonly (string | number)[],
): number => {
  let at = from;
  for (const [depth, step] of path.entries()) {
    if (typeof step === 'number') {
      at = entryLine(lines, depth === 0 ? at : at + 1, to, step) ?? at;
      continue;
    }
    for (let i = at; i < to; i++) {
      if (!isKey(lines[i] ?? '', step)) continue;
      at = i;
      break;
    }
  }
  return at;
};

/** First lines of the entries of a file that is one list: lines with a dash as far in as the first. */
export const topEntryLines = (lines: readonly string[]): readonly number[] => {
  const found: number[] = [];
  let indent = -1;
  lines.forEach((line, i) => {
    const column = line.search(/\S/);
    if (!/^\s*-(?:\s|$)/.test(line) || (indent !== -1 && column !== indent)) return;
    indent = column;
    found.push(i);
  });
  return found;
};

/** Lines at column 0 that begin a key of a file that is one map. */
export const topKeyLines = (lines: readonly string[]): readonly number[] =>
  lines.flatMap((line, i) =>
    /^(?:[^\s#'"-]|['"]|-\S).*:(?:\s|$)/.test(line) && !line.startsWith('---') ? [i] : [],
  );
