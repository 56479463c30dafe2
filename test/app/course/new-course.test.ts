import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCourse } from '../../../src/app/course/check-course.ts';
import { makeCourse, makeExam, makeQuestion, makeTopic } from '../../../src/app/course/new-course.ts';
import { openCourse } from '../../../src/app/course/open-course.ts';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { QUESTION_KINDS } from '../../../src/core/course/question-kinds.ts';
import { writeNotes } from '../../support/course-folder.ts';
import { ROOT } from '../../support/run-study.ts';

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'study-new-'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const maker = { runtime: { seed: () => 123_456_789 }, root: ROOT, today: '2026-11-20' };
const open = (folder: string): Promise<CourseReader> =>
  openCourse({ folder, cache: join(top, 'cache'), shippedIndex: '/nowhere', shippedRoot: '/nowhere' });
const found = async (folder: string): Promise<readonly string[]> =>
  (await checkCourse({ folder, today: '2026-11-20' })).problems.map(
    ({ severity, rule, file }) => `${severity} ${rule} ${file}`,
  );

describe('study new', () => {
  it('makes a course, topics, an exam and questions of every kind, that pass the check', async () => {
    const folder = join(top, 'Astronomy 101');
    makeCourse(maker, folder, { title: '', from: null });
    // Which task a question serves is asked once there is an exam.
    expect(await found(folder)).toEqual([]);
    expect(readFileSync(join(folder, 'content', 'course.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=file:.*course\.schema\.json\n[^]*id: astronomy-101-[a-z0-9]{4}\ntitle: "Astronomy 101"\n/,
    );
    makeTopic(maker, await open(folder), 'The outer planets', 'Far away');
    makeExam(maker, await open(folder), 'Midterm');
    for (const kind of [...QUESTION_KINDS, 'template'] as const)
      makeQuestion(maker, await open(folder), 'the-outer-planets', kind);
    const course = await open(folder);
    expect(course.topics.map(({ id, area }) => [id, area])).toEqual([
      ['first-topic', 'basics'],
      ['the-outer-planets', 'far-away'],
    ]);
    expect(course.items.filter(({ type }) => type === 'question').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([...QUESTION_KINDS]),
    );
    const all = await found(folder);
    expect(all.filter(text => text.startsWith('error'))).toEqual([]);
    expect(all.filter(text => text.includes(' why-'))).toEqual([]);
    // The questions serve the first part alone; that the second has none is what its author must know.
    expect(all).toContain('warning blueprint-supply questions/exams/midterm.yaml');
  });

  it('makes them in a folder of notes, beside the notes', async () => {
    const folder = writeNotes({ 'Planets/Mars.md': '# Mars\n\n## Moons\n\nTwo.\n' }, join(top, 'vault'));
    makeTopic(maker, await open(folder), 'Jupiter: the "largest"', 'Planets');
    makeExam(maker, await open(folder), 'final');
    const { path, line } = makeQuestion(maker, await open(folder), 'mars', 'text');
    expect(path).toBe(join(folder, 'Planets', 'Mars.yaml'));
    expect(readFileSync(path, 'utf8').split('\n')[line - 1]).toMatch(/^- id: planets-mars-text/);
    const course = await open(folder);
    expect(course.topics.map(({ id }) => id)).toEqual(['planets-jupiter-the-largest', 'planets-mars']);
    expect(course.blueprints.map(({ id }) => id)).toEqual(['final']);
    expect((await found(folder)).filter(text => text.startsWith('error'))).toEqual([]);
  });

  it('copies a course under an id of its own', () => {
    const from = join(top, 'from');
    makeCourse(maker, from, { title: 'Old', from: null });
    makeCourse({ ...maker, runtime: { seed: () => 5 } }, join(top, 'to'), { title: 'New one', from });
    const text = readFileSync(join(top, 'to', 'content', 'course.yaml'), 'utf8');
    expect(text).toContain('id: new-one-0005\ntitle: "New one"\n');
    expect(readFileSync(join(top, 'to', 'content', 'basics', 'first-topic.md'), 'utf8')).toContain(
      '## Cards',
    );
  });

  it('overwrites nothing, and leaves the shipped course alone', async () => {
    const folder = join(top, 'course');
    makeCourse(maker, folder, { title: '', from: null });
    const course = await open(folder);
    expect(() => makeCourse(maker, folder, { title: '', from: null })).toThrow('holds something');
    expect(() => makeTopic(maker, course, 'First topic', 'basics')).toThrow('already');
    expect(() =>
      makeTopic(maker, { ...course, topics: [] } as CourseReader, 'First topic', 'basics'),
    ).toThrow('a file of this name');
    expect(() => makeTopic(maker, course, 'x', '../..')).toThrow('no name');
    expect(() =>
      makeQuestion(maker, { ...course, origin: 'shipped' } as CourseReader, 'first-topic', 'text'),
    ).toThrow('not edited in place');
  });
});
