/** The clock, randomness and places a run works with: made once, passed down, replaced in tests. */
import { homedir, userInfo } from 'node:os';
import { isAbsolute } from 'node:path';
import { hash32 } from '../../core/base/fnv.ts';
import { installedAt } from '../../store/device/installation.ts';
import { resolvePaths } from '../../store/device/paths.ts';

/** Moments in ms UTC and the learner's offset. */
export interface Clock {
  now(): number;
  /** Minutes east of UTC at a moment, in the learner's present zone. */
  offset(at: number): number;
  /** Milliseconds of a clock that nobody can set, from any point; where there is none, `now` has to do. */
  ticks?(): number;
}

/** Folders of one learner; none of them need exist. */
interface Paths {
  /** Settings of this device. */
  readonly config: string;
  /** The learner's data: the journal and backups. */
  readonly data: string;
  /** `<data>/journal`. */
  readonly journal: string;
  /** Disposable: compiled courses and the snapshot. */
  readonly cache: string;
}

/** What the machine gives a run of the program: time, chance, places, versions. */
export interface Runtime {
  readonly clock: Clock;
  /** A fresh seed: a whole number from 0 to 2^32 - 1. */
  readonly seed: () => number;
  readonly paths: Paths;
  /** Version of the program. */
  readonly version: string;
  /** When the program was installed, ms UTC; 0 where that is not known. */
  readonly installed?: () => number;
}

/** The machine's clock and zone. `getTimezoneOffset` counts west of UTC, we count east. */
export const systemClock: Clock = {
  now: () => Date.now(),
  offset: at => -new Date(at).getTimezoneOffset(),
  ticks: () => performance.now(),
};

/** `HOME` where it is a whole path: an empty one would put progress into whatever folder is the present one. */
const homeFolder = (): string => (isAbsolute(homedir()) ? homedir() : userInfo().homedir);

interface HomeOptions {
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
  // Nothing secret hangs on it, and Node's own source of randomness takes an eighth of a start to load.
  seed: () => hash32(`${Date.now()} ${process.pid} ${process.hrtime.bigint()}`),
  paths: resolvePaths({ home, env, platform: process.platform, homedir: homeFolder() }),
  version,
  installed: () => installedAt(root, env),
});
