/**
 * Progress follows the item through every change of its key. The histories here know which card is which: whatever
 * is done to the keys, every review of a card must count for it in the end.
 */
import { describe, it } from 'vitest';
import { followsEveryChange, isOneAndWhole } from '../../support/identity-world.ts';

const RUNS = 40;

describe('progress', () => {
  it('follows an item through edits, renames, moves and reverts on one device, or the session says so', () =>
    followsEveryChange(RUNS));

  it.each([
    ['two devices', ['today', 'today']],
    ['a device of today and one of version 0.1', ['today', 'first']],
  ] as const)('of %s is one and whole, merged in any order, however far each has pulled', (_what, versions) =>
    isOneAndWhole(versions, RUNS),
  );
});
