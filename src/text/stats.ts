import type { Retention } from '../core/statistics-retention.ts';
import type { Statistics } from '../core/statistics.ts';
import { alignColumns, bar, percent, plural } from './columns.ts';
import type { Style } from './style.ts';

const BAR = 20;

const retentionCell = ({ reviews, share }: Retention): string[] => [
  share === null ? '-' : percent(share),
  `of ${plural(reviews, 'review')}`,
];

/** A row of the heatmap is a week; a mark says how many answers a day had. */
const MARKS = ['.', '1', '2', '3', '4'] as const;
const MARK_LIMITS = [0, 10, 25, 50] as const;

const mark = (answers: number): string => MARKS[MARK_LIMITS.filter(limit => answers > limit).length] ?? '.';

const heatmap = (days: Statistics['days']): string[] => {
  const lines: string[] = [];
  for (let i = 0; i < days.length; i += 7) {
    const week = days.slice(i, i + 7);
    const total = week.reduce((sum, day) => sum + day.answers, 0);
    if (total === 0 && lines.length === 0) continue;
    lines.push(`  ${week[0]?.date ?? ''}  ${week.map(day => mark(day.answers)).join(' ')}  ${total}`);
  }
  return lines;
};

/** The statistics as plain lines; every bar stands beside its number. */
export const statsLines = (statistics: Statistics, style: Style): readonly string[] => {
  const { retention, ratings, forecast, outlook, blueprint } = statistics;
  const lines = [style.heading(`Statistics on ${statistics.date}`), ''];
  lines.push(
    ...alignColumns(
      [
        ['Answers', String(statistics.answers), `in ${plural(statistics.minutes, 'minute')}`],
        ['Streak', String(statistics.streak), statistics.streak === 1 ? 'day' : 'days'],
        ['Seen', String(statistics.seen), `of ${plural(statistics.items, 'item')}`],
        ['Recalled, 30 days', ...retentionCell(retention.month)],
        ['Recalled, all', ...retentionCell(retention.all)],
      ],
      ['left', 'right'],
    ),
  );
  lines.push(`Ratings  again ${ratings[0]} · hard ${ratings[1]} · good ${ratings[2]} · easy ${ratings[3]}`);
  const weeks = heatmap(statistics.days);
  if (weeks.length > 0) {
    lines.push('', style.strong('Answers by week'), ...weeks);
    lines.push(style.dim('  . none, 1 up to 10, 2 up to 25, 3 up to 50, 4 more; then the sum of the week'));
  }
  if (forecast.some(day => day.due > 0)) {
    const most = Math.max(...forecast.map(day => day.due));
    lines.push('', style.strong('Due in the next days'));
    lines.push(
      ...alignColumns(
        forecast.map(({ date, due }) => [
          `  ${date}`,
          String(due),
          due === 0 ? '' : bar(due / most, BAR).replace(/\.+$/, ''),
        ]),
        ['left', 'right'],
      ),
    );
  }
  const studied = statistics.topics.filter(topic => topic.seen > 0);
  if (studied.length > 0) {
    lines.push('', style.strong('Mastery by topic'));
    lines.push(
      ...alignColumns(
        studied
          .sort((a, b) => a.mastery - b.mastery)
          .map(topic => [
            `  ${topic.topic.id}`,
            percent(topic.mastery),
            bar(topic.mastery, BAR),
            `${topic.seen} of ${topic.items} seen`,
          ]),
        ['left', 'right'],
      ),
    );
  }
  if (outlook !== null && blueprint !== null && statistics.seen > 0) {
    lines.push('', style.strong(`${blueprint.title}${blueprint.provisional ? ' (provisional)' : ''}`));
    lines.push(
      ...alignColumns(
        outlook.domains.map(domain => [
          `  ${domain.title}`,
          percent(domain.expected),
          bar(domain.expected, BAR),
          `weight ${domain.weight} %`,
        ]),
        ['left', 'right'],
      ),
    );
    lines.push(
      `  Expected today ${percent(outlook.expected)} of the answers, aim for ${blueprint.aim} %. ` +
        'This is no scaled score.',
    );
  }
  if (statistics.answers === 0) lines.push('', 'Nothing answered yet. Start with: study review');
  return lines;
};
