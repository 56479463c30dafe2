import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../../src/text/layout/ascii.ts';

describe('text for a locale that has ASCII only', () => {
  it.each([
    ['53–63 % · in 6 min…', '53-63 % - in 6 min...'],
    ['a → b ≤ 3 × 2', 'a -> b <= 3 x 2'],
    ['═══ ─── │ ┌┐ █▌', '=== --- | ++ ##'],
    ['“naïve” Łódź, Straße', '"naive" Lodz, Strasse'],
    ['½ m² ﬁne', '1/2 m2 fine'],
  ])('spells %s', (text, ascii) => expect(toAscii(text)).toBe(ascii));

  it('leaves letters alone that have no spelling there', () => {
    expect(toAscii('队列 شغل')).toBe('队列 شغل');
  });

  it('changes nothing that is ASCII, and nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const once = toAscii(text);
        expect(toAscii(once)).toBe(once);
        if (/^[\0-\x7f]*$/.test(text)) expect(once).toBe(text);
      }),
    );
  });
});
