/** The system's git, called without a shell, that can neither ask nor hang. */
import { execFile } from 'node:child_process';

/** How a call of git ended. */
export interface GitResult {
  /** `missing`: there is no git on this machine; `timeout`: it took too long and was ended. */
  readonly is: 'done' | 'failed' | 'missing' | 'timeout';
  readonly out: string;
  readonly error: string;
}

/**
 * What holds whatever the learner has set: no hooks, no signature, no change of line ends, no links, and no other program
 * than ssh and git's own transports. Credentials are the learner's own helpers.
 */
const SETTINGS: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.autocrlf=false',
  'core.symlinks=false',
  'core.fsmonitor=false',
  'core.excludesFile=/dev/null',
  'core.attributesFile=/dev/null',
  'commit.gpgSign=false',
  'tag.gpgSign=false',
  'push.gpgSign=false',
  'gc.autoDetach=false',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
  'filter.lfs.smudge=',
  'filter.lfs.process=',
  'filter.lfs.required=false',
  'user.name=study',
  'user.email=study@localhost',
  'init.defaultBranch=main',
  'advice.detachedHead=false',
];

const MOST_OUTPUT = 16 * 1024 * 1024;

/**
 * Runs git in a folder.
 * @param timeout ms after which it is ended
 */
export const git = (
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  timeout: number,
): Promise<GitResult> =>
  new Promise(resolve => {
    const settings = SETTINGS.flatMap(setting => ['-c', setting]);
    // Where the program is started by a hook of git, these point elsewhere.
    const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
    const child = execFile(
      'git',
      [...settings, ...args],
      {
        cwd: folder,
        timeout,
        killSignal: 'SIGKILL',
        maxBuffer: MOST_OUTPUT,
        encoding: 'utf8',
        windowsHide: true,
        env: {
          ...rest,
          LC_ALL: 'C',
          GIT_TERMINAL_PROMPT: '0',
          GIT_ASKPASS: rest['GIT_ASKPASS'] ?? 'true',
          SSH_ASKPASS: rest['SSH_ASKPASS'] ?? 'true',
          SSH_ASKPASS_REQUIRE: 'never',
          GCM_INTERACTIVE: 'never',
          GIT_SSH_COMMAND: rest['GIT_SSH_COMMAND'] ?? 'ssh -o BatchMode=yes -o ConnectTimeout=15',
          GIT_CEILING_DIRECTORIES: folder,
        },
      },
      (error, out, stderr) => {
        if (error === null) resolve({ is: 'done', out, error: stderr });
        else if (error.code === 'ENOENT') resolve({ is: 'missing', out, error: 'there is no git' });
        else if (error.killed === true) resolve({ is: 'timeout', out, error: 'it took too long' });
        else resolve({ is: 'failed', out, error: stderr });
      },
    );
    // Nothing is ever typed into it.
    child.stdin?.end();
  });
