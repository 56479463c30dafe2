import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPlace, readPlaces } from '../../../src/store/device/reading-places.ts';
import { makeTempDir } from '../../support/run-study.ts';

let cache = '';
beforeEach(() => {
  cache = makeTempDir('study-reading');
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

const place = (topic: string, line = 0) => ({ topic, section: 'limits', line });

describe('places where one was reading', () => {
  it('are kept by course and topic, the latest first, each topic once', () => {
    keepPlace(cache, 'cloud', place('sqs', 3));
    keepPlace(cache, 'cloud', place('kms'));
    keepPlace(cache, 'other', place('a'));
    keepPlace(cache, 'cloud', place('sqs', 9));
    expect(readPlaces(cache, 'cloud')).toEqual([place('sqs', 9), place('kms')]);
    expect(readPlaces(cache, 'other')).toEqual([place('a')]);
    expect(readPlaces(cache, 'third')).toEqual([]);
    expect(readdirSync(cache)).toEqual(['reading.json']);
  });

  it('grow to no more than some hundred, however much is read', () => {
    const many = Array.from({ length: 600 }, (_, i) => place(`t${i}`));
    for (const one of many) keepPlace(cache, 'cloud', one);
    const kept = readPlaces(cache, 'cloud');
    expect(kept).toHaveLength(500);
    expect(kept[0]).toEqual(place('t599'));
  });

  it.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ version: 9, courses: [{ course: 'cloud', places: [place('x')] }] })],
    [
      'other shapes',
      JSON.stringify({ version: 1, courses: [7, { course: 'cloud', places: [{ topic: 3 }, null] }] }),
    ],
    [
      'a negative line',
      JSON.stringify({ version: 1, courses: [{ course: 'cloud', places: [place('x', -1)] }] }),
    ],
    ['nothing', ''],
  ])('of a file that holds %s are none, and the next one is kept all the same', (_, text) => {
    writeFileSync(join(cache, 'reading.json'), text);
    expect(readPlaces(cache, 'cloud')).toEqual([]);
    keepPlace(cache, 'cloud', place('sqs'));
    expect(readPlaces(cache, 'cloud')).toEqual([place('sqs')]);
  });

  it('are done without where they cannot be kept', () => {
    const file = join(cache, 'file');
    writeFileSync(file, 'mine');
    keepPlace(file, 'cloud', place('sqs'));
    expect(readPlaces(file, 'cloud')).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('are kept in a folder that is not there yet', () => {
    const deep = join(cache, 'a', 'b');
    keepPlace(deep, 'cloud', place('sqs'));
    expect(readPlaces(deep, 'cloud')).toEqual([place('sqs')]);
  });
});
