import { describe, expect, it } from 'vitest';
import type { TopicEntry } from '../../../src/core/course/course.ts';
import { readingMinutes, readingOrder } from '../../../src/core/reading/reading-order.ts';

const topic = (id: string, words: number, exam = 'dva'): TopicEntry => ({
  id,
  title: id.toUpperCase(),
  area: 'a',
  path: `content/a/${id}.md`,
  aliases: [],
  exams: [{ blueprint: exam, tasks: ['1'] }],
  checked: '',
  calculators: [],
  sections: [{ id: '', title: id, level: 1 }],
  words,
  cards: 0,
  questions: 0,
});

const COURSE = {
  topics: [topic('iam', 1000), topic('sqs', 400), topic('sts', 600), topic('vpc', 100, 'saa')],
};
const EXAM = {
  id: 'dva',
  title: 'Developer',
  reading: [
    { title: 'Identity', topics: [{ topic: 'iam' }, { topic: 'sts', after: ['iam'] }] },
    { title: 'Messages', topics: [{ topic: 'sqs' }, { topic: 'gone' }] },
  ],
};
const NONE = new Map<string, number>();
const idsOf = (order: ReturnType<typeof readingOrder>) =>
  order.parts.map(({ notes }) => notes.map(note => note.topic.id));

describe('the reading order of an exam', () => {
  it('is that of the exam, in its parts, without what the course has no note on', () => {
    const order = readingOrder(COURSE, EXAM, NONE);
    expect(idsOf(order)).toEqual([['iam', 'sts'], ['sqs']]);
    expect(order.parts[0]?.notes[1]?.after.map(({ id }) => id)).toEqual(['iam']);
    expect(order.parts.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Identity', 8],
      ['Messages', 2],
    ]);
    expect(order).toMatchObject({ notes: 3, read: 0, minutes: 10, minutesLeft: 10 });
  });

  it('is the order of teaching where the exam has none', () => {
    const { reading: _, ...exam } = EXAM;
    expect(idsOf(readingOrder({ ...COURSE, order: ['sqs', 'sts'] }, exam, NONE))).toEqual([
      ['sqs', 'sts', 'iam'],
    ]);
    expect(readingOrder(COURSE, { id: 'other', title: 'Other' }, NONE).parts).toEqual([]);
  });

  it('marks a note as read after half of the time that it takes', () => {
    const order = readingOrder(
      COURSE,
      EXAM,
      new Map([
        ['iam', 150_000],
        ['sts', 89_999],
      ]),
    );
    expect(order.parts[0]?.notes.map(({ mark }) => mark)).toEqual(['read', 'begun']);
    expect(order).toMatchObject({ read: 1, minutesLeft: 5 });
  });

  it('keeps only what is asked for', () => {
    expect(idsOf(readingOrder(COURSE, EXAM, NONE, new Set(['sqs'])))).toEqual([['sqs']]);
  });

  it('says at least a minute for a note', () => {
    expect(readingMinutes({ words: 12 })).toBe(1);
    expect(readingMinutes({})).toBe(1);
  });
});
