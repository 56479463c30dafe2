import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExcludedEvent } from '../../../src/core/fold/exclusion.ts';
import { excludedDevices, Exclusions, MOST_EXCLUDED } from '../../../src/core/fold/exclusion.ts';

const said = (author: string, lc: number, device: string, value = true): ExcludedEvent => ({
  id: `${author}-${String(lc).padStart(9, '0')}`,
  lc,
  type: 'excluded',
  device,
  value,
});

describe('what devices say of others', () => {
  it('is kept for the last thousand of each, and the rest is told', () => {
    const flood = Array.from({ length: 130_000 }, (_, i) => said('evil', i, `d${i}`));
    const exclusions = new Exclusions();
    for (const event of [said('me', 5, 'evil2'), ...flood]) exclusions.add(event);
    const excluded = exclusions.devices('me');
    expect(excluded.size).toBe(MOST_EXCLUDED + 1);
    expect(excluded.has('evil2') && excluded.has('d129999') && !excluded.has('d0')).toBe(true);
    expect(exclusions.crowded).toEqual(['evil']);
    expect(exclusions.list().length).toBe(MOST_EXCLUDED + 1);
  });

  it('comes to the same in whatever order it arrives, also where more is said than is kept', () => {
    const many = Array.from({ length: 2100 }, (_, i) => said('cc', i, `d${i % 1500}`, i % 3 > 0));
    const few = fc.array(
      fc.record({
        author: fc.constantFrom('aa', 'bb', 'cc'),
        lc: fc.nat({ max: 3000 }),
        device: fc.constantFrom('aa', 'bb', 'cc', 'd7', 'd1400'),
        value: fc.boolean(),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(few, fc.integer({ min: 0, max: 2100 }), (drafts, cut) => {
        const events = drafts.map(({ author, lc, device, value }, i) => ({
          ...said(author, lc, device, value),
          id: `${author}-${String(lc).padStart(9, '0')}x${i}`,
        }));
        const all = [...many, ...events];
        const turned = [...events, ...many.slice(cut), ...many.slice(0, cut).reverse()];
        expect(excludedDevices(turned, 'aa')).toEqual(excludedDevices(all, 'aa'));
      }),
      { numRuns: 40 },
    );
  });
});
