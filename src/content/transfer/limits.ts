import { Failure } from '../../core/base/failure.ts';

/** What is taken at most from a file of another program; whoever needs more imports in parts. */
export const LIMITS = {
  /** Entries of an archive. Collections with a picture for every note have some ten thousand. */
  entries: 200_000,
  /** Bytes of a database after decompression. */
  database: 512 * 2 ** 20,
  /** Bytes of any other entry after decompression: lists of media files. */
  entry: 64 * 2 ** 20,
  /**
   * How many times larger than compressed data may become once it is larger than 16 MiB. Databases of text reach 10,
   * nearly empty ones 60; what is made to fill a disk has a thousand.
   */
  ratio: 200,
  notes: 200_000,
  cards: 600_000,
  reviews: 3_000_000,
  /** Characters of a field of a note. A card of ours has 10,000 at most. */
  field: 200_000,
} as const;

/** From this size on {@link LIMITS.ratio} holds. */
const SMALL = 16 * 2 ** 20;

/** Whether so many bytes are more than compressed data of a size can honestly hold. */
export const isBomb = (compressed: number, size: number): boolean =>
  size > SMALL && size > compressed * LIMITS.ratio;

/** The failure of a file that is more than can be taken. */
export const tooLarge = (what: string, most: string, place: string): Failure =>
  new Failure('data', `${what} is larger than can be imported: at most ${most}`, {
    code: 'import-too-large',
    place,
    try: 'export a part of it, such as one deck, and import that',
  });

/** The failure of a file that is not what its name says, or is damaged. */
export const damaged = (message: string, place: string): Failure =>
  new Failure('data', message, {
    code: 'import-damaged',
    place,
    try: 'export it again in the other program, or copy it again: files are cut off when a download breaks',
  });

/** A number of bytes for people: `512 MiB`. */
export const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
