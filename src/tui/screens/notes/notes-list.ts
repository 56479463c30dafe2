/** The list of all notes by area: which are shown, and their lines. */
import { titleOfId } from '../../components/title-of-id.ts';
import type { TopicOverview } from '../../../core/stats/overview.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { percent } from '../../../text/layout/columns.ts';
import { cutAtWord } from '../../../text/layout/short-name.ts';
import { padEnd, padStart, truncate } from '../../../text/layout/width.ts';
import type { Theme } from '../../components/theme.ts';

/** One line of the list; `index` counts the topics. */
type Row =
  | { readonly is: 'gap' }
  | { readonly is: 'area'; readonly area: string }
  | { readonly is: 'topic'; readonly index: number };

/** The topics whose names have all the words. */
export const filterTopics = (topics: readonly TopicOverview[], filter: string): readonly TopicOverview[] => {
  const words = filter.toLowerCase().split(/\s+/);
  return topics.filter(({ topic: { id, title, area, aliases } }) => {
    const names = [id, title, area, ...aliases].join(' ').toLowerCase();
    return words.every(word => names.includes(word));
  });
};

/** Topics under their areas, each area once, in the order in which they come. */
export const groupTopics = (topics: readonly TopicOverview[]): readonly TopicOverview[] => {
  const areas = [...new Set(topics.map(({ topic }) => topic.area))];
  return areas.flatMap(area => topics.filter(({ topic }) => topic.area === area));
};

/** The lines of grouped topics. */
export const listRows = (topics: readonly TopicOverview[]): readonly Row[] => {
  let area: string | null = null;
  return topics.flatMap(({ topic }, index): readonly Row[] => {
    const row: Row = { is: 'topic', index };
    if (topic.area === area) return [row];
    const gap: readonly Row[] = area === null ? [] : [{ is: 'gap' }];
    ({ area } = topic);
    return [...gap, { is: 'area', area }, row];
  });
};

/** The topic that begins the next area, or this or the previous one. */
export const areaBy = (topics: readonly TopicOverview[], index: number, by: 1 | -1): number => {
  const areaOf = (at: number): string | undefined => topics[at]?.topic.area;
  const firstOf = (at: number): number => topics.findIndex(({ topic }) => topic.area === areaOf(at));
  if (by === -1)
    return Math.max(0, firstOf(index) === index ? firstOf(Math.max(0, index - 1)) : firstOf(index));
  const next = topics.findIndex((_, i) => i > index && areaOf(i) !== areaOf(index));
  return next === -1 ? index : next;
};

/** What stands at the right of a note, and in how many cells. */
interface Column {
  readonly title: string;
  readonly cells: number;
  readonly of: (topic: TopicOverview, isOutside: boolean) => string;
}

const orNothing = (count: number): string => (count === 0 ? '' : String(count));

const CARDS: Column = { title: 'cards', cells: 7, of: ({ topic }) => orNothing(topic.cards) };
const QUESTIONS: Column = { title: 'questions', cells: 11, of: ({ topic }) => orNothing(topic.questions) };
const LAST: readonly Column[] = [
  { title: 'due', cells: 6, of: ({ counts }) => orNothing(counts.due) },
  {
    title: 'known',
    cells: 13,
    of: ({ seen, knownNow }, isOutside) =>
      seen > 0 ? percent(knownNow) : isOutside ? 'not in exam' : 'not started',
  },
];

/** With less room than this, only what is due and known is shown. */
const NARROW = 72;
const columnsFor = (columns: number): readonly Column[] =>
  columns < NARROW ? LAST : [CARDS, QUESTIONS, ...LAST];
const widthOf = (list: readonly Column[]): number => list.reduce((sum, { cells }) => sum + cells, 0);
const numbers = (list: readonly Column[], text: (column: Column) => string): string =>
  list.map(column => padStart(text(column), column.cells)).join('');

/** Above the list: what the numbers are. */
export const listHead = (columns: number, { style }: Theme): string => {
  const list = columnsFor(columns);
  return style.dim(padEnd('', columns - widthOf(list)) + numbers(list, ({ title }) => title));
};

/** One line of the list. @param isOutside whether a topic is not in the exam that is set */
export const rowLine = (
  row: Row,
  topics: readonly TopicOverview[],
  chosen: number,
  isOutside: (topic: string) => boolean,
  columns: number,
  theme: Theme,
): string => {
  if (row.is === 'gap') return '';
  if (row.is === 'area') return theme.style.heading(truncate(titleOfId(row.area), columns));
  const one = topics[row.index];
  if (one === undefined) return '';
  const isChosen = row.index === chosen;
  const list = columnsFor(columns);
  const room = columns - widthOf(list);
  const { style, signs } = theme;
  const outside = isOutside(one.topic.id);
  const paint = isChosen ? style.strong : outside ? style.dim : (text: string): string => text;
  const title = cutAtWord(sanitizeLine(one.topic.title), room - 3, signs.ellipsis);
  const name = padEnd(`${isChosen ? signs.pointer : ' '} ${paint(title)}`, room);
  const figures = numbers(list, column => column.of(one, outside));
  return name + (outside ? style.dim(figures) : figures);
};
