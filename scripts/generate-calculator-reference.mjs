/** Writes docs/calculators.md anew. */
import { writePage } from './lib/write-page.mjs';

await writePage('scripts/lib/calculator-reference.ts', 'calculatorReference', 'docs/calculators.md');
