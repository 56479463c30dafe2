/** Writes docs/json.md anew. */
import { writePage } from './lib/write-page.mjs';

await writePage('scripts/lib/json-reference.ts', 'jsonReference', 'docs/json.md');
