/** Work that is too long for the time between a key and its frame, in pieces between which keys are read. */

/** A piece: done at once, or a generator that yields wherever a key may come in between. */
type Piece = (() => unknown) | Generator<undefined, unknown>;

interface InSteps {
  /** Does the pieces one after the other, each on a turn of its own; what was going on before is left. */
  start(pieces: readonly Piece[]): void;
  /** Leaves what is not done yet. */
  stop(): void;
}

/** @param fail told of what a piece throws */
export const inSteps = (fail: (error: unknown) => void): InSteps => {
  let turn: ReturnType<typeof setImmediate> | undefined;
  const later = (pieces: readonly Piece[], index: number): void => {
    turn = setImmediate(() => run(pieces, index));
  };
  const run = (pieces: readonly Piece[], index: number): void => {
    const piece = pieces[index];
    if (piece === undefined) return;
    const mine = turn;
    try {
      const isDone = typeof piece === 'function' ? (piece(), true) : piece.next().done === true;
      // The piece itself may have stopped this, or started something else.
      if (turn === mine) later(pieces, isDone ? index + 1 : index);
    } catch (error) {
      fail(error);
    }
  };
  const stop = (): void => {
    clearImmediate(turn);
    turn = undefined;
  };
  return {
    start: pieces => {
      stop();
      if (pieces.length === 0) return;
      // The frame that the key has changed is drawn on the next turn, and comes first.
      turn = setImmediate(() => later(pieces, 0));
    },
    stop,
  };
};
