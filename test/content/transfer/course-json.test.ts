import { describe, expect, it } from 'vitest';
import { isCourseJson, readCourseJson } from '../../../src/content/transfer/course-json.ts';

const value = {
  schema: 'study/1',
  notes: [{ id: 'sqs', title: 'Amazon SQS', area: 'integration', sections: [{ id: 'a' }] }],
  cards: [
    { id: 'sqs-range', topic: 'sqs', section: '', kind: 'basic', front: 'How long?', back: '30 s' },
    {
      id: 'sqs-days/4-days',
      topic: 'sqs',
      kind: 'cloze',
      front: 'It keeps [...], 14 days at most.',
      back: 'It keeps **4 days**, 14 days at most.',
    },
    {
      id: 'sqs-days/14-days',
      topic: 'sqs',
      kind: 'cloze',
      front: 'It keeps 4 days, [...] at most.',
      back: 'It keeps 4 days, **14 days** at most.',
    },
  ],
  questions: [
    {
      id: 'sqs-q',
      topic: 'sqs',
      path: 'x',
      kind: 'true-false',
      tasks: { x: ['1'] },
      level: 'apply',
      stem: 'Is it?',
      answer: true,
      why: 'Yes.',
    },
  ],
};

describe('the JSON of a course', () => {
  it('gives its cards and questions under their own ids, and tells that notes are files', () => {
    const text = JSON.stringify(value);
    expect(isCourseJson(text)).toBe(true);
    const deck = readCourseJson(text, 'course.json');
    expect(deck.cards).toMatchObject([
      { id: 'sqs-range', named: true, deck: ['integration', 'Amazon SQS'], form: 'basic' },
      { id: 'sqs-days', form: 'cloze', text: 'It keeps [4 days], [14 days] at most.' },
    ]);
    expect(deck.questions).toEqual([
      {
        id: 'sqs-q',
        named: true,
        deck: ['integration', 'Amazon SQS'],
        place: {},
        entry: { id: 'sqs-q', kind: 'true-false', level: 'apply', stem: 'Is it?', answer: true, why: 'Yes.' },
      },
    ]);
    expect(deck.remarks).toMatchObject([{ act: 'left', what: 'note' }]);
  });

  it.each(['{"schema":"study/1"}', '{"schema":"study/1","cards":[', '[]'])('%j is refused in words', text => {
    expect(() => readCourseJson(text, 'x.json')).toThrow('no cards and questions');
  });
});
