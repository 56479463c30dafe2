import type { CommandEntry } from './command.ts';

/** Pages of the documentation that `study help` shows besides the commands. */
export const HELP_PAGES: readonly CommandEntry[] = [
  {
    name: 'formats',
    group: 'Course',
    summary: 'the files of a course: notes, cards, questions, exams',
    load: async () => ({
      command: (await import('../commands/help-page.ts')).pageCommand('docs/formats.md'),
    }),
  },
  {
    name: 'json',
    group: 'Program',
    summary: 'what every command prints with --json',
    load: async () => ({
      command: (await import('../commands/help-page.ts')).pageCommand('docs/json.md'),
    }),
  },
];
