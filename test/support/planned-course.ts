/** A course with two exams of four domains, and a learner who studies it day after day as the plan says. */
import type { Blueprint, CourseReader, Item } from '../../src/core/course/course.ts';
import { dayToDate, makeMoment } from '../../src/core/base/civil-day.ts';
import type { JournalEvent } from '../../src/core/journal/event.ts';
import { ExamQueue } from '../../src/core/readiness/exam-queue.ts';
import type { MemoryJournal, TestClock } from './memory-journal.ts';
import { memoryJournal, testClock } from './memory-journal.ts';
import { card, choice, tinyCourse } from './tiny-course.ts';

const DOMAINS = [
  ['1', 'Development with Cloud Services', 30, ['Develop code for functions', 'Use data stores']],
  ['2', 'Security', 26, ['Implement authentication and authorization', 'Implement encryption']],
  ['3', 'Testing and Deployment', 22, ['Prepare artifacts', 'Deploy code with pipelines']],
  ['4', 'Troubleshooting and Optimization', 22, ['Perform root cause analysis', 'Optimize applications']],
] as const;

const blueprintOf = (id: string, more: Partial<Blueprint>): Blueprint => ({
  id,
  title: `Certified Cloud Developer - Associate (${id.toUpperCase()})`,
  path: `questions/exams/${id}.yaml`,
  questions: { scored: 50, unscored: 15 },
  minutes: 130,
  pass: { mark: 720, scale: [100, 1000] },
  aim: 80,
  valid: {},
  kinds: ['single', 'multiple'],
  provisional: false,
  domains: DOMAINS.map(([domain, title, weight, tasks]) => ({
    id: domain,
    title,
    weight,
    tasks: tasks.map((task, i) => ({ id: `${domain}.${i + 1}`, title: task })),
  })),
  sources: [],
  checked: '2026-11-20',
  ...more,
});

export const NEW_EXAM = blueprintOf('dev-c03', { valid: { from: '2026-12-01' } });
export const OLD_EXAM = blueprintOf('dev-c02', { valid: { to: '2026-11-30' }, successor: 'dev-c03' });

const TOPICS = [
  ['functions', 'Functions and concurrency', 'serverless', '1.1'],
  ['queues', 'Queues and topics', 'integration', '1.1'],
  ['tables', 'Tables and indexes', 'databases', '1.2'],
  ['tokens', 'User pools and tokens', 'security', '2.1'],
  ['keys', 'Keys and envelope encryption', 'security', '2.2'],
  ['artifacts', 'Artifacts and layers', 'deployment', '3.1'],
  ['pipelines', 'Pipelines and approvals', 'deployment', '3.2'],
  ['traces', 'Traces and logs', 'monitoring', '4.1'],
  ['caching', 'Caching', 'databases', '4.2'],
] as const;

const CARDS = 24;
const QUESTIONS = 12;

const itemsOf = ([topic, , , task]: (typeof TOPICS)[number]): readonly Item[] => [
  ...Array.from({ length: CARDS }, (_, i) => card(`${topic}-card-${i}`, topic)),
  ...Array.from({ length: QUESTIONS }, (_, i) =>
    choice(`${topic}-q-${i}`, undefined, {
      topic,
      tasks: [
        { blueprint: 'dev-c02', tasks: [task] },
        { blueprint: 'dev-c03', tasks: [task] },
      ],
    }),
  ),
];

/** The course; `more`: with problems, or without exams. */
export const plannedCourse = (more: Partial<Parameters<typeof tinyCourse>[0]> = {}): CourseReader => ({
  ...tinyCourse({
    items: TOPICS.flatMap(itemsOf),
    blueprints: [OLD_EXAM, NEW_EXAM],
    names: new Map(TOPICS.map(([id, title, area]) => [id, { title, area }])),
    ...more,
  }),
  blueprint: 'dev-c02',
});

export interface Studied {
  readonly course: CourseReader;
  readonly journal: MemoryJournal;
  readonly clock: TestClock;
}

/** The first day of study, at ten in the morning. */
const FIRST_DAY = '2026-11-16T10:00:00Z';

/** Whether the learner knows it: most of one domain, less of another. The same every time. */
const knows = (key: string, day: number): boolean =>
  (key.length * 7 + day * 3 + (key.codePointAt(key.length - 1) ?? 0)) % 10 >=
  (key.startsWith('keys') ? 6 : 4);

/** Answers what the plan asks, so many minutes on each of so many days; the clock stands after the last one. */
export const studyDays = ({ course, journal, clock }: Studied, days: number, minutes: number): void => {
  for (let count = 0; count < days; count++) {
    const start = clock.at;
    const { day } = makeMoment(clock.now(), 0, 4);
    const queue = new ExamQueue(null);
    const answers: { item: string; right: boolean; ms: number }[] = [];
    while (clock.at - start < minutes * 60_000) {
      const progress = journal.progress(course.id);
      const next = queue.next({ course, progress, day, answers, passed: [] });
      if (next === null) break;
      const right = knows(next, day);
      const isCard = next.includes('card');
      const ms = isCard ? (right ? 9000 : 27_000) : right ? 45_000 : 70_000;
      clock.pass(ms / 60_000);
      const ratings = [{ item: next, rating: right ? 'good' : 'again', counted: true }] as const;
      if (isCard) journal.add(course.id, { type: 'reviewed', mode: 'review', day, ratings, ms, model: 'm' });
      else
        journal.add(course.id, {
          type: 'answered',
          mode: 'review',
          day,
          ratings,
          verdict: right ? 'correct' : 'wrong',
          response: { kind: 'options', chosen: ['a'] },
          question: 'print',
          ms,
          confidence: null,
          seed: null,
          model: 'm',
          known: 400,
        });
      answers.push({ item: next, right, ms });
    }
    clock.at = start + 24 * 60 * 60_000;
  }
};

const histories = new Map<string, { readonly events: readonly JournalEvent[]; readonly at: number }>();

/**
 * A learner who prepares for the new exam on 20 December with 30 minutes a day, Wednesdays off, and has studied so
 * many days in a row from {@link FIRST_DAY} on. The clock stands on the morning after the last of them.
 */
export const studied = (
  days: number,
  settings: { readonly examDate?: string; readonly exam?: string } = {},
  course = plannedCourse(),
): Studied => {
  const { exam = 'dev-c03', examDate = '2026-12-20' } = settings;
  const clock = testClock(FIRST_DAY);
  const journal = memoryJournal(clock.now);
  // The same history takes a while to make, and many tests begin with it.
  const known = histories.get([days, exam, examDate].join(' '));
  if (known !== undefined) {
    for (const { v: _v, id: _id, lc: _lc, at, tz: _tz, course: _course, ...body } of known.events)
      journal.add(course.id, body, at);
    clock.at = known.at;
    return { course, journal, clock };
  }
  const { day } = makeMoment(clock.now(), 0, 4);
  journal.add(course.id, {
    type: 'configured',
    settings: {
      exam,
      examDate,
      minutesPerDay: 15,
      planFrom: dayToDate(day),
      plan: exam !== '' || examDate !== '',
    },
  });
  const source = { course, journal, clock };
  studyDays(source, days, 15);
  histories.set([days, exam, examDate].join(' '), { events: [...journal.events], at: clock.at });
  return source;
};
