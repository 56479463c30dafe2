import type { Question } from '../../../core/course/course.ts';
import { readFields } from '../yaml/fields.ts';
import type { Report } from '../../files/problem-log.ts';
import { parseQuestion } from './question-fields.ts';
import { parseYaml, reportYaml } from '../yaml/safe-yaml.ts';
import { topEntryLines } from '../yaml/yaml-lines.ts';

/** Which bank a text is: known from its place. */
interface BankPlace {
  readonly topic: string;
  readonly path: string;
}

/** One entry of a bank and the lines it takes: indexes `from` up to `to`. */
interface Entry {
  readonly value: unknown;
  readonly from: number;
  readonly to: number;
}

/** Where entries begin and end, from the lines on which they begin. */
const ranges = (starts: readonly number[], lines: number): readonly { from: number; to: number }[] =>
  starts.map((from, i) => ({ from, to: starts[i + 1] ?? lines }));

/** Entries read one by one when the file as a whole is no YAML; more would take too long. */
const MOST_ALONE = 5000;

/** Reads each entry that begins at column 0 alone, so that one slip does not cost the learner the others. */
const readAlone = (starts: readonly number[], lines: readonly string[], report: Report): readonly Entry[] =>
  ranges(starts, lines.length).flatMap(({ from, to }): readonly Entry[] => {
    const entry = parseYaml(lines.slice(from, to).join('\n'));
    reportYaml(entry, from + 1, report);
    return entry.ok && Array.isArray(entry.value) ? entry.value.map(value => ({ value, from, to })) : [];
  });

const readEntries = (text: string, lines: readonly string[], report: Report): readonly Entry[] => {
  const starts = topEntryLines(lines);
  const result = parseYaml(text);
  if (!result.ok) {
    const alone =
      starts.length > 1 && starts.length <= MOST_ALONE && lines[starts[0] ?? 0]?.startsWith('-') === true;
    if (alone && result.rule === 'yaml-syntax') return readAlone(starts, lines, report);
  }
  reportYaml(result, 1, report);
  const value: unknown = result.ok ? result.value : [];
  const isEmpty = Array.isArray(value) && value.length === 0;
  if (value === null || value === undefined || (isEmpty && result.ok)) {
    report('empty-bank', 0, 'The bank has no question');
    return [];
  }
  if (!Array.isArray(value)) {
    report('invalid-field', 1, 'A bank must be a list of questions', 'begin each question with - id:');
    return [];
  }
  const values = value as unknown[];
  // In another form than one entry after another, such as JSON, entries have no lines to look at.
  const places = starts.length === values.length ? ranges(starts, lines.length) : [];
  return values.map((entry, i) => ({
    value: entry,
    from: places[i]?.from ?? 0,
    to: Math.max(places[i]?.to ?? 0, (places[i]?.from ?? 0) + 1),
  }));
};

/** One question bank: the questions that can be asked, and what is wrong with it. Never throws. */
export const parseBank = (text: string, place: BankPlace, report: Report): readonly Question[] => {
  const lines = text.split('\n');
  return readEntries(text, lines, report).flatMap(({ value, from, to }) => {
    const fields = readFields(value, { lines, from, to }, report, 'The question');
    const question = fields === null ? null : parseQuestion(fields, { ...place, line: from + 1 }, report);
    return question === null ? [] : [question];
  });
};
