/** The learner's own remarks and cards as plain files, to be carried to another place and back: nothing is parsed. */
import type { Dirent } from 'node:fs';
import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import { isUtf8 } from 'node:buffer';
import { writeAtomically } from '../../disk/atomic-file.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { readRegular } from '../../disk/regular-file.ts';

/** Name of the folder in the learner's data. */
export const OWN = 'own';

/** A file of the own folder. */
interface OwnFile {
  /** Relative to the own folder, with `/`. */
  readonly path: string;
  /** Whole path. */
  readonly place: string;
  readonly bytes: number;
}

/** Bytes of a file that is carried; what is larger is no remark and no cards. */
const LARGEST_OWN = 2 * 1024 * 1024;
const MOST_FILES = 50_000;
const DEEPEST = 10;

/** The own folder beside a journal folder. */
export const ownBeside = (journal: string): string => join(dirname(journal), OWN);

/** A part of a path that every system holds; drafts and hidden files begin with a dot. */
const isPart = (name: string): boolean =>
  name.length <= 255 && /^[^.\p{Cc}<>:"/\\|?*][^\p{Cc}<>:"/\\|?*]*$/u.test(name) && !/[. ]$/.test(name);

/** Whether a path from elsewhere leads to a file within an own folder, and nowhere else. */
export const isOwnFilePath = (path: string): boolean => {
  const parts = path.split('/');
  return parts.length >= 2 && parts.length <= DEEPEST && parts.every(isPart);
};

const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

/** Every regular file of an own folder that can be carried, by path. Links are left alone. @param own whole path */
export const listOwnFiles = (own: string): readonly OwnFile[] => {
  const files: OwnFile[] = [];
  const walk = (path: string, depth: number): void => {
    for (const entry of entriesOf(join(own, path)).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (!isPart(entry.name) || files.length >= MOST_FILES) continue;
      if (entry.isDirectory()) {
        if (depth < DEEPEST) walk(child, depth + 1);
        continue;
      }
      const place = join(own, child);
      const stat = entry.isFile() ? lstatSync(place, { throwIfNoEntry: false }) : undefined;
      if (stat?.isFile() === true && stat.size <= LARGEST_OWN && isOwnFilePath(child))
        files.push({ path: child, place, bytes: stat.size });
    }
  };
  walk('', 1);
  return files;
};

/** The bytes of a file; `null` where it cannot be read (any more). */
export const readOwnFile = (place: string): Buffer | null => {
  try {
    return readRegular(place, 'refuse-link', LARGEST_OWN);
  } catch {
    return null;
  }
};

/** Whether a path lies within a folder, whatever links are on its way. */
const isWithin = (own: string, folder: string): boolean => {
  const root = realpathSync(own);
  const real = realpathSync(folder);
  return real === root || real.startsWith(root + sep);
};

/** The name of a copy beside a file; the same contents have the same name. */
export const copyName = (path: string, bytes: Uint8Array): string =>
  path.replace(
    /(\.[^./]*)?$/,
    ending => ` (copy ${createHash('sha256').update(bytes).digest('hex').slice(0, 8)})${ending}`,
  );

/** What came of adding a file. `refused`: its path leads elsewhere. */
type Added = 'added' | 'same' | 'copied' | 'refused';

/**
 * Adds a file from elsewhere to an own folder. Where another of its name stands there, both are kept: the new one as a
 * copy beside it, once.
 * @param own whole path of the own folder
 * @throws the error of the file system
 */
export const addOwnFile = (own: string, path: string, bytes: Uint8Array): Added => {
  if (!isOwnFilePath(path) || bytes.length > LARGEST_OWN) return 'refused';
  const place = join(own, path);
  makeFolder(dirname(place));
  if (!isWithin(own, dirname(place))) return 'refused';
  if (lstatSync(place, { throwIfNoEntry: false }) === undefined) {
    writeAtomically(place, [bytes]);
    return 'added';
  }
  if (readOwnFile(place)?.equals(bytes) === true) return 'same';
  const copy = join(own, copyName(path, bytes));
  if (readOwnFile(copy)?.equals(bytes) === true) return 'same';
  writeAtomically(copy, [bytes]);
  return 'copied';
};

/** What came of several. */
export interface OwnCounts {
  readonly added: number;
  readonly same: number;
  /** Kept beside another of the same name. */
  readonly copied: number;
}

/** Adds several files and counts. @throws the error of the file system */
export const addOwnFiles = (
  own: string,
  files: Iterable<{ readonly path: string; readonly bytes: Uint8Array }>,
): OwnCounts => {
  const counts = { added: 0, same: 0, copied: 0, refused: 0 };
  for (const { path, bytes } of files) counts[addOwnFile(own, path, bytes)]++;
  return { added: counts.added, same: counts.same, copied: counts.copied };
};

/** Letters, or bytes, of one line of a backup. */
const PIECE = 150_000;

/** How every line of a backup begins that holds a piece of such a file. */
export const OWN_LINE = '{"own":';

/** A file as lines of JSON, each shorter than the longest a journal may have. */
export const ownLines = (path: string, bytes: Buffer): readonly string[] => {
  const isText = isUtf8(bytes);
  const whole = bytes.toString(isText ? 'utf8' : 'base64');
  const letters = [...whole];
  const pieces = Math.max(1, Math.ceil(letters.length / PIECE));
  return Array.from({ length: pieces }, (_, i) => {
    const piece = letters.slice(i * PIECE, (i + 1) * PIECE).join('');
    return JSON.stringify({
      own: path,
      ...(i === 0 ? {} : { more: true }),
      [isText ? 'text' : 'base64']: piece,
    });
  });
};

/** Puts files together from their lines, in order; a line that is none is passed over. */
export const readOwnLines = (
  lines: Iterable<string>,
): readonly { readonly path: string; readonly bytes: Buffer }[] => {
  const files = new Map<string, { text: boolean; whole: string }>();
  for (const line of lines) {
    let value: { own?: unknown; more?: unknown; text?: unknown; base64?: unknown };
    try {
      value = JSON.parse(line) as typeof value;
    } catch {
      continue;
    }
    const { own: path, more, text, base64 } = value;
    const piece = text ?? base64;
    if (typeof path !== 'string' || typeof piece !== 'string') continue;
    const known = files.get(path);
    if (more === true && known !== undefined) known.whole += piece;
    else files.set(path, { text: text !== undefined, whole: piece });
  }
  return [...files].map(([path, { text, whole }]) => ({
    path,
    bytes: Buffer.from(whole, text ? 'utf8' : 'base64'),
  }));
};
