/** The statistics: four pages, of which one is shown. Readiness for the exam has a screen of its own. */
import { readinessToday } from '../../../app/learner/plan-cache.ts';
import { topicsRequest } from '../../../app/session/ready-requests.ts';
import { weakQuizRequest } from '../../../app/session/session-request.ts';
import type { ItemEntry } from '../../../core/course/course.ts';
import { ExamScope } from '../../../core/lists/scope.ts';
import { examSet } from '../../../core/readiness/exam-plan.ts';
import { statisticsOf } from '../../../core/stats/statistics.ts';
import type { Statistics } from '../../../core/stats/statistics.ts';
import type { ChartLook } from '../../../text/stats/charts.ts';
import { percent, plural } from '../../../text/layout/columns.ts';
import { examCode } from '../../../text/plan/words.ts';
import { Lines } from '../../components/lines.tsx';
import { moveBy, scrollBy, scrollTo, window } from '../../models/list.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import type { Page } from './pages.ts';
import { daysPage, duePage, memoryPage, PAGES, SPANS } from './pages.ts';
import type { TopicOrder } from './topic-table.ts';
import { nextSort, sortTopics, topicHeading, topicLines } from './topic-table.ts';

/** Lines above a page: the names of all pages, and an empty one. */
const TAB_LINES = 2;
/** Minutes of a review of one topic. */
const MINUTES = 10;
/** Lines above the rows of the table of topics. */
const HEADING_LINES = 1;

type Within = (entry: ItemEntry) => boolean;

/** @param topics only these; `null`: all, of the exam where one is set */
export const makeStatsScreen = (host: Host, topics: ReadonlySet<string> | null): Screen => {
  const { services, theme } = host;
  const exam = () => examSet(services.course, services.progress().settings, services.moment().day);
  /** What serves the exam that is set; `null`: none is, or the topics were chosen. */
  const inExam = (): Within | null => {
    const blueprint = topics === null ? exam() : null;
    if (blueprint === null) return null;
    const scope = new ExamScope(services.course, blueprint);
    return entry => scope.has(entry);
  };
  const look = (): Statistics => {
    const { course } = services;
    const moment = services.moment();
    const within = inExam();
    const served = within === null ? null : new Set(course.items.filter(within).map(({ topic }) => topic));
    const asked = topics ?? served;
    const chosen = asked === null ? course.topics : course.topics.filter(({ id }) => asked.has(id));
    const readiness = (): Statistics['readiness'] => readinessToday(services, moment);
    return statisticsOf(course, services.progress(), moment, chosen, readiness, within ?? undefined);
  };
  let statistics = look();
  let order: TopicOrder = { by: 'known', direction: 'natural' };
  let rowsOfTopics = sortTopics(statistics.topics, order);
  let page: Page = 'days';
  const spans = new Map<Page, number>();
  let chosen = 0;
  let top = 0;
  let rows = 1;
  let length = 1;

  const span = (): number => SPANS[page][spans.get(page) ?? 0] ?? 0;
  const show = (next: Page | undefined): void => {
    if (next === undefined || next === page) return;
    page = next;
    top = 0;
  };
  const turn = (by: number): void => show(PAGES[(PAGES.indexOf(page) + by + PAGES.length) % PAGES.length]);
  const sort = (next: TopicOrder): void => {
    order = next;
    rowsOfTopics = sortTopics(statistics.topics, order);
    chosen = 0;
    top = 0;
  };
  const move = (by: number): void => {
    chosen = moveBy(chosen, rowsOfTopics.length, by);
    top = scrollTo({ top, rows, length }, chosen);
  };

  const tabs = (): string => {
    const { style } = theme;
    return PAGES.map((name, i) =>
      name === page ? style.strong(`[${i + 1} ${name}]`) : style.dim(` ${i + 1} ${name} `),
    ).join('  ');
  };

  const pageLines = (chart: ChartLook): readonly string[] => {
    switch (page) {
      case 'days':
        return daysPage(statistics, span(), chart);
      case 'due':
        return duePage(statistics, span(), chart);
      case 'memory':
        return memoryPage(statistics, chart);
      case 'topics':
        return [];
    }
  };

  const body = ({ columns, rows: most }: Size): readonly string[] => {
    if (page === 'topics') {
      rows = Math.max(1, most - TAB_LINES - HEADING_LINES);
      ({ length } = rowsOfTopics);
      top = scrollBy({ top, rows, length }, 0);
      return [
        tabs(),
        '',
        topicHeading(rowsOfTopics, order, columns, theme),
        ...topicLines(rowsOfTopics, top, rows, chosen, columns, theme),
      ];
    }
    const { style, ascii } = theme;
    const lines = pageLines({ style, width: columns, ascii, spoken: false });
    rows = Math.max(1, most - TAB_LINES);
    ({ length } = lines);
    top = scrollBy({ top, rows, length }, 0);
    return [tabs(), '', ...window(lines, top, rows)];
  };

  return {
    get context() {
      return page === 'topics' ? ('stats-topics' as const) : ('stats' as const);
    },
    header: () => {
      const { reviews, share } = statistics.retention.all;
      const recalled = share === null ? [] : [`${percent(share)} remembered`];
      const blueprint = topics === null ? exam() : null;
      const only =
        topics === null ? (blueprint === null ? [] : [examCode(blueprint)]) : [plural(topics.size, 'topic')];
      const { dot } = theme.signs;
      return {
        left: ['stats', ...only].join(` ${dot} `),
        // In the first days there are answers, but nothing has come back yet that could be recalled.
        right: [
          reviews === 0 ? plural(statistics.answers, 'answer') : plural(reviews, 'review'),
          ...recalled,
        ].join(` ${dot} `),
      };
    },
    body: size => <Lines lines={body(size)} />,
    shown: () => {
      statistics = look();
      rowsOfTopics = sortTopics(statistics.topics, order);
      chosen = moveBy(chosen, rowsOfTopics.length, 0);
    },
    offers: action => {
      switch (action) {
        case 'right':
        case 'left':
          return SPANS[page].length > 1;
        case 'up':
          return rowsOfTopics.length > 1;
        case 'open':
          return rowsOfTopics.length > 0;
        case 'scroll-up':
          // The hints are made before the page is drawn.
          body(host.size);
          return length > rows;
        default:
          return true;
      }
    },
    act: (action, key) => {
      switch (action) {
        case 'later':
          return turn(1);
        case 'earlier':
          return turn(-1);
        case 'choose':
          return show(PAGES[Number(key) - 1]);
        case 'left':
        case 'right':
        case 'less':
        case 'more':
          top = 0;
          spans.set(
            page,
            moveBy(spans.get(page) ?? 0, SPANS[page].length, action === 'left' || action === 'less' ? -1 : 1),
          );
          return;
        case 'sort':
          return sort(nextSort(order));
        case 'reverse':
          return sort({ ...order, direction: order.direction === 'natural' ? 'reversed' : 'natural' });
        case 'up':
        case 'down':
          return move(action === 'up' ? -1 : 1);
        case 'open':
        case 'quiz':
        case 'review': {
          const topic = rowsOfTopics[chosen]?.topic.id;
          if (topic === undefined) return;
          const { seed } = services.runtime;
          const topicOnly: ReadonlySet<string> = new Set([topic]);
          if (action === 'open') return host.open({ to: 'notes', place: topic });
          const request =
            action === 'quiz' ? weakQuizRequest(topicOnly, seed) : topicsRequest(topicOnly, MINUTES, seed);
          return host.open({ to: 'session', request });
        }
        case 'top':
        case 'bottom': {
          const by = action === 'top' ? -rowsOfTopics.length - length : rowsOfTopics.length + length;
          if (page === 'topics') move(by);
          else top = scrollBy({ top, rows, length }, by);
          return;
        }
        case 'page-up':
        case 'page-down': {
          const by = action === 'page-up' ? -rows : rows;
          if (page === 'topics') move(by);
          else top = scrollBy({ top, rows, length }, by);
          return;
        }
        case 'scroll-up':
        case 'scroll-down':
          top = scrollBy({ top, rows, length }, action === 'scroll-up' ? -1 : 1);
          return;
        case 'back':
          return host.back();
        default:
      }
    },
  };
};
