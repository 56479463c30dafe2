import { describe, expect, it } from 'vitest';
import { DayBook } from '../../../src/core/fold/day-book.ts';
import type { ItemProgress } from '../../../src/core/journal/progress.ts';
import { UNSEEN } from '../../../src/core/memory/schedule.ts';
import { stabilityBuckets } from '../../../src/core/stats/statistics-retention.ts';
import { statisticsOf } from '../../../src/core/stats/statistics.ts';
import { course, NOON, progress, reviewed, TODAY, totals } from '../../support/report-course.ts';

describe('a day book', () => {
  const known = (stability: number, interval: number, elapsed = interval): ItemProgress =>
    reviewed({ stability, lastDay: TODAY - elapsed, dueDay: TODAY - elapsed + interval });

  it('tells young items from mature ones by the interval that ended: 21 days make an item mature', () => {
    const book = new DayBook();
    book.addAnswer(TODAY, 1000, 1);
    book.addRating(TODAY, known(10, 20), 'good');
    book.addRating(TODAY, known(10, 20, 400), 'again');
    book.addRating(TODAY, known(30, 21), 'hard');
    book.addRating(TODAY, known(30, 300, 25), 'again');
    expect(book.list()).toMatchObject([{ reviews: 4, retained: 2, matureReviews: 2, matureRetained: 1 }]);
  });

  it('sorts reviews by the stability before them, in buckets that double', () => {
    const book = new DayBook();
    for (const stability of [0.001, 1.99, 2, 3.99, 4, 63.9, 64, 127.9, 128, 36_500])
      book.addRating(TODAY, known(stability, 5), 'good');
    expect(book.stability().map(bucket => bucket.reviews)).toEqual([2, 2, 1, 0, 0, 1, 2, 2]);
  });

  it('adds up what was foretold: 90 % after as many days as the item is stable, by the definition of FSRS', () => {
    const book = new DayBook();
    book.addRating(TODAY, known(10, 10), 'again');
    book.addRating(TODAY, known(10, 10), 'good');
    // FSRS-6, w20 = 0.1542: factor = 0.9^(-1/w20) - 1 = 0.980346, and (1 + factor 30/10)^-w20 = 0.809388.
    book.addRating(TODAY, known(10, 10, 30), 'good');
    expect(book.stability()[3]).toEqual({ reviews: 3, retained: 2, predicted: 900_000 * 2 + 809_388 });
  });

  it('counts neither new items nor learning steps as reviews', () => {
    const book = new DayBook();
    for (const state of ['learning', 'relearning', null] as const)
      book.addRating(TODAY, reviewed({ state }), 'good');
    book.addRating(TODAY, UNSEEN, 'good');
    expect(book.stability().every(bucket => bucket.reviews === 0 && bucket.predicted === 0)).toBe(true);
  });

  it('gives back exactly what it was before when what was added is taken away again', () => {
    const [book, more] = [new DayBook(), new DayBook()];
    for (let i = 1; i < 200; i++) {
      book.addRating(TODAY, known(i / 3, i, i + 2), 'good');
      more.addRating(TODAY, known(i / 7, i + 3, i), i % 3 === 0 ? 'again' : 'easy');
    }
    const before = book.stability();
    book.merge(more, 1);
    expect(book.stability()).not.toEqual(before);
    book.merge(more, -1);
    expect(book.stability()).toEqual(before);
  });

  it('is loaded from what it gave', () => {
    const [book, copy] = [new DayBook(), new DayBook()];
    book.addAnswer(TODAY, 5000, 1);
    book.addRating(TODAY, known(30, 30), 'good');
    copy.load(book.list(), book.stability());
    expect([copy.list(), copy.stability()]).toEqual([book.list(), book.stability()]);
    copy.addRating(TODAY, known(30, 30), 'good');
    expect(book.stability()[4]?.reviews).toBe(1);
  });
});

describe('retention by stability', () => {
  it('stands beside the mean of what was foretold', () => {
    const buckets = stabilityBuckets([
      { reviews: 0, retained: 0, predicted: 0 },
      { reviews: 4, retained: 3, predicted: 3_500_000 },
      { reviews: 1, retained: 1, predicted: 910_000 },
    ]);
    expect(buckets).toEqual([
      { from: 0, to: 2, reviews: 0, retained: 0, share: null, predicted: null },
      { from: 2, to: 4, reviews: 4, retained: 3, share: 0.75, predicted: 0.875 },
      { from: 4, to: null, reviews: 1, retained: 1, share: 1, predicted: 0.91 },
    ]);
  });
});

describe('the forecast', () => {
  it('tells what is overdue from what is due today, and leaves out what is suspended or new', () => {
    const items = [
      ['sqs-card', reviewed({ dueDay: TODAY - 5 })],
      ['sqs-single', reviewed({ dueDay: TODAY })],
      ['kms-flag', reviewed({ suspended: true })],
      ['kms-pair', { ...UNSEEN, flagged: true }],
    ] as const;
    const { forecast, overdue } = statisticsOf(course(), progress(items), NOON, course().topics);
    expect([overdue, forecast.length]).toEqual([1, 30]);
    expect(forecast.slice(0, 2)).toEqual([
      { date: '2026-11-21', due: 1 },
      { date: '2026-11-22', due: 0 },
    ]);
    expect(forecast.reduce((sum, day) => sum + day.due, 0)).toBe(1);
  });

  it('ends after 30 days, and brings tomorrow what is buried today', () => {
    const items = [
      ['sqs-card', reviewed({ dueDay: TODAY + 29 })],
      ['sqs-single', reviewed({ dueDay: TODAY + 30 })],
      ['kms-flag', reviewed({ dueDay: TODAY - 3, buriedDay: TODAY })],
      ['kms-pair', reviewed({ dueDay: TODAY + 4, buriedDay: TODAY - 1 })],
    ] as const;
    const { forecast, overdue } = statisticsOf(course(), progress(items), NOON, course().topics);
    const days = forecast.flatMap(({ due }, i) => (due > 0 ? [[i, due]] : []));
    expect([overdue, days]).toEqual([
      0,
      [
        [1, 1],
        [4, 1],
        [29, 1],
      ],
    ]);
  });
});

describe('statistics', () => {
  it('narrow mastery and forecast to the topics asked for', () => {
    const items = [['kms-flag', reviewed()]] as const;
    const statistics = statisticsOf(course(), progress(items), NOON, course().topics.slice(0, 1));
    expect(statistics.topics.map(row => row.topic.id)).toEqual(['sqs']);
    expect([statistics.items, statistics.seen, statistics.forecast[0]?.due]).toEqual([2, 0, 0]);
  });

  it('tell retention of the last days from that of all days, and young items from mature ones', () => {
    const days = [
      totals(TODAY - 365, { reviews: 100, retained: 1 }),
      totals(TODAY - 30, { reviews: 10, retained: 5, matureReviews: 10, matureRetained: 5 }),
      totals(TODAY - 7, { reviews: 2, retained: 2, matureReviews: 1, matureRetained: 1 }),
      totals(TODAY - 6, { reviews: 4, retained: 3, matureReviews: 1 }),
      totals(TODAY + 1, { reviews: 9, retained: 9 }),
    ];
    const { retention } = statisticsOf(course(), progress([], { days }), NOON, []);
    expect(retention.week).toEqual({
      reviews: 4,
      retained: 3,
      share: 0.75,
      young: { reviews: 3, retained: 3, share: 1 },
      mature: { reviews: 1, retained: 0, share: 0 },
    });
    expect(retention.month).toMatchObject({ reviews: 6, retained: 5, mature: { reviews: 2, retained: 1 } });
    expect(retention.year).toMatchObject({ reviews: 16, retained: 10, mature: { share: 0.5 } });
    expect(retention.all).toMatchObject({ reviews: 116, retained: 11 });
  });

  it('have no share of nothing', () => {
    const { retention } = statisticsOf(course(), progress([]), NOON, []);
    const nothing = { reviews: 0, retained: 0, share: null };
    expect(retention.all).toEqual({ ...nothing, young: nothing, mature: nothing });
  });

  it('hold a year of days with those on which nothing was done', () => {
    const days = [totals(TODAY - 365), totals(TODAY - 364, { answers: 3 }), totals(TODAY, { ms: 90_000 })];
    const statistics = statisticsOf(course(), progress([], { days }), NOON, []);
    expect(statistics.days).toHaveLength(365);
    expect(statistics.days[0]).toMatchObject({ date: '2025-11-22', answers: 3 });
    expect(statistics.days[1]).toMatchObject({ date: '2025-11-23', answers: 0, ms: 0 });
    expect(statistics.days.at(-1)).toMatchObject({ date: '2026-11-21', ms: 90_000 });
  });
});
