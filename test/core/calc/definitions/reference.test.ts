import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { calculatorReference } from '../../../../scripts/lib/calculator-reference.ts';

it('docs/calculators.md is what the definitions say (node scripts/generate-calculator-reference.mjs)', () => {
  expect(readFileSync('docs/calculators.md', 'utf8')).toBe(calculatorReference());
});
