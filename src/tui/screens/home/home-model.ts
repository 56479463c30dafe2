/** What the home screen offers, from what is known about today. */
import { planQuiz, planReview } from '../../../app/build-session.ts';
import type { SessionRequest } from '../../../app/session-request.ts';
import type { Overview } from '../../../core/overview.ts';
import { plural } from '../../../text/columns.ts';
import type { Destination } from '../../destination.ts';

/** One line that can be chosen. */
export interface Entry {
  readonly id: 'review' | 'quiz' | 'notes' | 'search' | 'calculators' | 'stats';
  readonly title: string;
  readonly about: string;
  readonly destination: Destination;
}

/** Questions of the quiz that is offered. */
const QUIZ = 10;

/** A review of everything, with the limits of the day. */
export const reviewRequest = (seed: () => number): SessionRequest => ({
  mode: 'review',
  topics: () => null,
  plan: (course, progress, moment) =>
    planReview({ course, progress, moment, topics: null }, { count: null, minutes: null, seed: seed() }),
  nothing: () => 'Nothing is due, and the new items of the day are done.',
});

/** Ten questions: on the weakest topics, or on any while none is known. */
export const weakQuizRequest = (topics: ReadonlySet<string> | null, seed: () => number): SessionRequest => ({
  mode: 'quiz',
  topics: () => topics,
  plan: (course, progress, moment) =>
    planQuiz(
      { course, progress, moment, topics },
      {
        count: QUIZ,
        seed: seed(),
        seedChosen: false,
        weak: topics !== null,
        kinds: null,
        levels: null,
        blueprint: null,
      },
    ),
  nothing: () => 'There are no questions here.',
});

const reviewAbout = ({ counts, newToday }: Overview): string => {
  const due = counts.due > 0 ? [`${counts.due} due`] : [];
  const fresh = newToday > 0 ? [`${newToday} new`] : [];
  const later = counts.learning > 0 ? `nothing now, ${counts.learning} more later today` : 'done for today';
  return due.length + fresh.length === 0 ? later : [...due, ...fresh].join(', then ');
};

/** What can be started, the sensible next thing first among equals. */
export const homeEntries = (
  overview: Overview,
  facts: {
    readonly calculators: number;
    readonly seed: () => number;
    /** Where the learner was reading, as `topic#section`; `null`: nowhere yet. */
    readonly lastRead: string | null;
    readonly dot: string;
  },
): readonly Entry[] => {
  const weakest = overview.weakest.map(({ topic }) => topic.id);
  const topics = weakest.length === 0 ? null : new Set(weakest);
  return [
    {
      id: 'review',
      title: 'Review',
      about: reviewAbout(overview),
      destination: { to: 'session', request: reviewRequest(facts.seed) },
    },
    {
      id: 'quiz',
      title: 'Quiz',
      about: topics === null ? `${QUIZ} questions` : `${QUIZ} questions on the weakest topics`,
      destination: { to: 'session', request: weakQuizRequest(topics, facts.seed) },
    },
    {
      id: 'notes',
      title: 'Notes',
      about:
        plural(overview.topics.length, 'topic') +
        (facts.lastRead === null ? '' : ` ${facts.dot} o to continue ${facts.lastRead}`),
      destination: { to: 'notes', place: null },
    },
    { id: 'search', title: 'Search', about: '', destination: { to: 'search', words: '' } },
    {
      id: 'calculators',
      title: 'Calculators',
      about: String(facts.calculators),
      destination: { to: 'calculator', id: null },
    },
    { id: 'stats', title: 'Stats', about: '', destination: { to: 'stats', topics: null } },
  ];
};

/** The line chosen at first: the review while it has something, else the quiz. */
export const firstChoice = ({ counts, newToday }: Overview): number =>
  counts.due > 0 || newToday > 0 ? 0 : 1;
