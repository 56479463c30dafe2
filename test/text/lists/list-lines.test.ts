import { describe, expect, it } from 'vitest';
import { listsOf, wordsFor } from '../../../src/app/lists/list-items.ts';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth } from '../../../src/text/layout/width.ts';
import { listLines } from '../../../src/text/lists/list-lines.ts';
import { LONG_LIST_COURSE, longListWorld } from '../../support/list-world.ts';

const { journal, clock } = longListWorld();
const source = {
  course: LONG_LIST_COURSE,
  progress: journal.progress(LONG_LIST_COURSE.id),
  moment: makeMoment(clock.now(), 0, 4),
};
const paper = { columns: 60, style: makeStyle(false), ellipsis: '…', today: source.moment.day };
const items = listsOf(source, null).missed.map(wordsFor(source));

describe('a list in lines', () => {
  it('tells one line of what each item asks, cut at a word with a sign', () => {
    const lines = listLines('missed', items, { ...paper, full: false });
    expect(lines).toHaveLength(2 * items.length);
    for (const line of lines.filter((_, i) => i % 2 === 1)) {
      expect(cellWidth(line)).toBeLessThanOrEqual(60);
      expect(line).toMatch(/\w…$/);
    }
  });

  it('tells all of it where that is asked for', () => {
    const lines = listLines('missed', items.slice(0, 1), { ...paper, full: true });
    expect(lines.join(' ')).toContain('Sentence 14 of a stem');
    expect(lines.length).toBeGreaterThan(5);
  });
});
