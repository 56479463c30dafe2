import { describe, expect, it } from 'vitest';
import { loadNotes } from '../../../support/course-folder.ts';

describe('tags in a folder of notes', () => {
  const { course, problems } = loadNotes({
    'Cells.md':
      '---\ntags: [biology]\n---\n# Cells\n\nText with #inline.\n\nQ: One? #exam/first\nA: Yes.\n\n---\n\nQ: Two?\nA: No. #shown\n',
    'Plants.md':
      '#flashcards\n\nLeaf::Green #colors\n\nThe ==root== is below. #parts\n\nMore\nlines #front\n?\nBack\n\n`#code`::x\n',
  });
  const tags = (topic: string): readonly unknown[] =>
    course.cards.filter(card => card.topic === topic).map(({ front, tags: of }) => [front, of]);

  it('at the end of a question belong to that card, and are not asked', () => {
    expect(problems).toEqual([]);
    expect(tags('cells')).toEqual([
      ['One?', ['exam/first']],
      ['Two?', undefined],
    ]);
  });

  it('of the text and of the properties name the note, those of its cards do not', () => {
    const aliases = course.notes.find(({ id }) => id === 'cells')?.aliases ?? [];
    expect(aliases.filter(alias => alias.startsWith('#'))).toEqual(['#biology', '#inline']);
  });

  it('in cards of Spaced Repetition belong to those cards, but for the one that makes them', () => {
    expect(tags('plants')).toEqual([
      ['Leaf', ['colors']],
      ['The [...] is below. #parts', ['parts']],
      ['More\nlines #front', ['front']],
      ['`#code`', undefined],
    ]);
  });
});
