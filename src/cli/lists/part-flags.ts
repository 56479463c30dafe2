/** Flags that narrow what is asked: to an exam, its domains or tasks, or a list. */
import type { Command } from 'commander';
import { Option } from 'commander';
import { findBlueprint, ownBlueprint } from '../../app/course/find.ts';
import { Failure } from '../../core/base/failure.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Blueprint, CourseReader, ItemEntry } from '../../core/course/course.ts';
import type { SchedulingSettings } from '../../core/journal/event.ts';
import type { Progress } from '../../core/journal/progress.ts';
import type { Only } from '../../core/lists/lists.ts';
import { ONLY } from '../../core/lists/lists.ts';
import { ExamScope } from '../../core/lists/scope.ts';
import type { Selection } from '../../core/lists/selection.ts';
import { ALL, selects } from '../../core/lists/selection.ts';

/** Flags that limit a command to a part of the course. */
export interface PartFlags {
  readonly exam?: string;
  readonly domain?: readonly string[];
  readonly task?: readonly string[];
  readonly only?: Only;
}

const NO_EXAM = 'leave out --exam: this course describes none';

const idsFlag = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...value.split(',').map(part => part.trim()),
];

/** Adds `--domain` and `--task`. */
export const addPartFlags = (command: Command): Command =>
  command
    .option('--domain <ids>', 'only these domains of the exam, joined by commas', idsFlag)
    .option('--task <ids>', 'only these tasks of the exam, joined by commas', idsFlag);

/** Adds `--only`. */
export const addOnlyFlag = (command: Command): Command =>
  command.addOption(
    new Option('--only <list>', 'only what was not seen yet, was missed last time, or is flagged').choices(
      ONLY,
    ),
  );

/** Ids of the domains and tasks that were asked for. */
export const partsIn = ({ domain = [], task = [] }: PartFlags): readonly string[] => [...domain, ...task];

/** Whether any of the flags was given. */
export const hasPartFlags = (flags: PartFlags): boolean =>
  flags.exam !== undefined || flags.only !== undefined || partsIn(flags).length > 0;

const isPart = ({ domains }: Blueprint, id: string): boolean =>
  domains.some(domain => domain.id === id || domain.tasks.some(task => task.id === id));

/**
 * The exam that the flags are about, whole: the one that is named, else the one the learner prepares for where a
 * domain or task is asked for; `null`: none is.
 * @throws Failure `usage` for an exam, domain or task that there is not
 */
export const examOf = (
  course: CourseReader,
  settings: Pick<SchedulingSettings, 'exam' | 'examDate'>,
  day: number,
  flags: PartFlags,
): Blueprint | null => {
  const parts = partsIn(flags);
  if (flags.exam === undefined && parts.length === 0) return null;
  const blueprint =
    flags.exam === undefined
      ? ownBlueprint(course, settings, dayToDate(day))
      : findBlueprint(course, flags.exam, NO_EXAM);
  const unknown = parts.find(id => !isPart(blueprint, id));
  if (unknown === undefined) return blueprint;
  throw new Failure('usage', `${blueprint.title} has no domain or task "${sanitizeLine(unknown)}"`, {
    code: 'unknown-domain',
    try: `one of ${blueprint.domains.map(({ id }) => id).join(', ')}, or a task of it`,
  });
};

/**
 * What the flags and topics ask for.
 * @throws Failure `usage` for an exam, domain or task that there is not
 */
export const selectionOf = (
  course: CourseReader,
  settings: Pick<SchedulingSettings, 'exam' | 'examDate'>,
  day: number,
  topics: ReadonlySet<string> | null,
  flags: PartFlags,
): Selection => {
  const blueprint = examOf(course, settings, day, flags);
  const parts = partsIn(flags);
  return {
    ...ALL,
    topics,
    scope: blueprint === null ? null : new ExamScope(course, blueprint),
    parts: parts.length === 0 ? null : new Set(parts),
    only: flags.only ?? null,
  };
};

/** The items that the flags and topics ask for, in the order of the course. */
export const itemsIn = (
  course: CourseReader,
  { settings, items }: Pick<Progress, 'settings' | 'items'>,
  day: number,
  topics: ReadonlySet<string> | null,
  flags: PartFlags,
): readonly ItemEntry[] => {
  const selection = selectionOf(course, settings, day, topics, flags);
  return course.items.filter(entry => selects(selection, entry, items, day));
};

/** The course with only the items that the flags ask for. */
export const narrowed = (
  course: CourseReader,
  progress: Pick<Progress, 'settings' | 'items'>,
  day: number,
  flags: PartFlags,
): CourseReader =>
  hasPartFlags(flags) ? { ...course, items: itemsIn(course, progress, day, null, flags) } : course;
