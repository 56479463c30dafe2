import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../../../src/content/parse/load-course.ts';
import { readBesideNotes } from '../../../../src/content/transfer/beside-notes.ts';
import { placesOf, writeNotes } from '../../../support/course-folder.ts';

describe('questions of other programs beside notes', () => {
  it('are read from GIFT and Aiken, and belong to the note of the same name', () => {
    const folder = writeNotes({
      'Bio/Osmosis.md': 'Text.\n',
      'Bio/Osmosis.gift': '::One:: What moves? {=Water ~Salt ~Air}\n\nWater moves. {T}\n',
      'Bio/Aiken.txt': 'Which is largest?\nA. Earth\nB. Jupiter\nANSWER: B\n',
      'shopping.txt': 'A. milk\nB. bread\n',
    });
    try {
      const { course, problems } = loadCourse(folder, undefined, readBesideNotes);
      expect(course.questions.map(({ topic, kind }) => [topic, kind]).toSorted()).toEqual([
        ['bio-aiken', 'single'],
        ['bio-osmosis', 'single'],
        ['bio-osmosis', 'true-false'],
      ]);
      expect(new Set(course.questions.map(({ key }) => key)).size).toBe(3);
      expect(placesOf({ problems })).toEqual([]);
      expect(loadCourse(folder).course.questions).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that cannot be asked are named with their line', () => {
    const folder = writeNotes({ 'a.gift': 'Write an essay. {}\n\nWhat moves? {=Water ~Salt}\n' });
    try {
      const { course, problems } = loadCourse(folder, undefined, readBesideNotes);
      expect(course.questions).toHaveLength(1);
      expect(placesOf({ problems })).toEqual(['a.gift:1 foreign-bank']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
