import { describe, expect, it } from 'vitest';
import { readMutatedCourses, readRewrittenCourses } from '../../support/mutated-courses.ts';

describe('a course of damaged files', () => {
  it('is read without a crash, and what is wrong is reported: 120 files at random', () => {
    expect(readMutatedCourses(120, 20_261_206)).toBeGreaterThan(60);
  });

  it('keeps every item where the damage means nothing: ends of lines, byte order marks, empty lines at the end', () => {
    readRewrittenCourses(60, 20_261_207);
  });
});
