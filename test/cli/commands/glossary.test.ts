import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { makeTempDir } from '../../support/run-study.ts';
import { makeTextCourse, runText } from '../../support/text-course.ts';

const folder = makeTempDir('study-glossary');
const GLOSSARY = {
  terms: [
    {
      term: 'DLQ',
      name: 'dead-letter queue',
      text: 'A queue for what failed.',
      topic: 'sqs',
      aliases: ['poison queue'],
    },
    {
      term: 'idempotent',
      name: '',
      text: 'Twice is like once.',
      topic: 'sqs#visibility-timeout',
      aliases: [],
    },
  ],
  plain: [],
};
let course: CourseReader;

beforeAll(async () => {
  const made = await makeTextCourse(folder);
  const topic = made.topics.find(({ id }) => id === 'sqs');
  const note = made.note('sqs');
  if (topic === undefined || note === undefined) throw new Error('The course has no such note');
  const markdown = 'What takes the failed ones?\n\nAnswer: the DLQ.';
  const asked = { id: 'try-it', title: 'Try it', level: 2, line: 1, markdown };
  course = {
    ...made,
    topics: made.topics.map(each => (each.id === 'sqs' ? { ...topic, sections: [asked] } : each)),
    note: id => (id === 'sqs' ? { ...note, sections: [asked] } : made.note(id)),
    glossary: () => GLOSSARY,
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('study glossary', () => {
  it('explains a term by any of its names, and says where to read more', async () => {
    for (const words of [['dlq'], ['dead-letter', 'queue'], ['Poison', 'queues']])
      expect((await runText(['glossary', ...words], course)).stdout).toBe(
        'DLQ: dead-letter queue\nA queue for what failed.\nRead more: study notes sqs\n',
      );
  });

  it('lists all terms', async () => {
    const { code, stdout } = await runText(['glossary'], course);
    expect([code, stdout]).toEqual([0, 'DLQ         dead-letter queue\nidempotent  Twice is like once.\n']);
  });

  it('says what it has not, and what was meant', async () => {
    const { code, stderr } = await runText(['glossary', 'idempotint'], course);
    expect(code).toBe(2);
    expect(stderr).toContain('The glossary has no term "idempotint"');
    expect(stderr).toContain('idempotent');
  });
});

describe('study notes', () => {
  it('keeps the answer to its question until it is asked for', async () => {
    const { stdout } = await runText(['notes', 'sqs'], course);
    expect(stdout).toContain('What takes the failed ones?\n\nThe answer: study notes sqs#try-it --answer\n');
    expect(stdout).not.toContain('Answer: the');
    expect((await runText(['notes', 'sqs', '--answer'], course)).stdout).toContain(
      'Answer: the DLQ (dead-letter queue).',
    );
  });

  it('explains the terms that stand in a note', async () => {
    expect((await runText(['notes', 'sqs', '--terms'], course)).stdout).toBe(
      'DLQ: dead-letter queue\nA queue for what failed.\n',
    );
  });
});
