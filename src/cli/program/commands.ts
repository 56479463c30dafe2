import type { CommandModule } from './command.ts';

export type CommandGroup = 'Learn' | 'Look up' | 'Progress' | 'Course' | 'Program';

/** One command: enough for `study --help`; the rest is loaded only when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly group: CommandGroup;
  readonly summary: string;
  /** What its words are, for completion. */
  readonly completes?: 'topics' | 'exams' | 'calculators' | 'shells';
  readonly load: () => Promise<{ readonly command: CommandModule }>;
}

/** Every command. `study` without one shows today. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'today',
    group: 'Learn',
    summary: 'what is due and what to do next (the default)',
    load: () => import('../commands/today.ts'),
  },
  {
    name: 'review',
    group: 'Learn',
    summary: 'spaced repetition: what is due, then new items',
    completes: 'topics',
    load: () => import('../session/review.ts'),
  },
  {
    name: 'cards',
    group: 'Learn',
    summary: 'flashcards now, due or not',
    completes: 'topics',
    load: () => import('../session/cards.ts'),
  },
  {
    name: 'quiz',
    group: 'Learn',
    summary: 'practice questions with an explanation after each',
    completes: 'topics',
    load: () => import('../session/quiz.ts'),
  },
  {
    name: 'exam',
    group: 'Learn',
    summary: 'timed mock exam, resumed where it was left, with a report',
    completes: 'exams',
    load: () => import('../exam/exam.ts'),
  },
  {
    name: 'notes',
    group: 'Look up',
    summary: 'read the notes of a topic',
    completes: 'topics',
    load: () => import('../commands/notes.ts'),
  },
  {
    name: 'search',
    group: 'Look up',
    summary: 'find notes, cards, questions and calculators',
    load: () => import('../commands/search.ts'),
  },
  {
    name: 'calc',
    group: 'Look up',
    summary: 'calculators with worked steps',
    completes: 'calculators',
    load: () => import('../calc/calc.ts'),
  },
  {
    name: 'topics',
    group: 'Look up',
    summary: 'the topics with counts, what is due and mastery',
    load: () => import('../commands/topics.ts'),
  },
  {
    name: 'stats',
    group: 'Progress',
    summary: 'retention, heatmap, forecast, mastery by topic and domain',
    completes: 'topics',
    load: () => import('../commands/stats.ts'),
  },
  {
    name: 'why',
    group: 'Progress',
    summary: 'why an item is asked now, and what each rating would do',
    load: () => import('../commands/why.ts'),
  },
  {
    name: 'progress',
    group: 'Progress',
    summary: 'back up, restore, merge, undo, reset',
    load: () => import('../progress/progress.ts'),
  },
  {
    name: 'check',
    group: 'Course',
    summary: 'check a course: every problem with file, line and rule',
    load: () => import('../commands/check.ts'),
  },
  {
    name: 'export',
    group: 'Course',
    summary: 'print the course or the progress for other programs',
    load: () => import('../commands/export.ts'),
  },
  {
    name: 'config',
    group: 'Program',
    summary: 'list, get, set and reset settings',
    load: () => import('../commands/config.ts'),
  },
  {
    name: 'doctor',
    group: 'Program',
    summary: 'versions, folders, terminal, health of journal and settings',
    load: () => import('../commands/doctor.ts'),
  },
  {
    name: 'completion',
    group: 'Program',
    summary: 'completion script for bash, zsh or fish',
    completes: 'shells',
    load: () => import('../completion/completion.ts'),
  },
];
