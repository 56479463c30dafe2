import type { Rename } from '../../core/course.ts';
import { quoted } from '../../core/check/quote.ts';
import type { Report } from '../problem-log.ts';
import { entriesOf } from './safe-yaml.ts';
import { parseDocument } from './yaml-document.ts';

/** Where the keys that changed stand, relative to the course. */
export const RENAMES_FILE = 'content/renames.yaml';

/** Line of a key at the beginning of a line, counted from 1; 1 where it is written in another way. */
const lineOf = (lines: readonly string[], key: string): number =>
  Math.max(0, lines.findIndex(line => line.replace(/^(["'])(.*?)\1/, '$2').startsWith(`${key}:`))) + 1;

/** Whether the lines lead from a key back to a key that was passed. */
const isCircle = (next: ReadonlyMap<string, string>, from: string): boolean => {
  const passed = new Set<string>();
  for (let key: string | undefined = from; key !== undefined; key = next.get(key)) {
    if (passed.has(key)) return true;
    passed.add(key);
  }
  return false;
};

/**
 * `content/renames.yaml`: a map from old keys to new ones. What cannot be used is reported and left out. Never
 * throws.
 */
export const parseRenames = (text: string, report: Report): readonly Rename[] => {
  const document = parseDocument(text, report);
  if (document === null || document.value === null || document.value === undefined) return [];
  const entries = entriesOf(document.value);
  if (entries === null) {
    report('rename', 1, 'The file must be a map from old keys to new ones');
    return [];
  }
  const given = entries.flatMap(([from, to]): readonly Rename[] => {
    const line = lineOf(document.lines, from);
    if (typeof to === 'string' && to !== '' && !/\s/.test(to)) return [{ from, to, line }];
    report('rename', line, `The new key of ${quoted(from)} must be a key of this course`);
    return [];
  });
  const next = new Map(given.map(({ from, to }) => [from, to]));
  return given.filter(({ from, line }) => {
    const circle = isCircle(next, from);
    if (circle) report('rename', line, `The lines lead from ${quoted(from)} in a circle`);
    return !circle;
  });
};
