import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forEachOrderedLine } from '../../../src/store/journal/ordered-lines.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-lines-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const event = (id: string, lc: number, extra: object = {}): string =>
  JSON.stringify({ v: 1, id, lc, at: lc, tz: 0, course: 'c', type: 'undone', target: 'a-0', ...extra });

const ids = (): readonly string[] => {
  const lines: string[] = [];
  forEachOrderedLine(folder, line => lines.push(line));
  return lines.map(line => (JSON.parse(line) as { id: string }).id);
};

const put = (name: string, lines: readonly string[]): void =>
  writeFileSync(join(folder, name), lines.map(line => `\n${line}\n`).join(''));

describe('the lines of a journal in order', () => {
  it('are those of all devices by logical clock, then by id, each once', () => {
    put('a.jsonl', [event('a-1', 100), event('a-2', 300), event('a-3', 300)]);
    put('b.jsonl', [event('b-1', 200), event('b-2', 300), event('b-0', 50)]);
    put('b (conflicted copy).jsonl', [event('b-1', 200), event('b-9', 250)]);
    expect(ids()).toEqual(['b-0', 'a-1', 'b-1', 'b-9', 'a-2', 'a-3', 'b-2']);
  });

  it('are as they stand in the file, also of a newer version', () => {
    const line = `{ "v": 9, "id": "a-1", "lc": 1, "at": 1, "tz": 0, "course": "c", "type": "new", "x": 1.50 }`;
    put('a.jsonl', [line]);
    const lines: string[] = [];
    forEachOrderedLine(folder, found => lines.push(found));
    expect(lines).toEqual([line]);
  });

  it('are not those that are torn, foreign, too long or without an end', () => {
    const long = event('a-3', 3, { note: 'x'.repeat(3 << 20) });
    const text = ['{"v":1,"id":"a-', event('b-1', 1), event('a-2', 2), long, event('a-4', 4)].join('\n');
    writeFileSync(join(folder, 'a.jsonl'), `${text}\n${event('a-5', 5)}`);
    expect(ids()).toEqual(['a-2', 'a-4']);
  });

  it('are read in blocks without losing one at their edges', () => {
    const events = Array.from({ length: 30_000 }, (_, i) =>
      event(`a-${i}`, i + 1, { target: `a-${'x'.repeat(1 + (i % 60))}` }),
    );
    put('a.jsonl', events);
    expect(ids()).toEqual(events.map((_, i) => `a-${i}`));
  });

  it('are none where there is no journal', () => {
    expect(ids()).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(ids()).toEqual([]);
    mkdirSync(folder);
  });
});
