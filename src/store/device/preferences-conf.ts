/** The only file that loads conf, and it is loaded only to write: reading a setting must not cost its start-up. */
import Conf from 'conf';
import { join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { readRegular } from '../../disk/regular-file.ts';
import { writeAtomically } from '../../disk/atomic-file.ts';
import { codeOf, reasonOf } from '../../disk/disk-error.ts';
import type { PreferenceChange } from './preferences.ts';
import { PREFERENCES_NAME, setBrokenAside } from './preferences.ts';

/** The settings file's bytes, `null` where there is none. */
const readIfThere = (path: string): Buffer | null => {
  try {
    return readRegular(path, 'refuse-link');
  } catch {
    return null;
  }
};

const change = (folder: string, [key, value]: PreferenceChange): void => {
  const conf = new Conf<Record<string, string | boolean>>({
    cwd: folder,
    configName: PREFERENCES_NAME,
    projectName: 'study',
    projectSuffix: '',
    configFileMode: PRIVATE_FILE,
  });
  if (value === undefined) conf.delete(key);
  else conf.set(key, value);
  // Reads the file again: on a full disk conf leaves one that is cut off, without an error.
  if (conf.get(key) !== value) throw new Error('The settings file does not say what was written');
};

/**
 * Writes one preference.
 * @returns where a broken file was set aside, or `null`
 * @throws Failure `data`/`settings-not-written`; the file is then as it was
 */
export const writePreference = (folder: string, wanted: PreferenceChange): string | null => {
  const path = join(folder, `${PREFERENCES_NAME}.json`);
  let before: Buffer | null = null;
  try {
    // conf would make it too, but may never end at it.
    makeFolder(folder);
    const aside = setBrokenAside(folder);
    before = readIfThere(path);
    change(folder, wanted);
    return aside;
  } catch (error) {
    if (before !== null && readIfThere(path)?.equals(before) !== true) writeAtomically(path, [before]);
    throw new Failure('data', `The setting was not written: ${reasonOf(error)}`, {
      code: 'settings-not-written',
      place: path,
      try:
        codeOf(error) === 'ELOOP'
          ? 'change the file that the link leads to, or remove the link'
          : 'study doctor shows which folders can be written to',
    });
  }
};
