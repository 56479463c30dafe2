import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { PreferenceKey, Preferences } from '../core/preferences.ts';
import { DEFAULT_PREFERENCES, readPreferenceValues } from '../core/preferences.ts';
import { codeOf, reasonOf } from './disk-error.ts';

/** Name of the settings file without its ending, which conf adds. */
export const PREFERENCES_NAME = 'settings';

/** What the settings file says. */
export interface PreferencesReading {
  readonly path: string;
  readonly values: Preferences;
  /** What is wrong with the file, a sentence without a final stop. */
  readonly problem?: string;
}

/** Reads the settings of this device. A missing file is no problem; a broken one is told and left as it is. */
export const readPreferences = (folder: string): PreferencesReading => {
  const path = join(folder, `${PREFERENCES_NAME}.json`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
      return { path, values: DEFAULT_PREFERENCES };
    return {
      path,
      values: DEFAULT_PREFERENCES,
      problem: `${path} cannot be read: ${reasonOf(error)}`,
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { path, values: DEFAULT_PREFERENCES, problem: `${path} is not valid JSON; the defaults are used` };
  }
  const { values, wrong } = readPreferenceValues(value);
  return wrong.length === 0
    ? { path, values }
    : {
        path,
        values,
        problem: `${path} has a value for ${wrong.join(', ')} that cannot be; the default is used`,
      };
};

/**
 * Moves a settings file that is no JSON object out of the way, so that nothing in it is overwritten.
 * @returns the path it has now, or `null` where there was nothing to move
 */
export const setBrokenAside = (folder: string): string | null => {
  const path = join(folder, `${PREFERENCES_NAME}.json`);
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) return null;
  }
  for (let n = 1; ; n++) {
    const aside = `${path}.broken-${n}`;
    try {
      readFileSync(aside);
    } catch {
      renameSync(path, aside);
      return aside;
    }
  }
};

/** What a write changes: a value, or `undefined` for the default. */
export type PreferenceChange = readonly [key: PreferenceKey, value: string | boolean | undefined];
