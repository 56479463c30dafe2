import { expect, it } from 'vitest';
import { askedText } from '../../../src/core/question/asked-text.ts';
import type { Template } from '../../../src/core/course/course.ts';
import { card, choice } from '../../support/tiny-course.ts';

it('is the front of a card and the stem of a question, without markup', () => {
  expect(askedText(card('a', 'sqs', 'What is **it**?', 'That.'))).toBe('What is it?');
  expect(askedText(choice('b', undefined, { stem: 'Which `queue`?' }))).toBe('Which queue?');
});

it('has a sign for each number that is drawn when the question is asked, and no name of a field', () => {
  const question = choice('c') as unknown as Template;
  const template = {
    ...question,
    calculator: 's3-parts',
    stem: 'A backup of {object-size} in parts of {part-size}?',
  };
  expect(askedText(template)).toBe('A backup of … in parts of …?');
});
