/** Exchanges progress with other devices by a git repository or a shared folder. Nothing else ever uses a network. */
import { join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { notSaved, reasonOf } from '../../disk/disk-error.ts';
import type { SyncState } from '../../store/device/sync-state.ts';
import { readSyncState, syncFolder, writeSyncState } from '../../store/device/sync-state.ts';
import type { Exchange, Exchanged } from '../../store/sync/exchange.ts';
import { exchange, forgetBase, rememberOwn } from '../../store/sync/exchange.ts';
import { lockSync } from '../../store/sync/lock.ts';
import { isMarked, mark, namesIn, readPlace, shownPlace } from '../../store/sync/place.ts';
import { GitError, Repository } from '../../store/sync/repository.ts';
import type { Runtime } from '../learner/runtime.ts';

export type { Exchanged, SyncState };
export { shownPlace };

/** What an exchange came to. `offline`: the place could not be reached, and everything waits here. */
export type SyncResult =
  | ({ readonly is: 'done' } & Exchanged)
  | { readonly is: 'offline'; readonly why: string };

/** What a sync needs from its surroundings. */
export interface SyncParts {
  readonly runtime: Pick<Runtime, 'paths' | 'clock'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Id of this device. */
  readonly self: string;
}

/** Other devices can be quicker so often before this one gives up until the next time. */
const MOST_ROUNDS = 10;

const partsOf = ({ runtime, self }: SyncParts, shared: string): Exchange => ({
  data: runtime.paths.data,
  journal: runtime.paths.journal,
  self,
  shared,
  base: join(syncFolder(runtime.paths.data), 'base'),
});

const copyOf = (data: string): string => join(syncFolder(data), 'repository');

/** Does something with git; without it, or where it cannot be set up, a Failure. */
const withGit = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw error.result.is === 'missing'
      ? new Failure('data', 'There is no git on this machine', {
          code: 'no-git',
          try: 'install git, or sync by a shared folder',
        })
      : new Failure('data', `git could not do it: ${sanitizeLine(error.message)}`, {
          code: 'git-failed',
          try: 'study sync again; if that does not help, set it up again with study sync init',
        });
  }
};

const guarded = async <T>(data: string, act: () => Promise<T>): Promise<T> => {
  const unlock = lockSync(syncFolder(data));
  try {
    return await act();
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error) || !('code' in error)) throw error;
    throw notSaved(reasonOf(error), data);
  } finally {
    unlock();
  }
};

/** What is found at a place before it is used. */
export interface SyncFindings {
  readonly kind: SyncState['kind'];
  readonly place: string;
  readonly branch: string;
  /** `known`: other devices sync here; `empty`: nothing is there; `foreign`: something else is. */
  readonly holds: 'known' | 'empty' | 'foreign';
}

/**
 * Looks at a place that was named, and changes nothing there.
 * @throws Failure `usage` where it is none, `data` where it cannot be reached
 */
export const lookAtPlace = async (word: string, { runtime, env }: SyncParts): Promise<SyncFindings> => {
  const { data } = runtime.paths;
  const read = readPlace(word);
  if (read.kind === 'unusable')
    throw new Failure('usage', `This is neither a git repository nor a folder: ${sanitizeLine(word)}`, {
      code: 'no-such-place',
      try: 'study sync init git@example.org:me/progress.git, or a folder that is there',
    });
  const { kind, place } = read;
  if (kind === 'folder') {
    const names = (namesIn(place) ?? []).filter(name => name !== '.DS_Store' && name !== 'desktop.ini');
    return {
      kind,
      place,
      branch: '',
      holds: isMarked(place) ? 'known' : names.length === 0 ? 'empty' : 'foreign',
    };
  }
  return withGit(async () => {
    const repository = new Repository(copyOf(data), env);
    await repository.open(place);
    const branch = await repository.remoteBranch();
    if (branch === '') return { kind, place, branch: 'main', holds: 'empty' as const };
    await repository.fetch();
    await repository.takeRemote(branch);
    return {
      kind,
      place,
      branch,
      holds: isMarked(repository.folder) ? ('known' as const) : ('foreign' as const),
    };
  });
};

/** Remembers a place. What was taken in from another one is forgotten: there, everything is new. */
export const usePlace = ({ paths }: Pick<Runtime, 'paths'>, { kind, place, branch }: SyncFindings): void => {
  const before = readSyncState(paths.data);
  if (before?.place !== place) forgetBase(join(syncFolder(paths.data), 'base'));
  writeSyncState(paths.data, { kind, place, branch, syncedAt: 0 });
};

/** Where somebody finds what was exchanged, for a merge by hand. */
export const sharedFolder = ({ paths }: Pick<Runtime, 'paths'>, { kind, place }: SyncState): string =>
  kind === 'git' ? copyOf(paths.data) : place;

/** Where this device syncs; `null`: nothing was set up. */
export const syncState = ({ paths }: Pick<Runtime, 'paths'>): SyncState | null => readSyncState(paths.data);

const syncFolderPlace = (parts: SyncParts, { place }: SyncState, isFirst: boolean): SyncResult => {
  if (namesIn(place) === null) return { is: 'offline', why: 'the folder is not there' };
  // An empty mount point is not the folder that was set up.
  if (!isFirst && !isMarked(place))
    return { is: 'offline', why: 'what is there is not the folder that was set up' };
  mark(place);
  const each = partsOf(parts, place);
  const done = exchange(each);
  rememberOwn(each);
  return { is: 'done', ...done };
};

const sumOf = (a: Exchanged, b: Exchanged): Exchanged => ({
  sent: Math.max(a.sent, b.sent),
  received: a.received + b.received,
  ownSent: Math.max(a.ownSent, b.ownSent),
  ownReceived: a.ownReceived + b.ownReceived,
  foreign: b.foreign,
});

const syncRepository = async (parts: SyncParts, { place, branch }: SyncState): Promise<SyncResult> => {
  const { runtime, env, self } = parts;
  const repository = new Repository(copyOf(runtime.paths.data), env);
  const each = partsOf(parts, repository.folder);
  const message = `Progress of ${self}`;
  await repository.open(place);
  const hasLast = await repository.resetToLast();
  let done: Exchanged = { sent: 0, received: 0, ownSent: 0, ownReceived: 0, foreign: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    try {
      await repository.fetch();
    } catch (error) {
      if (error instanceof GitError && error.result.is !== 'missing')
        return { is: 'offline', why: sanitizeLine(error.message) };
      throw error;
    }
    // A kill between the push and here: what was sent has been taken in.
    if (round === 0 && hasLast && (await repository.hasArrived(branch, message))) rememberOwn(each);
    await repository.takeRemote(branch);
    mark(repository.folder);
    done = sumOf(done, exchange(each));
    const isNew = await repository.commit(message);
    if (!isNew || (await repository.push(branch)) === 'done') {
      rememberOwn(each);
      return { is: 'done', ...done };
    }
  }
  return { is: 'offline', why: 'other devices are syncing all the time' };
};

/**
 * Exchanges everything with the place that was set up.
 * @param isFirst a folder may be without its mark
 * @throws Failure `usage` where none was, `data` where something cannot be written, or git refuses
 */
export const sync = async (parts: SyncParts, isFirst = false): Promise<SyncResult> => {
  const { data } = parts.runtime.paths;
  const state = readSyncState(data);
  if (state === null)
    throw new Failure('usage', 'No place to sync with was set up', {
      code: 'sync-not-set-up',
      try: 'study sync init with a git repository of your own (private), or a folder that your devices share',
    });
  return guarded(data, async () => {
    const result =
      state.kind === 'folder'
        ? syncFolderPlace(parts, state, isFirst)
        : await withGit(() => syncRepository(parts, state));
    if (result.is === 'done') writeSyncState(data, { ...state, syncedAt: parts.runtime.clock.now() });
    return result;
  });
};
