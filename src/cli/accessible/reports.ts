/** Today, plans, topics and statistics for whoever hears them; numbers open what is listed. */
import type { DayLoad } from '../../core/readiness/exam-days.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import type { Readiness } from '../../core/readiness/readiness.ts';
import type { ItemReport } from '../../core/memory/item-report.ts';
import type { GroupReport } from '../../core/stats/group/group.ts';
import type { Overview } from '../../core/stats/overview.ts';
import type { Statistics } from '../../core/stats/statistics.ts';
import {
  spokenPlan,
  spokenReadiness,
  spokenSetup,
  weakestFirst,
} from '../../text/accessible/plan/spoken-plan.ts';
import { spokenGroup } from '../../text/accessible/stats/spoken-group.ts';
import { spokenStats } from '../../text/accessible/stats/spoken-stats.ts';
import { spokenToday } from '../../text/accessible/stats/spoken-today.ts';
import { spokenTopics } from '../../text/accessible/stats/spoken-topics.ts';
import { spokenWhy } from '../../text/accessible/stats/spoken-why.ts';
import { wrapAll } from '../../text/layout/wrap-words.ts';
import type { ScoredDay } from '../../text/plan/plan-lines.ts';
import type { ExamGlance } from '../../text/stats/today.ts';
import type { TopicRow } from '../../text/stats/topics.ts';
import type { Context } from '../program/context.ts';
import type { Spoken } from '../terminal/spoken.ts';
import { spokenBy } from '../terminal/spoken.ts';
import { Asker, canAsk, chooseByNumber } from './asker.ts';

const print = ({ out }: Context, lines: readonly string[]): void => {
  for (const line of lines) out.line(line);
};

const optionsOf = ({ out }: Context, { verbosity }: Spoken) => ({ verbosity, width: out.columns });

/** What can be begun from today's page, in the order of its numbers. */
const MENU: readonly (readonly [string, readonly string[]])[] = [
  ['continue with the review', ['review']],
  ['a quiz on what is weakest', ['quiz', '--weak']],
  ['a mock exam, or the one that is open', ['exam']],
  ['choose a topic', ['topics']],
  ['lists', ['list']],
  ['notes', ['notes']],
  ['the plan', ['plan']],
  ['readiness', ['readiness']],
  ['search', ['search']],
  ['calculators', ['calc']],
  ['exams taken', ['exam', '--history']],
  ['statistics', ['stats']],
  ['settings', ['config']],
];

/** What today's page is made of. */
interface TodayParts {
  readonly title: string;
  readonly overview: Overview;
  readonly exams: ExamGlance | null;
  readonly problems: number;
  /** Nothing was learned here yet and no exam chosen. */
  readonly isFirst: boolean;
  /** What is left of the plan for today; `null`: a review follows none. */
  readonly load: DayLoad | null;
  /** What there is to say besides. */
  readonly notes: readonly string[];
}

/** Today; with somebody at the terminal also what can be begun, by number. */
export const tellToday = async (context: Context, parts: TodayParts, spoken: Spoken): Promise<void> => {
  const { title, overview, exams, problems, isFirst, load, notes } = parts;
  const { columns } = context.out;
  if (isFirst) {
    const by = spokenBy(context)?.by ?? '';
    print(
      context,
      wrapAll(
        [
          `Welcome. The accessible mode is on, by ${by}. study --help lists the commands.`,
          'study setup asks for your exam, its date and the minutes of a day.',
        ],
        columns,
      ),
    );
  }
  print(context, wrapAll(notes, columns));
  print(context, spokenToday(title, overview, exams, problems, load, optionsOf(context, spoken)));
  if (!canAsk(context)) return;
  if (spoken.verbosity !== 'brief')
    print(
      context,
      wrapAll(
        MENU.map(([name], i) => `${i + 1}. ${name}`),
        columns,
      ),
    );
  await chooseByNumber(context, {
    prompt: `Number to begin, 1 to ${MENU.length}. Enter ends`,
    count: MENU.length,
    open: (number, asker) => {
      const words = MENU[number - 1]?.[1] ?? [];
      return asker.run(
        words[0] === 'exam' && words.length === 1 && exams?.open ? ['exam', '--resume'] : words,
      );
    },
    other: (line, asker) => {
      if (!/^:?(?:help|\?)$/i.test(line)) return Promise.resolve(false);
      asker.say(MENU.map(([name], i) => `${i + 1}. ${name}`));
      return Promise.resolve(true);
    },
  });
};

/** The plan. */
export const tellPlan = (
  context: Context,
  plan: ExamPlan,
  readiness: Readiness,
  days: readonly ScoredDay[],
  spoken: Spoken,
): void => print(context, spokenPlan(plan, readiness, days, optionsOf(context, spoken)));

/** How ready a learner is; the number of a domain quizzes it. */
export const tellReadiness = async (
  context: Context,
  plan: ExamPlan,
  readiness: Readiness,
  spoken: Spoken,
): Promise<void> => {
  print(context, spokenReadiness(plan, readiness, optionsOf(context, spoken)));
  const domains = weakestFirst(readiness);
  const run = (word: string, number: number, asker: Asker): Promise<void> =>
    asker.run([word, '--exam', plan.blueprint.id, '--domain', domains[number - 1]?.id ?? '']);
  await chooseByNumber(context, {
    prompt: 'Number of a domain for a quiz on it, review 2, cards 2. Enter ends',
    count: domains.length,
    open: (number, asker) => run('quiz', number, asker),
    other: async (line, asker) => {
      const [, word = '', digits = ''] = /^:?(quiz|review|cards)\s+(\d{1,4})$/i.exec(line) ?? [];
      const number = Number(digits);
      if (number < 1 || number > domains.length) return false;
      await run(word.toLowerCase(), number, asker);
      return true;
    },
  });
};

/** What was set up. */
export const tellSetup = (context: Context, plan: ExamPlan, readiness: Readiness, spoken: Spoken): void =>
  print(context, spokenSetup(plan, readiness, optionsOf(context, spoken)));

const TOPIC_WORDS = 'review, cards, quiz or notes and the number of a topic, such as quiz 3';

/** The topics; `quiz 3` and the like begin with one. */
export const tellTopics = async (
  context: Context,
  topics: readonly TopicRow[],
  spoken: Spoken,
): Promise<void> => {
  print(context, spokenTopics(topics, optionsOf(context, spoken)));
  const run = (word: string, number: number, asker: Asker): Promise<void> =>
    asker.run([word, topics[number - 1]?.topic.id ?? '']);
  await chooseByNumber(context, {
    prompt: `Type ${TOPIC_WORDS}. Enter ends`,
    count: topics.length,
    open: (number, asker) => run('review', number, asker),
    other: async (line, asker) => {
      const [, word = '', digits = ''] = /^(review|cards|quiz|notes)\s+(\d{1,4})$/i.exec(line) ?? [];
      const number = Number(digits);
      if (number < 1 || number > topics.length) return false;
      await run(word.toLowerCase(), number, asker);
      return true;
    },
  });
};

/** The statistics. */
export const tellStats = (context: Context, statistics: Statistics, spoken: Spoken): void =>
  print(context, spokenStats(statistics, optionsOf(context, spoken)));

/** How a group answered. */
export const tellGroup = (context: Context, report: GroupReport, spoken: Spoken): void =>
  print(context, spokenGroup(report, optionsOf(context, spoken)));

/** Why an item is asked. */
export const tellWhy = (
  context: Context,
  report: ItemReport,
  value: readonly string[],
  today: number,
  spoken: Spoken,
): void => print(context, spokenWhy(report, value, today, optionsOf(context, spoken)));
