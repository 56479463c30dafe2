/** Writes the JSON Schemas in schemas/ anew. */
import { writePage } from './lib/write-page.mjs';

for (const name of ['course', 'note', 'questions', 'blueprint', 'glossary', 'renames']) {
  await writePage('scripts/lib/json-schemas.ts', `${name}Schema`, `schemas/${name}.schema.json`);
}
