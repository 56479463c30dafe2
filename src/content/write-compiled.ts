import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { renameOver } from '../disk/rename-over.ts';
import { COMPILED_FILE } from './compiled-format.ts';

let written = 0;

/**
 * Puts a compiled course into its folder in one step, so that a reader finds the old file or the new one. A folder,
 * link or pipe in its place is set aside or replaced.
 * @param mode rights of the file
 * @param accept is given the modification time of what was written (ns) before it is put in place
 * @throws a file-system error where it cannot be written wholly
 */
export const writeCompiled = (
  folder: string,
  bytes: Buffer,
  mode: number,
  accept: (mtime: bigint) => boolean = () => true,
): void => {
  makeFolder(folder);
  const temporary = join(folder, `.${COMPILED_FILE}.${process.pid}.${written++}`);
  try {
    rmSync(temporary, { force: true });
    const fd = openSync(temporary, 'wx', mode);
    try {
      // A full disk shortens a write without an error.
      let done = 0;
      while (done < bytes.length) {
        const count = writeSync(fd, bytes, done);
        if (count === 0) throw new Error('The disk is full');
        done += count;
      }
    } finally {
      closeSync(fd);
    }
    if (accept(statSync(temporary, { bigint: true }).mtimeNs)) renameOver(temporary, join(folder, COMPILED_FILE));
  } finally {
    rmSync(temporary, { force: true });
  }
};
