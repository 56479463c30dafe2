/** The lines of Home that can be chosen: the next step of today's plan first. */
import {
  examQuizRequest,
  minutesRequest,
  WARM_UP_CARDS,
  warmUpRequest,
} from '../../../app/session/ready-requests.ts';
import { READY_QUESTIONS, reviewRequest, weakQuizRequest } from '../../../app/session/session-request.ts';
import { resumeRequest } from '../../../app/exam/exam-request.ts';
import { localMinute } from '../../../core/base/civil-day.ts';
import { expectedSeconds, paceOf, secondsFor } from '../../../core/memory/pace.ts';
import type { PlannedDay } from '../../../core/plan/days.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import type { Readiness } from '../../../core/readiness/readiness.ts';
import { percent, plural } from '../../../text/layout/columns.ts';
import { duration } from '../../../text/exam/durations.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { examCode } from '../../../text/plan/words.ts';
import { dayAndMonth, dayText } from '../../../text/stats/dates.ts';
import type { Destination } from '../../shell/destination.ts';
import type { ExamLines, ExamTime, HomeFacts, LateFacts, ListCounts } from './home-facts.ts';
import { MORE_MINUTES } from './home-facts.ts';

/** Name of a line of the menu. */
export type EntryId =
  | 'passed'
  | 'failed'
  | 'moved'
  | 'ask-later'
  | 'resume'
  | 'report'
  | 'continue'
  | 'warm-up'
  | 'quiz'
  | 'exam'
  | 'choose'
  | 'lists'
  | 'notes'
  | 'plan'
  | 'readiness'
  | 'set-exam'
  | 'problems';

/** One line that can be chosen. */
export interface Entry {
  readonly id: EntryId;
  readonly title: string;
  readonly about: string;
  /** At the right: how long it takes, or that it need not be. */
  readonly side: string;
  /** A second line, under `side`. */
  readonly below?: string;
  /** `null`: Home does it itself. */
  readonly destination: Destination | null;
}

interface EntryParts {
  readonly facts: HomeFacts;
  /** `null`: not there yet, or no exam is set. */
  readonly late: LateFacts | null;
  readonly exams: ExamLines;
  /** `null`: not counted yet. */
  readonly lists: ListCounts | null;
  readonly progress: Progress;
  /** Where the learner was reading, in words and as a place. */
  readonly lastRead: { readonly title: string; readonly topic: string } | null;
  readonly seed: () => number;
  /** Whether there is a screen for a destination. */
  readonly has: (to: Destination['to']) => boolean;
  /** Asked already how the exam went: not again in this run. */
  readonly isAsked: boolean;
  readonly signs: { readonly dot: string; readonly ellipsis: string };
}

const minutesText = (minutes: number): string => `${Math.max(1, Math.round(minutes))} min`;

/** `18 reviews, 33 new, 5 questions`. */
const mixText = ({
  reviews,
  fresh,
  questions,
}: Pick<PlannedDay, 'reviews' | 'fresh' | 'questions'>): string =>
  [
    ...(reviews > 0 ? [plural(reviews, 'review')] : []),
    ...(fresh > 0 ? [`${fresh} new`] : []),
    ...(questions > 0 ? [plural(questions, 'question')] : []),
  ].join(', ');

const entry = (
  id: EntryId,
  title: string,
  about: string,
  destination: Destination | null,
  more: { readonly side?: string; readonly below?: string } = {},
): Entry => ({
  id,
  title,
  about,
  destination,
  side: more.side ?? '',
  ...(more.below === undefined ? {} : { below: more.below }),
});

/** How the exam went, asked from the day after it on. */
const resultEntries = ({ facts, isAsked }: EntryParts): readonly Entry[] =>
  facts.exam?.time !== 'over' || isAsked
    ? []
    : [
        entry('passed', 'Passed', '', { to: 'after-exam', how: 'passed' }),
        entry('failed', 'Not this time', 'a new date, from the weak domains', {
          to: 'after-exam',
          how: 'failed',
        }),
        entry('moved', 'I moved it', 'another date', { to: 'after-exam', how: 'moved' }),
        entry('ask-later', 'Ask me later', '', null),
      ];

/** An exam that is open, or one whose report waits. */
const openExamEntries = ({ exams: { open, late }, signs: { dot } }: EntryParts): readonly Entry[] => [
  ...(open === null
    ? []
    : [
        entry(
          'resume',
          'Resume exam',
          [
            examCode({ id: open.exam }),
            `${open.question} of ${open.questions}`,
            `${duration(open.left)} left`,
            open.practice ? 'clock paused' : 'clock running',
          ].join(` ${dot} `),
          { to: 'exam', request: resumeRequest(null) },
        ),
      ]),
  ...(late === null
    ? []
    : [
        entry(
          'report',
          'Exam report',
          [
            examCode({ id: late.exam }),
            `time ran out at ${localMinute(late.at, late.tz).slice(11)}`,
            ...(late.score === null || late.score.questions === 0
              ? []
              : [
                  `${late.score.correct} of ${late.score.questions}, ${percent(late.score.correct / late.score.questions)}`,
                ]),
          ].join(` ${dot} `),
          { to: 'report', sitting: late.sitting },
        ),
      ]),
];

/** What is due tomorrow, so that nobody has to do it today. */
const tomorrowText = ({ facts, late, progress }: EntryParts): string => {
  const tomorrow = late?.isPlanned === true ? late.tomorrow : null;
  if (tomorrow !== null)
    return tomorrow.off ? 'tomorrow is a day off' : `tomorrow: ${mixText(tomorrow)}, ${tomorrow.minutes} min`;
  let due = 0;
  for (const item of progress.items.values())
    if (item.state === 'review' && !item.suspended && item.dueDay <= facts.day + 1) due++;
  const seconds = due * secondsFor('card', paceOf(progress.days, facts.day));
  return due === 0 ? '' : `tomorrow: ${due} due, about ${minutesText(seconds / 60)}`;
};

/** What the plan asks next; without a plan what is due, then what is new. */
const continueEntry = (parts: EntryParts): Entry => {
  const { facts, late, seed } = parts;
  const { minutes, exam, overview } = facts;
  if (exam?.time === 'today')
    return entry(
      'warm-up',
      'Warm up',
      `${WARM_UP_CARDS} cards you know well`,
      {
        to: 'session',
        request: warmUpRequest(exam.blueprint, seed),
      },
      { side: 'optional' },
    );
  const isPlan = exam !== null && (late === null ? parts.progress.settings.plan : late.isPlanned);
  const left = minutes.planned - minutes.done;
  const mix = late === null || late.left === null ? '' : mixText(late.left);
  if (isPlan && left <= 0) {
    return entry(
      'continue',
      `${MORE_MINUTES} min more`,
      mix,
      { to: 'session', request: minutesRequest(MORE_MINUTES, seed) },
      { side: 'optional', below: tomorrowText(parts) },
    );
  }
  if (isPlan) {
    const about = late === null ? '' : mix || 'nothing is left that is worth asking today';
    return entry(
      'continue',
      'Continue',
      about,
      { to: 'session', request: reviewRequest(seed) },
      {
        side: minutesText(left),
      },
    );
  }
  const { counts, newToday } = overview;
  const due = counts.due > 0 ? [`${counts.due} due`] : [];
  const fresh = newToday > 0 ? [`${newToday} new`] : [];
  const isDone = due.length + fresh.length === 0;
  const about = isDone
    ? counts.learning > 0
      ? `nothing now, ${counts.learning} more later today`
      : 'done for today'
    : [...due, ...fresh].join(', then ');
  return entry(
    'continue',
    'Continue',
    about,
    { to: 'session', request: reviewRequest(seed) },
    isDone ? { below: tomorrowText(parts) } : { side: minutesText(overview.minutes) },
  );
};

const quizEntry = ({ facts, late, progress, seed, signs }: EntryParts): Entry => {
  const { exam, overview, day } = facts;
  const seconds =
    late === null
      ? READY_QUESTIONS * secondsFor('question', paceOf(progress.days, day))
      : READY_QUESTIONS * expectedSeconds(late.pace, 'question', 0.5);
  const side = { side: minutesText(seconds / 60) };
  const count = `${READY_QUESTIONS} questions`;
  if (exam !== null) {
    const weak = late?.weakest ?? null;
    const about =
      weak === null
        ? `${count}, the weakest first`
        : `${count} on ${shortName(weak.title, 30, signs.ellipsis)}`;
    const request = examQuizRequest(exam.blueprint, weak?.id ?? null, seed);
    return entry('quiz', 'Quiz', about, { to: 'session', request }, side);
  }
  const weakest = overview.weakest.map(({ topic }) => topic.id);
  const topics = weakest.length === 0 ? null : new Set(weakest);
  const about = `${count}${topics === null ? '' : ', the weakest first'}`;
  return entry('quiz', 'Quiz', about, { to: 'session', request: weakQuizRequest(topics, seed) }, side);
};

const examEntry = ({ facts, late, exams, has, signs: { dot } }: EntryParts): readonly Entry[] => {
  const { mockOf: blueprint, day } = facts;
  if (blueprint === null || exams.open !== null) return [];
  const { last } = exams;
  const mock = late?.mock ?? null;
  const planned =
    mock === null
      ? []
      : [
          `${mock.full ? 'full one' : `${mock.questions} questions`} planned for ${mock.day === day ? 'today' : dayText(mock.day)}`,
        ];
  const size =
    mock === null
      ? [`${blueprint.questions.scored + blueprint.questions.unscored} questions in ${blueprint.minutes} min`]
      : [];
  // Where no exam is set, of which one it would be.
  const code = facts.exam === null ? [examCode(blueprint)] : [];
  const result =
    last === null || last.questions === 0
      ? []
      : [`last ${percent(last.correct / last.questions)} on ${dayAndMonth(last.date)}`];
  return [
    entry(
      'exam',
      'Mock exam',
      [...code, ...planned, ...size, ...result].join(` ${dot} `),
      has('mock') ? { to: 'mock' } : { to: 'exam', request: { ready: blueprint } },
    ),
  ];
};

const listsText = (counts: ListCounts | null, dot: string): string => {
  if (counts === null) return '';
  const { flagged, missed, leeches } = counts;
  const parts = [
    ...(flagged > 0 ? [`${flagged} flagged`] : []),
    ...(missed > 0 ? [`${missed} missed`] : []),
    ...(leeches > 0 ? [`${leeches} leech${leeches === 1 ? '' : 'es'}`] : []),
  ];
  return parts.length === 0 ? 'nothing flagged or missed' : parts.join(` ${dot} `);
};

/** What would change where the projection leads. */
const remedyText = (
  { status, minutesNeeded, minutesPerDay, aim, projected }: Readiness,
  dot: string,
): string => {
  const goal = percent(aim);
  if (projected === null) return '';
  if (status === 'on track') return `${minutesPerDay} min a day: on track for ${goal}`;
  if (minutesNeeded === null) return `${goal} needs a later date ${dot} no number of minutes would do`;
  return minutesNeeded <= minutesPerDay
    ? `${minutesPerDay} min a day could reach ${goal}`
    : `${minutesNeeded} min a day would reach ${goal}`;
};

/** On the day of the exam and after it nothing would change it any more. */
const planText = (time: ExamTime, late: LateFacts | null, dot: string): string => {
  if (late === null) return '';
  const isAhead = time === 'before' || time === 'no-date';
  return (isAhead ? remedyText(late.readiness, dot) : '') || 'what each day holds';
};

const planEntries = ({ facts, late, signs }: EntryParts): readonly Entry[] =>
  facts.exam === null
    ? []
    : [
        entry('plan', 'Plan', planText(facts.exam.time, late, signs.dot), {
          to: 'plan',
        }),
        entry('readiness', 'Readiness', 'what the figures rest on', { to: 'readiness' }),
      ];

/** How many topics there are to read: those of the exam where one is set, once they are counted. */
const topicsText = ({ facts, late }: EntryParts): string => {
  if (facts.exam === null) return plural(facts.overview.topics.length, 'topic');
  return late === null ? '' : plural(late.readiness.basis.topicsInExam, 'topic');
};

/** Everything that can be started, the sensible next thing first. */
export const homeEntries = (parts: EntryParts): readonly Entry[] => {
  const { facts, late, lists, lastRead, signs } = parts;
  const { problems, exam } = facts;
  const mockToday = late?.mock?.day === facts.day && parts.exams.open === null;
  const mock = examEntry(parts);
  const all: readonly Entry[] = [
    ...openExamEntries(parts),
    ...resultEntries(parts),
    ...(mockToday ? mock : []),
    continueEntry(parts),
    quizEntry(parts),
    ...(mockToday ? [] : mock),
    entry('choose', 'Choose', 'a topic, domain or kind', { to: 'choose', at: null }),
    entry('lists', 'Lists', listsText(lists, signs.dot), { to: 'lists', list: null }),
    entry('notes', 'Notes', lastRead === null ? topicsText(parts) : `continue ${lastRead.title}`, {
      to: 'notes',
      place: lastRead?.topic ?? null,
    }),
    ...planEntries(parts),
    ...(exam === null && facts.canSetExam
      ? [entry('set-exam', 'Exam', 'none set; enter chooses one', { to: 'settings', part: 'all' })]
      : []),
    ...(problems.count > 0
      ? [
          entry(
            'problems',
            'Problems',
            `${plural(problems.count, 'problem')} in ${plural(problems.files, 'file')} of this course`,
            { to: 'problems' },
          ),
        ]
      : []),
  ];
  return all.filter(({ destination }) => destination === null || parts.has(destination.to));
};
