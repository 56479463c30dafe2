/** A course for an exam, and a learner with something on every list. */
import type { Blueprint, CourseReader } from '../../src/core/course/course.ts';
import { textFingerprint } from '../../src/core/course/keys.ts';
import type { EventBody, Rating } from '../../src/core/journal/event.ts';
import { studyDay } from '../../src/core/base/civil-day.ts';
import { examBlueprint, serves } from './exam-course.ts';
import type { MemoryJournal, TestClock } from './memory-journal.ts';
import { memoryJournal, testClock } from './memory-journal.ts';
import { card, choice, numeric, tinyCourse } from './tiny-course.ts';

const DAY = 86_400_000;

const NAMES = new Map([
  ['sqs', { title: 'Amazon SQS', area: 'integration' }],
  ['kms', { title: 'AWS KMS and envelope encryption', area: 'security' }],
  ['cognito', { title: 'Amazon Cognito', area: 'security' }],
  ['lambda', { title: 'AWS Lambda', area: 'serverless' }],
  ['vpc', { title: 'Amazon VPC basics', area: 'networking' }],
]);

const OPTIONS = ['*Envelope encryption', 'A larger key', 'A grant', 'An alias'];

const LIST_BLUEPRINT: Blueprint = {
  ...examBlueprint([60, 40], 4, 0, { kinds: ['single', 'multiple', 'numeric'] }),
  domains: [
    { id: 'd1', title: 'Development', weight: 60, tasks: [{ id: '1.1', title: 'Develop code' }] },
    { id: 'd2', title: 'Security', weight: 40, tasks: [{ id: '2.1', title: 'Authenticate and authorize' }] },
  ],
};

export const LIST_COURSE: CourseReader = tinyCourse({
  names: NAMES,
  blueprints: [LIST_BLUEPRINT],
  items: [
    choice('kms-40-mb', OPTIONS, {
      topic: 'kms',
      tasks: serves('2.1'),
      stem: 'A function decrypts 40 MB files with a KMS key and gets throttled. What removes the calls to KMS?',
      keepOrder: true,
    }),
    choice('sqs-rare-double', OPTIONS, {
      topic: 'sqs',
      tasks: serves('1.1'),
      stem: 'A payment worker polls a standard queue. Each payment takes 2 seconds, and still a card is charged twice.',
      keepOrder: true,
    }),
    choice('cognito-token', OPTIONS, {
      topic: 'cognito',
      tasks: serves('2.1'),
      stem: 'Which token does an API Gateway authorizer accept for scopes?',
      level: 'recall',
      keepOrder: true,
    }),
    numeric('lambda-units', '24', 'units', '0', {
      topic: 'lambda',
      tasks: serves('1.1'),
      stem: 'How many concurrent executions do 240 requests a second of 100 ms need?',
    }),
    card('lambda-zero', 'lambda', 'What does a reserved concurrency of 0 do?', 'It stops the function.'),
    card('kms-key', 'kms', 'What does GenerateDataKey return?', 'A plain and an encrypted data key.'),
    card('sqs-limit', 'sqs', 'How large may a message be?', '1 MiB.'),
    card('vpc-cidr', 'vpc', 'How large may the CIDR block of a VPC be?', 'From /28 to /16.'),
  ],
});

export interface ListWorld {
  readonly journal: MemoryJournal;
  readonly clock: TestClock;
}

/** Events of the learner, oldest first: days before today, item, rating. */
const ANSWERS: readonly (readonly [number, string, Rating])[] = [
  [20, 'kms-key', 'easy'],
  [9, 'kms-key', 'again'],
  [4, 'lambda-zero', 'again'],
  [3, 'cognito-token', 'again'],
  [1, 'sqs-limit', 'good'],
  [1, 'sqs-rare-double', 'again'],
  [0, 'sqs-rare-double', 'again'],
  [0, 'kms-40-mb', 'again'],
];

/** A learner on Sat 21 Nov 2026, 10:00, with an exam set unless told otherwise. */
export const listWorld = (exam: boolean = true): ListWorld => {
  const clock = testClock('2026-11-21T10:00:00Z');
  const journal = memoryJournal(clock.now);
  const add = (body: EventBody, daysAgo = 0): void => {
    journal.add('tiny', body, clock.at - daysAgo * DAY);
  };
  const own = exam ? { exam: LIST_BLUEPRINT.id, examDate: '2026-12-20' } : {};
  add({ type: 'configured', settings: { ...own, leechLapses: 1 } }, 30);
  for (const [daysAgo, item, rating] of ANSWERS) {
    const day = studyDay(clock.at - daysAgo * DAY, 0, 4);
    const base = { day, ratings: [{ item, rating, counted: true }], ms: 9000, model: 'm' } as const;
    if (LIST_COURSE.entry(item)?.type === 'card') add({ type: 'reviewed', mode: 'review', ...base }, daysAgo);
    else
      add(
        {
          type: 'answered',
          mode: 'quiz',
          ...base,
          verdict: rating === 'again' ? 'wrong' : 'correct',
          response: {
            kind: 'options',
            chosen: [textFingerprint(rating === 'again' ? 'A larger key' : 'Envelope encryption')],
          },
          question: '',
          confidence: null,
          seed: null,
        },
        daysAgo,
      );
  }
  const today = studyDay(clock.at, 0, 4);
  add({ type: 'flagged', items: ['cognito-token', 'vpc-cidr'], value: true, note: '' });
  add({ type: 'suspended', items: ['vpc-cidr'], value: true });
  add({ type: 'buried', items: ['sqs-limit'], day: today, value: true });
  return { journal, clock };
};

/** The same with a second section in every topic, to be unfolded. */
export const CHOOSE_COURSE: CourseReader = tinyCourse({
  names: NAMES,
  blueprints: [LIST_BLUEPRINT],
  items: ['sqs', 'kms', 'cognito', 'lambda', 'vpc'].flatMap(topic => {
    const own = LIST_COURSE.items.flatMap(({ key }) => LIST_COURSE.item(key) ?? []);
    const first = { ...card(`${topic}-intro`, topic), section: '' };
    return [...own.filter(item => item.topic === topic), first];
  }),
});

const LONG = Array.from(
  { length: 14 },
  (_, i) => `Sentence ${i + 1} of a stem that tells of a company and its many wishes.`,
).join(' ');

/** Questions that fill more than a screen, each of them longer than one. */
export const LONG_LIST_COURSE: CourseReader = tinyCourse({
  names: NAMES,
  blueprints: [LIST_BLUEPRINT],
  items: Array.from({ length: 24 }, (_, i) =>
    choice(`long-${String(i).padStart(2, '0')}`, OPTIONS, {
      topic: ['sqs', 'kms', 'lambda'][i % 3] ?? 'sqs',
      tasks: serves(i % 2 === 0 ? '1.1' : '2.1'),
      stem: `Question ${i}. ${LONG}`,
      keepOrder: true,
    }),
  ),
});

/** Every one of them is flagged and was missed, some more than once. */
export const longListWorld = (): ListWorld => {
  const { clock } = listWorld();
  const journal = memoryJournal(clock.now);
  const today = studyDay(clock.at, 0, 4);
  const items = LONG_LIST_COURSE.items.map(({ key }) => key);
  journal.add('tiny', {
    type: 'configured',
    settings: { exam: LIST_BLUEPRINT.id, examDate: '2026-12-20' },
  });
  journal.add('tiny', { type: 'flagged', items, value: true, note: '' });
  for (const [i, item] of items.entries())
    for (let times = 0; times <= i % 3; times++)
      journal.add('tiny', {
        type: 'answered',
        mode: 'quiz',
        day: today,
        ratings: [{ item, rating: 'again', counted: times === 0 }],
        ms: 9000,
        model: 'm',
        verdict: 'wrong',
        response: { kind: 'options', chosen: [] },
        question: '',
        confidence: null,
        seed: null,
      });
  return { journal, clock };
};
