/** Reads what is to be imported: one file, or the files of a folder. */
import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { codeOf, reasonOf } from '../../disk/disk-error.ts';
import { readRegular } from '../../disk/regular-file.ts';
import type { SourceFile } from './source-file.ts';

/** Bytes of the largest file, and of all files of a folder together. */
const LARGEST = 1 << 30;
const MOST_BYTES = 256 << 20;
const MOST_FILES = 50_000;
const DEEPEST = 16;

/** What a folder can hold that is read: notes, tables, questions, packages, and the history of hashcards or repeater. */
const READ = /\.(?:md|markdown|txt|csv|tsv|gift|json|apkg|colpkg|anki2|anki21|db)$/i;

/** What was read, and the names that were passed over. */
interface Source {
  readonly files: readonly SourceFile[];
  readonly isFolder: boolean;
  /** Files whose ending none of the formats has, as paths in the folder. */
  readonly passedOver: readonly string[];
}

const unreadable = (path: string, error: unknown): Failure =>
  new Failure('data', `It cannot be read: ${reasonOf(error)}`, {
    code: codeOf(error) === 'ENOENT' ? 'source-not-found' : 'source-unreadable',
    place: sanitizeLine(path),
    try: 'the path of a file or folder that another program has written (study help import)',
  });

const tooMuch = (path: string, what: string): Failure =>
  new Failure('data', `The folder holds more than ${what}`, {
    code: 'source-too-large',
    place: sanitizeLine(path),
    try: 'one of its folders after the other',
  });

/** Folders of programs and of what was thrown away; templates of Obsidian are no notes. */
const isSkipped = (name: string): boolean =>
  name.startsWith('.') || name === 'node_modules' || /^templates?$/i.test(name);

/**
 * Reads a file, or the files below a folder that may be in a format that is known. Links in a folder are not followed.
 * @throws Failure `data` where something cannot be read, or there is more than fits into the memory
 */
export const readSource = (path: string): Source => {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
  if (!isFolder) {
    try {
      return {
        files: [{ path: basename(path), bytes: readRegular(path, 'follow-link', LARGEST) }],
        isFolder,
        passedOver: [],
      };
    } catch (error) {
      throw unreadable(path, error);
    }
  }
  const root = realpathSync(path);
  const files: SourceFile[] = [];
  const passedOver: string[] = [];
  let bytes = 0;
  const walk = (folder: string, depth: number): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      throw unreadable(join(path, folder), error);
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (isSkipped(entry.name)) continue;
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth >= DEEPEST) passedOver.push(name);
        else walk(name, depth + 1);
      } else if (!entry.isFile() || !READ.test(entry.name)) passedOver.push(name);
      else {
        if (files.length >= MOST_FILES) throw tooMuch(path, '50,000 files');
        try {
          const file = { path: name, bytes: readRegular(join(root, name), 'refuse-link', MOST_BYTES) };
          bytes += file.bytes.length;
          if (bytes > MOST_BYTES) throw tooMuch(path, '256 MiB');
          files.push(file);
        } catch (error) {
          throw error instanceof Failure ? error : unreadable(join(path, name), error);
        }
      }
    }
  };
  walk('', 0);
  return { files, isFolder, passedOver };
};
