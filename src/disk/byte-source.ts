import { closeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { openRegular, readBytes, readInto } from '../disk/regular-file.ts';

/** Bytes that are read in pieces. */
export interface ByteSource {
  readonly size: number;
  /** All of it is in memory. */
  readonly isInMemory: boolean;
  /** @throws RangeError or a file-system error where there are not that many bytes */
  read(offset: number, length: number): Buffer;
  /** Reads into memory that is there already. @throws as {@link ByteSource.read} */
  readInto(bytes: Buffer, offset: number): void;
  /**
   * Checksum (CRC-32) of bytes that need not be kept. Many bytes that go through the same small piece of memory are read
   * ten times as fast as into new memory.
   * @param start checksum of what comes before them
   * @throws as {@link ByteSource.read}
   */
  checksum(offset: number, length: number, start?: number): number;
  /** Closes what is read from; nothing can be read after it. */
  close(): void;
}

/** Files up to this size are read at once and closed; of larger ones only what is asked for. */
const SMALL = 4 * 1024 * 1024;

/** Bytes that are read at once for a checksum. */
const PIECE = 256 * 1024;

/** Bytes that are in memory already. */
export const memorySource = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  isInMemory: true,
  read: (offset, length) => {
    if (offset < 0 || offset + length > bytes.length) throw new RangeError('Past the end');
    return bytes.subarray(offset, offset + length);
  },
  readInto: (target, offset) => {
    if (offset < 0 || offset + target.length > bytes.length) throw new RangeError('Past the end');
    bytes.copy(target, 0, offset);
  },
  checksum: (offset, length, start = 0) => {
    if (offset < 0 || offset + length > bytes.length) throw new RangeError('Past the end');
    return crc32(bytes.subarray(offset, offset + length), start);
  },
  close: () => undefined,
});

/** Memory that every checksum of a file goes through. */
let piece: Buffer | null = null;

const checksumOf = (fd: number, offset: number, length: number, start: number): number => {
  piece ??= Buffer.allocUnsafeSlow(PIECE);
  let sum = start;
  for (let at = 0; at < length; at += PIECE) {
    const part = piece.subarray(0, Math.min(PIECE, length - at));
    readInto(fd, part, offset + at);
    sum = crc32(part, sum);
  }
  return sum;
};

/**
 * Opens a file for reading in pieces. A large one stays open until it is closed, or as long as the process lives: so it
 * keeps its content even when another process puts a new file in its place.
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
    return {
      size,
      isInMemory: false,
      read: (offset, length) => readBytes(fd, offset, length),
      readInto: (bytes, offset) => readInto(fd, bytes, offset),
      checksum: (offset, length, start = 0) => checksumOf(fd, offset, length, start),
      close: () => closeSync(fd),
    };
  } finally {
    if (!keep) closeSync(fd);
  }
};
