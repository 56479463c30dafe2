import { beforeAll, describe, expect, it } from 'vitest';
import { FOOTER_STARTS, loadWhatKeysOpen, walkFooters } from '../../support/footer.ts';

beforeAll(loadWhatKeysOpen);

describe('the footer', () => {
  it('offers nothing that has no effect, wherever one goes', async () => {
    const { faults, tried } = await walkFooters({ starts: FOOTER_STARTS, steps: 240, seed: 4 });
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(60);
  });
});
