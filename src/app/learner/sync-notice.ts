/** Whether the last exchange with other devices is long ago. */
import type { SyncState } from '../../store/device/sync-state.ts';
import { readSyncState, syncFolder } from '../../store/device/sync-state.ts';
import { folderState } from '../../disk/folder-state.ts';
import type { Runtime } from './runtime.ts';

const DAY = 86_400_000;
/** Days after which an exchange is called old. */
const OLD = 7;

/**
 * Days since the last exchange where that is a week or more; `null` where it is not, or none was set up. `never`: it was
 * set up and has never come to an end.
 */
export const daysSinceSync = ({
  paths,
  clock,
}: Pick<Runtime, 'paths' | 'clock'>): number | 'never' | null => {
  if (folderState(syncFolder(paths.data)) === 'missing') return null;
  const state = readSyncState(paths.data);
  if (state === null) return null;
  if (state.syncedAt === 0) return 'never';
  const days = Math.floor((clock.now() - state.syncedAt) / DAY);
  return days >= OLD ? days : null;
};

/** Where and when this device synced last, the address without a password; `null` where none was set up. */
export const lastSync = ({ paths }: Pick<Runtime, 'paths'>): SyncState | null => {
  const state = readSyncState(paths.data);
  return state === null ? null : { ...state, place: state.place.replace(/^(\w+:\/\/)[^/@]*@/, '$1') };
};

/** One line about it; `null` where there is nothing to say. */
export const syncNotice = (runtime: Pick<Runtime, 'paths' | 'clock'>): string | null => {
  const days = daysSinceSync(runtime);
  if (days === null) return null;
  return days === 'never' ? 'Never synced yet: study sync' : `Last sync ${days} days ago: study sync`;
};
