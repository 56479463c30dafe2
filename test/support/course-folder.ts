import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LoadedCourse } from '../../src/content/parse/load-course.ts';
import { loadCourse } from '../../src/content/parse/load-course.ts';

/** Files by their path in a course. */
export type CourseFiles = Readonly<Record<string, string | Buffer>>;

/** Front matter that lacks nothing. */
export const FRONT = '---\ntitle: Queues\nchecked: 2026-11-20\nsources: [https://example.com/q]\n---\n';

export const COURSE_FILE = 'id: test-course\ntitle: Test course\n';

/** Long ago, so that a cache does not take a file for one that may still be changing. */
const PAST = new Date('2026-01-02T03:04:05.678Z');

/** Writes files into a folder; without one into a new temporary folder, which is the caller's to remove. */
export const writeCourse = (
  files: CourseFiles,
  folder = mkdtempSync(join(tmpdir(), 'study-course-')),
): string => {
  const all: CourseFiles = { 'content/course.yaml': COURSE_FILE, ...files };
  return writeNotes(all, folder);
};

/** Writes a folder of notes: nothing but the files given. */
export const writeNotes = (
  files: CourseFiles,
  folder = mkdtempSync(join(tmpdir(), 'study-notes-')),
): string => {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
    utimesSync(place, PAST, PAST);
  }
  return folder;
};

/** What a folder of notes gives. */
export const loadNotes = (files: CourseFiles): LoadedCourse => {
  const folder = writeNotes(files);
  try {
    return loadCourse(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Writes a course, uses its folder and removes it. */
export const withCourse = <T>(files: CourseFiles, use: (folder: string) => T): T => {
  const folder = writeCourse(files);
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const loadFiles = (files: CourseFiles): LoadedCourse =>
  withCourse(files, folder => loadCourse(folder));

/** `file:line rule` of every problem. */
export const placesOf = ({ problems }: Pick<LoadedCourse, 'problems'>): readonly string[] =>
  problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
