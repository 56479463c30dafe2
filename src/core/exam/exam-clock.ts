/**
 * The clock of a running sitting. It is made of two: the clock of the wall, which can be set, and one that nobody
 * can set but that may stand still while the machine sleeps. Of the time that each says has gone by since the last
 * look the longer one counts. So setting the wall clock back wins nothing, and sleep costs time as in a real exam;
 * a clock set forward costs what it was set by, and the learner is told. Between two runs of the program only the
 * wall clock is there: what it says has gone by since the last event counts, if it is more than nothing.
 */

/** One look at both clocks. */
export interface ClockReading {
  /** ms UTC, as the wall clock has it. */
  readonly at: number;
  /** Milliseconds of the clock that cannot be set, from any point. */
  readonly ticks: number;
}

/** Milliseconds by which the two may differ without anything to tell: clocks are corrected now and then. */
const TOLERANCE = 5_000;

interface Elapsed {
  /** Milliseconds that count. */
  readonly ms: number;
  /** How far the wall clock went its own way; negative: it was set back. 0 within the tolerance. */
  readonly jump: number;
}

/** Time between two looks. */
export const elapsedBetween = (before: ClockReading, now: ClockReading): Elapsed => {
  const wall = now.at - before.at;
  const ticks = Math.max(0, now.ticks - before.ticks);
  const jump = wall - ticks;
  return {
    ms: Math.round(Math.max(0, wall, ticks)),
    jump: Math.abs(jump) <= TOLERANCE ? 0 : Math.round(jump),
  };
};
