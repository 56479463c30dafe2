/** Where events can be taken from: the files of a journal, or a backup. */
import type { Stats } from 'node:fs';
import { lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../core/failure.ts';
import { checkBackup } from './backup.ts';
import { notReadable } from './disk-error.ts';
import { deviceOfFile, listJournalFiles, withFile } from './journal-files.ts';
import type { LineReading } from './line-reading.ts';
import { readLine } from './line-reading.ts';
import { forEachLine } from './lines.ts';

/** Lines of a file that hold events. */
export interface EventSource {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** Whose events it may hold; `null`: of any device, as in a backup. */
  readonly device: string | null;
}

/** The files of a journal folder; none where there is no such folder. */
export const journalSources = (folder: string): readonly EventSource[] =>
  listJournalFiles(folder).map(({ path, size, device }) => ({ path, start: 0, end: size, device }));

/**
 * The events of a backup.
 * @throws Failure `data` where it is none, or not whole
 */
export const backupSource = (path: string): EventSource => {
  const { start, end } = checkBackup(path);
  return { path, start, end, device: null };
};

const statOf = (path: string): Stats | undefined => {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw notReadable(error, path);
  }
};

/** A backup if the file is one, else `null`. */
const backupIfOne = (path: string): EventSource | null => {
  try {
    return backupSource(path);
  } catch (error) {
    if (error instanceof Failure && error.details.code === 'not-a-backup') return null;
    throw error;
  }
};

/**
 * What a path names: a backup, one file of a journal, a folder with such files, or a home with a journal.
 * @throws Failure `data` where it is none of these, or a backup that is not whole
 */
export const sourcesOf = (path: string): readonly EventSource[] => {
  const stat = statOf(path);
  const isJournalFile = stat?.isFile() === true && path.endsWith('.jsonl');
  const files = isJournalFile
    ? [{ path, start: 0, end: stat.size, device: deviceOfFile(basename(path)) }]
    : stat?.isDirectory() === true
      ? [...journalSources(join(path, 'journal')), ...journalSources(path)]
      : [];
  // Whatever else it is, a path that gives no files here has to be a backup.
  return files.length === 0 ? [backupSource(path)] : files.map(file => backupIfOne(file.path) ?? file);
};

/** Goes through the lines of a source but the blank ones; bytes `start` to `end` of a buffer that is reused. */
export const forEachSourceLine = (
  { path, start, end, device }: EventSource,
  visit: (reading: LineReading, buffer: Buffer, start: number, end: number) => void,
): void => {
  withFile(path, fd =>
    forEachLine(fd, start, end, {
      tooLong: () => visit({ is: 'bad-shape' }, Buffer.alloc(0), 0, 0),
      line: (buffer, from, to) => {
        const reading = readLine(buffer, from, to, device);
        if (reading.is !== 'blank') visit(reading, buffer, from, to);
      },
    }),
  );
};
