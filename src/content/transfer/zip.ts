/**
 * ZIP archives: read entry by entry, and written. A name in an archive is only ever compared, never used as a path,
 * and nothing is written to the disk.
 */
import { crc32 } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { Failure } from '../../core/base/failure.ts';
import { cutText, quoted, sanitizeLine } from '../../core/base/sanitize.ts';
import { damaged, isBomb, LIMITS, mebibytes, tooLarge } from './limits.ts';

/** An archive whose list of entries has been read and found sound. */
export interface Archive {
  /** Names of the entries, in the order of the archive. */
  readonly names: readonly string[];
  /**
   * The contents of an entry; `null` where there is none of the name.
   * @param most bytes it may have
   * @throws Failure where it has more, is damaged or encrypted, or grows out of proportion
   */
  readonly read: (name: string, most: number) => Promise<Uint8Array | null>;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const listEntries = async (zip: ZipFile, place: string): Promise<ReadonlyMap<string, Entry>> => {
  if (zip.entryCount > LIMITS.entries)
    throw tooLarge('The archive', `${LIMITS.entries.toLocaleString('en-US')} entries`, place);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName))
      throw damaged(`The archive has two entries named ${quoted(entry.fileName)}`, place);
    entries.set(entry.fileName, entry);
  }
  return entries;
};

const readEntry = async (zip: ZipFile, entry: Entry, most: number, place: string): Promise<Uint8Array> => {
  const { compressedSize, uncompressedSize } = entry;
  const what = `${quoted(entry.fileName)} in the archive`;
  const refuse = (): Failure => tooLarge(what, mebibytes(most), place);
  if (uncompressedSize > most) throw refuse();
  if (isBomb(compressedSize, uncompressedSize))
    throw damaged(`${what} grows to more than ${LIMITS.ratio} times its size, so it is not read`, place);
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // What an entry says of its size is not trusted: yauzl stops at it, and this at the bound.
  for await (const chunk of stream) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > most) throw refuse();
    chunks.push(bytes);
  }
  const whole = Buffer.concat(chunks, size);
  if (crc32(whole) !== entry.crc32) throw damaged(`${what} is damaged: its checksum is another`, place);
  return whole;
};

/**
 * Opens an archive that lies in memory.
 * @param place how the file is called in messages
 * @throws Failure where it is no archive, is cut off, has too many entries, or a name that leads out of a folder
 */
export const openZip = async (bytes: Uint8Array, place: string): Promise<Archive> => {
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw damaged(`The archive cannot be read: ${sanitizeLine(cutText(reasonOf(error), 200))}`, place);
    }
  };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await guard(() => fromBufferPromise(buffer, { strictFileNames: true }));
  const entries = await guard(() => listEntries(zip, place));
  return {
    names: [...entries.keys()],
    read: async (name, most) => {
      const entry = entries.get(name);
      return entry === undefined ? null : guard(() => readEntry(zip, entry, most, place));
    },
  };
};

/** What fflate writes when it is not told a time would depend on the hour and the zone. */
const NO_TIME = new Date(1980, 0, 1);

/** An archive of files, in their order; the same files give the same bytes. */
export const writeZip = (files: readonly (readonly [name: string, contents: Uint8Array])[]): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 6, mtime: NO_TIME });
