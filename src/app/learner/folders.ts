import { openEntries, tightenHome as tighten } from '../../store/device/home-rights.ts';
import { folderState } from '../../disk/folder-state.ts';
import type { FolderState } from '../../disk/folder-state.ts';
import type { Runtime } from './runtime.ts';

export interface FolderReport {
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
