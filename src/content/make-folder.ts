import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolderOn } from '../core/make-folder.ts';

/**
 * Makes a folder with those above it; one that is there is fine.
 * @throws the error of the file system
 */
export const makeFolder = makeFolderOn({
  make: path => mkdirSync(path),
  exists: existsSync,
  isFolder: path => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  parent: dirname,
});
