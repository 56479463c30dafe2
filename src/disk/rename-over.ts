import { existsSync, lstatSync, renameSync } from 'node:fs';

/** Gives a folder that stands where a file belongs another name beside it: nothing in it is lost. */
const setFolderAside = (path: string): void => {
  for (let n = 1; ; n++) {
    const aside = `${path}.set-aside-${n}`;
    if (existsSync(aside)) continue;
    renameSync(path, aside);
    return;
  }
};

/**
 * Gives a finished file its name. A file, link, pipe or device of that name is replaced; a folder, which cannot be,
 * is set aside. For files of the caches, which stand for nothing else.
 * @throws the error of the file system
 */
export const renameOver = (from: string, to: string): void => {
  try {
    renameSync(from, to);
  } catch (error) {
    if (lstatSync(to, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
    setFolderAside(to);
    renameSync(from, to);
  }
};
