/** What the home screen offers, from what is known about today. */
import { READY_QUESTIONS, reviewRequest, weakQuizRequest } from '../../../app/session/session-request.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import type { Overview } from '../../../core/stats/overview.ts';
import { percent, plural } from '../../../text/layout/columns.ts';
import { dayAndMonth } from '../../../text/stats/dates.ts';
import type { ExamGlance } from '../../../text/stats/today.ts';
import type { Destination } from '../../shell/destination.ts';

/** One line that can be chosen. */
export interface Entry {
  readonly id: 'review' | 'quiz' | 'exam' | 'notes' | 'search' | 'calculators' | 'stats';
  readonly title: string;
  readonly about: string;
  readonly destination: Destination;
}

const reviewAbout = ({ counts, newToday }: Overview): string => {
  const due = counts.due > 0 ? [`${counts.due} due`] : [];
  const fresh = newToday > 0 ? [`${newToday} new`] : [];
  const later = counts.learning > 0 ? `nothing now, ${counts.learning} more later today` : 'done for today';
  return due.length + fresh.length === 0 ? later : [...due, ...fresh].join(', then ');
};

/** The exam that is open, or what a new one is, with the last result. */
const examAbout = (blueprint: Blueprint | null, { open, last }: ExamGlance, dot: string): string => {
  if (open !== null) {
    const left = `${Math.ceil(open.left / 60_000)} min left`;
    const clock = open.practice ? `${left}, the clock stands still` : `${left} and running`;
    return `go on at question ${open.question} of ${open.questions}, ${clock}`;
  }
  const questions = blueprint === null ? 0 : blueprint.questions.scored + blueprint.questions.unscored;
  const size = blueprint === null ? [] : [`${questions} questions in ${blueprint.minutes} min`];
  const result =
    last === null || last.questions === 0
      ? []
      : [`last: ${percent(last.correct / last.questions)} on ${dayAndMonth(last.date)}`];
  return [...size, ...result].join(` ${dot} `);
};

/** What can be started, the sensible next thing first among equals. */
export const homeEntries = (
  overview: Overview,
  facts: {
    readonly calculators: number;
    readonly seed: () => number;
    /** Where the learner was reading, as `topic#section`; `null`: nowhere yet. */
    readonly lastRead: string | null;
    /** The exam one prepares for; `null`: none is known. */
    readonly blueprint: Blueprint | null;
    readonly exams: ExamGlance;
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
      about: `${READY_QUESTIONS} questions${topics === null ? '' : ' on the weakest topics'}`,
      destination: { to: 'session', request: weakQuizRequest(topics, facts.seed) },
    },
    ...(facts.blueprint === null && facts.exams.open === null
      ? []
      : [
          {
            id: 'exam',
            title: 'Mock exam',
            about: examAbout(facts.blueprint, facts.exams, facts.dot),
            destination: { to: 'exam', request: { ready: facts.blueprint } },
          } as const,
        ]),
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
