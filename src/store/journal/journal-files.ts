import type { Dirent } from 'node:fs';
import { closeSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openRegular } from '../../disk/regular-file.ts';
import { codeOf, notReadable } from '../../disk/disk-error.ts';

/** One file of the journal. */
export interface JournalFile {
  readonly name: string;
  readonly path: string;
  /** Device whose events it may hold; `''` where the name begins with none. */
  readonly device: string;
  readonly size: number;
  /** Changes when the file is replaced by another. */
  readonly inode: number;
}

/** Device that a journal file's name begins with: `k3v9` of `k3v9.2.jsonl` and `k3v9 (conflicted copy).jsonl`. */
export const deviceOfFile = (name: string): string => /^[a-z0-9]*/.exec(name)?.[0] ?? '';

/** The file a device appends to. */
export const ownFile = (device: string): string => `${device}.jsonl`;

const isJournalName = (name: string): boolean => name.endsWith('.jsonl') && !name.startsWith('.');

/** What stands where a file should be, in words. */
export const kindOf = (
  entry: Pick<Dirent, 'isSymbolicLink' | 'isDirectory' | 'isFIFO' | 'isSocket'>,
): string => {
  if (entry.isSymbolicLink()) return 'a symbolic link';
  if (entry.isDirectory()) return 'a folder';
  if (entry.isFIFO()) return 'a named pipe';
  return entry.isSocket() ? 'a socket' : 'a device';
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Every `*.jsonl` of the journal; symbolic links and whatever is no regular file are passed over. The file a
 * device appends to comes before its copies, so that of two lines with one id the original counts.
 * @throws Failure `data` where the folder is there but cannot be read
 */
export const listJournalFiles = (folder: string): readonly JournalFile[] => {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw notReadable(error, folder);
  }
  const files: JournalFile[] = [];
  for (const name of names) {
    if (!isJournalName(name)) continue;
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) continue;
    files.push({ name, path, device: deviceOfFile(name), size: stat.size, inode: stat.ino });
  }
  const rank = (file: JournalFile): string =>
    `${file.device}\0${file.name === ownFile(file.device) ? '0' : '1'}${file.name}`;
  return files.sort((a, b) => compareText(rank(a), rank(b)));
};

/**
 * What has the name of a journal file and is no regular file, with what it is: it is never opened, for a pipe would
 * wait for ever and a link could lead anywhere.
 */
export const listIrregular = (
  folder: string,
): readonly { readonly name: string; readonly what: string }[] => {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter(entry => isJournalName(entry.name) && !entry.isFile())
    .map(entry => ({ name: entry.name, what: kindOf(entry) }))
    .sort((a, b) => compareText(a.name, b.name));
};

/**
 * Opens a journal file for reading while something is done with it.
 * @throws Failure `data` where it cannot be opened: progress without it would be wrong
 */
export const withFile = <T>(path: string, use: (fd: number) => T): T => {
  let fd: number;
  try {
    ({ fd } = openRegular(path, 'refuse-link'));
  } catch (error) {
    throw notReadable(error, path);
  }
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
};
