/** Devices that exchange their progress over one repository or folder. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SyncParts, SyncResult } from '../../src/app/sync/sync.ts';
import { lookAtPlace, sync, usePlace } from '../../src/app/sync/sync.ts';
import { openJournal } from '../../src/store/journal/journal.ts';
import { listOwnFiles } from '../../src/store/own/own-files.ts';
import { NOW, plainProgress } from './histories.ts';
import type { TestHome } from './homes.ts';
import { makeHome, reviewed } from './homes.ts';
import { makeTempDir } from './run-study.ts';

const TODAY = NOW / 86_400_000 - 0.5;

/** One device of a world. */
interface SyncDevice {
  readonly home: TestHome;
  readonly id: string;
  /** Records an answer. */
  answer(item: string): void;
  /** Writes, or with `null` removes, a file below `own/`. */
  write(path: string, text: string | null): void;
  /** Texts of the own files by path. */
  own(): Readonly<Record<string, string>>;
  /** What the journal comes to, in a form that can be compared. */
  state(): unknown;
  sync(env?: Readonly<Record<string, string>>): Promise<SyncResult>;
}

export interface SyncWorld {
  readonly folder: string;
  /** The bare repository, or the shared folder. */
  readonly place: string;
  device(): Promise<SyncDevice>;
  remove(): void;
}

/** @param kind a bare repository, or an empty folder */
export const makeSyncWorld = (kind: 'git' | 'folder'): SyncWorld => {
  const folder = makeTempDir('study-sync');
  const place = join(folder, 'shared');
  if (kind === 'git') execFileSync('git', ['init', '--quiet', '--bare', place]);
  else mkdirSync(place);
  const homes: TestHome[] = [];
  return {
    folder,
    place,
    device: async () => {
      const home = makeHome();
      homes.push(home);
      const opened = openJournal(home.journal(NOW, { machine: home.root }));
      opened.append('cloud', reviewed('start', TODAY));
      const id = opened.device;
      opened.close();
      const parts = (extra: Readonly<Record<string, string>> = {}): SyncParts => ({
        runtime: { paths: home.paths, clock: { now: () => NOW, offset: () => 0 } },
        env: { PATH: process.env['PATH'], HOME: home.root, ...extra },
        self: id,
      });
      usePlace({ paths: home.paths }, await lookAtPlace(place, parts()));
      const withJournal = <T>(use: (journal: ReturnType<typeof openJournal>) => T): T => {
        const journal = openJournal(home.journal(NOW, { machine: home.root }));
        try {
          return use(journal);
        } finally {
          journal.close();
        }
      };
      const own = join(home.paths.data, 'own');
      return {
        home,
        id,
        answer: item => void withJournal(journal => journal.append('cloud', reviewed(item, TODAY))),
        write: (path, text) => {
          const file = join(own, path);
          mkdirSync(dirname(file), { recursive: true });
          if (text === null) rmSync(file, { force: true });
          else writeFileSync(file, text);
        },
        own: () =>
          Object.fromEntries(
            listOwnFiles(own).map(({ path, place: file }) => [path, readFileSync(file, 'utf8')]),
          ),
        state: () => withJournal(journal => plainProgress(journal.progress('cloud'))),
        sync: extra => sync(parts(extra), true),
      };
    },
    remove: () => {
      for (const home of homes) home.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/**
 * A folder for PATH with a git that is killed shortly after its start, so many calls after `arm` said so.
 * @returns the environment that uses it
 */
export const killedGit = (
  folder: string,
): { readonly env: Readonly<Record<string, string>>; arm(calls: number, seconds: number): void } => {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const bin = join(folder, 'bin');
  const count = join(folder, 'calls-left');
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, 'git'),
    `#!/bin/sh
if [ -f '${count}' ]; then
  read left seconds < '${count}'
  if [ "$left" -le 0 ]; then
    rm -f '${count}'
    '${real}' "$@" & pid=$!
    sleep "$seconds"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    exit 1
  fi
  echo "$((left - 1)) $seconds" > '${count}'
fi
exec '${real}' "$@"
`,
  );
  chmodSync(join(bin, 'git'), 0o755);
  return {
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    arm: (calls, seconds) => writeFileSync(count, `${calls} ${seconds}\n`),
  };
};

export const hasGit =
  existsSync('/usr/bin/git') || existsSync('/usr/local/bin/git') || existsSync('/opt/homebrew/bin/git');
