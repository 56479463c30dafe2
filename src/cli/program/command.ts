import type { Command } from 'commander';
import type { Context } from './context.ts';

/** What a file in `commands/` exports as `command`: its flags and what it does. */
export interface CommandModule {
  /**
   * Adds arguments, flags, examples and the action to a commander command that already has its name, summary
   * and the global flags. `context()` may be called only inside the action, when the flags have been read.
   * `words` is what was typed behind the command, for a command whose flags depend on it.
   * `commands` are all that there are, for the one that completes them.
   */
  readonly setup: (
    command: Command,
    context: () => Context,
    words: readonly string[],
    commands: readonly CommandEntry[],
  ) => void | Promise<void>;
}

/** The headings of `study --help`. */
type CommandGroup = 'Learn' | 'Plan' | 'Look up' | 'Progress' | 'Course' | 'Program';

/** One command: enough for `study --help`; the rest is loaded only when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly group: CommandGroup;
  readonly summary: string;
  /** What its words are, for completion. */
  readonly completes?:
    | 'topics'
    | 'notes'
    | 'items'
    | 'exams'
    | 'calculators'
    | 'settings'
    | 'lists'
    | 'shells';
  readonly load: () => Promise<{ readonly command: CommandModule }>;
}
