/** Keeps what the shell had printed before the screens. */

/**
 * Erases what a terminal has scrolled away (xterm, ED 3): the history of the shell, from the alternate screen too.
 * Ink 6 writes it with every frame as high as the terminal, so when a window is made lower as well.
 */
const ERASE_HISTORY = '\u001b[3J';

/** The same stream for Ink, except that nothing written to it erases the terminal's history. */
export const keepHistory = (stdout: NodeJS.WriteStream): NodeJS.WriteStream => {
  const write = (data: unknown, ...rest: readonly unknown[]): boolean => {
    const kept = typeof data === 'string' ? data.replaceAll(ERASE_HISTORY, '') : data;
    return Reflect.apply(stdout.write, stdout, [kept, ...rest]) as boolean;
  };
  return new Proxy(stdout, {
    get: (target, name) => {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
};
