import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PRIVATE_FOLDER } from './modes.ts';

/** What making a folder needs of a disk; `make` makes one level and throws the disk's own error. */
interface FolderDisk {
  readonly make: (path: string) => void;
  readonly exists: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  readonly parent: (path: string) => string;
}

/**
 * Makes a folder with those above it, level by level. The disk's own recursive form never ends where a folder
 * cannot hold new ones and says that it does not exist, as below /proc (seen with Node 20).
 */
export const makeFolderOn =
  (disk: FolderDisk) =>
  (path: string): void => {
    const make = (folder: string): void => {
      if (disk.isFolder(folder)) return;
      const above = disk.parent(folder);
      if (above !== folder && !disk.exists(above)) make(above);
      try {
        disk.make(folder);
      } catch (error) {
        // Another program may have been quicker.
        if (!disk.isFolder(folder)) throw error;
      }
    };
    make(path);
  };

const DISK = {
  exists: existsSync,
  isFolder: (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  parent: dirname,
};

/**
 * Makes a folder with those above it, which only the learner can open; one that is there is fine.
 * @throws the error of the file system
 */
export const makeFolder = makeFolderOn({ ...DISK, make: path => mkdirSync(path, PRIVATE_FOLDER) });

/**
 * The same with the rights that the learner gives to new folders: for what is written outside of the home.
 * @throws the error of the file system
 */
export const makeOpenFolder = makeFolderOn({ ...DISK, make: path => mkdirSync(path) });
