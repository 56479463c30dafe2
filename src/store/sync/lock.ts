/** One exchange at a time on a device. */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { codeOf } from '../../disk/disk-error.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { readSmallText } from '../../disk/regular-file.ts';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Whether whoever made the lock still works; a process that is gone has left it behind. */
const isHeld = (path: string): boolean => {
  try {
    const pid = Number(readSmallText(path, 'refuse-link'));
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid);
  } catch {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  }
};

/**
 * Takes the lock of a folder, which is made.
 * @returns what gives it back
 * @throws Failure `data` where another exchange runs, or the error of the file system
 */
export const lockSync = (folder: string): (() => void) => {
  const path = join(folder, 'lock');
  makeFolder(folder);
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: PRIVATE_FILE });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      if (attempt > 1 || isHeld(path))
        throw new Failure('data', 'Another study sync is running', {
          code: 'sync-running',
          try: 'wait until it is done',
        });
      rmSync(path, { force: true });
    }
  }
};
