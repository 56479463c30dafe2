import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellWidth } from '../../../src/text/layout/width.ts';
import { wrapParts } from '../../../src/text/layout/wrap.ts';

it('breaks between parts, and neither begins nor ends a line with what stands between them', () => {
  expect(wrapParts(['Security 3 of 6', 'Testing 2 of 2', 'Troubleshooting 1 of 2'], 36, ' · ')).toEqual([
    'Security 3 of 6 · Testing 2 of 2',
    'Troubleshooting 1 of 2',
  ]);
  expect(wrapParts([], 20, ' · ')).toEqual([]);
  const parts = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 12, max: 40 }), (texts, width) => {
      const lines = wrapParts(texts, width, ' · ');
      expect(lines.join(' · ')).toBe(texts.join(' · '));
      for (const line of lines) {
        expect(cellWidth(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/^ *·|· *$/);
      }
    }),
  );
});
