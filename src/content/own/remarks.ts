/** A learner's remarks on items: one file for each in `own/<course>/remarks/`, named by the item's key. */
import type { Dirent } from 'node:fs';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hash64 } from '../../core/base/fnv.ts';
import type { OwnFileName } from '../../core/course/own-names.ts';
import { readOwnName } from '../../core/course/own-names.ts';
import { writeAtomically } from '../../disk/atomic-file.ts';
import { readText } from '../files/read-text.ts';
import { ownPath } from '../files/own-path.ts';

/** The file of a remark. */
export interface RemarkFile extends OwnFileName {
  /** Whole path. */
  readonly file: string;
}

/** A remark as one file has it. */
export interface RemarkVersion {
  readonly file: string;
  /** Markdown, without blank lines at either end; never empty. */
  readonly text: string;
}

/** More files than this are no remarks that somebody typed. */
const MOST_FILES = 50_000;

/** Folder of the remarks on a course. */
const remarksFolder = (data: string, course: string): string =>
  join(data, ...ownPath(course).split('/'), 'remarks');

/** The file that a remark of this name is written to. */
export const remarkFile = (data: string, course: string, name: string): string =>
  join(remarksFolder(data, course), `${name}.md`);

const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

/** Every file of a remark on a course, a file before its copies. */
export const listRemarkFiles = (data: string, course: string): readonly RemarkFile[] => {
  const folder = remarksFolder(data, course);
  return entriesOf(folder)
    .slice(0, MOST_FILES)
    .flatMap((entry): readonly RemarkFile[] => {
      if (!entry.isFile() || !entry.name.endsWith('.md') || entry.name.startsWith('.')) return [];
      const name = readOwnName(entry.name.slice(0, -'.md'.length));
      return name === null ? [] : [{ ...name, file: join(folder, entry.name) }];
    })
    .sort((a, b) => Number(a.isCopy) - Number(b.isCopy) || (a.file < b.file ? -1 : 1));
};

/** The text of a remark's file; `null` where there is none, or it cannot be read. */
export const readRemark = (file: string): RemarkVersion | null => {
  const text = readText({ path: file, place: file, bytes: 0 }, () => undefined)?.trim() ?? '';
  return text === '' ? null : { file, text };
};

/**
 * Writes a remark in the place of the versions that were seen. A version that has come or changed since stays, and
 * what is written stands beside it.
 * @param text blank: it is removed
 * @throws the error of the file system
 */
export const writeRemark = (path: string, text: string, seen: readonly RemarkVersion[]): void => {
  const isSeen = ({ file, text: now }: RemarkVersion): boolean =>
    seen.some(version => version.file === file && version.text === now);
  const whole = text.trim();
  let target: string | null = null;
  if (whole !== '') {
    const there = readRemark(path);
    target = there !== null && there.text !== whole && !isSeen(there) ? copyOf(path, whole) : path;
    writeAtomically(target, [Buffer.from(`${whole}\n`)]);
  }
  for (const { file } of seen) {
    const now = file === target ? null : readRemark(file);
    if (now !== null && isSeen(now)) rmSync(file, { force: true });
  }
};

/** The name of a copy beside a file, the same for the same contents. */
const copyOf = (path: string, contents: string): string =>
  path.replace(/(\.[^./\\]*)?$/, ending => ` (copy ${hash64(contents).slice(0, 8)})${ending}`);
