import { statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import { renameOver } from '../../disk/rename-over.ts';
import { writeWhole } from '../../disk/write-file.ts';
import { COMPILED_FILE } from './compiled-format.ts';

/**
 * Puts a compiled course into its folder in one step, so that a reader finds the old file or the new one. A folder,
 * link or pipe in its place is set aside or replaced.
 * @param mode rights of the file
 * @param accept is given the modification time of what was written (ms) before it is put in place
 * @throws a file-system error where it cannot be written wholly
 */
export const writeCompiled = (
  folder: string,
  bytes: Buffer,
  mode: number,
  accept: (mtime: number) => boolean = () => true,
): void => {
  makeFolder(folder);
  writeWhole(join(folder, COMPILED_FILE), [bytes], {
    mode,
    sync: false,
    place: (draft, path) => {
      if (accept(statSync(draft).mtimeMs)) renameOver(draft, path);
    },
  });
};
