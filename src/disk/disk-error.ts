import { Failure } from '../core/base/failure.ts';
import { sanitizeLine } from '../core/base/sanitize.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file may not grow any further',
  EROFS: 'the file system is read-only',
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a file stands where a folder should be',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  EIO: 'the disk reported an error',
  EMFILE: 'too many files are open',
  ELOOP: 'it is a symbolic link',
  // Codes of ours, see disk/regular-file.ts.
  ENOTREGULAR: 'it is no ordinary file',
  ENXIO: 'it is no ordinary file',
  ETOOLARGE: 'it is too large',
  ESHRUNK: 'it changed while it was read',
};

/** Error code of the operating system, `''` for any other error. */
export const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
};

/** Why the disk refused, in words that end a sentence. */
export const reasonOf = (error: unknown): string => {
  const code = codeOf(error);
  return REASONS[code] ?? (code === '' ? 'an unexpected error' : `error ${code}`);
};

/** What a session and `append` say when a record cannot be put on the disk. */
export const notSaved = (why: string, place: string): Failure =>
  new Failure('data', `Not saved: ${why}`, {
    code: 'not-saved',
    place: sanitizeLine(place),
    try: 'make room or give permission there, or choose another folder with --home',
  });

/** A file or folder of the learner's that is there but cannot be read. */
export const notReadable = (error: unknown, place: string): Failure =>
  new Failure('data', `Your progress cannot be read: ${reasonOf(error)}`, {
    code: 'progress-unreadable',
    place: sanitizeLine(place),
    try: 'give permission to read it, or choose another folder with --home',
  });
