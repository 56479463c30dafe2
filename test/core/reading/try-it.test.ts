import { describe, expect, it } from 'vitest';
import { tryItIn, tryItOf, withoutAnswer } from '../../../src/core/reading/try-it.ts';

const section = (markdown: string, id = 'try-it') => ({ id, title: 'Try it', level: 2, markdown, line: 1 });
const ASKED = section('Which one?\n\n```text\nAnswer: not here\n```\n\nAnswer: this one.\n\nFor it is.\n');

describe('the question inside a note', () => {
  it('is what stands above the line of its answer', () => {
    expect(tryItOf(ASKED)).toEqual({
      question: 'Which one?\n\n```text\nAnswer: not here\n```',
      answer: 'Answer: this one.\n\nFor it is.',
    });
  });

  it('is none in another section, or without an answer', () => {
    expect(tryItOf(section('Which?\n\nAnswer: a.', 'limits'))).toBeNull();
    expect(tryItOf(section('Run this:\n\n```js\n1\n```'))).toBeNull();
    expect(tryItIn([section('Text.', 'a'), ASKED])?.answer).toContain('this one');
    expect(tryItIn([section('Text.', 'a')])).toBeNull();
  });

  it('is shown without its answer, and nothing else is changed', () => {
    const other = section('Text.', 'a');
    const [first, second] = withoutAnswer([other, ASKED], '*Later.*');
    expect(first).toBe(other);
    expect(second?.markdown).toBe('Which one?\n\n```text\nAnswer: not here\n```\n\n*Later.*');
  });
});
