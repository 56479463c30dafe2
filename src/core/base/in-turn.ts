/** Work that can be done a piece at a time: a generator that yields between the pieces. */

/** Does all of it at once. */
export const finish = <T>(work: Generator<undefined, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};
