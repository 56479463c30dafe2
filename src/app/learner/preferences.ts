import type { PreferenceDeclaration } from '../../core/device/preferences.ts';
import type { PreferencesReading } from '../../store/device/preferences.ts';
import { readPreferences as read } from '../../store/device/preferences.ts';
import type { Runtime } from './runtime.ts';

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
