import type { Moment } from '../base/civil-day.ts';
import { dayToDate, localMinute, utcMoment } from '../base/civil-day.ts';
import type { ItemEntry } from '../course/course.ts';
import type { JournalEvent, Rating, SchedulingSettings } from '../journal/event.ts';
import { RATINGS } from '../journal/event.ts';
import type { ItemProgress } from '../journal/progress.ts';
import { dueStatus, isLeech, previewRatings, retrievability } from './schedule.ts';

/** Why an item is asked now, and what each rating would do. */
export interface ItemReport {
  readonly key: string;
  readonly topic: string;
  readonly section: string;
  /** Its own and those of its note; without `#`. */
  readonly tags: readonly string[];
  readonly status: ReturnType<typeof dueStatus>;
  /** When it is due: a date, or date and minute under one day; `null` for a new item. */
  readonly due: string | null;
  /** The day of it, and the moment where it has one. */
  readonly dueDate: string | null;
  readonly dueUtc: string | null;
  /** Chance of recalling it now, 0 to 1; `null` for a new item. */
  readonly retrievability: number | null;
  readonly stability: number | null;
  readonly difficulty: number | null;
  readonly reps: number;
  readonly lapses: number;
  readonly leech: boolean;
  readonly flagged: boolean;
  readonly desiredRetention: number;
  /** What each rating would make the next date. */
  readonly next: readonly {
    readonly rating: Rating;
    readonly due: string;
    readonly dueDate: string;
    readonly dueUtc: string | null;
  }[];
  /** Answers so far, oldest first. */
  readonly answers: readonly {
    readonly at: string;
    readonly atUtc: string;
    readonly mode: string;
    readonly rating: Rating;
    readonly counted: boolean;
  }[];
}

/** `2026-11-23`, or `2026-11-21T09:10` under one day. */
const dueText = (item: ItemProgress, tz: number): string =>
  item.dueAt > 0 ? localMinute(item.dueAt, tz) : dayToDate(item.dueDay);

const dueOf = (
  item: ItemProgress,
  tz: number,
): { readonly due: string; readonly dueDate: string; readonly dueUtc: string | null } => ({
  due: dueText(item, tz),
  dueDate: dayToDate(item.dueDay),
  dueUtc: item.dueAt > 0 ? utcMoment(item.dueAt) : null,
});

/** Everything about one item at a moment. `history` is of this item, aliases followed. */
export const reportItem = (
  entry: ItemEntry,
  tags: readonly string[],
  item: ItemProgress | undefined,
  history: readonly JournalEvent[],
  settings: SchedulingSettings,
  moment: Moment,
): ItemReport => {
  const seen = item !== undefined && item.state !== null ? item : null;
  const preview = previewRatings(item, moment, settings);
  const answers: ItemReport['answers'][number][] = [];
  for (const event of history) {
    if (event.type !== 'reviewed' && event.type !== 'answered' && event.type !== 'exam-ended') continue;
    // An item that was renamed stands in the history under its old key; answers name one item in practice.
    const effect =
      event.ratings.find(rating => rating.item === entry.key) ??
      (event.type === 'exam-ended' ? undefined : event.ratings[0]);
    if (effect === undefined) continue;
    answers.push({
      at: localMinute(event.at, event.tz),
      atUtc: utcMoment(event.at),
      mode: event.type === 'exam-ended' ? 'exam' : event.mode,
      rating: effect.rating,
      counted: effect.counted,
    });
  }
  return {
    key: entry.key,
    topic: entry.topic,
    section: entry.section,
    tags,
    status: dueStatus(item, moment),
    ...(seen === null ? { due: null, dueDate: null, dueUtc: null } : dueOf(seen, moment.tz)),
    retrievability: seen === null ? null : retrievability(seen, moment.day),
    stability: seen?.stability ?? null,
    difficulty: seen?.difficulty ?? null,
    reps: item?.reps ?? 0,
    lapses: item?.lapses ?? 0,
    leech: item !== undefined && isLeech(item, settings),
    flagged: item?.flagged ?? false,
    desiredRetention: settings.desiredRetention,
    next: RATINGS.map(rating => ({ rating, ...dueOf(preview[rating], moment.tz) })),
    answers,
  };
};
