import * as v from 'valibot';
import { quoted } from '../../core/base/sanitize.ts';
import type { Rename } from '../../core/course/course.ts';
import { newestKeys } from '../../core/course/renames.ts';
import type { Report } from '../files/problem-log.ts';
import { lineText } from './yaml/field-schemas.ts';
import { entriesOf, parseYaml } from './yaml/safe-yaml.ts';
import { topKeyLines } from './yaml/yaml-lines.ts';

/** Where the keys that changed stand, relative to the course. */
export const RENAMES_FILE = 'content/renames.yaml';

/** One line of the file: `old-key: new-key`. */
export const RENAMED_KEY = lineText;

interface Entry {
  readonly from: string;
  readonly value: unknown;
  /** Counted from 1. */
  readonly line: number;
}

/** Every line that begins a key, read alone: so an old key that stands there twice is seen, and a slip costs one line. */
const readEntries = (lines: readonly string[], report: Report): readonly Entry[] => {
  const starts = topKeyLines(lines);
  return starts.flatMap((start, i): readonly Entry[] => {
    const result = parseYaml(lines.slice(start, starts[i + 1] ?? lines.length).join('\n'));
    if (!result.ok) {
      report(result.rule, start + result.line + 1, result.message);
      return [];
    }
    return (entriesOf(result.value) ?? []).map(([from, value]) => ({ from, value, line: start + 1 }));
  });
};

/**
 * `content/renames.yaml`: keys that changed, one a line. What cannot be used is reported and left out: an old key
 * for the second time, a new key that is no text, and lines that lead back to where they began. Never throws.
 */
export const parseRenames = (text: string, report: Report): readonly Rename[] => {
  const lines = text.split('\n');
  const seen = new Map<string, number>();
  const given = readEntries(lines, report).flatMap(({ from, value, line }): readonly Rename[] => {
    const first = seen.get(from);
    if (first !== undefined) {
      report('rename', line, `The old key ${quoted(from)} already stands in line ${first}`);
      return [];
    }
    seen.set(from, line);
    const to = v.safeParse(RENAMED_KEY, value, { abortPipeEarly: true });
    if (!to.success) {
      report('rename', line, `The new key of ${quoted(from)} ${to.issues[0].message}`);
      return [];
    }
    return [{ from, to: to.output, line }];
  });
  if (given.length === 0 && /^\s*[^\s#]/m.test(text) && seen.size === 0) {
    report('rename', 1, 'The file must be a map from old keys to new ones');
  }
  const newest = newestKeys(given);
  return given.filter(({ from, line }) => {
    const leads = newest.has(from);
    if (!leads) report('rename', line, `The lines lead from ${quoted(from)} in a circle`);
    return leads;
  });
};
