/** Writes docs/study.1 anew. */
import { writePage } from './lib/write-page.mjs';

await writePage('scripts/lib/man-page.ts', 'manPage', 'docs/study.1', { bundlesPackages: false });
