import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PAGE_MARK } from '../../../src/core/base/page-mark.ts';
import type { Statistics } from '../../../src/core/stats/statistics.ts';
import { statisticsOf } from '../../../src/core/stats/statistics.ts';
import { barDrawing, barTable } from '../../../src/text/html/bar-chart.ts';
import { columnChart, roundAbove } from '../../../src/text/html/column-chart.ts';
import { escapeHtml, html } from '../../../src/text/html/escape.ts';
import { dataTable, renderPage, section } from '../../../src/text/html/page.ts';
import { statsPage } from '../../../src/text/html/stats-page.ts';
import {
  blueprint,
  course,
  NOON,
  progress,
  reviewed,
  TODAY,
  topic,
  totals,
} from '../../support/report-course.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&#60;\u001b[31m\u202e`;

const statistics = (title = 'SQS'): Statistics => {
  const items = [
    ['sqs-card', reviewed({ dueDay: TODAY - 2 })],
    ['sqs-single', reviewed({ dueDay: TODAY + 3 })],
  ] as const;
  const days = [totals(TODAY, { answers: 30, reviews: 4, retained: 3, ms: 90_000 })];
  const stability = [{ reviews: 4, retained: 3, predicted: 3_600_000 }];
  const domains = blueprint('dva').domains.map(domain => ({ ...domain, title }));
  const made = course({
    topics: [{ ...topic('sqs', ['1.1']), title }, topic('kms', ['2'])],
    blueprints: [blueprint('dva', { title, domains })],
  });
  return statisticsOf(made, progress(items, { days, stability }), NOON, made.topics);
};

const page = (title?: string): string =>
  statsPage({ course: title ?? 'Cloud', statistics: statistics(title), topics: [], version: '1' });

/** Attributes and elements that would load or run something. */
const ACTIVE =
  /<(?:script|link|iframe|object|embed|img|image|base|form|use|foreignObject|a|video|audio)\b|\s(?:on\w+|src|href|style|xlink:href)\s*=|url\(|@import|javascript:|https?:/i;

describe('text on a page', () => {
  it('is escaped, in the body and in attributes, and has no control characters', () => {
    expect(escapeHtml(`a<b>&"'\u0000\u202e`)).toBe('a&lt;b&gt;&amp;&quot;&#39;\ufffd\ufffd');
    expect(html`<p title="${'"x'}">${'<'}${1}${html`<b>${'&'}</b>`}${[html`<i />`]}</p>`.markup).toBe(
      '<p title="&quot;x">&lt;1<b>&amp;</b><i /></p>',
    );
  });

  it('is escaped wherever the parts of a page put it', () => {
    const all = [
      barTable(
        HOSTILE,
        [HOSTILE, HOSTILE],
        [{ label: HOSTILE, bar: { share: 1 }, title: HOSTILE, cells: [HOSTILE] }],
      ),
      columnChart({
        id: 'x',
        title: HOSTILE,
        description: HOSTILE,
        columns: [{ value: 1, title: HOSTILE, tick: HOSTILE }],
        format: () => HOSTILE,
      }),
      dataTable(HOSTILE, [HOSTILE], [[HOSTILE, HOSTILE]]),
      section('x', HOSTILE, html`${HOSTILE}`),
    ];
    const text = renderPage({ title: HOSTILE, lead: HOSTILE, foot: HOSTILE, body: html`${all}` });
    expect(text.match(/&quot;&gt;&lt;script&gt;/g)).toHaveLength(24);
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(text.replace(/<style>[^]*?<\/style>/, '')).not.toMatch(/<script|<img|\u001b|\u202e/);
  });
});

describe('a page', () => {
  it('carries the mark by which it may be replaced within its first kilobyte', () => {
    expect(page().slice(0, 1024)).toContain(PAGE_MARK);
  });

  it('allows its own style by hash and nothing else', () => {
    const text = page();
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(text).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'" />`,
    );
    expect(text.indexOf('Content-Security-Policy')).toBeLessThan(text.indexOf('<style>'));
  });

  it('loads nothing and runs nothing, whatever the course is called', () => {
    // What is left of the hostile title stands in text or in quoted attributes, with no angle bracket of its own.
    const tags = (text: string): string =>
      (text.match(/<[^>]*>/g) ?? []).join('').replaceAll(/"[^"]*"/g, '""');
    expect(tags(page(HOSTILE))).not.toMatch(ACTIVE);
    expect(page()).not.toMatch(ACTIVE);
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(page(HOSTILE)).not.toMatch(/\u001b|\u202e/);
  });
});

describe('a bar', () => {
  it('is as wide as its share of the drawing, and no wider', () => {
    const width = (share: number): string | undefined =>
      /class="fill" width="(\d+)"/.exec(barDrawing({ share }, 'x').markup)?.[1];
    expect([0, 0.25, 1, 3, -1, NaN].map(width)).toEqual(['0', '250', '1000', '1000', '0', '0']);
  });

  it('carries a mark and an interval where it has them', () => {
    const { markup } = barDrawing({ share: 0.5, mark: 0.8, interval: [0.4, 0.6] }, 'x');
    expect(markup).toMatch(/class="mark"\s+x1="800"\s+x2="800"/);
    expect(markup).toMatch(/class="span"\s+x1="400"\s+x2="600"/);
    expect(barDrawing({ share: 0.5 }, 'x').markup).not.toContain('<line');
  });
});

describe('a chart of columns', () => {
  it('ends its scale at a round number whose half is round too', () => {
    expect([0, 1, 2, 3, 5, 7, 9, 11, 25, 41, 99, 100, 101].map(roundAbove)).toEqual([
      2, 2, 2, 4, 6, 8, 10, 20, 30, 50, 100, 100, 200,
    ]);
  });

  it('draws columns in proportion', () => {
    const { markup } = columnChart({
      id: 'x',
      title: 't',
      description: 'd',
      columns: [5, 10, 0].map(value => ({ value, title: '', tick: '' })),
    });
    expect([...markup.matchAll(/height="([\d.]+)"\s*\/>/g)].map(([, height]) => height)).toEqual([
      '75',
      '150',
      '0',
    ]);
  });

  it('is named and described', () => {
    const { markup } = columnChart({ id: 'x', title: 'Due', description: 'Three items.', columns: [] });
    expect(markup).toContain('aria-labelledby="x-title x-description"');
    expect(markup).toContain('<title id="x-title">Due</title>');
    expect(markup).toContain('<desc id="x-description">Three items.</desc>');
  });
});

describe('the page of statistics', () => {
  it('gives every number of its drawings in words', () => {
    const text = page().replaceAll(/<svg[^]*?<\/svg\s*>/g, '');
    expect(text).toContain('Not known yet. ');
    const rows = [
      ...text.matchAll(/<tr>\s*<th scope="row">([^<]*)<\/th>\s*((?:<td[^>]*>[^<]*<\/td>\s*)*)/g),
    ].map(([, head = '', cells = '']) => [
      head,
      ...[...cells.matchAll(/<td[^>]*>([^<]*)/g)].map(([, cell]) => cell?.trim()),
    ]);
    expect(rows).toContainEqual(['2026-11-21', '30', '4', '75 %', '0', '1.5']);
    expect(rows).toContainEqual(['overdue', '1']);
    expect(rows).toContainEqual(['2026-11-24', '1']);
    expect(rows).toContainEqual(['30 days', '75 %', '4', '75 %', '4', '-', '0']);
    expect(rows).toContainEqual(['0 d and more', '4', '75 %', '90 %']);
  });

  it('says where to begin when there is nothing yet', () => {
    const nothing = statisticsOf(course(), progress([]), NOON, course().topics);
    expect(statsPage({ course: 'Cloud', statistics: nothing, topics: ['SQS'], version: '1' })).toMatch(
      /Cloud · SQS · 2026-11-21[^]*Nothing answered yet/,
    );
  });

  it('uses every id once', () => {
    const ids = [...page().matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(10);
  });
});
