/** Today, plans, topics, statistics, lists, searches and settings for whoever hears them; numbers open what is listed. */
import type { ListedItem } from '../../app/lists/list-items.ts';
import type { Find, Finds } from '../../app/search/search-course.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { ListName } from '../../core/lists/lists.ts';
import type { OwnEntry } from '../../core/lists/yours.ts';
import type { DayLoad } from '../../core/readiness/exam-days.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import type { Readiness } from '../../core/readiness/readiness.ts';
import type { ItemReport } from '../../core/memory/item-report.ts';
import type { GroupReport } from '../../core/stats/group/group.ts';
import type { Overview } from '../../core/stats/overview.ts';
import type { Statistics } from '../../core/stats/statistics.ts';
import {
  LISTS,
  spokenFinds,
  spokenList,
  spokenListCounts,
  spokenOwn,
  spokenSettings,
} from '../../text/accessible/lists/spoken-lists.ts';
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
import type { SettingRow } from '../../text/learner/settings.ts';
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
export interface TodayParts {
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

/** How many there are on each list; a number opens one. */
export const tellListCounts = async (
  context: Context,
  counts: Readonly<Record<ListName | 'yours', number>>,
): Promise<void> => {
  print(context, spokenListCounts(counts, context.out.columns));
  await chooseByNumber(context, {
    prompt: 'Number of a list, Enter ends',
    count: LISTS.length,
    open: (number, asker) => asker.run(['list', LISTS[number - 1] ?? '']),
  });
};

/** What takes an item off each list again. */
const TAKES_OFF: Readonly<Partial<Record<ListName, string>>> = {
  flagged: 'unflag',
  suspended: 'unsuspend',
  buried: 'unbury',
};

/** A list; a number asks the item, and a word before it does something else with it. */
export const tellList = async (
  context: Context,
  name: ListName,
  items: readonly ListedItem[],
  today: number,
  spoken: Spoken,
): Promise<void> => {
  print(context, spokenList(name, items, today, optionsOf(context, spoken)));
  const off = TAKES_OFF[name];
  const ask = (number: number, asker: Asker): Promise<void> => {
    const item = items[number - 1];
    return asker.run([item?.type === 'card' ? 'cards' : 'quiz', '--item', item?.key ?? '']);
  };
  await chooseByNumber(context, {
    prompt: `Number to be asked it, all for a quiz on all, why 2, flag 2, suspend 2${off === undefined ? '' : `, ${off} 2`}. Enter ends`,
    count: items.length,
    open: ask,
    other: async (line, asker) => {
      if (/^all$/i.test(line)) {
        await asker.run([
          'quiz',
          ...items.filter(({ type }) => type === 'question').flatMap(({ key }) => ['--item', key]),
        ]);
        return true;
      }
      const [, word = '', digits = ''] =
        /^(why|note|flag|unflag|suspend|unsuspend|bury|unbury)\s+(\d{1,4})$/i.exec(line) ?? [];
      const item = items[Number(digits) - 1];
      if (item === undefined) return false;
      if (word === 'why') await asker.run(['why', item.key]);
      else if (word === 'note') await asker.run(['notes', item.topic]);
      else await asker.run(['progress', word.toLowerCase(), item.key]);
      return true;
    },
  });
};

/** What the learner wrote; a number asks the card, or the item of the remark. */
export const tellOwn = async (
  context: Context,
  entries: readonly OwnEntry[],
  course: Pick<CourseReader, 'topics' | 'entry'>,
  spoken: Spoken,
): Promise<void> => {
  print(context, spokenOwn(entries, course, optionsOf(context, spoken)));
  await chooseByNumber(context, {
    prompt: 'Number to be asked it, Enter ends',
    count: entries.length,
    open: (number, asker) => {
      const key = entries[number - 1]?.key ?? '';
      return asker.run([course.entry(key)?.type === 'question' ? 'quiz' : 'cards', '--item', key]);
    },
  });
};

/** The command that opens a hit: a question or a card is that one, not any of its topic. */
const openHit = ({ type, ref }: Find): readonly string[] => {
  switch (type) {
    case 'section':
      return ['notes', ref];
    case 'card':
      return ['cards', '--item', ref];
    case 'question':
      return ['quiz', '--item', ref];
    case 'calculator':
      return ['calc', ref];
  }
};

/** Hits of a search; a number opens one. */
export const tellFinds = async (context: Context, finds: Finds, spoken: Spoken): Promise<void> => {
  print(context, spokenFinds(finds, optionsOf(context, spoken)));
  await chooseByNumber(context, {
    prompt: 'Number to open, Enter ends',
    count: finds.finds.length,
    open: (number, asker) => {
      const find = finds.finds[number - 1];
      return find === undefined ? Promise.resolve() : asker.run(openHit(find));
    },
  });
};

/** Settings. */
export const tellSettings = (context: Context, rows: readonly SettingRow[], spoken: Spoken): void =>
  print(context, spokenSettings(rows, optionsOf(context, spoken)));

/** Every setting; a name with a value sets it, a name alone tells it again. */
export const tellAllSettings = async (
  context: Context,
  rows: readonly SettingRow[],
  spoken: Spoken,
): Promise<void> => {
  tellSettings(context, rows, spoken);
  if (!canAsk(context)) return;
  const asker = new Asker(context);
  const hint = 'A name and a value, such as newPerDay 10, or reset newPerDay. Enter ends';
  try {
    for (let isFirst = true; ; isFirst = false) {
      const line = await asker.ask(isFirst ? `${hint}:` : 'Setting, help, or Enter to end:');
      if (line === null || line === '' || /^:?(?:q|quit|end)$/i.test(line)) return;
      const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
      if (/^:?(?:help|\?)$/i.test(line)) asker.say([`${hint}.`]);
      else if (rest === '') await asker.run(['config', 'get', first]);
      else if (first.toLowerCase() === 'reset') await asker.run(['config', 'reset', rest]);
      else await asker.run(['config', 'set', first, '--', ...rest.split(/\s+/)]);
    }
  } finally {
    asker.close();
  }
};
