import type { Command } from 'commander';
import type { Context } from './context.ts';

/** What a file in `commands/` exports as `command`: its flags and what it does. */
export interface CommandModule {
  /**
   * Adds arguments, flags, examples and the action to a commander command that already has its name, summary
   * and the global flags. `context()` may be called only inside the action, when the flags have been read.
   * `words` is what was typed behind the command, for a command whose flags depend on it.
   */
  readonly setup: (
    command: Command,
    context: () => Context,
    words: readonly string[],
  ) => void | Promise<void>;
}
