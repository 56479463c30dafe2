import { describe, expect, it } from 'vitest';
import { runArgumentLists } from '../support/argument-lists.ts';

describe('a random command line', () => {
  it('ends by itself with a documented exit code, and drives no terminal: 24 of them', async () => {
    const codes = await runArgumentLists(24, 20_261_208);
    expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(24);
  });
});
