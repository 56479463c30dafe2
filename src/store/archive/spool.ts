/** Standard input kept as a file for as long as it is needed: what reads a file twice can then read a stream. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DraftFile } from '../../disk/draft-file.ts';
import { readInPieces } from '../../disk/regular-file.ts';

interface Spool {
  readonly path: string;
  /** What the file holds by now, piece by piece. */
  readonly read: () => Iterable<Uint8Array>;
  readonly discard: () => void;
}

/** A path in a folder of its own, readable by the learner alone; nothing is there yet. */
export const makeSpool = (): Spool => {
  const folder = mkdtempSync(join(tmpdir(), 'study-'));
  const path = join(folder, 'records.jsonl');
  return {
    path,
    read: () => readInPieces(path),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Fills a spool with all that a stream brings. */
export const fillSpool = async ({ path }: Spool, from: AsyncIterable<Buffer | string>): Promise<void> => {
  const draft = new DraftFile(join(path, '..'));
  try {
    for await (const chunk of from) draft.write(chunk);
    draft.finish();
    draft.placeAs(path);
  } finally {
    draft.discard();
  }
};
