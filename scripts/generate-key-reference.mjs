/** Writes docs/keys.md anew. */
import { writePage } from './lib/write-page.mjs';

await writePage('scripts/lib/key-reference.ts', 'keyReference', 'docs/keys.md');
