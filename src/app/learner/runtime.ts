/** The clock, randomness and places a run works with: made once, passed down, replaced in tests. */

/** Moments in ms UTC and the learner's offset. */
export interface Clock {
  now(): number;
  /** Minutes east of UTC at a moment, in the learner's present zone. */
  offset(at: number): number;
  /** Milliseconds of a clock that nobody can set, from any point; where there is none, `now` has to do. */
  ticks?(): number;
}

/** Folders of one learner; none of them need exist. */
export interface Paths {
  /** Settings of this device. */
  readonly config: string;
  /** The learner's data: the journal and backups. */
  readonly data: string;
  /** `<data>/journal`. */
  readonly journal: string;
  /** Disposable: compiled courses and the snapshot. */
  readonly cache: string;
}

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
