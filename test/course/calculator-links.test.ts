import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/core/calc/catalogue.ts';
import { loadCourse } from '../../src/content/parse/load-course.ts';
import { ROOT } from '../support/run-study.ts';

describe('the shipped course and the calculators', () => {
  const { notes } = loadCourse(ROOT).course;
  const byTopic = new Map(notes.map(note => [note.id, note]));

  it('each calculator has the note it sends to, and that note names it', () => {
    const missing = CATALOGUE.filter(({ id, topic }) => {
      const [name = '', section] = topic.split('#');
      const note = byTopic.get(name);
      const hasSection = section === undefined || note?.sections.some(({ id: slug }) => slug === section);
      return note === undefined || !hasSection || !note.calculators.includes(id);
    });
    expect(missing.map(({ id, topic }) => `${id} -> ${topic}`)).toEqual([]);
  });
});
