import { homedir } from 'node:os';
import { resolvePaths } from '../store/paths.ts';
import { systemClock } from './clock.ts';
import type { Runtime } from './runtime.ts';

export interface HomeOptions {
  /** `--home`, else `STUDY_HOME`, else the platform's folders. */
  readonly home: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
}

/** The real clock, randomness and folders of this run. */
export const makeRuntime = ({ home, env, version }: HomeOptions): Runtime => ({
  clock: systemClock,
  seed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  paths: resolvePaths({ home, env, platform: process.platform, homedir: homedir() }),
  version,
});
