import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** `missing` folders are made when something is written to them. */
export type FolderState = 'writable' | 'read-only' | 'missing' | 'blocked';

const writable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Whether a folder is there and can be written to; `blocked`: a file stands in its way, or it cannot be made. */
export const folderState = (path: string): FolderState => {
  try {
    if (!statSync(path).isDirectory()) return 'blocked';
    return writable(path) ? 'writable' : 'read-only';
  } catch (error) {
    const parent = dirname(path);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === path) return 'blocked';
    const above = folderState(parent);
    return above === 'writable' || above === 'missing' ? 'missing' : 'blocked';
  }
};
