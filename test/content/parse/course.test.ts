/** The course of this repository. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../../src/content/parse/load-course.ts';
import { currentBlueprint } from '../../../src/core/course/domains.ts';
import { newestKeys } from '../../../src/core/course/renames.ts';
import { tinyCourse } from '../../support/tiny-course.ts';
import { ROOT } from '../../support/run-study.ts';

const { course } = loadCourse(ROOT);
const unzipped = (path: string): string => gunzipSync(readFileSync(join(ROOT, path))).toString('utf8');

describe('the course', () => {
  it('has every key that progress may hang on since 4f1f9c0, or says where it went', () => {
    const today = new Set([...course.cards, ...course.questions].map(({ key }) => key));
    const newest = newestKeys(course.renames);
    const keys = unzipped('test/fixtures/keys-of-4f1f9c0.txt.gz').trimEnd().split('\n');
    expect(keys).toHaveLength(5180);
    expect(keys.filter(key => !today.has(newest.get(key) ?? key))).toEqual([]);
  });

  it('tags what serves DVA-C03 by task, not by domain', () => {
    const tagged = [
      ...course.notes.map(({ id, exams }) => ({ id, tags: exams })),
      ...course.questions.map(({ key, tasks }) => ({ id: key, tags: tasks })),
    ].flatMap(({ id, tags }) =>
      tags.filter(({ blueprint }) => blueprint === 'dva-c03').map(({ tasks }) => ({ id, tasks })),
    );
    expect(tagged.length).toBeGreaterThan(1000);
    expect(tagged.filter(({ tasks }) => tasks.some(task => !task.includes('.')))).toEqual([]);
    const { domains = [] } = course.blueprints.find(({ id }) => id === 'dva-c03') ?? {};
    const tasks = domains.flatMap(domain => domain.tasks);
    expect(tasks).toHaveLength(12);
    expect(tasks.reduce((sum, { skills = 0 }) => sum + skills, 0)).toBe(72);
  });

  it('prepares for DVA-C02 before its last day and for DVA-C03 from then on', () => {
    const reader = {
      ...tinyCourse({ items: [], blueprints: course.blueprints }),
      blueprint: course.blueprint,
    };
    const exam = (today: string, examDate = ''): string | undefined =>
      currentBlueprint(reader, { exam: '', examDate }, today)?.id;
    expect(exam('2026-11-29')).toBe('dva-c02');
    expect(exam('2026-11-30')).toBe('dva-c03');
    expect(exam('2026-11-20', '2026-11-30')).toBe('dva-c02');
    expect(exam('2026-12-01')).toBe('dva-c03');
    expect(exam('2026-11-30', '2026-12-15')).toBe('dva-c03');
  });

  it('is frozen for measurements of learning as it was at 4f1f9c0', () => {
    const frozen = JSON.parse(unzipped('bench/learning/course.json.gz')) as Record<
      string,
      readonly unknown[]
    >;
    expect(Object.entries(frozen).map(([name, list]) => [name, list.length])).toEqual([
      ['blueprints', 5],
      ['notes', 138],
      ['cards', 3487],
      ['questions', 1693],
    ]);
  });
});
