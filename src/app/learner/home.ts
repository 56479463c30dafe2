import { homedir, userInfo } from 'node:os';
import { isAbsolute } from 'node:path';
import { installedAt } from '../../store/device/installation.ts';
import { resolvePaths } from '../../store/device/paths.ts';
import { systemClock } from './clock.ts';
import type { Runtime } from './runtime.ts';

/** `HOME` where it is a whole path: an empty one would put progress into whatever folder is the present one. */
const homeFolder = (): string => (isAbsolute(homedir()) ? homedir() : userInfo().homedir);

export interface HomeOptions {
  /** `--home`, else `STUDY_HOME`, else the platform's folders. */
  readonly home: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Folder of the program. */
  readonly root: string;
}

/** The real clock, randomness and folders of this run. */
export const makeRuntime = ({ home, env, version, root }: HomeOptions): Runtime => ({
  clock: systemClock,
  seed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  paths: resolvePaths({ home, env, platform: process.platform, homedir: homeFolder() }),
  version,
  installed: () => installedAt(root, env),
});
