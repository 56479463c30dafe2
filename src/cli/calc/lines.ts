import { createInterface } from 'node:readline';

/** Lines of a stream, one at a time; `null` at its end. */
export interface LineSource {
  next(): Promise<string | null>;
  close(): void;
}

/** Longest line that is looked at. */
const LONGEST = 64 * 1024;

/** Reads lines as they are asked for. The terminal's own line editing serves. */
export const readLines = (stdin: NodeJS.ReadStream): LineSource => {
  const reader = createInterface({ input: stdin, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = reader[Symbol.asyncIterator]();
  return {
    next: async () => {
      const line = await lines.next();
      return line.done === true ? null : line.value.slice(0, LONGEST);
    },
    close: () => {
      reader.close();
      stdin.unref?.();
    },
  };
};
