/** A course with all that can be heard: a note with a table, a drawing, code and links; seven kinds; an exam. */
import { writeCourse } from './course-folder.ts';

const NOTE = `---
title: Amazon SQS
aliases: [simple-queue-service]
exams: { mock: ['1.1'] }
checked: 2026-11-20
sources: [https://example.com/sqs]
calculators: [sqs-visibility]
---

A queue keeps messages until a consumer deletes them.

## The life of a message

It is **sent**, received and deleted. See [limits](#limits) and [the sender](sns#topics).

\`\`\`text alt="A producer sends to the queue, which hands the message to one consumer."
producer --> queue --> consumer
\`\`\`

### Visibility timeout

A received message is hidden for 30 s by default → after that it comes again.

## Limits

| What | Value | Note |
|---|---|---|
| Retention | 4 days | 1 minute – 14 days |
| Message size | 1 MiB | |

- Standard queues: at least once.
- FIFO queues: exactly once, 300 calls/s.

\`\`\`bash
aws sqs receive-message --queue-url "$URL" --wait-time-seconds 20
aws sqs delete-message --queue-url "$URL" --receipt-handle "$HANDLE"
\`\`\`

## Cards

### Limits

Q: How long does SQS keep a message by default? ^sqs-retention
A: 4 days.

C: A received message is hidden for the [visibility timeout]. ^sqs-hidden
`;

const OTHER = `---
title: Amazon SNS
exams: { mock: ['1.2'] }
checked: 2026-11-20
sources: [https://example.com/sns]
---

## Topics

A topic pushes messages to its subscribers.

## Cards

Q: What does a topic do with a message? ^sns-push
A: It pushes it to every subscriber.
`;

const question = (id: string, topic: string, body: string): string =>
  `- id: ${id}\n  tasks: {mock: ["${topic === 'sqs' ? '1.1' : '1.2'}"]}\n  level: recall\n  section: ${topic === 'sqs' ? 'sqs#limits' : 'sns#topics'}\n  sources: [https://example.com/${id}]\n  checked: 2026-11-20\n${body}`;

const SQS_QUESTIONS = [
  question(
    'dup',
    'sqs',
    `  kind: single
  stem: A worker gets a message twice. What should it do?
  options:
    - { text: Write the payment id with a condition before it charges., correct: true, why: A condition makes the second delivery harmless. }
    - { text: Turn on long polling., why: Long polling saves empty calls. }
    - { text: Raise the visibility timeout to 12 hours., why: The work takes 2 seconds. }
    - { text: Set up a dead-letter queue., why: It takes what fails again and again. }
`,
  ),
  question(
    'two',
    'sqs',
    `  kind: multiple
  stem: Which TWO are true of FIFO queues?
  options:
    - { text: They keep the order within a group., correct: true, why: The group is the unit of order. }
    - { text: They deliver each message once., correct: true, why: Duplicates are dropped within 5 minutes. }
    - { text: They have no limit., why: They take 300 calls a second. }
    - { text: They are free., why: They cost more. }
`,
  ),
  question(
    'tf',
    'sqs',
    '  kind: true-false\n  stem: A standard queue may deliver a message twice.\n  answer: true\n  why: It delivers at least once.\n',
  ),
  question(
    'num',
    'sqs',
    '  kind: numeric\n  stem: How many seconds is a message hidden by default?\n  answer: 30\n  unit: s\n  tolerance: 0\n  why: The default is 30 s.\n',
  ),
  question(
    'term',
    'sqs',
    '  kind: text\n  stem: What is the queue called that takes what fails?\n  accept: [dead-letter queue, DLQ]\n  why: It is a queue like any other.\n',
  ),
].join('');

const SNS_QUESTIONS = [
  question(
    'steps',
    'sns',
    '  kind: order\n  stem: Put the life of a message in order.\n  steps: [SendMessage, ReceiveMessage, the work, DeleteMessage]\n  why: What is not deleted comes again.\n',
  ),
  question(
    'pairs',
    'sns',
    '  kind: match\n  stem: Match the service with what it does.\n  pairs:\n    - { left: SQS, right: keeps }\n    - { left: SNS, right: pushes }\n    - { left: Kinesis, right: streams }\n  why: Each has its own job.\n',
  ),
].join('');

const BLUEPRINT = `id: mock
title: Mock exam
questions: { scored: 4, unscored: 0 }
minutes: 20
aim: 80
kinds: [single, multiple, true-false, numeric, order, match, text]
domains:
  - id: "1"
    title: Queues and topics, with a name that is long
    weight: 100
    tasks:
      - {id: "1.1", title: Queues, weight: 60}
      - {id: "1.2", title: Topics, weight: 40}
sources: [https://example.org/exam]
checked: 2026-11-20
`;

/** Writes it into a new folder, which is the caller's to remove. */
export const writeHeardCourse = (): string =>
  writeCourse({
    'content/integration/sqs.md': NOTE,
    'content/integration/sns.md': OTHER,
    'questions/integration/sqs.yaml': SQS_QUESTIONS,
    'questions/integration/sns.yaml': SNS_QUESTIONS,
    'questions/exams/mock.yaml': BLUEPRINT,
  });
