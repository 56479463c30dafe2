/**
 * Opens files that something else may stand in the place of: a pipe, on which opening waits for ever, a device, a
 * folder, or a link to any of them. Every file whose kind is not known is opened here.
 */
import type { Stats } from 'node:fs';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Codes of the errors below, beside those of the operating system; `disk-error.ts` has the words for both. */
type OddFileCode = 'ENOTREGULAR' | 'ETOOLARGE' | 'ESHRUNK';

const oddFile = (code: OddFileCode | 'EISDIR', path: string): Error =>
  Object.assign(new Error(`${code}: ${path}`), { code, path });

/** Whether a link at the end of the path is followed or refused (`ELOOP`); links above it always are. */
type LinkRule = 'follow-link' | 'refuse-link';

/** Flags with which opening neither waits for another program nor, for `refuse-link`, follows a link. */
const flagsFor = (flags: number, links: LinkRule): number =>
  // Windows has neither.
  flags | (constants.O_NONBLOCK ?? 0) | (links === 'refuse-link' ? (constants.O_NOFOLLOW ?? 0) : 0);

/**
 * Opens a regular file, for reading unless `flags` say otherwise. The caller closes it.
 * @param mode rights of a file that is made by this
 * @throws the error of the file system, or one with the code `EISDIR` or `ENOTREGULAR`
 */
export const openRegular = (
  path: string,
  links: LinkRule,
  flags: number = constants.O_RDONLY,
  mode?: number,
): { readonly fd: number; readonly stat: Stats } => {
  const fd = openSync(path, flagsFor(flags, links), mode);
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw oddFile(stat.isDirectory() ? 'EISDIR' : 'ENOTREGULAR', path);
    return { fd, stat };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
};

/**
 * Fills a buffer with the bytes of an open file from an offset on.
 * @throws the error of the file system, or one with the code `ESHRUNK` where it ends before them
 */
export const readInto = (fd: number, bytes: Buffer, offset: number): void => {
  for (let at = 0; at < bytes.length;) {
    const count = readSync(fd, bytes, at, bytes.length - at, offset + at);
    if (count === 0) throw oddFile('ESHRUNK', 'The file is shorter than it was');
    at += count;
  }
};

/** Reads some bytes of an open file; they begin at a multiple of 8 in their memory. @throws as {@link readInto} */
export const readBytes = (fd: number, offset: number, length: number): Buffer => {
  const bytes = Buffer.allocUnsafeSlow(length);
  readInto(fd, bytes, offset);
  return bytes;
};

/**
 * All of a regular file; its bytes begin at a multiple of 8 in their memory.
 * @param most bytes; a larger file is an error with the code `ETOOLARGE`
 * @throws as {@link openRegular}
 */
export const readRegular = (path: string, links: LinkRule, most = Infinity): Buffer => {
  const { fd, stat } = openRegular(path, links);
  try {
    if (stat.size > most) throw oddFile('ETOOLARGE', path);
    return readBytes(fd, 0, stat.size);
  } finally {
    closeSync(fd);
  }
};

/** Bytes of a file of the learner's home that is written by this program and read as a whole: settings, locks. */
const MOST_OF_SMALL = 1 << 20;

/** The text of a small file of the home. @throws as {@link readRegular} */
export const readSmallText = (path: string, links: LinkRule): string =>
  readRegular(path, links, MOST_OF_SMALL).toString('utf8');

/** Bytes that are read at once. */
const PIECE = 1 << 16;

/**
 * A regular file from its beginning to its end.
 * @throws the error of the file system, or one with the code `EISDIR` or `ENOTREGULAR`
 */
export const readInPieces = function* (path: string): Generator<Buffer> {
  const { fd } = openRegular(path, 'follow-link');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(fd, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(fd);
  }
};
