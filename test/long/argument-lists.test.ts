import { describe, expect, it } from 'vitest';
import { runArgumentLists } from '../support/argument-lists.ts';
import { tell } from '../support/tell.ts';

describe('random command lines', () => {
  it('end by themselves with a documented exit code, and drive no terminal: 500 of them', async () => {
    const codes = await runArgumentLists(500, 20_261_215);
    const counts = [...codes].toSorted(([a], [b]) => a - b).map(([code, count]) => `${code}: ${count}`);
    expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(500);
    tell(`500 argument lists by exit code: ${counts.join(', ')}`);
  });
});
