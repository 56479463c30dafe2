import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToDate } from '../../../src/core/base/civil-day.ts';
import type { HeatDay } from '../../../src/text/stats/charts-heatmap.ts';
import {
  heatLegend,
  heatLevel,
  heatmap,
  lastWeeks,
  weekdayOf,
  weeksOf,
} from '../../../src/text/stats/charts-heatmap.ts';
import type { ChartLook } from '../../../src/text/stats/charts.ts';
import { barChart, drawBar, drawGauge, sparkline } from '../../../src/text/stats/charts.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth, stripStyles } from '../../../src/text/layout/width.ts';

const look = (width: number, more: Partial<ChartLook> = {}): ChartLook => ({
  style: makeStyle(false),
  width,
  ascii: false,
  spoken: false,
  ...more,
});
const BLOCKS = { ascii: false };
const ASCII = { ascii: true };

describe('a bar', () => {
  it.each([
    [0, ''],
    [0.001, '▏'],
    [0.5, '██'],
    [0.53125, '██▏'],
    [0.96875, '███▉'],
    [1, '████'],
    [7, '████'],
    [-1, ''],
    [NaN, ''],
  ])('for %d of four cells is "%s"', (share, drawn) => {
    expect(drawBar(share, 4, BLOCKS)).toBe(drawn);
  });

  it('of ASCII characters shows what is more than nothing too', () => {
    expect([0, 0.01, 0.5, 1].map(share => drawBar(share, 4, ASCII))).toEqual(['', '#', '##', '####']);
  });

  it('in a frame takes the same cells for every share', () => {
    expect(drawGauge(0.25, 6, BLOCKS)).toBe('▕█   ▏');
    expect(drawGauge(0.5, 6, ASCII)).toBe('[##  ]');
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 2, max: 99 }),
        (share, width) => {
          expect(cellWidth(drawGauge(share, width, BLOCKS))).toBe(width);
        },
      ),
    );
  });
});

describe('a row of small columns', () => {
  it('is as high as the highest, and dots where nothing was', () => {
    expect(sparkline([0, 1, 4, 8], look(10))).toEqual(['·▁▄█']);
    expect(sparkline([0, 1, 4, 8], look(10, ASCII))).toEqual([' .=@']);
    expect(sparkline([0, 0], look(10))).toEqual(['··']);
    expect(sparkline([], look(10))).toEqual([]);
  });

  it('draws means of neighbours where there is no room for all', () => {
    expect(sparkline([0, 0, 4, 4, 8, 8], look(3))).toEqual(['·▄█']);
  });

  it('is left to the numbers beside it for a screen reader', () => {
    expect(sparkline([1, 2], look(10, { spoken: true }))).toEqual([]);
  });
});

const ROWS = [
  { label: 'dynamodb-capacity-units', value: 0.92, text: '92 %', note: '61 of 61 seen' },
  { label: 'kms', value: 0.46, text: '46 %', note: '24 of 40 seen' },
  {
    label: 'a topic with a name that is much too long for the line',
    value: 0,
    text: '0 %',
    note: 'none seen',
  },
];

describe('a chart of bars', () => {
  it.each([20, 40, 60, 80, 120])('at %d columns', width => {
    const lines = barChart({ rows: ROWS, scale: 'share' }, look(width));
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
    expect(lines.every(line => cellWidth(line) <= width)).toBe(true);
  });

  it('draws counts beside the highest of them', () => {
    const rows = [38, 19, 0].map(due => ({ label: `day ${due}`, value: due, text: String(due) }));
    expect(barChart({ rows, scale: 'count' }, look(24, ASCII))).toEqual([
      'day 38  38  ############',
      'day 19  19  ######',
      'day 0    0',
    ]);
  });

  it('says numbers and notes alone to a screen reader', () => {
    expect(barChart({ rows: ROWS.slice(0, 2), scale: 'share' }, look(60, { spoken: true }))).toEqual([
      'dynamodb-capacity-units  92 %  61 of 61 seen',
      'kms                      46 %  24 of 40 seen',
    ]);
  });

  it('carries nothing by colour alone: without styles the lines are the same', () => {
    const rows = [{ ...(ROWS[0] ?? { label: '', value: 0, text: '' }), warn: true }];
    const coloured = barChart({ rows, scale: 'share' }, look(80, { style: makeStyle(true) }));
    expect(coloured.map(stripStyles)).toEqual(barChart({ rows, scale: 'share' }, look(80)));
    expect(coloured.join('')).toContain('\u001b[');
  });

  it('never takes more cells than there are, and lets no label drive the terminal', () => {
    const row = fc.record({
      label: fc.string({ unit: 'grapheme', maxLength: 60 }),
      value: fc.double({ noNaN: true }),
      text: fc.nat().map(String),
      note: fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 5 }),
        fc.integer({ min: 1, max: 130 }),
        fc.boolean(),
        fc.boolean(),
        (rows, width, ascii, spoken) => {
          for (const scale of ['share', 'count'] as const)
            for (const line of barChart({ rows, scale }, look(width, { ascii, spoken })))
              expect(cellWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
    const [line] = barChart(
      { rows: [{ label: '\u001b[2J\nx', value: 1, text: '1' }], scale: 'count' },
      look(40),
    );
    expect(line).toMatch(/^\ufffd\[2J x {2}1 {2}█+$/);
  });
});

const TODAY = 20_778; // Saturday, 2026-11-21
const daysUpTo = (count: number): readonly HeatDay[] =>
  Array.from({ length: count }, (_, i) => ({
    date: dayToDate(TODAY - count + 1 + i),
    value: [0, 4, 0, 14, 30, 60, 9, 25][i % 8] ?? 0,
  }));

describe('a heatmap', () => {
  it('knows weekdays: 1970-01-01 was a Thursday, 2026-11-21 is a Saturday', () => {
    expect([weekdayOf(0), weekdayOf(TODAY), weekdayOf(-4)]).toEqual([3, 5, 6]);
  });

  it('has whole weeks from Monday, with gaps before the first day and after the last', () => {
    const weeks = weeksOf(daysUpTo(8));
    expect(weeks.map(week => week.map(day => day?.date.slice(-2) ?? '-').join(' '))).toEqual([
      '- - - - - 14 15',
      '16 17 18 19 20 21 -',
    ]);
    expect(lastWeeks(daysUpTo(90), 12)[0]?.date).toBe('2026-08-31');
  });

  it('shades a day by its own number alone', () => {
    expect([0, 1, 10, 11, 25, 26, 50, 51, 999].map(heatLevel)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(heatLegend(ASCII)).toEqual(['. none', '1 1-10', '2 11-25', '3 26-50', '4 51 and more']);
  });

  it.each([
    [60, 84],
    [60, 365],
    [80, 365],
    [120, 365],
  ])('at %d columns of %d days', (width, count) => {
    const lines = heatmap(daysUpTo(count), look(width));
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
    expect(lines.every(line => cellWidth(line) <= width)).toBe(true);
  });

  it('has an ASCII form', () => {
    expect(`\n${heatmap(daysUpTo(40), look(60, ASCII)).join('\n')}\n`).toMatchSnapshot();
  });

  it('leaves the oldest weeks out where there is no room', () => {
    const lines = heatmap(daysUpTo(365), look(8));
    expect(lines.every(line => cellWidth(line) <= 8)).toBe(true);
    const all = heatmap(daysUpTo(365), look(120));
    expect(lines.at(-2)?.slice(5)).toBe(all.at(-2)?.slice(5).replaceAll(' ', '').slice(-3));
  });

  it('is a line a week in words for a screen reader', () => {
    const days = [...daysUpTo(8).slice(0, 7), { date: '2026-11-21', value: 1 }].map((day, i) =>
      i < 2 ? { ...day, value: 0 } : day,
    );
    expect(heatmap(days, look(60, { spoken: true }))).toEqual(['week of 2026-11-16  114 answers on 5 days']);
  });
});
