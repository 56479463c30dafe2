/**
 * Node reads the size of a terminal when it is told that it changed (SIGWINCH), which a process is not while it is
 * stopped or another one has the terminal. So it is told now; where the size is another one, stdout's `resize`
 * follows at once.
 */
export const readTerminalSize = (): void => {
  process.emit('SIGWINCH');
};
