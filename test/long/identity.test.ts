/** The properties of test/app/relink/identity.test.ts on many more histories. */
import { describe, it } from 'vitest';
import { followsEveryChange, isOneAndWhole } from '../support/identity-world.ts';

const RUNS = 3000;

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
