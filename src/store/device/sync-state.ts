/** Where this device's progress is synchronised to, and when that was done last. */
import { join } from 'node:path';
import { writeAtomically } from '../../disk/atomic-file.ts';
import { readSmallText } from '../../disk/regular-file.ts';

/** Where progress is exchanged, and when that was last done. */
export interface SyncState {
  /** `git`: a repository; `folder`: one that a synchroniser or a network shares. */
  readonly kind: 'git' | 'folder';
  /** Address of the repository, or whole path of the folder. */
  readonly place: string;
  /** Branch of the repository, `''` for a folder. */
  readonly branch: string;
  /** ms UTC; 0: never. */
  readonly syncedAt: number;
}

/** Folder in the data folder with the state, the copy of the repository and what was synchronised last. */
export const syncFolder = (data: string): string => join(data, 'sync');
const fileOf = (data: string): string => join(syncFolder(data), 'sync.json');

/** `null` where nothing was set up, or the file cannot be used. */
export const readSyncState = (data: string): SyncState | null => {
  try {
    const value = JSON.parse(readSmallText(fileOf(data), 'refuse-link')) as Partial<SyncState>;
    const { kind, place, branch, syncedAt } = value;
    if ((kind !== 'git' && kind !== 'folder') || typeof place !== 'string' || typeof branch !== 'string')
      return null;
    return { kind, place, branch, syncedAt: typeof syncedAt === 'number' ? syncedAt : 0 };
  } catch {
    return null;
  }
};

/** @throws the error of the file system */
export const writeSyncState = (data: string, state: SyncState): void =>
  writeAtomically(fileOf(data), [Buffer.from(`${JSON.stringify(state)}\n`)]);
