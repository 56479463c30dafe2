import { expect, it } from 'vitest';
import { courseTerms } from '../../../src/app/course/course-terms.ts';
import { matchText } from '../../../src/core/question/text-answer.ts';
import { loadFiles, FRONT } from '../../support/course-folder.ts';

const termsOf = (body: string): ((folded: string) => boolean) => {
  const { course } = loadFiles({ 'content/area/nerves.md': FRONT + body });
  const items = course.cards.map(card => ({ key: card.key, kind: card.kind }));
  const reader = {
    topics: course.notes.map(note => ({ ...note })),
    items,
    item: (key: string) => course.cards.find(card => card.key === key),
    note: (id: string) => course.notes.find(note => note.id === id),
  };
  return courseTerms(reader as unknown as Parameters<typeof courseTerms>[0]);
};

it.each([
  ['a heading', '## One\n\nText.\n\n### Efferent neurons\n\nText.\n'],
  ['bold text', '## One\n\nAfferent and **efferent** neurons.\n'],
  ['a card', '## One\n\nText.\n\n## Cards\n\nQ: Which go to muscles?\nA: efferent\n'],
])('a slip is not forgiven where what was typed is a word of %s', (_, body) => {
  expect(matchText('efferent', ['afferent'], termsOf(body))).toBeNull();
});

it('a true slip is forgiven', () => {
  expect(matchText('acommodate', ['accommodate'], termsOf('## One\n\nText.\n'))?.how).toBe('typo');
});
