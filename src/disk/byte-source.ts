import { closeSync } from 'node:fs';
import { openRegular, readBytes } from '../disk/regular-file.ts';

/** Bytes that are read in pieces. */
export interface ByteSource {
  readonly size: number;
  /** All of it is in memory. */
  readonly isInMemory: boolean;
  /** @throws RangeError or a file-system error where there are not that many bytes */
  read(offset: number, length: number): Buffer;
}

/** Files up to this size are read at once and closed; of larger ones only what is asked for. */
const SMALL = 4 * 1024 * 1024;

/** Bytes that are in memory already. */
export const memorySource = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  isInMemory: true,
  read: (offset, length) => {
    if (offset < 0 || offset + length > bytes.length) throw new RangeError('Behind the end');
    return bytes.subarray(offset, offset + length);
  },
});

/**
 * Opens a file for reading in pieces. A large one stays open as long as the process lives: so it keeps its
 * content even when another process puts a new file in its place.
 * @throws a file-system error where it cannot be opened, or is no regular file
 */
export const fileSource = (path: string): ByteSource => {
  const {
    fd,
    stat: { size },
  } = openRegular(path, 'refuse-link');
  let keep = false;
  try {
    if (size <= SMALL) return memorySource(readBytes(fd, 0, size));
    keep = true;
    return { size, isInMemory: false, read: (offset, length) => readBytes(fd, offset, length) };
  } finally {
    if (!keep) closeSync(fd);
  }
};
