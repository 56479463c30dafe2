/** The screens that the README shows, drawn by the program itself on a course and a day made up for it. */
import type { Blueprint, CourseReader, Item } from '../../src/core/course/course.ts';
import { makeRenderer } from '../../src/text/question/renderer.ts';
import { makeStyle } from '../../src/text/layout/style.ts';
import type { Destination } from '../../src/tui/shell/destination.ts';
import { examBlueprint, serves } from './exam-course.ts';
import { openScreen } from './frames.ts';
import { memoryJournal, testClock } from './memory-journal.ts';
import { studied } from './planned-course.ts';
import { sessionOf } from './screen-course.ts';
import { newExam, screenPaths } from './screens-in-context.ts';
import type { RecordedFrame } from './terminal-svg.ts';
import { card, choice, tinyCourse } from './tiny-course.ts';

const UNITS: Item = {
  ...choice('units', ['1 RCU', '*2 RCU', '3 RCU', '90 RCU'], {
    topic: 'dynamodb',
    keepOrder: true,
    tasks: serves('1.1'),
    stem: 'A table is read 90 times a minute with eventually consistent reads of 6 KB items. How many read capacity units does it need?',
  }),
  options: [
    ['1 RCU', 'Rounded the item down to 4 KB.'],
    [
      '2 RCU',
      '1.5 reads a second, 2 blocks of 4 KB an item, half for eventual consistency: 1.5, rounded up.',
    ],
    ['3 RCU', 'Forgot that an eventually consistent read costs half.'],
    ['90 RCU', 'Took reads a minute for reads a second.'],
  ].map(([text = '', why = '']) => ({ text, why, correct: text === '2 RCU' })),
} as Item;

const TOPICS = [
  ['kms', '2.1'],
  ['sqs', '1.2'],
  ['cognito', '2.2'],
  ['lambda', '1.1'],
] as const;

const NAMES = new Map([
  ['dynamodb', { title: 'DynamoDB' }],
  ['kms', { title: 'Key Management Service (KMS)' }],
  ['sqs', { title: 'Simple Queue Service (SQS)' }],
  ['cognito', { title: 'Cognito' }],
  ['lambda', { title: 'Lambda' }],
]);

const DOMAINS = [
  ['Development', 55, ['Write code for functions', 'Connect parts with messages']],
  ['Security', 45, ['Encrypt data', 'Authenticate users']],
] as const;

const ITEMS: readonly Item[] = [
  UNITS,
  ...TOPICS.flatMap(([topic, task]) => [
    ...Array.from({ length: 6 }, (_, i) => card(`${topic}-card-${i}`, topic)),
    ...Array.from({ length: 6 }, (_, i) =>
      choice(`${topic}-${i}`, undefined, { topic, tasks: serves(task) }),
    ),
  ]),
];

const BLUEPRINT: Blueprint = examBlueprint(
  DOMAINS.map(([, weight]) => weight),
  20,
  0,
  {
    id: 'dev-c03',
    title: 'Certified Cloud Developer - Associate (DEV-C03)',
    minutes: 40,
    domains: DOMAINS.map(([title, weight, tasks], place) => ({
      id: `d${place + 1}`,
      title,
      weight,
      tasks: tasks.map((task, number) => ({ id: `${place + 1}.${number + 1}`, title: task })),
    })),
  },
);
const COURSE: CourseReader = tinyCourse({
  items: ITEMS.map(item =>
    item.type === 'card'
      ? item
      : { ...item, tasks: item.tasks.map(tag => ({ ...tag, blueprint: BLUEPRINT.id })) },
  ),
  blueprints: [BLUEPRINT],
  names: NAMES,
});

/** Frames by what they show; the ends of lines are trimmed. */
interface Showcase {
  readonly home: string;
  readonly plan: string;
  readonly readiness: string;
  readonly answer: string;
  readonly report: string;
}

/** Home, the plan and readiness of somebody who has prepared for nine days. */
const drawPlanned = async (): Promise<Pick<Showcase, 'home' | 'plan' | 'readiness'>> => {
  const source = studied(9);
  const frameOf = async (destination: Destination, rows: number): Promise<string> => {
    const screens = await openScreen(destination, {
      ...source,
      paths: screenPaths(),
      size: { columns: 80, rows },
    });
    await screens.settle();
    return screens.frame();
  };
  return {
    home: await frameOf({ to: 'home' }, 21),
    plan: await frameOf({ to: 'plan' }, 26),
    readiness: await frameOf({ to: 'readiness' }, 26),
  };
};

/** The size of the recording that the README begins with. */
export const RECORDED_SIZE = { columns: 80, rows: 24 } as const;

/** What one sees in the first minutes: today, a question, its answer, the plan, and how ready one is. */
export const drawRecording = async (): Promise<readonly RecordedFrame[]> => {
  await makeRenderer(makeStyle(false)).load();
  const frames: RecordedFrame[] = [];
  const source = { ...studied(9), size: RECORDED_SIZE, colour: true };
  const clock = testClock('2026-11-25T18:00:00Z');
  const quiz = await openScreen(
    { to: 'session', request: sessionOf('quiz', ['units', 'kms-1'], new Set(['dynamodb'])) },
    { ...source, course: COURSE, journal: memoryJournal(clock.now), clock, paths: screenPaths() },
  );
  const add = (keys: string, seconds: number, styled: string): void => {
    frames.push({ keys, seconds, lines: styled.split('\n') });
  };
  const opened = async (to: Destination): Promise<string> => {
    const screens = await openScreen(to, { ...source, paths: screenPaths() });
    await screens.settle();
    return screens.styled();
  };
  add('$ study', 4, await opened({ to: 'home' }));
  add('t: a quiz', 4, quiz.styled());
  await quiz.press('3');
  await quiz.press('enter');
  add('3, enter: answered, and explained option by option', 5, quiz.styled());
  add('g p: the plan', 5, await opened({ to: 'plan' }));
  add('g r: how ready one is', 5, await opened({ to: 'readiness' }));
  return frames;
};

/** Studies a day, sits an exam and comes back the day after. */
export const drawShowcase = async (): Promise<Showcase> => {
  await makeRenderer(makeStyle(false)).load();
  await import('../../src/app/exam/exam-sittings.ts');
  const clock = testClock('2026-11-20T18:00:00Z');
  const journal = memoryJournal(clock.now);
  const base = { course: COURSE, journal, clock, paths: screenPaths() };

  const keys = ITEMS.map(({ key }) => key).filter(key => !key.startsWith('lambda') && key !== 'units');
  const review = await openScreen({ to: 'session', request: sessionOf('cards', keys) }, base);
  for (const [i, key] of keys.entries()) {
    clock.pass(0.3);
    if (key.includes('card')) await review.press('space', key < 'l' === i % 3 > 0 ? '1' : '3');
    else await review.press(String(1 + (i % 4)), 'enter', 'enter');
  }

  const sitting = await openScreen(
    { to: 'exam', request: newExam(false) },
    { ...base, size: { columns: 80, rows: 26 } },
  );
  const [started] = journal.events.filter(({ type }) => type === 'exam-started');
  const questions = started?.type === 'exam-started' ? started.questions : [];
  for (const [i, question] of questions.entries()) {
    clock.pass(i === 7 ? 4 : 1.2);
    const right = 'options' in question ? question.options.findIndex(({ correct }) => correct) : 0;
    await sitting.press(String(1 + (i % 4 === 3 ? (right + 1) % 4 : right)), 'enter');
  }
  await sitting.press('E', 'y');
  const report = sitting.frame();
  await sitting.press('q');

  const quiz = await openScreen(
    { to: 'session', request: sessionOf('quiz', ['units', 'kms-1'], new Set(['dynamodb'])) },
    { ...base, journal: memoryJournal(clock.now), size: { columns: 80, rows: 24 } },
  );
  await quiz.press('3', 'enter');

  return { ...(await drawPlanned()), answer: quiz.frame(), report };
};
