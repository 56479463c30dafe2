import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../../src/core/journal/progress.ts';
import { nextSort, sortTopics, SORTS } from '../../../../src/tui/screens/stats/topic-table.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { memoryJournal } from '../../../support/memory-journal.ts';
import { course, entry, progress, reviewed, TODAY, topic, totals } from '../../../support/report-course.ts';

const NAMES = ['sqs', 'kms', 'dynamodb-capacity-units', 'sqs-visibility-timeout-dlq-and-delay'];
const items = NAMES.flatMap((id, t) =>
  Array.from({ length: 6 + t }, (_, i) => entry(`${id}-${i}`, 'single', id, [t % 2 === 0 ? '1.1' : '2.1'])),
);
const cloud = course({
  topics: [...NAMES.map((id, i) => topic(id, [i % 2 === 0 ? '1.1' : '2'])), topic('unseen', ['1.1'])],
  items,
});
const studied = progress(
  items
    .filter((_, i) => i % 3 !== 0)
    .map(({ key }, i) => [
      key,
      reviewed({ stability: 2 + (i % 7) * 6, dueDay: TODAY - 2 + (i % 9) * (1 + (i % 3)) }),
    ]),
  {
    days: Array.from({ length: 70 }, (_, i) => i)
      .filter(i => i % 5 !== 3)
      .map(i => {
        const reviews = (i * 3) % 40;
        return totals(TODAY - 69 + i, {
          answers: (i * 7) % 64,
          reviews,
          retained: Math.floor(reviews * 0.9),
          matureReviews: Math.floor(reviews / 3),
          matureRetained: Math.floor(reviews / 4),
          ratings: [2, 3, 20, 5],
          ms: ((i * 7) % 64) * 15_000,
        });
      }),
    stability: [0, 1, 2, 3, 4, 5].map(i => ({
      reviews: 30 - 4 * i,
      retained: 27 - 4 * i,
      predicted: (26 - 4 * i) * 1_000_000,
    })),
  },
);

const open = (
  known: Progress,
  columns: number,
  rows: number,
  topics: ReadonlySet<string> | null = null,
  ascii = false,
): Promise<Screens> => {
  const journal = { ...memoryJournal(() => 0), progress: () => known };
  return openScreen({ to: 'stats', topics }, { course: cloud, journal, size: { columns, rows }, ascii });
};

describe('the statistics on a screen', () => {
  it.each([
    [60, 16],
    [80, 24],
    [120, 40],
  ])('are drawn page by page in %i columns', async (columns, rows) => {
    const screens = await open(studied, columns, rows);
    const frames = [screens.frame()];
    for (const key of ['2', '3', '4']) {
      await screens.press(key);
      frames.push(screens.frame());
    }
    for (const frame of frames) expect(frame.split('\n')).toHaveLength(rows - 1);
    await expect(frames.join('\n\n')).toMatchFileSnapshot(`../../../golden/stats-${columns}.txt`);
  });

  it('show a longer span by the arrows, and no longer one than there is', async () => {
    const screens = await open(studied, 80, 24);
    expect(screens.frame()).toContain('12 weeks');
    await screens.press('right', 'right', 'right');
    expect(screens.frame()).toContain('Answers by day, a year');
    await screens.press('left');
    expect(screens.frame()).toContain('26 weeks');
    await screens.press('tab', 'right');
    expect(screens.frame()).toContain('Due in the next 30 days');
    await screens.press('page-down');
    expect(screens.frame()).toContain('Sun 20 Dec');
  });

  it('sort the topics by every column, and open a note', async () => {
    const screens = await open(studied, 80, 24);
    await screens.press('4');
    const first = (): string => /> (\S+)/.exec(screens.frame())?.[1] ?? '';
    expect(first()).toBe('kms');
    await screens.press('R');
    expect(screens.frame()).toContain('known ↑');
    expect(first()).toBe('unseen');
    await screens.press('s', 's', 's');
    expect(screens.frame()).toContain('topic ↓');
    expect(first()).toBe('dynamodb-capacity-units');
    await screens.press('down', 'down');
    expect(first()).toBe('sqs');
  });

  it('are of the topics that were asked for', async () => {
    const screens = await open(studied, 80, 24, new Set(['sqs']));
    expect(screens.frame()).toContain('stats · 1 topic');
    await screens.press('4');
    expect(screens.frame()).not.toContain('kms');
  });

  it('say what to do while there are none', async () => {
    const screens = await open(progress([]), 60, 16);
    expect(screens.frame()).toContain('Nothing answered yet');
    await screens.press('2');
    expect(screens.frame()).toContain('Nothing comes due');
    await screens.press('3');
    expect(screens.frame()).toContain('Nothing here yet');
  });

  it('count answers at their head while nothing has come back yet', async () => {
    const fresh = progress([['sqs-0', reviewed()]], {
      days: [totals(TODAY, { answers: 14, reviews: 0, retained: 0, matureReviews: 0, matureRetained: 0 })],
    });
    const [head] = (await open(fresh, 80, 24)).frame().split('\n');
    expect(head).toContain('14 answers');
    expect(head).not.toContain('0 reviews');
  });

  it('do without Unicode signs', async () => {
    const screens = await open(studied, 80, 24, null, true);
    for (const key of ['1', '2', '3', '4']) {
      await screens.press(key);
      expect(screens.frame()).toMatch(/^[\n -~]*$/);
    }
  });
});

describe('the order of topics', () => {
  const row = (id: string, seen: number, recall: number, mastery: number) => ({
    topic: topic(id, []),
    items: 10,
    seen,
    recall,
    mastery,
    knownNow: mastery,
  });
  const rows = [row('b', 4, 0.9, 0.36), row('a', 0, 0, 0), row('c', 8, 0.5, 0.4)];
  const ids = (by: (typeof SORTS)[number], direction: 'natural' | 'reversed' = 'natural') =>
    sortTopics(rows, { by, direction }).map(({ topic: { id } }) => id);

  it('has what needs attention first', () => {
    expect(ids('known')).toEqual(['b', 'c', 'a']);
    expect(ids('now')).toEqual(['c', 'b', 'a']);
    expect(ids('seen')).toEqual(['a', 'b', 'c']);
    expect(ids('topic')).toEqual(['a', 'b', 'c']);
    expect(ids('topic', 'reversed')).toEqual(['c', 'b', 'a']);
  });

  it('goes round all columns', () => {
    let order = { by: SORTS[0], direction: 'reversed' } as Parameters<typeof nextSort>[0];
    const seen = SORTS.map(() => (order = nextSort(order)).by);
    expect(seen.toSorted()).toEqual([...SORTS].toSorted());
    expect(order.direction).toBe('natural');
  });
});
