import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadsInto, requireOutsideHome } from '../../../src/store/device/chosen-path.ts';
import { makeTempDir } from '../../support/run-study.ts';

const base = makeTempDir('study-chosen');
const data = join(base, 'home');
const at = (...names: readonly string[]): string => join(base, ...names);
const paths = { data, config: data, journal: join(data, 'journal'), cache: join(data, 'cache') };

beforeAll(() => {
  mkdirSync(paths.journal, { recursive: true });
  writeFileSync(join(paths.journal, 'a.jsonl'), '');
  mkdirSync(at('elsewhere', 'deep'), { recursive: true });
  symlinkSync(paths.journal, at('to-journal'));
  symlinkSync(join(paths.journal, 'a.jsonl'), at('to-file'));
  symlinkSync(join(paths.journal, 'new.jsonl'), at('to-new'));
  symlinkSync('../../home/cache', at('elsewhere', 'deep', 'to-cache'));
  symlinkSync(at('elsewhere', 'deep'), at('to-deep'));
  symlinkSync(at('round'), at('round'));
  symlinkSync(at('elsewhere'), join(data, 'out'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('a path that is written to', () => {
  it.each([
    ['the home itself', () => data],
    ['a file in it', () => join(data, 'stats.html')],
    ['a file of the journal', () => join(paths.journal, 'a.jsonl')],
    ['a relative path', () => relative(process.cwd(), join(paths.journal, 'a.jsonl'))],
    ['a path with dots', () => at('elsewhere', '..', 'home', 'x')],
    ['folders that are not there yet', () => join(data, 'a', 'b', 'c.html')],
    ['a link to a folder in it', () => at('to-journal', 'b.jsonl')],
    ['a link to a file in it', () => at('to-file')],
    ['a link to a file that is not there yet', () => at('to-new')],
    ['a link behind a link, to a folder that is not there yet', () => at('to-deep', 'to-cache', 'x.html')],
  ])('is refused where it leads into the home: %s', (_, path) => {
    expect(() => requireOutsideHome(path(), paths, 'The page')).toThrow(/is not written into the folder/);
  });

  it.each([
    ['a file beside it', () => at('stats.html')],
    ['a name that begins like it', () => at('home2', 'x')],
    ['a link out of it', () => join(data, 'out', 'x.html')],
    ['a link in a circle', () => at('round')],
  ])('is allowed where it leads elsewhere: %s', (_, path) => {
    expect(() => requireOutsideHome(path(), paths, 'The page')).not.toThrow();
  });

  it('may lead into the one folder that is meant for it', () => {
    const backups = join(data, 'backups');
    expect(() => requireOutsideHome(join(backups, 'x.jsonl'), paths, 'A backup', backups)).not.toThrow();
    expect(() => requireOutsideHome(join(backups, '..', 'x.jsonl'), paths, 'A backup', backups)).toThrow();
  });

  it('is compared with a home that is not there yet', () => {
    expect(leadsInto(at('later', 'journal', 'x'), at('later'))).toBe(true);
    expect(leadsInto(at('later2', 'x'), at('later'))).toBe(false);
  });
});
