/** A stream kept as a file for as long as it is needed: what reads a file twice can then read standard input. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Spool {
  readonly path: string;
  /** What the file holds by now. */
  readonly read: () => Readable;
  readonly discard: () => void;
}

/** A path in a folder of its own, readable by the learner alone; nothing is there yet. */
export const makeSpool = (): Spool => {
  const folder = mkdtempSync(join(tmpdir(), 'study-'));
  const path = join(folder, 'records.jsonl');
  return {
    path,
    read: () => createReadStream(path),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Fills a spool with all that a stream brings. */
export const fillSpool = async (spool: Spool, from: Readable): Promise<void> =>
  pipeline(from, createWriteStream(spool.path, { mode: 0o600 }));
