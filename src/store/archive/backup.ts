/**
 * Backups: every event of the journal in one file that any program can read. Plain JSON lines, in order, as they
 * stand in the journal, between a first line that says what the file is and a last one that proves it whole.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { DraftFile } from '../../disk/draft-file.ts';
import { codeOf, notReadable, reasonOf } from '../../disk/disk-error.ts';
import { withFile } from '../journal/journal-files.ts';
import { forEachLine } from '../journal/lines.ts';
import { forEachOrderedLine } from '../journal/ordered-lines.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { listOwnFiles, ownBeside, ownLines, readOwnFile } from '../own/own-files.ts';

const FORMAT = 'study-backup';
const VERSION = 1;

/** First line of a backup. */
interface Head {
  readonly format: typeof FORMAT;
  readonly v: number;
  /** ISO 8601, UTC. */
  readonly made: string;
}

/**
 * Last line: how many lines stand between the two, how many of them are pieces of own files, and the SHA-256 of all of
 * them with the newlines.
 */
interface End {
  readonly end: typeof FORMAT;
  /** Older programs call every line an event, and pass over those that are none. */
  readonly events: number;
  /** Absent where there are none. */
  readonly own?: number;
  readonly sha256: string;
}

const failure = (message: string, code: string, path: string, hint: string): Failure =>
  new Failure('data', message, { code, place: sanitizeLine(path), try: hint });

/** Where backups go by default. */
export const backupFolder = (data: string): string => join(data, 'backups');

/** Where a backup of a moment (ms UTC) goes by default: `<data>/backups/2026-11-20T0905.jsonl`, or `...-2.jsonl`. */
export const backupPath = (data: string, at: number): string => {
  const stamp = new Date(at).toISOString().slice(0, 16).replace(':', '');
  for (let n = 1; ; n++) {
    const path = join(backupFolder(data), n === 1 ? `${stamp}.jsonl` : `${stamp}-${n}.jsonl`);
    if (!existsSync(path)) return path;
  }
};

/**
 * Writes every event of a journal, and the learner's own remarks and cards beside it, to a new file.
 * @param at ms UTC
 * @returns how many events and how many files it holds
 * @throws Failure `data` where the journal cannot be read, or the file is there already or cannot be written
 */
export const writeBackup = (
  journal: string,
  path: string,
  at: number,
): { readonly events: number; readonly own: number } => {
  const hash = createHash('sha256');
  let events = 0;
  let ownLinesWritten = 0;
  let own = 0;
  try {
    makeFolder(dirname(path));
    const draft = new DraftFile(dirname(path));
    try {
      const head: Head = { format: FORMAT, v: VERSION, made: new Date(at).toISOString() };
      draft.write(`${JSON.stringify(head)}\n`);
      const put = (line: string): void => {
        const text = `${line}\n`;
        hash.update(text);
        draft.write(text);
      };
      forEachOrderedLine(journal, line => {
        put(line);
        events++;
      });
      for (const file of listOwnFiles(ownBeside(journal))) {
        const bytes = readOwnFile(file.place);
        if (bytes === null) continue;
        own++;
        for (const line of ownLines(file.path, bytes)) {
          put(line);
          ownLinesWritten++;
        }
      }
      const end: End = {
        end: FORMAT,
        events: events + ownLinesWritten,
        ...(ownLinesWritten === 0 ? {} : { own: ownLinesWritten }),
        sha256: hash.digest('hex'),
      };
      draft.write(`${JSON.stringify(end)}\n`);
      draft.finish();
      if (draft.placeAs(path)) return { events, own };
    } finally {
      draft.discard();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw failure(
      `The backup was not written: ${reasonOf(error)}`,
      'backup-not-written',
      path,
      'name another file',
    );
  }
  throw failure('There is a file of that name already', 'backup-exists', path, 'name another file');
};

const parse = (text: string): Partial<Head & End> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

/** First line of a file; a head is much shorter than what is read of it. */
const readHead = (fd: number): string => {
  const bytes = Buffer.alloc(1024);
  const text = bytes.toString('utf8', 0, readSync(fd, bytes, 0, bytes.length, 0));
  return text.slice(0, text.indexOf('\n') + 1);
};

/**
 * Goes through a backup and sees that it is whole.
 * @returns the offsets between which its events and own files stand, and how many lines that are
 * @throws Failure `data`/`not-a-backup`, `backup-newer` or `backup-broken`
 */
export const checkBackup = (
  path: string,
): { readonly start: number; readonly end: number; readonly events: number } => {
  let size: number;
  try {
    const stat = lstatSync(path);
    if (!stat.isFile()) throw failure('This is no backup', 'not-a-backup', path, 'name the file of a backup');
    ({ size } = stat);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (codeOf(error) === 'ENOENT')
      throw failure('There is no such file', 'not-a-backup', path, 'name the file of a backup');
    throw notReadable(error, path);
  }
  const { format, v } = parse(withFile(path, readHead));
  if (format !== FORMAT)
    throw failure(
      'This is no backup',
      'not-a-backup',
      path,
      'name a file that study progress backup has written',
    );
  if (v !== VERSION)
    throw failure('A newer version of study has written this backup', 'backup-newer', path, 'update study');
  const hash = createHash('sha256');
  let last: Buffer | undefined;
  let start = 0;
  let end = 0;
  let events = -1;
  withFile(path, fd =>
    forEachLine(fd, 0, size, {
      tooLong: () => undefined,
      line: (buffer, from, to) => {
        if (start === 0) {
          start = to - from + 1;
          end = start;
          return;
        }
        // The last line is not part of what it proves, so that each line is taken in when the next one comes.
        if (last !== undefined) {
          hash.update(last);
          end += last.length;
        }
        events++;
        last = Buffer.from(buffer.subarray(from, to + 1));
      },
    }),
  );
  const proof = parse(String(last));
  if (proof.end !== FORMAT || proof.events !== events || proof.sha256 !== hash.digest('hex'))
    throw failure('This backup is not whole', 'backup-broken', path, 'use another backup');
  return { start, end, events };
};
