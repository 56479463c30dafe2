import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/app/course/check-course.ts';
import { checkCourse, listRules } from '../../../src/app/course/check-course.ts';
import { openCourse } from '../../../src/app/course/open-course.ts';
import type { Course, CourseReader } from '../../../src/core/course/course.ts';
import { QUESTION_KINDS } from '../../../src/core/course/course.ts';
import { hasControl } from '../../../src/core/base/sanitize.ts';
import { courseShape } from '../../../src/text/course/export-course.ts';
import { checkLines } from '../../../src/text/course/problems.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { makePoisonedCourse, RAN, SECRET } from '../../support/poisoned-course.ts';

const base = mkdtempSync(join(tmpdir(), 'study-poisoned-'));
const folder = join(base, 'course');
let reader: CourseReader;
let course: Course;
let report: CheckReport;

beforeAll(async () => {
  makePoisonedCourse(folder);
  const open = (): Promise<CourseReader> =>
    openCourse({ folder, cache: join(base, 'cache'), shippedIndex: '', shippedRoot: '' });
  await open();
  reader = await open();
  course = reader.whole();
  report = await checkCourse({ folder, today: '2026-11-20' });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Every text in a value, keys included. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [key, ...textsIn(child)]);
};

describe('a poisoned course', () => {
  it('gives items of every kind to study nevertheless', () => {
    expect(course.notes.length).toBeGreaterThan(10);
    expect(course.cards.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['basic', 'cloze']));
    expect(course.questions.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...QUESTION_KINDS]));
    expect(course.blueprints.map(({ id }) => id)).toEqual(['dva']);
  });

  it('has no control character in anything that is read, searched, exported or reported', () => {
    const everything = [
      course,
      reader.items,
      reader.topics,
      reader.blueprints,
      reader.problems,
      [...reader.searchDocuments()],
      courseShape(course, []),
      report,
      checkLines(report, makeStyle(false)),
    ].flatMap(textsIn);
    expect(everything.length).toBeGreaterThan(1000);
    expect(everything.filter(hasControl)).toEqual([]);
  });

  it('shows nothing from outside its folder', () => {
    expect(JSON.stringify([course, [...reader.searchDocuments()], report])).not.toContain(SECRET);
  });

  it('runs nothing', () => {
    expect([base, folder, process.cwd()].filter(place => existsSync(join(place, RAN)))).toEqual([]);
  });

  it('changes no prototype', () => {
    for (const name of ['polluted', 'x', 'prototype']) expect(name in {}).toBe(false);
  });

  it('is looked up by what is in it, not by what objects have', () => {
    expect(reader.entry('__proto__')).toBeUndefined();
    expect(reader.entry('hasOwnProperty')).toBeUndefined();
    expect(reader.item('constructor')).toMatchObject({ type: 'card', key: 'constructor' });
    expect(reader.note('constructor')).toMatchObject({ id: 'constructor' });
  });

  it('is reported with rules that exist, and files that are relative', async () => {
    const rules = await listRules();
    expect(report.problems.length).toBeGreaterThan(100);
    for (const { rule, file, line, message, hint } of report.problems) {
      expect(rules.has(rule)).toBe(true);
      expect(file).toMatch(/^(?:content|questions)(?:\/|$)/);
      expect(line).toBeGreaterThanOrEqual(0);
      expect(message).not.toBe('');
      expect(hint).not.toBe('');
      expect(message.length).toBeLessThanOrEqual(301);
    }
  });

  it('meets most of the rules there are for reading', () => {
    const met = new Set(report.problems.map(({ rule }) => rule));
    for (const rule of [
      'link-outside',
      'control-character',
      'yaml-bounds',
      'front-matter',
      'link-scheme',
      'not-utf8',
    ]) {
      expect(met).toContain(rule);
    }
  });
});
