import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyReference } from '../../scripts/lib/key-reference.ts';
import { ROOT } from '../support/run-study.ts';

it('docs/keys.md is what the table of keys says (node scripts/generate-key-reference.mjs)', () => {
  expect(readFileSync(join(ROOT, 'docs/keys.md'), 'utf8')).toBe(keyReference());
});
