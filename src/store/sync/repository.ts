/**
 * The copy of the shared repository in the learner's data. It holds nothing that is not in the journal and the own
 * folder, or in the repository: every exchange begins with what the repository has, so that nothing can conflict.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import type { GitResult } from './git.ts';
import { git } from './git.ts';
import { EXCHANGED, namesIn } from './place.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Milliseconds that something on this disk, and something over a network, may take. */
const LOCAL = 60_000;
const REMOTE = 120_000;

/** What git could not do, in its own last words. */
export class GitError extends Error {
  readonly result: GitResult;

  constructor(result: GitResult) {
    super(
      result.error
        .trim()
        .split('\n')
        .findLast(line => /^(?:fatal|error|remote):/.test(line)) ??
        (result.error.trim() || 'git failed'),
    );
    this.result = result;
  }
}

/** Files that a killed git leaves behind, with which no other can work. Nobody else works in this copy. */
const LOCKS: readonly string[] = [
  'index.lock',
  'HEAD.lock',
  'config.lock',
  'shallow.lock',
  'packed-refs.lock',
];

/** A clone in a folder of ours, driven by the learner's git. */
export class Repository {
  readonly folder: string;
  readonly #env: Env;

  constructor(folder: string, env: Env) {
    this.folder = folder;
    this.#env = env;
  }

  async #run(args: readonly string[], timeout = LOCAL): Promise<string> {
    const result = await git(this.folder, args, this.#env, timeout);
    if (result.is !== 'done') throw new GitError(result);
    return result.out;
  }

  async #succeeds(args: readonly string[]): Promise<boolean> {
    return (await git(this.folder, args, this.#env, LOCAL)).is === 'done';
  }

  /** Makes the copy where there is none, and takes away what a kill has left. @throws GitError */
  async open(address: string): Promise<void> {
    makeFolder(this.folder);
    if (namesIn(join(this.folder, '.git')) !== null) {
      for (const name of LOCKS) rmSync(join(this.folder, '.git', name), { force: true });
      rmSync(join(this.folder, '.git', 'refs', 'remotes', 'origin'), { recursive: true, force: true });
    }
    const known = await git(this.folder, ['config', '--get', 'remote.origin.url'], this.#env, LOCAL);
    if (known.is === 'missing') throw new GitError(known);
    // Of another repository nothing is to be mixed in.
    if (known.out.trim() !== address || !(await this.#succeeds(['rev-parse', '--git-dir']))) {
      rmSync(this.folder, { recursive: true, force: true });
      makeFolder(this.folder);
      await this.#run(['init', '--quiet', '.']);
    }
    await this.#run(['config', 'remote.origin.url', address]);
    await this.#run(['config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*']);
  }

  /** The branch that the repository shows by itself; `''` where it has none yet. @throws GitError where it cannot be reached */
  async remoteBranch(): Promise<string> {
    const out = await this.#run(['ls-remote', '--symref', '--', 'origin', 'HEAD', 'refs/heads/*'], REMOTE);
    const head = /^ref: refs\/heads\/(\S+)\s+HEAD$/m.exec(out)?.[1];
    const branches = [...out.matchAll(/^[0-9a-f]{40,64}\s+refs\/heads\/(\S+)$/gm)].map(
      match => match[1] ?? '',
    );
    if (head !== undefined && branches.includes(head)) return head;
    return branches.includes('main') ? 'main' : (branches[0] ?? '');
  }

  /** Whether the repository has a branch. By what git says and not by its code: a killed git must never mean no. */
  async #hasBranch(branch: string): Promise<boolean> {
    const refs = await this.#run(['for-each-ref', '--format=%(refname)', 'refs/remotes/origin']);
    return refs.split('\n').includes(`refs/remotes/origin/${branch}`);
  }

  /**
   * Whether what this device committed last has arrived there. What is checked out may as well be another's, which was
   * not taken in yet. Only after {@link fetch}. @throws GitError
   */
  async hasArrived(branch: string, message: string): Promise<boolean> {
    if (!(await this.#hasBranch(branch))) return false;
    if ((await this.#run(['log', '-1', '--format=%s', 'HEAD'])).trim() !== message) return false;
    return (await this.#run(['rev-list', '--count', `refs/remotes/origin/${branch}..HEAD`])).trim() === '0';
  }

  /** Makes the files what was committed here last; `false`: nothing was. */
  async resetToLast(): Promise<boolean> {
    return this.#succeeds(['reset', '--quiet', '--hard', 'HEAD']);
  }

  /** @throws GitError where it cannot be reached */
  async fetch(): Promise<void> {
    await this.#run(['fetch', '--quiet', '--no-tags', '--prune', 'origin'], REMOTE);
  }

  /** Makes the files what the repository has; nothing where it has no such branch. @throws GitError */
  async takeRemote(branch: string): Promise<void> {
    const ref = `refs/remotes/origin/${branch}`;
    if (await this.#hasBranch(branch)) {
      await this.#run(['checkout', '--quiet', '--force', '-B', branch, ref, '--']);
      await this.#run(['reset', '--quiet', '--hard', ref]);
      await this.#run(['clean', '--quiet', '-ffdx']);
      return;
    }
    // An empty repository: the first commit is ours.
    await this.#run(['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
  }

  /** Commits what the exchange changed; `false`: nothing did. @throws GitError */
  async commit(message: string): Promise<boolean> {
    const names = namesIn(this.folder) ?? [];
    const paths = EXCHANGED.filter(name => names.includes(name));
    await this.#run(['add', '--force', '--all', '--', ...paths]);
    if ((await this.#run(['diff', '--cached', '--name-only'])).trim() === '') return false;
    await this.#run(['commit', '--quiet', '--no-verify', '-m', message]);
    return true;
  }

  /** `behind`: another device was quicker. @throws GitError where it cannot be reached, or refuses */
  async push(branch: string): Promise<'done' | 'behind'> {
    const result = await git(
      this.folder,
      ['push', '--quiet', '--porcelain', 'origin', `HEAD:refs/heads/${branch}`],
      this.#env,
      REMOTE,
    );
    if (result.is === 'done') return 'done';
    if (
      /\[rejected\]|non-fast-forward|fetch first|cannot lock ref|failed to update ref|stale info/.test(
        result.out + result.error,
      )
    )
      return 'behind';
    throw new GitError(result);
  }
}
