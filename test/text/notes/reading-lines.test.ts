import { describe, expect, it } from 'vitest';
import { readingOrder } from '../../../src/core/reading/reading-order.ts';
import { spokenReading } from '../../../src/text/accessible/notes/spoken-reading.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { readingLines, readingTime } from '../../../src/text/notes/reading-lines.ts';

const topic = (id: string, title: string, words: number) => ({
  id,
  title,
  area: 'a',
  path: `content/a/${id}.md`,
  aliases: [],
  exams: [],
  checked: '',
  calculators: [],
  sections: [{ id: '', title, level: 1 }],
  words,
  cards: 0,
  questions: 0,
});

const ORDER = readingOrder(
  {
    topics: [
      topic('iam', 'IAM users, groups, and roles', 1200),
      topic('sts', 'AWS STS', 800),
      topic('sqs-visibility-timeout-and-dead-letter-queues', 'Visibility timeout', 12_000),
    ],
  },
  {
    id: 'dva',
    title: 'Developer',
    reading: [
      { title: 'Identity', topics: [{ topic: 'iam' }, { topic: 'sts', after: ['iam'] }] },
      { title: 'Messages', topics: [{ topic: 'sqs-visibility-timeout-and-dead-letter-queues' }] },
    ],
  },
  new Map([
    ['iam', 400_000],
    ['sts', 6_000],
  ]),
);

describe('the reading order of an exam', () => {
  it('is lines with number, mark, minutes, id and title', () => {
    expect(readingLines(ORDER, { width: 70, style: makeStyle(false) })).toEqual([
      'Developer',
      '3 notes, 1 h 10 min; 1 read, 1 h 4 min left',
      '',
      'Identity, 10 min',
      '1.  read    6 min  iam                      IAM users, groups, and',
      '                                            roles',
      '2.  begun   4 min  sts                      AWS STS (after 1)',
      '',
      'Messages, 1 h',
      '3.            1 h  sqs-visibility-timeout-and-dead-letter-queues',
      '                                            Visibility timeout',
    ]);
  });

  it('is sentences where it is heard', () => {
    expect(spokenReading(ORDER)).toEqual([
      'Reading for Developer: 3 notes, 1 hour 10 minutes.',
      '1 read, 1 hour 4 minutes left.',
      '',
      'Part 1 of 2: Identity, 2 notes, 10 minutes.',
      '1. IAM users, groups, and roles, read, 6 minutes. iam.',
      '2. AWS STS, begun, 4 minutes, after IAM users, groups, and roles. sts.',
      '',
      'Part 2 of 2: Messages, 1 note, 1 hour.',
      '3. Visibility timeout, 1 hour. sqs-visibility-timeout-and-dead-letter-queues.',
    ]);
  });

  it('says hours and minutes', () => {
    expect([5, 60, 651].map(readingTime)).toEqual(['5 min', '1 h', '10 h 51 min']);
  });
});
