/** Where events can be taken from: the files of a journal, or a backup. */
import type { Stats } from 'node:fs';
import { lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { checkBackup } from './backup.ts';
import { notReadable } from '../../disk/disk-error.ts';
import { deviceOfFile, listJournalFiles, withFile } from '../journal/journal-files.ts';
import type { LineReading } from '../journal/line-reading.ts';
import { readLine } from '../journal/line-reading.ts';
import { forEachLine } from '../journal/lines.ts';
import { listOwnFiles, OWN, OWN_LINE, readOwnFile, readOwnLines } from '../own/own-files.ts';

/** Lines of a file that hold events. */
export interface EventSource {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** Whose events it may hold; `null`: of any device, as in a backup. */
  readonly device: string | null;
  /** It is a backup, which holds files of the learner's own, too. */
  readonly isBackup?: true;
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
  return { path, start, end, device: null, isBackup: true };
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

/** `true` for the file of a backup that is whole. */
export const isBackup = (path: string): boolean => backupIfOne(path) !== null;

/** A file that is no backup, and of which no line is a record. */
export const notRecords = (path: string): Failure =>
  new Failure('data', 'This is no backup, and no line of it is a record', {
    code: 'not-a-backup',
    place: sanitizeLine(path),
    try: 'name a backup, a journal file, what study export progress has written, or a home',
  });

/** `true` where a file holds an event of a device. */
const holdsEventOf = (source: EventSource, device: string): boolean =>
  device !== '' &&
  withFile(source.path, fd => {
    let found = false;
    forEachLine(fd, source.start, source.end, {
      tooLong: () => undefined,
      line: (buffer, from, to) => {
        found ||= readLine(buffer, from, to, device).is === 'event';
      },
    });
    return found;
  });

/**
 * A file of records under any name. Where it holds events of the device that its name begins with, it is that
 * device's journal file and may hold no others; else its name says nothing.
 */
const anyFile = (path: string, size: number): EventSource => {
  const source: EventSource = { path, start: 0, end: size, device: null };
  const device = deviceOfFile(basename(path));
  return holdsEventOf(source, device) ? { ...source, device } : source;
};

/**
 * What a path names: a backup, a file of records (one of a journal, or an export), a folder with such files, or a home
 * with a journal.
 * @throws Failure `data` where it is none of these, or a backup that is not whole
 */
export const sourcesOf = (path: string): readonly EventSource[] => {
  const stat = statOf(path);
  if (stat?.isFile() === true) return [backupIfOne(path) ?? anyFile(path, stat.size)];
  const files = [join(path, 'journal'), path].flatMap(folder =>
    stat?.isDirectory() === true ? listJournalFiles(folder) : [],
  );
  // A home in which only remarks were written yet.
  if (files.length === 0 && listOwnFiles(join(path, OWN)).length > 0) return [];
  // Whatever else it is, a path that gives no files has to be a backup.
  return files.length === 0
    ? [backupSource(path)]
    : files.map(file => backupIfOne(file.path) ?? anyFile(file.path, file.size));
};

const OWN_BYTES = Buffer.from(OWN_LINE);

/** Whether a line of a backup is a piece of a file of the learner's own. */
const isOwnLine = (buffer: Buffer, from: number, to: number): boolean =>
  to - from > OWN_BYTES.length && buffer.subarray(from, from + OWN_BYTES.length).equals(OWN_BYTES);

/**
 * The files of the learner's own that a path holds: a backup's, or those of a home.
 * @throws Failure `data` where a file cannot be read
 */
export const ownFilesOf = (
  path: string,
  sources: readonly EventSource[],
): readonly { readonly path: string; readonly bytes: Buffer }[] => {
  const lines: string[] = [];
  for (const source of sources)
    if (source.isBackup === true)
      withFile(source.path, fd =>
        forEachLine(fd, source.start, source.end, {
          tooLong: () => undefined,
          line: (buffer, from, to) => {
            if (isOwnLine(buffer, from, to)) lines.push(buffer.toString('utf8', from, to));
          },
        }),
      );
  const beside = listOwnFiles(join(path, OWN)).flatMap(file => {
    const bytes = readOwnFile(file.place);
    return bytes === null ? [] : [{ path: file.path, bytes }];
  });
  return [...readOwnLines(lines), ...beside];
};

/**
 * Goes through the lines of a source but the blank ones and pieces of own files; bytes `start` to `end` of a buffer that
 * is reused.
 */
export const forEachSourceLine = (
  { path, start, end, device, isBackup: isWhole }: EventSource,
  visit: (reading: LineReading, buffer: Buffer, start: number, end: number) => void,
): void => {
  withFile(path, fd =>
    forEachLine(fd, start, end, {
      tooLong: () => visit({ is: 'bad-shape' }, Buffer.alloc(0), 0, 0),
      line: (buffer, from, to) => {
        if (isWhole === true && isOwnLine(buffer, from, to)) return;
        const reading = readLine(buffer, from, to, device);
        if (reading.is !== 'blank') visit(reading, buffer, from, to);
      },
    }),
  );
};
