import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWidth } from '../../../src/text/layout/width.ts';
import { areaOf, insertInArea, moveInArea, viewArea } from '../../../src/tui/models/text-area.ts';
import { editField, fieldText } from '../../../src/tui/models/text-field.ts';

const shown = (text: string, columns: number): readonly string[] =>
  viewArea(areaOf(text), columns).lines.map(({ before, cursor, after }) => before + (cursor ?? '') + after);

describe('a text that is typed in several lines', () => {
  it('wraps between words, and cuts a word that is longer than a line', () => {
    expect(shown('one two three four', 10)).toEqual(['one two', 'three', 'four ']);
    expect(shown('abcdefghijklmnop', 9)).toEqual(['abcdefgh', 'ijklmnop ']);
    expect(shown('one\n\ntwo', 10)).toEqual(['one', '', 'two ']);
    expect(shown('', 10)).toEqual([' ']);
  });

  it('keeps the cursor in its column from line to line, and at the ends where it is', () => {
    let area = areaOf('first line\nshort\nthe third');
    const place = (): string => `${area.before.length}`;
    area = moveInArea(area, -1, 40);
    expect(fieldText({ before: area.before, after: [] })).toBe('first line\nshort');
    area = moveInArea(area, -1, 40);
    expect(place()).toBe('5');
    expect(moveInArea(area, -1, 40)).toEqual(area);
    expect(moveInArea(areaOf('last'), 1, 40)).toEqual(areaOf('last'));
  });

  it('takes no more than it may, and no control characters', () => {
    expect(fieldText(insertInArea(areaOf('ab'), 'cdef', 4))).toBe('abcd');
    expect(fieldText(insertInArea(areaOf(''), 'a\u001b[31mb\r\nc\td', 100))).toMatch(/^a.*b\nc d$/);
  });

  it('is shown whole in any width, with one cursor, and no line wider than that', () => {
    const steps = fc.array(fc.constantFrom('left', 'right', 'up', 'down', 'line-start', 'delete-before'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b ', '\n', 'é', '水', 'long-word') }),
        fc.integer({ min: 12, max: 60 }),
        steps,
        (text, columns, doing) => {
          let area = areaOf(text);
          for (const step of doing) {
            area =
              step === 'up' || step === 'down'
                ? moveInArea(area, step === 'up' ? -1 : 1, columns)
                : (editField(area, step) ?? area);
          }
          const { lines, row } = viewArea(area, columns);
          expect(lines.filter(({ cursor }) => cursor !== null)).toHaveLength(1);
          expect(lines[row]?.cursor).not.toBeNull();
          for (const { before, cursor, after } of lines)
            expect(cellWidth(before.trimEnd() + (cursor ?? '') + after)).toBeLessThanOrEqual(columns);
          const letters = (all: string): string => all.replaceAll(/\s/g, '');
          const whole = lines.map(({ before, cursor, after }) => before + (cursor ?? '') + after).join('');
          expect(letters(whole)).toBe(letters(fieldText(area)));
        },
      ),
    );
  });
});
