/** What making a folder needs of a disk; `make` makes one level and throws the disk's own error. */
export interface FolderDisk {
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
