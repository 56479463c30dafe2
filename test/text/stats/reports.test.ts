import { describe, expect, it } from 'vitest';
import { reportItem } from '../../../src/core/memory/item-report.ts';
import { overviewOf, overviewTopics } from '../../../src/core/stats/overview.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/journal/settings.ts';
import { statisticsOf } from '../../../src/core/stats/statistics.ts';
import type { ChartLook } from '../../../src/text/stats/charts.ts';
import { alignColumns } from '../../../src/text/layout/columns.ts';
import { settingLines } from '../../../src/text/learner/settings.ts';
import { statsLines } from '../../../src/text/stats/stats.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { spokenToday } from '../../../src/text/accessible/stats/spoken-today.ts';
import { todayLines } from '../../../src/text/stats/today.ts';
import { topicLines } from '../../../src/text/stats/topics.ts';
import { whyLines } from '../../../src/text/stats/why.ts';
import { cellWidth } from '../../../src/text/layout/width.ts';
import { course, NOON, progress, reviewed, TODAY, totals } from '../../support/report-course.ts';

const PLAIN = makeStyle(false);
const LOOK: ChartLook = { style: PLAIN, width: 80, ascii: false, spoken: false };
const learned = progress(
  [
    ['sqs-card', reviewed()],
    ['sqs-single', reviewed({ dueDay: TODAY + 3, stability: 40 })],
    ['kms-flag', reviewed({ lapses: 9, dueDay: TODAY - 1 })],
  ],
  {
    days: [
      totals(TODAY - 1, { reviews: 8, retained: 6, ratings: [2, 1, 6, 1] }),
      totals(TODAY, { reviews: 2, retained: 2, answers: 30 }),
    ],
    settings: { ...DEFAULT_SETTINGS, examDate: '2026-12-16' },
  },
);

describe('columns', () => {
  it('count cells, not characters, and leave nothing behind the last one', () => {
    expect(
      alignColumns(
        [
          ['日本', '1', 'a'],
          ['x', '22', ''],
        ],
        ['left', 'right'],
      ),
    ).toEqual(['日本   1  a', 'x     22']);
  });
});

describe('today as lines', () => {
  it('says on the first day what to do first', () => {
    expect(todayLines('Cloud', overviewOf(course(), progress([]), NOON), PLAIN).join('\n')).toMatchSnapshot();
  });

  it('says in the middle of things what is due, what is weak and how the exam stands', () => {
    expect(todayLines('Cloud', overviewOf(course(), learned, NOON), PLAIN).join('\n')).toMatchSnapshot();
  });
});

describe('today with a plan', () => {
  const overview = overviewOf(course(), learned, NOON);
  const withPlan = (left: {
    reviews: number;
    fresh: number;
    questions: number;
    minutes: number;
  }): readonly string[] =>
    todayLines('Cloud', overview, PLAIN, null, 0, { ...left, planned: 30, first: null });

  it('says what is left of the plan, not what would be due without it', () => {
    expect(withPlan({ reviews: 12, fresh: 3, questions: 1, minutes: 24.6 }).at(-1)).toBe(
      'Next: study review  (the plan for today: about 12 reviews, 3 new cards, 1 question, 25 min)',
    );
  });

  it('says that it is done', () => {
    const lines = withPlan({ reviews: 0, fresh: 0, questions: 0, minutes: 0 });
    expect(lines.at(-2)).toBe('The plan for today is done.');
    expect(lines.at(-1)).toMatch(/^Next: study /);
  });
});

describe('today with a plan, besides what is left of it', () => {
  const load = { reviews: 12, fresh: 3, questions: 1, minutes: 24.6, planned: 30, first: null };
  const overview = overviewOf(course(), learned, NOON);

  it('names no other number of new cards or minutes', () => {
    expect(todayLines('Cloud', overview, PLAIN).join('\n')).toMatch(/New today|expected/);
    expect(todayLines('Cloud', overview, PLAIN, null, 0, load).join('\n')).not.toMatch(/New today|expected/);
  });

  it('asks for nothing on the day of the exam, on screen and heard', () => {
    const { exam } = overview;
    if (exam === null) throw new Error('The learner has an exam');
    const onTheDay = { ...overview, exam: { ...exam, days: 0 } };
    const last = 'Next: the exam. Good luck! study review -n 10 warms up.';
    expect(todayLines('Cloud', onTheDay, PLAIN, null, 0, load).at(-1)).toBe(last);
    const heard = spokenToday('Cloud', onTheDay, null, 0, load, { verbosity: 'normal', width: 80 });
    expect(heard[0]).toBe(last);
    expect(heard.join('\n').match(/Good luck/g)).toHaveLength(1);
  });
});

describe('a course with problems in its files', () => {
  it('says so on the first page, for what has a problem is left out', () => {
    const overview = overviewOf(course(), progress([]), NOON);
    expect(todayLines('Mine', overview, PLAIN, null, 2)).toContain(
      '2 problems in the files of this course: study check lists them',
    );
    expect(todayLines('Mine', overview, PLAIN, null, 0).join('\n')).not.toContain('study check');
  });
});

describe('the settings as lines', () => {
  it('say what each is for within the width', () => {
    const help =
      'Waiting times of a new item before its first interval, such as "1m 10m"; "none" for no steps.';
    const row = { key: 'learningSteps', value: '1m', usual: '1m', scope: 'course', help } as const;
    const lines = settingLines([row], PLAIN, 60);
    expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(60);
    expect(
      lines
        .slice(2)
        .map(line => line.trim())
        .join(' '),
    ).toBe(help);
  });
});

describe('the next step', () => {
  it('in a course without items is no session but a look at the course', () => {
    const empty = { ...overviewOf(course(), progress([]), NOON), topics: [], weakest: [], newToday: 0 };
    expect(todayLines('Mine', empty, PLAIN).at(-1)).toBe(
      'Next: study check  (the course has no cards and no questions)',
    );
  });
});

describe('the other reports as lines', () => {
  it('list the topics by area', () => {
    const topics = overviewTopics(course(), learned, NOON).map((topic, i) => ({
      ...topic,
      known: i === 0 ? 0.314 : null,
    }));
    expect(topicLines(topics, PLAIN).join('\n')).toMatchSnapshot();
  });

  it('give the statistics, every bar beside its number', () => {
    const statistics = statisticsOf(course(), learned, NOON, course().topics);
    expect(statsLines(statistics, LOOK).join('\n')).toMatchSnapshot();
  });

  it.each<readonly [string, Partial<ChartLook>]>([
    ['60 columns', { width: 60 }],
    ['120 columns', { width: 120 }],
    ['ASCII', { ascii: true }],
    ['a screen reader', { spoken: true }],
  ])('give the statistics for %s', (_for, more) => {
    const look = { ...LOOK, ...more };
    const stability = [0, 6, 3, 0].map(reviews => ({
      reviews,
      retained: Math.floor(reviews * 0.9),
      predicted: reviews * 880_000,
    }));
    const statistics = statisticsOf(course(), { ...learned, stability }, NOON, course().topics);
    const lines = statsLines(statistics, look);
    expect(lines.join('\n')).toMatchSnapshot();
    expect(lines.every(line => cellWidth(line) <= look.width)).toBe(true);
    if (more.ascii === true) expect(lines.join('\n')).toMatch(/^[ -~\n]*$/);
  });

  it('say where to start when there are no statistics yet', () => {
    const lines = statsLines(statisticsOf(course(), progress([]), NOON, course().topics), LOOK);
    expect(lines.at(-1)).toBe('Nothing answered yet. Start with: study review');
  });

  it('explain why an item is asked', () => {
    const [entry] = course().items;
    if (entry === undefined) throw new Error('the course has items');
    const event = {
      v: 1 as const,
      id: 'd-1',
      lc: 1,
      at: NOON.at - 864_000_000,
      tz: 0,
      course: 'cloud',
      type: 'reviewed' as const,
      mode: 'review' as const,
      day: TODAY - 10,
      ratings: [{ item: 'sqs-card', rating: 'good' as const, counted: true }],
      ms: 5000,
      model: 'm',
    };
    const report = reportItem(
      entry,
      ['queues'],
      learned.items.get('sqs-card'),
      [event],
      learned.settings,
      NOON,
    );
    expect(whyLines(report, PLAIN).join('\n')).toMatchSnapshot();
    const fresh = reportItem(entry, [], undefined, [], learned.settings, NOON);
    expect(whyLines(fresh, PLAIN).join('\n')).toMatchSnapshot();
  });
});
