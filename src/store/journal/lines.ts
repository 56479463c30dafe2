/** Reads lines from files of any size in constant memory. */
import { readSync } from 'node:fs';

/** A journal line may be this long, in bytes; what is longer was not written by this program. */
export const LONGEST_LINE = 1 << 20;

const NEWLINE = 10;
const CHUNK = 1 << 20;

interface BlockVisitor {
  /**
   * Complete lines: bytes `start` to `end` (exclusive; the last one is a newline) of a buffer that is reused.
   * @param offset of the first of these bytes in the file
   */
  block(buffer: Buffer, start: number, end: number, offset: number): void;
  /** A line so long that it was not kept. */
  tooLong(): void;
}

/**
 * Goes through the complete lines of a file between two offsets, in blocks.
 * @returns the offset after the last complete line: a line without its newline is not looked at
 */
export const forEachBlock = (fd: number, from: number, to: number, visitor: BlockVisitor): number => {
  const buffer = Buffer.allocUnsafe(to - from <= CHUNK ? Math.max(0, to - from) : CHUNK + LONGEST_LINE);
  let filled = 0;
  let position = from;
  /** Where the line begins that is being skipped; -1: none is. */
  let skipped = -1;
  while (position < to) {
    const wanted = Math.min(CHUNK, to - position, buffer.length - filled);
    const count = readSync(fd, buffer, filled, wanted, position);
    if (count === 0) break;
    position += count;
    filled += count;
    let start = 0;
    if (skipped !== -1) {
      const end = buffer.subarray(0, filled).indexOf(NEWLINE);
      if (end === -1) {
        filled = 0;
        continue;
      }
      visitor.tooLong();
      skipped = -1;
      start = end + 1;
    }
    const end = buffer.subarray(0, filled).lastIndexOf(NEWLINE) + 1;
    if (end > start) {
      visitor.block(buffer, start, end, position - filled + start);
      start = end;
    }
    buffer.copyWithin(0, start, filled);
    filled -= start;
    if (filled > LONGEST_LINE) {
      skipped = position - filled;
      filled = 0;
    }
  }
  return skipped === -1 ? position - filled : skipped;
};

interface LineVisitor {
  /**
   * One line, without its newline: bytes `start` to `end` (exclusive) of a buffer that is reused.
   * @param offset of the line in the file
   */
  line(buffer: Buffer, start: number, end: number, offset: number): void;
  tooLong(): void;
  /** After each block: how many bytes have been read. */
  read?(bytes: number): void;
}

/** Goes through the complete lines of a file between two offsets; see {@link forEachBlock}. */
export const forEachLine = (fd: number, from: number, to: number, visitor: LineVisitor): number =>
  forEachBlock(fd, from, to, {
    tooLong: () => visitor.tooLong(),
    block: (buffer, start, end, offset) => {
      for (let at = start; at < end;) {
        const newline = buffer.indexOf(NEWLINE, at);
        if (newline - at > LONGEST_LINE) visitor.tooLong();
        else visitor.line(buffer, at, newline, offset + at - start);
        at = newline + 1;
      }
      visitor.read?.(end - start);
    },
  });
