/** What this device is set to, and where a learner's things lie on it. */
import type { PreferenceDeclaration } from '../../core/device/preferences.ts';
import type { PreferencesReading } from '../../store/device/preferences.ts';
import { readPreferences as read } from '../../store/device/preferences.ts';
import type { Runtime } from './runtime.ts';
import { openEntries, tightenHome as tighten } from '../../store/device/home-rights.ts';
import type { FolderState } from '../../disk/folder-state.ts';
import { folderState } from '../../disk/folder-state.ts';

/** What this device is set to; see {@link PreferencesReading}. */
export const readPreferences = ({ paths }: Runtime): PreferencesReading => read(paths.config);

/**
 * Writes a preference, or takes it back to its default.
 * @returns where a broken settings file was set aside, or `null`
 * @throws Failure `data` where it cannot be written
 */
export const writePreference = async (
  { paths }: Runtime,
  { key }: PreferenceDeclaration,
  value: string | boolean | undefined,
): Promise<string | null> => {
  const { writePreference: write } = await import('../../store/device/preferences-conf.ts');
  return write(paths.config, [key, value]);
};

interface FolderReport {
  readonly use: 'settings' | 'data' | 'journal' | 'cache';
  readonly path: string;
  readonly state: FolderState;
}

/** Where this learner's things lie, and whether they can be written there. Nothing is made. */
export const reportFolders = ({ paths }: Runtime): readonly FolderReport[] =>
  (
    [
      ['settings', paths.config],
      ['data', paths.data],
      ['journal', paths.journal],
      ['cache', paths.cache],
    ] as const
  ).map(([use, path]) => ({ use, path, state: folderState(path) }));

/** How many files and folders of the home others than the learner can read. */
export const countOpen = ({ paths }: Runtime): number => openEntries(paths).length;

/** Makes all of the home private; see {@link tighten}. */
export const tightenHome = ({ paths }: Runtime): ReturnType<typeof tighten> => tighten(paths);
