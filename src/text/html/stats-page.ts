/** The statistics as one page: drawings, and beside or below each the same numbers as a table. */
import type { Readiness } from '../../core/readiness/readiness.ts';
import { rangeText } from '../plan/figures.ts';
import { readinessSentences } from '../stats/stats.ts';
import type { Recalled, StabilityBucket } from '../../core/stats/statistics-retention.ts';
import type { Statistics, StatisticsDay } from '../../core/stats/statistics.ts';
import { percent, plural } from '../layout/columns.ts';
import type { BarRow } from './bar-chart.ts';
import { barTable } from './bar-chart.ts';
import { columnChart } from './column-chart.ts';
import type { Markup } from './escape.ts';
import { html, NOTHING } from './escape.ts';
import { legend } from './figure.ts';
import { heatChart } from './heat-chart.ts';
import type { Tile } from './page.ts';
import { dataTable, fold, renderPage, section, tiles } from './page.ts';

interface StatsPage {
  readonly course: string;
  readonly statistics: Statistics;
  /** Titles of the topics it was narrowed to; empty: the whole course. */
  readonly topics: readonly string[];
  readonly version: string;
}

/** Days of the chart of minutes: 13 weeks. */
const MINUTE_DAYS = 91;

/** Minutes of a day with one decimal. */
const minutesOf = ({ ms }: StatisticsDay): number => Math.round(ms / 6000) / 10;

const share = ({ share: value }: Recalled): string => (value === null ? '-' : percent(value));

const keyFigures = ({
  retention,
  streak,
  answers,
  minutes,
  seen,
  items,
  readiness,
  blueprint,
}: Statistics): readonly Tile[] => [
  {
    label: 'Remembered, 30 days',
    value: share(retention.month),
    note: `of ${plural(retention.month.reviews, 'review')}`,
  },
  { label: 'Streak', value: String(streak), note: streak === 1 ? 'day' : 'days' },
  { label: 'Answers', value: String(answers), note: `in ${plural(minutes, 'minute')}` },
  {
    label: 'Seen',
    value: String(seen),
    note: `of ${plural(items, 'card or question', 'cards and questions')}`,
  },
  ...(readiness === null || readiness.today === null || blueprint === null || seen === 0
    ? []
    : [
        {
          label: 'If the exam were today',
          value: percent(readiness.today.score),
          note: `${rangeText(readiness.today)}, aim for ${blueprint.aim} %`,
        },
      ]),
];

const history = ({ days }: Statistics): Markup => {
  const active = days.filter(day => day.answers > 0);
  const total = active.reduce((sum, day) => sum + day.answers, 0);
  const recent = days.slice(-MINUTE_DAYS);
  const longest = recent.reduce((most, day) => Math.max(most, minutesOf(day)), 0);
  return html`${section(
    'days',
    'Answers by day',
    heatChart(
      days.map(({ date, answers }) => ({ date, value: answers })),
      {
        id: 'days',
        title: 'Answers on each day of the last year',
        description: `${plural(total, 'answer')} on ${plural(active.length, 'day')}. The table below has every day.`,
      },
    ),
  )}${section(
    'minutes',
    'Minutes a day',
    columnChart({
      id: 'minutes',
      title: 'Minutes spent on each of the last 91 days',
      description: `At most ${longest} minutes on a day. The table below has every day.`,
      columns: recent.map(day => ({
        value: minutesOf(day),
        title: `${day.date}: ${minutesOf(day)} min`,
        tick: day.date,
      })),
    }),
    fold(
      'Every day with an answer, as a table',
      dataTable(
        'The last year, the newest day first. Reviews are of cards and questions that were known before.',
        ['Day', 'Answers', 'Reviews', 'Remembered', 'New', 'Minutes'],
        active
          .toReversed()
          .map(day => [
            day.date,
            String(day.answers),
            String(day.reviews),
            day.reviews === 0 ? '-' : percent(day.retained / day.reviews),
            String(day.introduced),
            minutesOf(day).toFixed(1),
          ]),
      ),
    ),
  )}`;
};

const forecastSection = ({ overdue, forecast }: Statistics): Markup => {
  const total = forecast.reduce((sum, day) => sum + day.due, 0);
  const late = overdue === 0 ? [] : [{ name: 'overdue', due: overdue, kind: 'late' as const }];
  const rows = [...late, ...forecast.map(({ date, due }) => ({ name: date, due, kind: 'fill' as const }))];
  return section(
    'forecast',
    'Due in the next days',
    html`<p class="note">Each card and question on the next day it is due, if nothing is done before.</p>`,
    columnChart({
      id: 'forecast',
      title: 'What is due on each of the next 30 days',
      description: `${overdue} overdue, ${total} due in the next 30 days.`,
      columns: rows.map(({ name, due, kind }) => ({
        value: due,
        title: `${name}: ${due} due`,
        tick: name,
        kind,
      })),
    }),
    overdue === 0
      ? NOTHING
      : legend([
          { className: 'late', text: 'overdue' },
          { className: 'fill', text: 'due that day' },
        ]),
    fold(
      'The forecast as a table',
      dataTable(
        'Due by day',
        ['Day', 'Due'],
        rows.map(({ name, due }) => [name, String(due)]),
      ),
    ),
  );
};

const retentionSection = ({ retention }: Statistics): Markup =>
  section(
    'retention',
    'True retention',
    html`<p class="note">
      Reviews of known cards and questions that were not rated again. One is mature from an interval of 21
      days on.
    </p>`,
    dataTable(
      'Remembered, and of how many reviews',
      ['Period', 'All', 'Reviews', 'Young', 'Reviews', 'Mature', 'Reviews'],
      (
        [
          ['7 days', retention.week],
          ['30 days', retention.month],
          ['Year', retention.year],
          ['All', retention.all],
        ] as const
      ).map(([name, of]) => [
        name,
        ...[of, of.young, of.mature].flatMap(part => [share(part), String(part.reviews)]),
      ]),
    ),
  );

const bucketName = ({ from, to }: StabilityBucket): string =>
  to === null ? `${from} d and more` : from === 0 ? `under ${to} d` : `${from}-${to} d`;

const stabilitySection = ({ stability }: Statistics): Markup =>
  section(
    'stability',
    'Remembered by stability',
    html`<p class="note">
      Stability is how many days it takes until the chance to remember one falls to 90 %. Where dots and
      columns agree, the schedule fits you; few reviews prove little.
    </p>`,
    columnChart({
      id: 'stability',
      title: 'Share remembered by stability before the review, and what was predicted',
      description:
        'A column is the share remembered, a dot the mean chance predicted. The table below has the numbers.',
      most: 1,
      format: percent,
      columns: stability.map(bucket => ({
        value: bucket.share ?? 0,
        title: `${bucketName(bucket)}: ${share(bucket)} of ${plural(bucket.reviews, 'review')}`,
        tick: bucketName(bucket),
        ...(bucket.predicted === null ? {} : { dot: bucket.predicted }),
      })),
    }),
    legend([
      { className: 'fill', text: 'remembered' },
      { className: 'second', round: true, text: 'predicted' },
    ]),
    dataTable(
      'Reviews of what was known, by stability in days (d)',
      ['Stability', 'Reviews', 'Remembered', 'Predicted'],
      stability.map(bucket => [
        bucketName(bucket),
        String(bucket.reviews),
        share(bucket),
        bucket.predicted === null ? '-' : percent(bucket.predicted),
      ]),
    ),
  );

const topicSection = ({ topics }: Statistics): Markup => {
  const rows = topics
    .filter(topic => topic.seen > 0)
    .sort((a, b) => a.knownNow - b.knownNow)
    .map(({ topic, knownNow, recall, seen, items }): BarRow => ({
      label: topic.title,
      bar: { share: knownNow },
      title: `${topic.title}: known ${percent(knownNow)}`,
      cells: [percent(knownNow), percent(recall), `${seen} of ${items}`],
    }));
  const untouched = topics.length - rows.length;
  return section(
    'topics',
    'Known by topic',
    rows.length === 0
      ? NOTHING
      : barTable(
          'Known is the mean chance to recall a card or question today, one not started counting as none; the weakest first.',
          ['Topic', 'Known', 'Of those seen', 'Seen'],
          rows,
        ),
    untouched === 0 ? NOTHING : html`<p class="note">Not started: ${plural(untouched, 'topic')}.</p>`,
  );
};

/** What is expected of a domain today; `-` while too little of it was answered. */
const expectedText = ({ domains }: Readiness, index: number): string => {
  const score = domains[index]?.score ?? null;
  return score === null ? '-' : percent(score);
};

const examSection = ({ readiness, domains, blueprint }: Statistics): Markup => {
  if (readiness === null || blueprint === null) return NOTHING;
  const { aim, provisional, title } = blueprint;
  return section(
    'exam',
    `${title}${provisional ? ' (provisional)' : ''}`,
    html`<p>${readinessSentences(readiness, blueprint).join(' ')}</p>`,
    barTable(
      `Readiness by domain; the line stands at ${aim} %.`,
      ['Domain', 'Readiness', 'Weight', 'Known', 'Seen'],
      domains.map((domain, index) => ({
        label: domain.title,
        bar: { share: readiness.domains[index]?.score ?? 0, mark: aim / 100 },
        title: `${domain.title}: readiness ${expectedText(readiness, index)}, weight ${domain.weight} %`,
        cells: [
          expectedText(readiness, index),
          `${domain.weight} %`,
          percent(domain.knownNow),
          `${domain.seen} of ${domain.items}`,
        ],
      })),
    ),
  );
};

/** The whole page as the text of a file. */
export const statsPage = ({ course, statistics, topics, version }: StatsPage): string =>
  renderPage({
    title: 'Study statistics',
    lead: [course, ...(topics.length === 0 ? [] : [topics.join(', ')]), statistics.date].join(' · '),
    body: html`${tiles(keyFigures(statistics))}${
      statistics.answers === 0
        ? html`<p>Nothing answered yet. Start with <code>study review</code>.</p>`
        : NOTHING
    }${history(statistics)}${forecastSection(statistics)}${retentionSection(statistics)}${stabilitySection(
      statistics,
    )}${topicSection(statistics)}${examSection(statistics)}`,
    foot: `Written by study ${version} from the progress on this computer. The page loads nothing and runs nothing.`,
  });
