import { describe, expect, it } from 'vitest';
import { compileCourse } from '../../../src/content/parse/compile.ts';
import { openReader } from '../../../src/content/compiled/course-reader.ts';
import { memorySource } from '../../../src/disk/byte-source.ts';
import { FRONT, loadFiles, placesOf } from '../../support/course-folder.ts';

const NOTE = { 'content/area/queues.md': `${FRONT}\n## One\n\ntext\n` };
const GLOSSARY = `terms:
  - { term: SQS, name: Amazon Simple Queue Service, text: A queue., topic: queues#one }
  - { term: idempotent, text: Twice is like once., topic: queues, aliases: [idempotency] }
  - { term: API, name: application programming interface, text: Calls., topic: queues, bare: well known }
plain:
  - { words: [KB, MB], why: units }
`;

describe('content/glossary.yaml', () => {
  it('comes with the course, whole and when it is asked for', () => {
    const loaded = loadFiles({ ...NOTE, 'content/glossary.yaml': GLOSSARY });
    expect(placesOf(loaded)).toEqual([]);
    const reader = openReader(memorySource(compileCourse(loaded, '')), { root: null, origin: 'folder' });
    expect(reader.glossary()).toEqual({
      terms: [
        {
          term: 'SQS',
          name: 'Amazon Simple Queue Service',
          text: 'A queue.',
          topic: 'queues#one',
          aliases: [],
        },
        {
          term: 'idempotent',
          name: '',
          text: 'Twice is like once.',
          topic: 'queues',
          aliases: ['idempotency'],
        },
        {
          term: 'API',
          name: 'application programming interface',
          text: 'Calls.',
          topic: 'queues',
          aliases: [],
          bare: 'well known',
        },
      ],
      plain: [{ words: ['KB', 'MB'], why: 'units' }],
    });
    expect(reader.whole().glossary).toEqual(reader.glossary());
    expect(reader.note('queues')?.title).toBe('Queues');
  });

  it('is empty where there is none, and what cannot be used is told', () => {
    const loaded = loadFiles(NOTE);
    const reader = openReader(memorySource(compileCourse(loaded, '')), { root: null, origin: 'folder' });
    expect(reader.glossary()).toEqual({ terms: [], plain: [] });
    expect(reader.whole().glossary).toBeUndefined();
    expect(placesOf(loadFiles({ ...NOTE, 'content/glossary.yaml': 'terms:\n  - { term: SQS }\n' }))).toEqual([
      'content/glossary.yaml:2 invalid-field',
      'content/glossary.yaml:2 invalid-field',
    ]);
    expect(placesOf(loadFiles({ ...NOTE, 'content/glossary.yaml': 'plain: []\n' }))).toEqual([
      'content/glossary.yaml:1 missing-field',
    ]);
  });
});
