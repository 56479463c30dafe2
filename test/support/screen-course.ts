/** A course with an item of every kind, some of them as long and as wide as they come. */
import type { CourseReader, Item } from '../../src/core/course.ts';
import type { SessionRequest } from '../../src/app/session-request.ts';
import { card, choice, match, numeric, order, text, tinyCourse, trueFalse } from './tiny-course.ts';

const LONG = Array.from(
  { length: 18 },
  (_, i) => `Sentence ${i + 1} of a stem that tells of a company and its many wishes.`,
).join(' ');

export const SCREEN_ITEMS: readonly Item[] = [
  card(
    'visibility',
    'sqs',
    'A worker takes 90 seconds per message. Which queue setting must change, and what is its default?',
    'The **visibility timeout**: 30 seconds by default, 12 hours at most.',
  ),
  card(
    'table',
    'sqs',
    'Which queues are there, and what does each promise?',
    [
      '| Queue | Order | Delivery |',
      '| --- | --- | --- |',
      '| Standard | best effort | at least once |',
      '| FIFO | kept within a group | exactly once |',
      '',
      '```sh',
      'aws sqs create-queue --queue-name orders.fifo --attributes FifoQueue=true',
      '```',
    ].join('\n'),
  ),
  card('wide', 'sqs', '消息队列的可见性超时默认是多少秒？ e\u0301\u0301 👩‍👩‍👧‍👦', '三十秒。'.repeat(20)),
  choice('single', ['*2 RCU', '1 RCU', '3 RCU', '90 RCU'], {
    stem: 'A table is read 90 times a minute with eventually consistent reads of 6 KB items. How many units?',
    keepOrder: true,
  }),
  choice(
    'multiple',
    [
      '*A secret that `rotates` every 30 days',
      'A parameter',
      '*A policy that lets the function read it, and nothing else of the account or of any other account',
      'A user',
      'A bucket',
    ],
    { stem: 'Which TWO does the function need?', keepOrder: true },
  ),
  choice('long', ['*Right. '.padEnd(170, 'and on '), 'Wrong. '.padEnd(170, 'and on '), 'Bad.', 'False.'], {
    stem: LONG,
    keepOrder: true,
  }),
  trueFalse('truth', true, { stem: 'A FIFO queue keeps the order within a message group.' }),
  numeric('number', '24', 'RCU', '0', {
    stem: 'Sixteen eventually consistent reads of 12 KB a second need how many read units?',
  }),
  order('order', ['Receive the message', 'Process it', 'Delete it'], {
    stem: 'In which order does a worker act?',
  }),
  match(
    'match',
    [
      ['SQS', 'queue'],
      ['SNS', 'topic'],
      ['Kinesis', 'stream'],
    ],
    ['table'],
    { stem: 'What is what?' },
  ),
  text('text', ['visibility timeout'], { stem: 'Which setting hides a message while it is processed?' }),
];

export const SCREEN_COURSE: CourseReader = tinyCourse({ items: SCREEN_ITEMS });

/** A session of these items in this order. */
export const sessionOf = (
  mode: SessionRequest['mode'],
  queue: readonly string[],
  topics: ReadonlySet<string> | null = null,
): SessionRequest => ({
  mode,
  topics: () => topics,
  plan: () => ({
    plan: { mode, seed: 4, queue, learning: [], limit: null, until: null, form: null },
    due: 0,
    fresh: 0,
    heldBack: { due: 0, fresh: 0 },
    repeatable: mode === 'quiz',
  }),
  nothing: () => 'There is nothing to ask.',
});
