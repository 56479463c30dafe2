import { describe, expect, it } from 'vitest';
import {
  ankiTag,
  isWithin,
  tagOf,
  tagsIn,
  takeTags,
  withoutEndTag,
} from '../../../src/core/course/card-tags.ts';

describe('tags at the end of a line', () => {
  it.each([
    ['What is it? #biology', 'What is it?', ['biology']],
    ['What is it? #biology/cells #exam-2', 'What is it?', ['biology/cells', 'exam-2']],
    ['Was ist es? #Übung #日本語', 'Was ist es?', ['Übung', '日本語']],
    ['Twice #a #a', 'Twice', ['a']],
  ])('%j are taken from it', (line, text, tags) => {
    expect(takeTags(line)).toEqual({ text, tags });
  });

  it.each(['Which is issue #1', 'What is C#', '#alone', 'See #a, then go', 'An `#id`', 'Escaped \\#a'])(
    '%j has none',
    line => {
      expect(takeTags(line)).toEqual({ text: line, tags: [] });
    },
  );

  it('are none once they are escaped', () => {
    expect(withoutEndTag('Print with #include')).toBe('Print with \\#include');
    expect(takeTags(withoutEndTag('One #two #three'))).toEqual({ text: 'One #two \\#three', tags: [] });
    expect(withoutEndTag('Nothing here')).toBe('Nothing here');
  });
});

describe('tags', () => {
  it('stand anywhere in a text, but not within words or as numbers', () => {
    expect(tagsIn('#a, (#no) b#no #c/d. #12 #e-1')).toEqual(['a', 'c/d', 'e-1']);
  });

  it.each([
    ['Biology::Cells', 'Biology/Cells'],
    ['#AK_Step1::#B&B::01', 'AK_Step1/_B_B/01'],
    ['two words', 'two_words'],
    ['2024', '_2024'],
    ['::', ''],
    ['&', ''],
  ])('of other programs: %j is %j', (name, tag) => {
    expect(tagOf(name)).toBe(tag);
  });

  it('within one another are written as Anki writes them', () => {
    expect(ankiTag('biology/cells')).toBe('biology::cells');
  });

  it('belong to those that they are within', () => {
    expect(isWithin('Biology/Cells', 'biology')).toBe(true);
    expect(isWithin('biology', 'biology/cells')).toBe(false);
    expect(isWithin('biologyx', 'biology')).toBe(false);
  });
});
