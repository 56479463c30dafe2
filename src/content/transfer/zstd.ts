import { Decompress } from 'fzstd';
import { Failure } from '../../core/base/failure.ts';
import { damaged, isBomb, LIMITS, mebibytes, tooLarge } from './limits.ts';

/** Bytes that are handed to the decoder at once. */
const STEP = 2 ** 20;

/** Largest window, as a power of two: what zstd itself takes without being asked to (`--long`). */
const LARGEST_WINDOW = 27;

/**
 * The window is memory that the decoder takes before it has seen any data (RFC 8878, 3.1.1.1.2): where a frame is not
 * a single segment, the upper five bits of the byte after the descriptor give its power of two less ten.
 */
const windowOf = (bytes: Uint8Array): number => {
  const [, , , , descriptor = 0, window = 0] = bytes;
  return (descriptor & 0x20) === 0 ? 10 + (window >> 3) : 0;
};

/**
 * The contents of a zstd stream.
 * @param most bytes it may have
 * @param what how it is called in messages
 * @param place the file it is from
 * @throws Failure where it has more, is damaged or cut off, or grows out of proportion
 */
export const unzstd = (bytes: Uint8Array, most: number, what: string, place: string): Uint8Array => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const refuse = (): Failure => tooLarge(what, mebibytes(most), place);
  // The decoder takes no bytes at all for a stream of nothing.
  if (bytes.length === 0) throw damaged(`${what} is cut off or damaged`, place);
  if (windowOf(bytes) > LARGEST_WINDOW) throw refuse();
  const stream = new Decompress(chunk => {
    size += chunk.length;
    if (size > most) throw refuse();
    if (isBomb(bytes.length, size))
      throw damaged(`${what} grows to more than ${LIMITS.ratio} times its size, so it is not read`, place);
    // The decoder goes on to use its buffers.
    chunks.push(chunk.slice());
  });
  try {
    for (let at = 0; at === 0 || at < bytes.length; at += STEP)
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw damaged(`${what} is cut off or damaged`, place);
  }
  return Buffer.concat(chunks, size);
};
