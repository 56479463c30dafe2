import { lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { PreferenceKey, Preferences } from '../../core/device/preferences.ts';
import { DEFAULT_PREFERENCES, readPreferenceValues } from '../../core/device/preferences.ts';
import { readSmallText } from '../../disk/regular-file.ts';
import { codeOf, reasonOf } from '../../disk/disk-error.ts';

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
    text = readSmallText(path, 'follow-link');
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

/** Whether the settings file is to be moved out of the way: a regular file that is no JSON object, or no file. */
const isBroken = (path: string): boolean => {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) return false;
  if (!stat.isFile()) return true;
  try {
    const value: unknown = JSON.parse(readSmallText(path, 'refuse-link'));
    return typeof value !== 'object' || value === null || Array.isArray(value);
  } catch (error) {
    return error instanceof SyntaxError;
  }
};

/**
 * Moves a settings file that is no JSON object, or a pipe or device in its place, out of the way, so that nothing in
 * it is overwritten.
 * @returns the path it has now, or `null` where there was nothing to move
 * @throws the error of the file system, or `ELOOP` for a link: somebody keeps the settings elsewhere, where they
 *   are to be changed
 */
export const setBrokenAside = (folder: string): string | null => {
  const path = join(folder, `${PREFERENCES_NAME}.json`);
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw Object.assign(new Error(path), { code: 'ELOOP' });
  if (!isBroken(path)) return null;
  for (let n = 1; ; n++) {
    const aside = `${path}.broken-${n}`;
    if (lstatSync(aside, { throwIfNoEntry: false }) !== undefined) continue;
    renameSync(path, aside);
    return aside;
  }
};

/** What a write changes: a value, or `undefined` for the default. */
export type PreferenceChange = readonly [key: PreferenceKey, value: string | boolean | undefined];
