import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteLayout } from '../../../../src/text/notes/note-layout.ts';
import { stripStyles } from '../../../../src/text/layout/width.ts';
import { markSpans } from '../../../../src/tui/components/mark-spans.ts';
import { findInNote, matchFrom, noteText } from '../../../../src/tui/screens/notes/find-in-note.ts';
import {
  clampTop,
  lineOf,
  linkBy,
  placeText,
  placeAt,
  readSection,
  sectionAt,
  sectionBy,
  subtreeIds,
} from '../../../../src/tui/screens/notes/reader.ts';

/** A note whose sections have so many lines each; the first is what stands before the first heading. */
const layoutOf = (lengths: readonly number[]): NoteLayout => {
  let start = 0;
  const sections = lengths.map((length, i) => {
    const section = { id: i === 0 ? '' : `s${i}`, title: `Section ${i}`, level: 2, start };
    start += length;
    return section;
  });
  return { lines: Array.from({ length: start }, (_, i) => `line ${i}`), sections, links: [] };
};

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });

describe('a place in a note', () => {
  it('leads back to the line it was taken from, whatever the sections', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), (list, n) => {
        const layout = layoutOf(list);
        const line = n % layout.lines.length;
        expect(lineOf(layout, placeAt(layout, line), 'line')).toBe(line);
        expect(lineOf(layout, placeAt(layout, line), 'share')).toBe(line);
      }),
    );
  });

  it('stays in its section in another width, and at its heading where it was there', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), fc.integer({ min: 1, max: 4 }), (list, n, times) => {
        const before = layoutOf(list);
        const after = layoutOf(list.map(length => length * times));
        const line = n % before.lines.length;
        const there = lineOf(after, placeAt(before, line), 'share');
        expect(sectionAt(after, there)).toBe(sectionAt(before, line));
        if (before.sections.some(({ start }) => start === line)) {
          expect(after.sections.map(({ start }) => start)).toContain(there);
        }
      }),
    );
  });

  it('in a section that is gone is the top', () => {
    expect(lineOf(layoutOf([3, 9]), { section: 'gone', line: 5, share: 0.5 }, 'line')).toBe(0);
  });

  it('beyond the end of a section that was cut is its last line', () => {
    expect(lineOf(layoutOf([3, 4, 9]), { section: 's1', line: 50, share: 0.9 }, 'line')).toBe(6);
  });
});

describe('moving by sections', () => {
  it('reaches every section in turn, the last ones too that cannot come to the top', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 5, max: 30 }), (list, rows) => {
        const layout = layoutOf(list);
        let top = 0;
        let now = 0;
        const seen = [now];
        for (let step = 1; step < list.length; step++) {
          now = sectionBy(layout, top, now, 1);
          top = clampTop(layout, rows, layout.sections[now]?.start ?? 0);
          now = readSection(layout, top, now);
          seen.push(now);
        }
        expect(seen).toEqual(list.map((_, i) => i));
      }),
    );
  });

  it('back from within a section leads to its heading first', () => {
    const layout = layoutOf([5, 10, 10]);
    expect(sectionBy(layout, 9, 1, -1)).toBe(1);
    expect(sectionBy(layout, 5, 1, -1)).toBe(0);
    expect(sectionBy(layout, 0, 0, -1)).toBe(0);
    expect(sectionBy(layout, 20, 2, 1)).toBe(2);
  });

  it('takes a heading close below the top for where one reads', () => {
    const layout = layoutOf([10, 10]);
    expect(readSection(layout, 6, null)).toBe(0);
    expect(readSection(layout, 7, null)).toBe(1);
    expect(readSection(layoutOf([2, 10]), 0, null)).toBe(0);
  });
});

describe('how far one is', () => {
  it('is told in lines, all of them once the last one is seen', () => {
    expect(placeText(layoutOf([100]), 0, 20)).toBe('20 of 100 lines');
    expect(placeText(layoutOf([100]), 80, 20)).toBe('100 of 100 lines');
    expect(placeText(layoutOf([3]), 0, 20)).toBe('3 of 3 lines');
    expect(placeText({ ...layoutOf([1]), lines: [] }, 0, 20)).toBe('0 of 0 lines');
  });
});

describe('links', () => {
  const links = [3, 4, 30].map(line => ({ line, start: 0, end: 2, place: `t${line}` }));
  const by = (focus: number | null, top: number, step: 1 | -1): string | undefined =>
    linkBy({ links }, focus === null ? null : (links[focus] ?? null), { top, rows: 10 }, step)?.place;

  it('are walked through from the first that is seen, and round', () => {
    expect([by(null, 0, 1), by(0, 0, 1), by(1, 0, 1), by(2, 25, 1)]).toEqual(['t3', 't4', 't30', 't3']);
    expect([by(null, 0, -1), by(0, 0, -1)]).toEqual(['t4', 't30']);
  });

  it('begin anew at what is seen once the learner has scrolled away', () => {
    expect(by(0, 20, 1)).toBe('t30');
    expect(by(2, 0, 1)).toBe('t3');
  });

  it('that are not there are none', () => {
    expect(linkBy({ links: [] }, null, { top: 0, rows: 10 }, 1)).toBeNull();
  });
});

describe('a section', () => {
  it('has with it the deeper ones that follow', () => {
    const levels = [2, 3, 4, 3, 2, 3];
    const sections = levels.map((level, i) => ({ id: `s${i}`, level }));
    expect([...subtreeIds(sections, 0)]).toEqual(['s0', 's1', 's2', 's3']);
    expect([...subtreeIds(sections, 1)]).toEqual(['s1', 's2']);
    expect([...subtreeIds(sections, 5)]).toEqual(['s5']);
  });
});

describe('finding words in a note', () => {
  const find = (lines: readonly string[], phrase: string) => findInNote(noteText(lines), phrase);

  it('finds them in any case, across wrapped lines and indents, and says which part of which line', () => {
    const lines = ['The visibility', '   timeout hides it.', '', 'VISIBILITY  timeout'];
    expect(find(lines, 'visibility timeout')).toEqual([
      [
        { line: 0, start: 4, end: 14 },
        { line: 1, start: 3, end: 10 },
      ],
      [{ line: 3, start: 0, end: 19 }],
    ]);
  });

  it('takes what is typed literally, and finds nothing for nothing', () => {
    expect(find(['a.b (c) [d] \\ 1-2 a/b'], '(c) [d] \\')).toHaveLength(1);
    expect(find(['axb'], 'a.b')).toEqual([]);
    expect(find(['a-b a/b'], 'a-b a/b')).toHaveLength(1);
    expect(find(['abc'], '  ')).toEqual([]);
  });

  it('finds a word that stands in a line wherever it stands, with and without styles', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-y .]{0,30}$/)), fc.nat(), (lines, n) => {
        const at = lines.length === 0 ? 0 : n % lines.length;
        const all = lines.map((line, i) => (i === at ? `${line}\u001b[1mzz\u001b[22mq` : line));
        if (lines.length === 0) return;
        const [first] = find(all, 'zzq');
        const [span] = first ?? [];
        expect(span?.line).toBe(at);
        expect(stripStyles(all[at] ?? '').slice(span?.start, span?.end)).toBe('zzq');
      }),
    );
  });

  it('goes on from where one is, and from the top where nothing follows', () => {
    const matches = find(['a', 'x', 'x', 'a'], 'x');
    expect([matchFrom(matches, 0), matchFrom(matches, 2), matchFrom(matches, 3)]).toEqual([0, 1, 0]);
    expect(matchFrom([], 0)).toBe(-1);
  });
});

describe('marked parts of a line', () => {
  it('stand in reverse, and the text and its other styles stay', () => {
    const line = 'ab\u001b[1mcd\u001b[22mef';
    const marked = markSpans(line, [{ start: 1, end: 5 }]);
    expect(marked).toBe('a\u001b[7mb\u001b[27m\u001b[1m\u001b[7mcd\u001b[27m\u001b[22m\u001b[7me\u001b[27mf');
    expect(markSpans(line, [])).toBe(line);
  });

  it('never change what is written', () => {
    const parts = fc.array(fc.tuple(fc.nat(40), fc.nat(10)));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), parts, (text, list) => {
        const line = text.replaceAll('\u001b', '');
        const spans = list
          .map(([start, length]) => ({ start, end: start + length }))
          .sort((a, b) => a.start - b.start);
        expect(stripStyles(markSpans(line, spans))).toBe(line);
      }),
    );
  });
});
