/** A file of another program before anybody knows what it is. */
import { Failure } from '../../core/base/failure.ts';

/** One file: of a folder, or alone. */
export interface SourceFile {
  /** From the folder that was named, with `/`; of a file alone its name. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Bytes of the largest text that is read. */
const LARGEST_TEXT = 64 << 20;

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/**
 * The text of a file with line ends of Unix: UTF-8, or UTF-16 as spreadsheets write it, told by its first bytes.
 * @returns `null`: it is no text
 */
export const textOf = ({ bytes }: Pick<SourceFile, 'bytes'>): string | null => {
  const encoding = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
};

/** The text of a file that must be one. @throws Failure `data` */
export const requireText = (file: SourceFile): string => {
  if (file.bytes.length > LARGEST_TEXT)
    throw new Failure('data', 'The file is larger than 64 MiB', {
      code: 'file-too-large',
      place: file.path,
      try: 'divide it, and import one part after another',
    });
  const text = textOf(file);
  if (text !== null) return text;
  throw new Failure('data', 'The file is no text in UTF-8 or UTF-16', {
    code: 'not-text',
    place: file.path,
    try: 'save it as UTF-8 in the program that it comes from',
  });
};

/** Name of a path without folders and ending. */
export const stemOf = (path: string): string => {
  const name = path.split('/').at(-1) ?? '';
  return name.replace(/\.[^.]{1,12}$/, '') || name;
};

/** Most cards and questions of one import. */
export const MOST_TAKEN = 200_000;

/** @throws Failure `data` where there is more than one import takes */
export const requireCount = (count: number, path: string): void => {
  if (count > MOST_TAKEN)
    throw new Failure('data', `The file has more than ${MOST_TAKEN.toLocaleString('en-US')} cards`, {
      code: 'too-many-cards',
      place: path,
      try: 'divide it: one import takes so many at most, and a course is read whole at every change',
    });
};
