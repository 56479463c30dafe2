/** A course with an item of every kind, some of them as long and as wide as they come. */
import type { Blueprint, CourseReader, Item } from '../../src/core/course/course.ts';
import { QUESTION_KINDS } from '../../src/core/course/course.ts';
import type { SessionRequest } from '../../src/app/session/session-request.ts';
import { examBlueprint, serves } from './exam-course.ts';
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
  text('long-text', ['visibility timeout'], { stem: LONG }),
  order('long-order', ['Receive', 'Process', 'Delete'], { stem: LONG }),
  match(
    'long-match',
    [
      ['SQS', 'queue'],
      ['SNS', 'topic'],
      ['Kinesis', 'stream'],
    ],
    [],
    { stem: LONG },
  ),
  trueFalse('long-truth', true, { stem: LONG }),
  choice('long-multiple', ['*a', '*b', 'c', 'd', 'e'], { stem: LONG, keepOrder: true }),
  card('long-card', 'sqs', LONG, LONG),
  text('text', ['visibility timeout'], { stem: 'Which setting hides a message while it is processed?' }),
];

/** Those that fit on a screen of any size, and one that does not. */
export const SHOWN_ITEMS = SCREEN_ITEMS.filter(({ key }) => !key.startsWith('long-'));

export const SCREEN_COURSE: CourseReader = tinyCourse({ items: SCREEN_ITEMS });

/** Its questions as the bank of an exam, every one of them on the paper. */
export const examScreenCourse = (
  from: readonly Item[] = SHOWN_ITEMS,
  more: Partial<Blueprint> = {},
): CourseReader => {
  const items = from.map((item, i) =>
    item.type === 'card' ? item : { ...item, tasks: serves(i % 2 === 0 ? '1.1' : '2.1') },
  );
  const questions = items.filter(({ type }) => type === 'question').length;
  const blueprint = examBlueprint([50, 50], questions, 0, { kinds: QUESTION_KINDS, minutes: 130, ...more });
  return tinyCourse({ items, blueprints: [blueprint] });
};

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
