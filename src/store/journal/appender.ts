/** Puts records at the end of this device's journal file. */
import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { openRegular } from '../../disk/regular-file.ts';
import { notSaved, reasonOf } from '../../disk/disk-error.ts';
import { kindOf } from './journal-files.ts';
import type { FileStat } from './reading.ts';

/** For appending, and for looking at what stands at the end. */
const APPEND = constants.O_APPEND | constants.O_CREAT | constants.O_RDWR;

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

/** The two steps of saving that a disk can refuse. */
export interface DiskCalls {
  /** As `writeSync` of node:fs: may write less than all. */
  write(fd: number, bytes: Buffer, offset: number, length: number): number;
  sync(fd: number): void;
}

const DISK: DiskCalls = { write: writeSync, sync: fdatasyncSync };

/** So many bytes from the end is a record looked for that was not saved: other terminals may have written since. */
const NEAR_END = 4 << 20;

const [NEWLINE, VOID] = [10, Buffer.from('!')];

/** Appends lines to this device's own file, each on the disk when it returns. */
export class Appender {
  readonly path: string;
  readonly #folder: string;
  readonly #disk: DiskCalls;
  #open: OpenFile | null = null;

  /** @param disk what is asked to save; for tests */
  constructor(folder: string, name: string, disk = DISK) {
    this.#folder = folder;
    this.#disk = disk;
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
      if (there !== undefined && !there.isFile())
        throw notSaved(`it is ${kindOf(there)}, not an ordinary file`, this.path);
      const {
        fd,
        stat: { ino: inode, size },
      } = openRegular(this.path, 'refuse-link', APPEND, PRIVATE_FILE);
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
    // An end without a newline is a record that nobody was told is saved: a newline alone would complete it.
    const record = Buffer.from(`${this.#isTorn(fd) ? '!' : ''}\n${line}\n`);
    let written = 0;
    try {
      written = this.#disk.write(fd, record, 0, record.length);
      if (written === record.length) this.#disk.sync(fd);
    } catch (error) {
      if (written > 0) this.#void(record);
      throw notSaved(reasonOf(error), this.path);
    }
    if (written !== record.length) {
      if (written > 0) this.#void(record.subarray(0, written));
      throw notSaved('the disk is full', this.path);
    }
    return { bytes: record, stat: { size: fstatSync(fd).size, inode } };
  }

  /** `true` where the file ends within a line. */
  #isTorn(fd: number): boolean {
    try {
      const { size } = fstatSync(fd);
      const last = Buffer.alloc(1);
      return size > 0 && readSync(fd, last, 0, 1, size - 1) === 1 && last[0] !== NEWLINE;
    } catch {
      return false;
    }
  }

  /**
   * Makes a record that was written but not saved unreadable: its first byte becomes `!`, in place, so that what was
   * said not to be saved is never counted later. Where the disk refuses this too, nothing more can be done.
   */
  #void(written: Buffer): void {
    const start = written.indexOf('{');
    if (start === -1) return;
    const line = written.subarray(start);
    let fd: number | undefined;
    try {
      const opened = openRegular(this.path, 'refuse-link', constants.O_RDWR);
      ({ fd } = opened);
      const { size, ino } = opened.stat;
      if (ino !== this.#open?.inode) return;
      const from = Math.max(0, size - NEAR_END);
      const end = Buffer.alloc(size - from);
      const count = readSync(fd, end, 0, end.length, from);
      const at = end.subarray(0, count).lastIndexOf(line);
      if (at !== -1) writeSync(fd, VOID, 0, 1, from + at);
    } catch {
      // The disk is as broken as it was a moment ago.
    } finally {
      if (fd !== undefined) closeSync(fd);
    }
  }

  close(): void {
    if (this.#open !== null) closeSync(this.#open.fd);
    this.#open = null;
  }
}
