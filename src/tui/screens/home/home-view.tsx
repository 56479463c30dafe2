import { rangeText } from '../../../text/plan/figures.ts';
import type { ReactElement } from 'react';
import type { ExamOverview, Overview, TopicOverview } from '../../../core/stats/overview.ts';
import { alignColumns, percent, plural } from '../../../text/layout/columns.ts';
import { dayAndMonth } from '../../../text/stats/dates.ts';
import { cellWidth, padEnd, padStart, truncate } from '../../../text/layout/width.ts';
import { progressBar } from '../../components/bar.ts';
import { Lines } from '../../components/lines.tsx';
import { scrollTo, window } from '../../models/list.ts';
import type { Size } from '../../shell/screen.ts';
import type { Theme } from '../../components/theme.ts';
import type { Entry } from './home-model.ts';

/** Cells of the column with the labels, and of the one with the numbers behind it. */
const LABEL = 18;
const NUMBER = 6;
/** Cells of a bar beside its number, and the width from which there is room for some. */
const BAR = 14;
const BARS_FROM = 76;

const fact = (label: string, number: string, about: string, { style }: Theme): string =>
  `${padEnd(label, LABEL)}${style.strong(padStart(number, NUMBER))}   ${style.dim(about)}`.trimEnd();

const examLine = ({ id, date, days, readiness, aim, provisional }: ExamOverview, theme: Theme): string => {
  const { style, signs } = theme;
  const dot = ` ${signs.dot} `;
  const left = days === null ? '' : days > 0 ? plural(days, 'day') : days === 0 ? 'today' : 'over';
  const facts = [
    ...(date === '' ? [] : [dayAndMonth(date)]),
    // Being on track is a judgement about one number: the number stands beside it.
    ...(readiness === null || readiness.today === null
      ? []
      : [
          ...(readiness.status === null ? [] : [readiness.status]),
          `${rangeText(readiness.today)} today, aim ${aim} %`,
        ]),
    ...(provisional ? ['provisional'] : []),
  ];
  return `${padEnd(`Exam ${id}`, LABEL)}${style.strong(padStart(left, NUMBER))}   ${style.dim(facts.join(dot))}`.trimEnd();
};

/** What is due by topic, the most first, as many as one line holds. */
const topicLine = (topics: readonly TopicOverview[], { style, signs }: Theme, columns: number): string => {
  const due = topics
    .filter(({ counts }) => counts.due > 0)
    .toSorted((a, b) => b.counts.due - a.counts.due)
    .map(
      ({ topic, counts }) =>
        `${topic.id} ${counts.due} due${columns < BARS_FROM ? '' : `, ${counts.new} new`}`,
    );
  const rest = (shown: number): readonly string[] =>
    shown < due.length ? [`${plural(due.length - shown, 'more topic')}`] : [];
  const joined = (shown: number): string => [...due.slice(0, shown), ...rest(shown)].join(` ${signs.dot} `);
  // Each takes many cells, so that no more than this can ever fit.
  let shown = Math.min(due.length, columns);
  while (shown > 1 && cellWidth(joined(shown)) > columns - LABEL - 2) shown--;
  return due.length === 0 ? '' : `${padEnd('By topic', LABEL + 2)}${style.dim(joined(shown))}`;
};

const weakLines = (weakest: readonly TopicOverview[], theme: Theme, columns: number): readonly string[] => {
  const { style } = theme;
  const hasBars = columns >= BARS_FROM;
  const name = (topic: TopicOverview): string =>
    truncate(topic.topic.id, columns - LABEL - 30 - (hasBars ? BAR : 0));
  const rows = weakest.map(topic => [
    name(topic),
    style.strong(percent(topic.mastery)),
    ...(hasBars ? [progressBar(topic.mastery, BAR, theme)] : []),
    style.dim(`${topic.seen} of ${topic.items} seen`),
  ]);
  return alignColumns(rows, ['left', 'right', 'left']).map(
    (line, i) => padEnd(i === 0 ? 'Weakest' : '', LABEL + 2) + line,
  );
};

const entryLine = ({ title, about }: Entry, isChosen: boolean, { style, signs }: Theme): string =>
  `${isChosen ? signs.pointer : ' '} ${padEnd(isChosen ? style.strong(title) : title, LABEL - 2)}  ${style.dim(about)}`.trimEnd();

interface HomeParts {
  readonly overview: Overview;
  /** Problems in the files of the course: what has one is left out. */
  readonly problems: number;
  readonly entries: readonly Entry[];
  readonly chosen: number;
  readonly size: Size;
  readonly theme: Theme;
}

/** What is known about today, as lines: what there is no room for is left out, the least urgent first. */
export const homeLines = (
  { overview, problems, size, theme }: Pick<HomeParts, 'overview' | 'problems' | 'size' | 'theme'>,
  room: number,
): readonly string[] => {
  const { counts, newToday, minutes, exam, weakest, topics } = overview;
  const today = [
    fact('Due now', String(counts.due), minutes > 0 ? `about ${minutes} min with the new ones` : '', theme),
    fact('New today', String(newToday), `of ${counts.new} left`, theme),
  ];
  const byTopic = topicLine(topics, theme, size.columns);
  const rest = [
    ...(exam !== null && (exam.date !== '' || (exam.readiness?.today ?? null) !== null)
      ? [examLine(exam, theme)]
      : []),
    ...(counts.leeches > 0
      ? [fact('Leeches', String(counts.leeches), 'forgotten again and again: read their notes', theme)]
      : []),
    ...(problems > 0
      ? [fact('Problems', String(problems), 'in the files of this course: study check lists them', theme)]
      : []),
  ];
  const weak = weakest.length > 0 ? ['', ...weakLines(weakest, theme, size.columns)] : [];
  const detail = byTopic === '' ? [] : [byTopic];
  const forms = [
    [...today, ...detail, ...rest, ...weak],
    [...today, ...detail, ...rest],
    [...today, ...rest],
  ];
  return forms.find(({ length }) => length <= room) ?? forms.at(-1) ?? [];
};

export const HomeView = ({ overview, problems, entries, chosen, size, theme }: HomeParts): ReactElement => {
  const facts = homeLines({ overview, problems, size, theme }, size.rows - entries.length - 1);
  const list = entries.map((entry, i) => entryLine(entry, i === chosen, theme));
  const lines = [...facts, '', ...list];
  // In a small terminal the list moves, so that what is chosen is always seen.
  const top = scrollTo({ top: 0, rows: size.rows, length: lines.length }, facts.length + 1 + chosen);
  return <Lines lines={window(lines, top, size.rows)} />;
};
