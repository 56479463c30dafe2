/** Writes what a learner says of the exam, its date and the minutes of a day. */
import { dayToDate } from '../../core/base/civil-day.ts';
import type { SchedulingSettings } from '../../core/journal/event.ts';
import type { Journal } from '../../core/journal/journal.ts';

/** Where it is written. */
interface SetUpSource {
  readonly journal: Journal;
  readonly course: { readonly id: string };
  /** Study day. */
  readonly today: number;
}

/**
 * Whether a change makes another plan, which begins today. Days that were planned with other minutes say nothing of
 * how many of the new ones will be done.
 */
const beginsPlan = (given: Partial<SchedulingSettings>, before: SchedulingSettings): boolean =>
  given.planFrom === undefined &&
  ((given.exam !== undefined && given.exam !== before.exam) ||
    (given.minutesPerDay !== undefined && given.minutesPerDay !== before.minutesPerDay) ||
    (before.planFrom === '' && (given.examDate ?? '') !== ''));

/**
 * Changes settings, as one event; nothing is written where nothing changes.
 * @throws Failure `data`/`not-saved`
 */
export const changeSettings = (
  { journal, course, today }: SetUpSource,
  given: Partial<SchedulingSettings>,
): void => {
  const before = journal.progress(course.id).settings;
  const changed = Object.fromEntries(
    Object.entries(given).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof SchedulingSettings]),
    ),
  ) as Partial<SchedulingSettings>;
  if (Object.keys(changed).length === 0) return;
  journal.append(course.id, {
    type: 'configured',
    settings: { ...planChange(changed, before, today), ...changed },
  });
};

/** What else changes with settings: another plan begins today. */
export const planChange = (
  given: Partial<SchedulingSettings>,
  before: SchedulingSettings,
  today: number,
): Partial<SchedulingSettings> => (beginsPlan(given, before) ? { planFrom: dayToDate(today) } : {});

/** The settings that a change would replace, so that it can be undone: what changes with them among them. */
export const settingsBefore = (
  given: Partial<SchedulingSettings>,
  before: SchedulingSettings,
): Partial<SchedulingSettings> =>
  Object.fromEntries(
    [...Object.keys(given), 'planFrom'].map(key => [key, before[key as keyof SchedulingSettings]]),
  ) as Partial<SchedulingSettings>;

/** Whether nobody has studied or set anything up here yet: then the first questions are asked. */
export const isFirstRun = (progress: {
  readonly items: ReadonlyMap<string, unknown>;
  readonly days: readonly unknown[];
  readonly settings: SchedulingSettings;
}): boolean =>
  progress.items.size === 0 &&
  progress.days.length === 0 &&
  progress.settings.exam === '' &&
  progress.settings.examDate === '' &&
  progress.settings.plan;
