/** Lists, what the learner wrote and hits of a search, for whoever hears them; numbers open what is listed. */
import type { ListedItem } from '../../app/lists/list-items.ts';
import type { Find, Finds } from '../../app/search/search-course.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { ListName } from '../../core/lists/lists.ts';
import type { OwnEntry } from '../../core/lists/yours.ts';
import {
  LISTS,
  spokenFinds,
  spokenList,
  spokenListCounts,
  spokenOwn,
} from '../../text/accessible/lists/spoken-lists.ts';
import type { Context } from '../program/context.ts';
import type { Spoken } from '../terminal/spoken.ts';
import type { Asker } from './asker.ts';
import { chooseByNumber } from './asker.ts';

const print = ({ out }: Context, lines: readonly string[]): void => {
  for (const line of lines) out.line(line);
};

const optionsOf = ({ out }: Context, { verbosity }: Spoken) => ({ verbosity, width: out.columns });

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
