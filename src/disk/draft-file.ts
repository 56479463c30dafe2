import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { PRIVATE_FILE } from '../disk/modes.ts';
import { placeNew } from './atomic-file.ts';
import { randomName } from './random-name.ts';

const CHUNK = 1 << 16;

/** A file that is written bit by bit and takes its name only when it is whole. */
export class DraftFile {
  readonly #path: string;
  readonly #fd: number;
  #pending: Buffer[] = [];
  #length = 0;
  #open = true;

  /**
   * @param folder where it is to lie; made where it is missing
   * @param mode its rights; by default only the learner can read it
   * @throws the error of the file system, here and below
   */
  constructor(folder: string, mode: number = PRIVATE_FILE) {
    makeFolder(folder);
    this.#path = join(folder, `.${randomName(8)}.tmp`);
    this.#fd = openSync(this.#path, 'wx', mode);
  }

  write(bytes: Buffer | string): void {
    const copy = Buffer.from(bytes as string);
    this.#pending.push(copy);
    this.#length += copy.length;
    if (this.#length >= CHUNK) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#length = 0;
    // A full disk shortens a write without an error; the next one says so.
    for (let at = 0; at < bytes.length;) at += writeSync(this.#fd, bytes, at);
  }

  /** Waits until the disk has everything. */
  finish(): void {
    this.#flush();
    fsyncSync(this.#fd);
    closeSync(this.#fd);
    this.#open = false;
  }

  /** Gives the finished file its name; `false`: there is one of that name. */
  placeAs(path: string): boolean {
    return placeNew(this.#path, path);
  }

  /** Removes what has not got a name, and the draft of what has. */
  discard(): void {
    if (this.#open) closeSync(this.#fd);
    this.#open = false;
    rmSync(this.#path, { force: true });
  }
}
