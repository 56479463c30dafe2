import path from 'node:path';

/** Folders of one learner. */
export interface StudyPaths {
  readonly config: string;
  readonly data: string;
  readonly journal: string;
  readonly cache: string;
}

interface PathSource {
  /** `--home`: everything lies under it. */
  readonly home: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As `process.platform` has it. */
  readonly platform: string;
  readonly homedir: string;
}

const NAME = 'study';

/**
 * Where settings, data and caches lie: under `--home`, else under `STUDY_HOME`, else by the XDG base directory
 * specification 0.8 on Linux and other Unix systems (https://specifications.freedesktop.org/basedir-spec/), and
 * in the folders that the package env-paths uses on macOS and Windows. Nothing is made or looked at.
 */
export const resolvePaths = ({ home, env, platform, homedir }: PathSource): StudyPaths => {
  const { isAbsolute, join, resolve } = platform === 'win32' ? path.win32 : path.posix;
  const own = home ?? env['STUDY_HOME'];
  if (own !== undefined && own !== '') {
    const root = resolve(own);
    return { config: root, data: root, journal: join(root, 'journal'), cache: join(root, 'cache') };
  }
  /** A folder from the environment, which the specification wants absolute, or the usual one. */
  const folder = (variable: string, ...usual: readonly string[]): string => {
    const value = env[variable];
    return value !== undefined && isAbsolute(value) ? value : join(homedir, ...usual);
  };
  const at = (config: string, data: string, cache: string): StudyPaths => ({
    config,
    data,
    journal: join(data, 'journal'),
    cache,
  });
  if (platform === 'darwin') {
    const library = join(homedir, 'Library');
    return at(
      join(library, 'Preferences', NAME),
      join(library, 'Application Support', NAME),
      join(library, 'Caches', NAME),
    );
  }
  if (platform === 'win32') {
    const local = folder('LOCALAPPDATA', 'AppData', 'Local');
    const roaming = folder('APPDATA', 'AppData', 'Roaming');
    return at(join(roaming, NAME, 'Config'), join(local, NAME, 'Data'), join(local, NAME, 'Cache'));
  }
  return at(
    join(folder('XDG_CONFIG_HOME', '.config'), NAME),
    join(folder('XDG_DATA_HOME', '.local', 'share'), NAME),
    join(folder('XDG_CACHE_HOME', '.cache'), NAME),
  );
};
