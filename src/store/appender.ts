/** Puts records at the end of this device's journal file. */
import { closeSync, fdatasyncSync, fstatSync, fsyncSync, lstatSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../core/failure.ts';
import { notSaved, reasonOf } from './disk-error.ts';
import type { FileStat } from './journal-reader.ts';
import { makeFolder } from './make-folder.ts';

/** A file that is open for appending; another may since have taken its place. */
interface OpenFile {
  readonly fd: number;
  readonly inode: number;
}

/** Makes the entry of a new file as durable as its content. Windows cannot, and need not. */
const syncFolder = (folder: string): void => {
  let fd: number | undefined;
  try {
    fd = openSync(folder, 'r');
    fsyncSync(fd);
  } catch {
    // The record itself was synchronised; what is missing is only this extra.
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
};

export class Appender {
  readonly path: string;
  readonly #folder: string;
  #open: OpenFile | null = null;
  /** What a record begins with. */
  #before = '\n';

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.path = join(folder, name);
  }

  /**
   * Opens the file, and makes it where there is none; gives the file as it is.
   * @throws Failure `data`/`not-saved`
   */
  open(): FileStat {
    try {
      // A synchroniser may have put another file in its place: what was written to the old one would be lost.
      const there = lstatSync(this.path, { throwIfNoEntry: false });
      if (this.#open !== null && this.#open.inode === there?.ino)
        return { size: there.size, inode: there.ino };
      this.close();
      makeFolder(this.#folder);
      if (there !== undefined && !there.isFile()) throw notSaved('it is no ordinary file', this.path);
      const fd = openSync(this.path, 'a');
      const { ino: inode, size } = fstatSync(fd);
      this.#open = { fd, inode };
      if (there === undefined) syncFolder(this.#folder);
      return { size, inode };
    } catch (error) {
      throw error instanceof Failure ? error : notSaved(reasonOf(error), this.path);
    }
  }

  /**
   * Writes one line with one write and waits until the disk has it. The line begins with a newline of its own,
   * so that the torn end of a write that was killed cannot swallow it.
   * @returns the bytes that were written, and the file after that
   * @throws Failure `data`/`not-saved` where it is not wholly on the disk
   */
  append(line: string): { readonly bytes: Buffer; readonly stat: FileStat } {
    if (this.#open === null) this.open();
    const { fd, inode } = this.#open as OpenFile;
    const record = Buffer.from(`${this.#before}${line}\n`);
    let written = 0;
    try {
      written = writeSync(fd, record, 0, record.length);
      if (written === record.length) fdatasyncSync(fd);
    } catch (error) {
      throw notSaved(reasonOf(error), this.path);
    }
    // What was reported as not saved must not turn into a record when the next newline completes it.
    this.#before = written === 0 || written === record.length ? '\n' : '!\n';
    if (written !== record.length) throw notSaved('the disk is full', this.path);
    return { bytes: record, stat: { size: fstatSync(fd).size, inode } };
  }

  close(): void {
    if (this.#open !== null) closeSync(this.#open.fd);
    this.#open = null;
  }
}
