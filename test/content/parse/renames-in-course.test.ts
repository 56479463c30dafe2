import { describe, expect, it } from 'vitest';
import { compileCourse } from '../../../src/content/parse/compile.ts';
import { openReader } from '../../../src/content/compiled/course-reader.ts';
import { memorySource } from '../../../src/disk/byte-source.ts';
import { FRONT, loadFiles, placesOf } from '../../support/course-folder.ts';

const NOTE = { 'content/area/queues.md': `${FRONT}\n## One\n\ntext\n` };

describe('content/renames.yaml', () => {
  it('comes with the course, whatever keys look like', () => {
    const loaded = loadFiles({
      ...NOTE,
      'content/renames.yaml': "# moved in May\nold-id: new-id\n'queues~1-0f/4-days': queues~1-1f/4-days\n",
    });
    expect(placesOf(loaded)).toEqual([]);
    const { renames } = openReader(memorySource(compileCourse(loaded, '')), { root: null, origin: 'folder' });
    expect(renames).toEqual([
      { from: 'old-id', to: 'new-id', line: 2 },
      { from: 'queues~1-0f/4-days', to: 'queues~1-1f/4-days', line: 3 },
    ]);
  });

  it('leaves out what cannot be used, and hides no item by it', () => {
    const loaded = loadFiles({ ...NOTE, 'content/renames.yaml': 'a: b\nb: a\nc: [d]\ne: f\n' });
    expect(loaded.course.renames).toEqual([{ from: 'e', to: 'f', line: 4 }]);
    expect(placesOf(loaded)).toEqual([
      'content/renames.yaml:1 rename',
      'content/renames.yaml:2 rename',
      'content/renames.yaml:3 rename',
    ]);
    expect(loaded.cleanTopics).toEqual(['queues']);
    expect(placesOf(loadFiles({ ...NOTE, 'content/renames.yaml': '- a\n' }))).toEqual([
      'content/renames.yaml:1 rename',
    ]);
    expect(placesOf(loadFiles({ ...NOTE, 'content/renames.yaml': '# nothing yet\n' }))).toEqual([]);
  });
});
