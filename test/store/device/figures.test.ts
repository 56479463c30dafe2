import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepBackground, readBackground } from '../../../src/store/device/backgrounds.ts';
import { keepFigures, readFigures } from '../../../src/store/device/figures.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'study-figures-'));
const figure = (day: number, score = 0.5) => ({ day, score, low: 0.4, high: 0.6 });

describe('past figures', () => {
  it('are kept by series and day, the new one of a day in place of the old', () => {
    const cache = folder();
    keepFigures(cache, 'a', [figure(3), figure(1)]);
    keepFigures(cache, 'b', [figure(2)]);
    keepFigures(cache, 'a', [figure(3, 0.7)]);
    expect(readFigures(cache, 'a')).toEqual([figure(1), figure(3, 0.7)]);
    expect(readFigures(cache, 'b')).toEqual([figure(2)]);
    expect(readFigures(cache, 'c')).toEqual([]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"version":1,"series":[{"name":"a","figures":[{"day":"x"}, null]}]}',
    '{"version":9}',
  ])('are none where the file is %j, and are kept again after that', text => {
    const cache = folder();
    writeFileSync(join(cache, 'figures.json'), text);
    expect(readFigures(cache, 'a')).toEqual([]);
    keepFigures(cache, 'a', [figure(1)]);
    expect(readFigures(cache, 'a')).toEqual([figure(1)]);
  });

  it('cost nothing where nothing can be written', () => {
    expect(() => keepFigures('/dev/null/nowhere', 'a', [figure(1)])).not.toThrow();
    expect(readFigures('/dev/null/nowhere', 'a')).toEqual([]);
  });
});

describe('the background of a terminal', () => {
  it('is kept by terminal', () => {
    const cache = folder();
    expect(readBackground(cache, 'xterm')).toBeNull();
    keepBackground(cache, 'xterm', 'light');
    keepBackground(cache, 'foot', 'dark');
    keepBackground(cache, 'xterm', 'dark');
    expect(readBackground(cache, 'xterm')).toBe('dark');
    writeFileSync(
      join(cache, 'terminals.json'),
      '{"version":1,"terminals":[{"terminal":"x","background":"red"}]}',
    );
    expect(readBackground(cache, 'x')).toBeNull();
    expect(() => keepBackground('/dev/null/nowhere', 'x', 'dark')).not.toThrow();
  });
});
