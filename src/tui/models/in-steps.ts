/** Work that is too long for the time between a key and its frame, in pieces between which keys are read. */

interface InSteps {
  /** Does the pieces one after the other, each on a turn of its own; what was going on before is left. */
  start(pieces: readonly (() => unknown)[]): void;
  /** Leaves what is not done yet. */
  stop(): void;
}

/** @param fail told of what a piece throws */
export const inSteps = (fail: (error: unknown) => void): InSteps => {
  let turn: ReturnType<typeof setImmediate> | undefined;
  const run = (pieces: readonly (() => unknown)[], index: number): void => {
    const piece = pieces[index];
    if (piece === undefined) return;
    turn = setImmediate(() => {
      try {
        piece();
      } catch (error) {
        fail(error);
        return;
      }
      run(pieces, index + 1);
    });
  };
  const stop = (): void => clearImmediate(turn);
  return {
    start: pieces => {
      stop();
      run(pieces, 0);
    },
    stop,
  };
};
