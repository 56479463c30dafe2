import { describe, expect, it } from 'vitest';
import { readMutatedJournals } from '../../support/mutated-journals.ts';

describe('a damaged journal', () => {
  it('is read alike with and without a snapshot, and takes the next record: 60 at random', () => {
    expect(readMutatedJournals(60, 20_261_204)).toBeGreaterThan(0);
  });
});
