import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRenames } from '../../../src/content/parse/renames-file.ts';
import { makeProblemLog } from '../../../src/content/files/problem-log.ts';
import type { Rename } from '../../../src/core/course/course.ts';
import { newestKeys } from '../../../src/core/course/renames.ts';
import { withCourse } from '../../support/course-folder.ts';
import { loadCourse } from '../../../src/content/parse/load-course.ts';

const read = (text: string): { readonly renames: readonly Rename[]; readonly found: readonly string[] } => {
  const log = makeProblemLog();
  const renames = parseRenames(text, log.file('content/renames.yaml'));
  return { renames, found: log.problems.map(({ line, rule, message }) => `${line} ${rule} ${message}`) };
};

describe('the file of renamed keys', () => {
  it('has an old key and its new one a line, with every kind of key', () => {
    const { renames, found } = read(
      '# moved in March\nsqs-a: sqs-b\n\nsqs-a/4-days: "sqs-b/four-days"   # a deletion\nsqs~1-0f4e: sqs-c\n',
    );
    expect(found).toEqual([]);
    expect(renames).toEqual([
      { from: 'sqs-a', to: 'sqs-b', line: 2 },
      { from: 'sqs-a/4-days', to: 'sqs-b/four-days', line: 4 },
      { from: 'sqs~1-0f4e', to: 'sqs-c', line: 5 },
    ]);
  });

  it.each([
    [
      'an old key for the second time',
      'a: b\na: c\n',
      '2 rename The old key "a" already stands in line 1',
      ['a'],
    ],
    ['a new key that is none', 'a: [b]\nb: c\n', '1 rename The new key of "a" must be text', ['b']],
    ['an old key without a new one', 'a:\nb: c\n', '1 rename The new key of "a" must be text', ['b']],
    ['a list', '- a\n- b\n', '1 rename The file must be a map from old keys to new ones', []],
    [
      'a line that is no YAML',
      'a: b\nc: "d\ne: f\n',
      '2 yaml-syntax A quote mark " opens here and is not closed',
      ['a', 'e'],
    ],
  ])('costs no other line where it has %s', (_, text, message, kept) => {
    const { renames, found } = read(text);
    expect(found).toEqual([message]);
    expect(renames.map(({ from }) => from)).toEqual(kept);
  });

  it('reports every line of a circle and keeps none of them', () => {
    const { renames, found } = read('a: b\nb: c\nc: a\nd: a\ne: f\n');
    expect(found.map(line => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '1 rename',
      '2 rename',
      '3 rename',
      '4 rename',
    ]);
    expect(renames).toEqual([{ from: 'e', to: 'f', line: 5 }]);
  });

  it('leads from each old key to the newest one', () => {
    const newest = newestKeys([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'x', to: 'c' },
    ]);
    expect([...newest]).toEqual([
      ['a', 'c'],
      ['b', 'c'],
      ['x', 'c'],
    ]);
  });

  it('comes with the course', () => {
    withCourse({ 'content/renames.yaml': 'old: new\n' }, folder => {
      expect(loadCourse(folder).course.renames).toEqual([{ from: 'old', to: 'new', line: 1 }]);
    });
  });

  it('never throws and never hangs, whatever stands in it', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc
        .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c', 'd'))
        .map(pair => pair.join(': ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        const { renames } = read(lines.join('\n'));
        const newest = newestKeys(renames);
        expect(new Set(renames.map(({ from }) => from)).size).toBe(renames.length);
        for (const { from } of renames) {
          expect(newest.has(from)).toBe(true);
          expect(newest.has(newest.get(from) ?? '')).toBe(false);
        }
      }),
    );
  });
});
