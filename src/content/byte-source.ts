import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that are read in pieces. */
export interface ByteSource {
  readonly size: number;
  /** @throws RangeError or a file-system error where there are not that many bytes */
  read(offset: number, length: number): Buffer;
}

/** Files up to this size are read at once and closed; of larger ones only what is asked for. */
const SMALL = 4 * 1024 * 1024;

export const memorySource = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => {
    if (offset < 0 || offset + length > bytes.length) throw new RangeError('Behind the end');
    return bytes.subarray(offset, offset + length);
  },
});

const readAt = (fd: number, offset: number, length: number): Buffer => {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(fd, buffer, done, length - done, offset + done);
    if (read === 0) throw new RangeError('The file is shorter than it was');
    done += read;
  }
  return buffer;
};

/**
 * Opens a file for reading in pieces. A large one stays open as long as the process lives: so it keeps its
 * content even when another process puts a new file in its place.
 * @throws a file-system error where it cannot be opened
 */
export const fileSource = (path: string): ByteSource => {
  const fd = openSync(path, 'r');
  let keep = false;
  try {
    const { size } = fstatSync(fd);
    if (size <= SMALL) return memorySource(readAt(fd, 0, size));
    keep = true;
    return { size, read: (offset, length) => readAt(fd, offset, length) };
  } finally {
    if (!keep) closeSync(fd);
  }
};
