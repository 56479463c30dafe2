import { describe, expect, it } from 'vitest';
import { readMutatedCourses, readRewrittenCourses } from '../support/mutated-courses.ts';
import { readMutatedJournals } from '../support/mutated-journals.ts';
import { tell } from '../support/tell.ts';

describe('damaged files', () => {
  it('of the journal are read alike with and without a snapshot, and take the next record: 1,000 journals', () => {
    const damaged = readMutatedJournals(1000, 20_261_211);
    expect(damaged).toBeGreaterThan(100);
    tell(`1,000 mutated journals: ${damaged} unreadable lines, no crash`);
  });

  it('of a course are read without a crash, and what is wrong is reported: 3,000 notes and banks', () => {
    const problems = readMutatedCourses(3000, 20_261_212);
    expect(problems).toBeGreaterThan(1500);
    tell(`3,000 mutated notes and banks: ${problems} problems reported, no crash`);
  });

  it('of a course keep every item where the damage means nothing: 600 notes and banks', () => {
    readRewrittenCourses(600, 20_261_213);
  });
});
