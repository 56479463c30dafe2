import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepCoursePlace, keepRefusal, readCoursePlaces } from '../../../src/store/device/course-places.ts';

let config = '';
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'study-places-'));
});
afterEach(() => rmSync(config, { recursive: true, force: true }));

const place = (folder: string, used: number): Parameters<typeof keepCoursePlace>[1] => ({
  folder,
  id: `id-${used}`,
  title: 'Notes',
  used,
});

describe('the courses that have been used', () => {
  it('are none where nothing is remembered, or the file is none of ours', () => {
    expect(readCoursePlaces(config)).toEqual({ courses: [], refused: [] });
    for (const text of ['', '[]', '{"version":9,"courses":[]}', '{"version":1,"courses":[{"folder":1}]}']) {
      writeFileSync(join(config, 'courses.json'), text);
      expect(readCoursePlaces(config)).toEqual({ courses: [], refused: [] });
    }
  });

  it('have each folder once, the newest word first, in a file that only the learner can read', () => {
    keepCoursePlace(config, place('/a', 1));
    keepCoursePlace(config, place('/b', 2));
    keepCoursePlace(config, { ...place('/a', 3), kept: true });
    expect(readCoursePlaces(config).courses).toEqual([{ ...place('/a', 3), kept: true }, place('/b', 2)]);
    expect(statSync(join(config, 'courses.json')).mode & 0o077).toBe(0);
  });

  it('take back that a folder was refused', () => {
    keepRefusal(config, '/a');
    keepRefusal(config, '/a');
    expect(readCoursePlaces(config).refused).toEqual(['/a']);
    keepCoursePlace(config, place('/a', 1));
    expect(readCoursePlaces(config).refused).toEqual([]);
    expect(readFileSync(join(config, 'courses.json'), 'utf8')).toContain('"version": 1');
  });
});
