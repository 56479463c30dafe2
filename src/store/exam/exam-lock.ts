/**
 * Keeps two terminals from sitting the same exam. A lock is a file that names the process that holds it; it holds
 * for as long as that very process runs, so that neither a kill nor a reboot leaves one behind.
 */
import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { readSmallText } from '../../disk/regular-file.ts';
import { placeNew } from '../../disk/atomic-file.ts';
import { codeOf, notSaved, reasonOf } from '../../disk/disk-error.ts';
import { machineFingerprint } from '../device/machine.ts';
import { JUST_RUNNING, processIdentity, terminalName } from './process-identity.ts';
import { randomName } from '../../disk/random-name.ts';

/** Where a sitting is being sat. */
export interface LockHolder {
  readonly pid: number;
  /** `''`: none is known. */
  readonly terminal: string;
  readonly host: string;
  /** ms UTC. */
  readonly since: number;
}

/** Keeps other terminals from a sitting until it is released. */
export interface SittingLock {
  /** Says that the holder is still there: for a home that several machines share. */
  renew(): void;
  release(): void;
}

/** The lock, or who holds it. */
export type LockOutcome =
  | { readonly is: 'locked'; readonly lock: SittingLock }
  | { readonly is: 'held'; readonly holder: LockHolder };

interface LockFile extends LockHolder {
  readonly machine: string;
  readonly identity: string;
}

/**
 * Whether a process of another machine runs cannot be seen. Its lock, which every act renews, holds for so long
 * (ms) after the last one.
 */
const FOREIGN_HOLDS = 10 * 60_000;

/** The same where another process may have got the number of the one that has died. */
const UNSURE_HOLDS = 60 * 60_000;

const FOLDER = 'exam-locks';
const ATTEMPTS = 20;

const parse = (text: string): LockFile | null => {
  try {
    const value = JSON.parse(text) as Partial<LockFile> | null;
    const { pid, terminal, host, since, machine, identity } = value ?? {};
    if (typeof pid !== 'number' || typeof since !== 'number') return null;
    if (typeof terminal !== 'string' || typeof host !== 'string') return null;
    if (typeof machine !== 'string' || typeof identity !== 'string') return null;
    return { pid, since, terminal: sanitizeLine(terminal), host: sanitizeLine(host), machine, identity };
  } catch {
    return null;
  }
};

/** What stands in the place of a lock and is none. */
const ODD: ReadonlySet<string> = new Set(['ELOOP', 'ENXIO', 'ENOTREGULAR', 'ETOOLARGE']);

const textOf = (path: string): string | null => {
  try {
    return readSmallText(path, 'refuse-link');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    // No lock of ours: it is taken out of the way like one that nobody holds.
    if (ODD.has(codeOf(error))) return '';
    throw error;
  }
};

const age = (path: string, now: number): number => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? Infinity : Math.abs(now - stat.mtimeMs);
};

/** Dates a file by our own clock, for ages are taken by it. */
const touch = (path: string, at: number): void => utimesSync(path, at / 1000, at / 1000);

interface LockOptions {
  /** Folder of the learner's data. */
  readonly data: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly machine?: string;
}

/** Takes a lock that nobody holds any more out of the way, unless another terminal was quicker. */
const clear = (path: string, stale: string): void => {
  const aside = `${path}.${randomName(8)}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (textOf(aside) !== stale) placeNew(aside, path);
  rmSync(aside, { force: true });
};

/**
 * Locks a sitting for this process.
 * @param sitting id of an event
 * @throws Failure `data`/`not-saved` where the folder cannot be written to
 */
export const lockSitting = (
  { data, now, machine = machineFingerprint() }: LockOptions,
  sitting: string,
): LockOutcome => {
  const folder = join(data, FOLDER);
  const path = join(folder, `${sitting}.json`);
  const draft = join(folder, `.${randomName(8)}.tmp`);
  const mine: LockFile = {
    pid: process.pid,
    terminal: terminalName(),
    host: hostname(),
    since: now(),
    machine,
    identity: processIdentity(process.pid) ?? '',
  };
  const text = `${JSON.stringify(mine)}\n`;
  const isHeld = (holder: LockFile): boolean => {
    if (holder.machine !== machine) return age(path, now()) < FOREIGN_HOLDS;
    // The same process takes its own lock over: it lost hold of it in a failure.
    if (holder.pid === process.pid && holder.identity === mine.identity) return false;
    const identity = processIdentity(holder.pid);
    if (identity !== JUST_RUNNING) return identity === holder.identity;
    // Older than this run of the machine, or not heard of for long: another process has the number now.
    return age(path, now()) < Math.min(UNSURE_HOLDS, uptime() * 1000);
  };
  const lock: SittingLock = {
    renew: () => {
      try {
        touch(path, now());
      } catch {
        // The lock only helps; the journal keeps the answers.
      }
    },
    release: () => {
      try {
        if (textOf(path) === text) rmSync(path, { force: true });
      } catch {
        // It does not outlive this process in any case.
      }
    },
  };
  try {
    makeFolder(folder);
    writeFileSync(draft, text, { flag: 'wx', mode: PRIVATE_FILE });
    touch(draft, now());
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (placeNew(draft, path)) return { is: 'locked', lock };
      const there = textOf(path);
      if (there === null) continue;
      const holder = parse(there);
      if (holder !== null && isHeld(holder)) return { is: 'held', holder };
      clear(path, there);
    }
    throw notSaved('other terminals are taking it at the same moment', path);
  } catch (error) {
    throw error instanceof Failure ? error : notSaved(reasonOf(error), path);
  } finally {
    rmSync(draft, { force: true });
  }
};
