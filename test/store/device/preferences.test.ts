import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  DEFAULT_PREFERENCES,
  parsePreference,
  PREFERENCES,
  preferenceOf,
} from '../../../src/core/device/preferences.ts';
import { writePreference } from '../../../src/store/device/preferences-conf.ts';
import { readPreferences } from '../../../src/store/device/preferences.ts';

let folder = '';
const file = (): string => join(folder, 'settings.json');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-preferences-'));
});

describe('preferences', () => {
  it('are the defaults where there is no file', () => {
    expect(readPreferences(folder)).toEqual({ path: file(), values: DEFAULT_PREFERENCES });
  });

  it('are read back as they were written, one by one', () => {
    writePreference(folder, ['theme', 'mono']);
    writePreference(folder, ['accessible', true]);
    expect(readPreferences(folder).values).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'mono',
      accessible: true,
    });
    writePreference(folder, ['theme', undefined]);
    expect(readPreferences(folder).values).toEqual({ ...DEFAULT_PREFERENCES, accessible: true });
  });

  it('keep what another version of the program has put there', () => {
    writeFileSync(file(), JSON.stringify({ later: { a: 1 }, theme: 'dark' }));
    writePreference(folder, ['ascii', true]);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ later: { a: 1 }, theme: 'dark', ascii: true });
  });

  it.each(['{ "theme": "da', '', '[]', 'null', '"text"'])(
    'set the broken file %j aside before writing',
    text => {
      writeFileSync(file(), text);
      const aside = writePreference(folder, ['theme', 'light']);
      expect(aside).toBe(`${file()}.broken-1`);
      expect(readFileSync(`${file()}.broken-1`, 'utf8')).toBe(text);
      expect(readPreferences(folder).values.theme).toBe('light');
    },
  );

  it('never put one broken file over another', () => {
    for (const text of ['{1', '{2']) {
      writeFileSync(file(), text);
      writePreference(folder, ['theme', 'light']);
    }
    expect(readdirSync(folder).filter(name => name.includes('broken'))).toHaveLength(2);
  });

  it('are the defaults while the file is broken, and the file stays as it is', () => {
    writeFileSync(file(), '{ "theme": "da');
    const { values, problem } = readPreferences(folder);
    expect(values).toEqual(DEFAULT_PREFERENCES);
    expect(problem).toContain('is not valid JSON');
    expect(readFileSync(file(), 'utf8')).toBe('{ "theme": "da');
  });

  it('tell a value that cannot be, and take the default for that one alone', () => {
    writeFileSync(file(), JSON.stringify({ theme: 'pink', accessible: 'true', pager: 'less -R' }));
    const { values, problem } = readPreferences(folder);
    expect(values).toEqual({ ...DEFAULT_PREFERENCES, pager: 'less -R' });
    expect(problem).toContain('theme, accessible');
  });

  it('say that they were not written where the folder cannot be made', () => {
    const blocked = join(folder, 'file');
    writeFileSync(blocked, '');
    expect(() => writePreference(join(blocked, 'sub'), ['theme', 'dark'])).toThrow(/was not written/);
    mkdirSync(file());
    expect(() => writePreference(folder, ['theme', 'dark'])).toThrow(/was not written/);
  });

  it('parse every choice they declare and nothing else', () => {
    for (const preference of PREFERENCES) {
      for (const choice of preference.choices ?? ['vim -f', '']) {
        expect(parsePreference(preference, choice)).not.toBeNull();
      }
    }
    const theme = preferenceOf('theme');
    if (theme === undefined) throw new Error('theme is a preference');
    expect(parsePreference(theme, 'Dark')).toBeNull();
    expect(preferenceOf('constructor')).toBeUndefined();
  });
});
