import { describe, expect, it } from 'vitest';
import { compareMergeStates } from '../support/merge-states.ts';
import { tell } from '../support/tell.ts';

describe('three devices with relinks and exclusions', () => {
  it('come to one result in 54 ways of bringing their journals together, with 60 histories', () => {
    const states = compareMergeStates(60, 20_261_214);
    expect(states).toBe(60 * 54);
    tell(`${states} merge states of 60 histories with relinks and exclusions: one result each`);
  });
});
