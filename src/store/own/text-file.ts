/** A text in a private file, for as long as an editor has it open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSmallText } from '../../disk/regular-file.ts';
import { writeWhole } from '../../disk/write-file.ts';

/**
 * Gives a text away in a file and takes what it has become; the file is gone afterwards.
 * @param edit gives what went wrong, else `null`
 * @returns the text, or what went wrong
 * @throws where the file cannot be written or read
 */
export const throughFile = async (
  text: string,
  edit: (file: string) => Promise<string | null>,
): Promise<{ readonly text: string } | { readonly failed: string }> => {
  // A folder that nobody else can read, so that the file in it is private whatever an editor makes of it.
  const folder = mkdtempSync(join(tmpdir(), 'study-'));
  const file = join(folder, 'text.md');
  try {
    const parts = text === '' ? [] : [Buffer.from(`${text}\n`)];
    writeWhole(file, parts, { mode: 0o600, sync: false });
    const failed = await edit(file);
    return failed === null ? { text: readSmallText(file, 'refuse-link') } : { failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
