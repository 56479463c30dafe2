import { describe, expect, it } from 'vitest';
import { compareMergeStates } from '../../support/merge-states.ts';

describe('three devices with relinks and exclusions', () => {
  it('come to one result, however and in whatever order their journals are brought together', () => {
    expect(compareMergeStates(1, 20_261_205)).toBe(54);
  });
});
