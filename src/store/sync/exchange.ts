/**
 * Exchanges a learner's journal and own files with a folder that other devices exchange theirs with: a copy of a
 * repository, or a shared folder. Every step can be repeated, so that whatever a kill leaves half done is done by the
 * next exchange.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { mergeLines } from '../../core/base/merge-lines.ts';
import { writeAtomically } from '../../disk/atomic-file.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { readRegular } from '../../disk/regular-file.ts';
import { prepareMerge } from '../archive/merge.ts';
import type { JournalFile } from '../journal/journal-files.ts';
import { listJournalFiles } from '../journal/journal-files.ts';
import { copyName, isOwnFilePath, listOwnFiles, OWN, readOwnFile } from '../own/own-files.ts';

/** Who exchanges what. */
export interface Exchange {
  /** The learner's data folder, and the journal in it. */
  readonly data: string;
  readonly journal: string;
  /** Id of this device. */
  readonly self: string;
  /** The folder of all devices. */
  readonly shared: string;
  /** Folder with the own files of the shared folder as they were when they were taken in last. */
  readonly base: string;
}

/** What an exchange did. */
export interface Exchanged {
  /** Records that went out, and that came in. */
  readonly sent: number;
  readonly received: number;
  /** Own files that changed there, and here. */
  readonly ownSent: number;
  readonly ownReceived: number;
  /** Lines under the name of this device there that it does not have: only a merge takes them, after a yes. */
  readonly foreign: number;
}

const NEWLINE = 10;

/** All whole lines of a file, whatever is being added to it; empty where it cannot be read. */
const wholeLines = (path: string): Buffer => {
  try {
    const bytes = readRegular(path, 'refuse-link');
    return bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);
  } catch {
    return Buffer.alloc(0);
  }
};

const linesOf = (bytes: Buffer): readonly string[] =>
  bytes
    .toString('latin1')
    .split('\n')
    .filter(line => line.trim() !== '');

const startsWith = (bytes: Buffer, start: Buffer): boolean =>
  bytes.length >= start.length && bytes.subarray(0, start.length).equals(start);

const nameOf = ({ path }: JournalFile): string => path.split(/[/\\]/).at(-1) ?? '';

/** Puts this device's records there. What stands there under its name and is not here stays. */
const sendRecords = ({
  journal,
  self,
  shared,
}: Exchange): { readonly sent: number; readonly foreign: number } => {
  let sent = 0;
  let foreign = 0;
  const mine = listJournalFiles(journal).filter(({ device }) => device === self);
  const known = new Set(mine.flatMap(({ path }) => linesOf(wholeLines(path))));
  const folder = join(shared, 'journal');
  for (const file of mine) {
    const target = join(folder, nameOf(file));
    const here = wholeLines(file.path);
    const there = wholeLines(target);
    if (startsWith(there, here)) continue;
    const lines = new Set(linesOf(there));
    const whole = startsWith(here, there)
      ? here
      : Buffer.concat([
          there,
          Buffer.from(
            linesOf(here)
              .filter(line => !lines.has(line))
              .map(line => `\n${line}\n`)
              .join(''),
            'latin1',
          ),
        ]);
    sent += linesOf(whole.subarray(there.length)).length;
    writeAtomically(target, [whole]);
  }
  for (const { path, device } of listJournalFiles(folder))
    if (device === self) foreign += linesOf(wholeLines(path)).filter(line => !known.has(line)).length;
  return { sent, foreign };
};

/** Adds bytes to the end of a file of another device, and waits until the disk has them. */
const append = (path: string, bytes: Buffer): void => {
  makeFolder(dirname(path));
  const fd = openSync(path, 'a', PRIVATE_FILE);
  try {
    appendFileSync(fd, bytes);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

/** Takes what a file holds of other devices; nothing where it holds records under this device's name, or none at all. */
const mergeOthers = (journal: string, path: string, self: string): number => {
  try {
    const prepared = prepareMerge(journal, path, self);
    try {
      if (prepared.own.records > 0) return 0;
      return prepared.commit().added.reduce((sum, { events }) => sum + events, 0);
    } finally {
      prepared.discard();
    }
  } catch (error) {
    if (error instanceof Failure && error.details.code === 'not-a-backup') return 0;
    throw error;
  }
};

/** Takes the records of other devices: files only grow, so that what is new is added to the end. */
const receiveRecords = ({ journal, self, shared }: Exchange): number => {
  let received = 0;
  for (const file of listJournalFiles(join(shared, 'journal'))) {
    if (file.device === self || file.device === '') continue;
    const there = wholeLines(file.path);
    const target = join(journal, nameOf(file));
    let here: Buffer;
    try {
      here = existsSync(target) ? readRegular(target, 'refuse-link') : Buffer.alloc(0);
    } catch {
      continue;
    }
    if (startsWith(here, there)) continue;
    if (startsWith(there, here)) {
      append(target, there.subarray(here.length));
      received += linesOf(there.subarray(here.length)).length;
      continue;
    }
    // The same name with other contents: what is not known yet goes into a file of its own.
    received += mergeOthers(journal, file.path, self);
  }
  return received;
};

const isCards = (path: string): boolean => path.split('/')[1] === 'content' && path.endsWith('.md');

const equal = (a: Buffer | null, b: Buffer | null): boolean =>
  a === b || (a !== null && b !== null && a.equals(b));

/** Where both sides changed a file: what takes its place, and what is kept beside it. */
const settle = (
  path: string,
  base: Buffer | null,
  there: Buffer,
  here: Buffer,
): { readonly whole: Buffer; readonly copy: Buffer | null } => {
  if (isCards(path)) {
    const merged = mergeLines(base?.toString('utf8') ?? '', there.toString('utf8'), here.toString('utf8'));
    if (merged !== null) return { whole: Buffer.from(merged), copy: null };
  }
  return { whole: there, copy: here };
};

/** Puts a file in place, or takes it away. */
const put = (folder: string, path: string, bytes: Buffer | null): void => {
  const place = join(folder, path);
  if (bytes === null) rmSync(place, { force: true });
  else writeAtomically(place, [bytes]);
};

/** Whether no folder on the way to a file is a link: what lies behind one is somewhere else. */
const isPlain = (folder: string, path: string): boolean => {
  const parts = path.split('/').slice(0, -1);
  return parts.every((_, i) => {
    const stat = lstatSync(join(folder, ...parts.slice(0, i + 1)), { throwIfNoEntry: false });
    return stat === undefined || stat.isDirectory();
  });
};

/** Refuses a shared folder whose parts lead elsewhere. @throws Failure `data` */
const requirePlain = (shared: string): void => {
  for (const name of ['journal', OWN]) {
    if (isPlain(shared, `${name}/x`)) continue;
    throw new Failure('data', `${name}/ in the shared folder is a link or a file, so nothing was exchanged`, {
      code: 'shared-folder-odd',
      place: sanitizeLine(join(shared, name)),
      try: 'make it a folder there',
    });
  }
};

/** Exchanges the own files by what both sides have, and what was taken in last. */
const exchangeOwn = ({
  data,
  shared,
  base,
}: Exchange): { readonly sent: number; readonly received: number } => {
  const [here, there] = [join(data, OWN), join(shared, OWN)];
  const paths = new Set([here, there, base].flatMap(listOwnFiles).map(({ path }) => path));
  let sent = 0;
  let received = 0;
  // Where all of it is gone on one side, it was lost and not removed: the other side has it.
  const isLost = !existsSync(here) || !existsSync(there);
  for (const path of paths) {
    if (!isOwnFilePath(path) || ![here, there].every(folder => isPlain(folder, path))) continue;
    const [ours, theirs, known] = [here, there, base].map(folder => readOwnFile(join(folder, path))) as [
      Buffer | null,
      Buffer | null,
      Buffer | null,
    ];
    const before = isLost ? null : known;
    let whole = ours;
    if (!equal(ours, theirs)) {
      const isOurs = equal(theirs, before) || (theirs === null && !equal(ours, before));
      const isTheirs = !isOurs && (equal(ours, before) || ours === null);
      if (isTheirs) whole = theirs;
      else if (!isOurs && ours !== null && theirs !== null) {
        const settled = settle(path, before, theirs, ours);
        ({ whole } = settled);
        if (settled.copy !== null) {
          const copy = copyName(path, settled.copy);
          put(here, copy, settled.copy);
          put(there, copy, settled.copy);
        }
      }
    }
    if (!equal(whole, ours)) {
      put(here, path, whole);
      received++;
    }
    // What was there has been taken in: from here on only what changes after it counts.
    if (!equal(known, theirs)) put(base, path, theirs);
    if (!equal(whole, theirs)) {
      put(there, path, whole);
      sent++;
    }
  }
  return { sent, received };
};

/**
 * Exchanges everything; this device's records go out first.
 * @throws the error of the file system, Failure `data`
 */
export const exchange = (parts: Exchange): Exchanged => {
  requirePlain(parts.shared);
  mkdirSync(join(parts.shared, 'journal'), { recursive: true });
  const { sent, foreign } = sendRecords(parts);
  const received = receiveRecords(parts);
  const own = exchangeOwn(parts);
  return { sent, received, foreign, ownSent: own.sent, ownReceived: own.received };
};

/** Remembers the own files as they are there, for the next exchange. To be called once all devices can see them. */
export const rememberOwn = ({ shared, base }: Pick<Exchange, 'shared' | 'base'>): void => {
  const there = join(shared, OWN);
  const files = new Map(listOwnFiles(there).map(file => [file.path, file.place]));
  for (const { path } of listOwnFiles(base)) if (!files.has(path)) put(base, path, null);
  for (const [path, place] of files) {
    const bytes = readOwnFile(place);
    if (bytes !== null && !equal(readOwnFile(join(base, path)), bytes)) put(base, path, bytes);
  }
};

/** Forgets what was taken in last. */
export const forgetBase = (base: string): void => rmSync(base, { recursive: true, force: true });
