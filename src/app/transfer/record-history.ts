/** What was learned in another program: compared with the journal, and recorded there as one act. */
import type { ImportedItem } from '../../core/journal/imported-item.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { DEFAULT_SETTINGS } from '../../core/journal/settings.ts';
import type { DeckRemark } from '../../core/transfer/deck.ts';
import { importedItem } from '../../core/transfer/imported-items.ts';
import type { PlannedProgress } from '../../content/transfer/target/plan.ts';
import type { Runtime } from '../learner/runtime.ts';

/** How much of a history was recorded. */
export interface HistoryCounts {
  /** Items that get something. */
  readonly items: number;
  readonly reviews: number;
  /** Schedules without a history. */
  readonly states: number;
  readonly suspended: number;
  readonly flagged: number;
  /** Reviews and schedules that the journal has already, or something later. */
  readonly known: number;
}

const MOST_BYTES = 600_000;
const MOST_ITEMS = 5000;
const MOST_REVIEWS = 5000;

/** Items in portions that an event can hold. */
const portions = (items: readonly ImportedItem[]): readonly (readonly ImportedItem[])[] => {
  const found: ImportedItem[][] = [];
  let open: ImportedItem[] = [];
  let bytes = 0;
  const add = (item: ImportedItem): void => {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (open.length > 0 && (bytes + size > MOST_BYTES || open.length >= MOST_ITEMS)) {
      found.push(open);
      [open, bytes] = [[], 0];
    }
    open.push(item);
    bytes += size;
  };
  for (const item of items) {
    const { reviews = [], ...rest } = item;
    for (let from = 0; from === 0 || from < reviews.length; from += MOST_REVIEWS) {
      const part = reviews.slice(from, from + MOST_REVIEWS);
      add({ ...(from === 0 ? rest : { item: item.item }), ...(part.length === 0 ? {} : { reviews: part }) });
    }
  }
  if (open.length > 0) found.push(open);
  return found;
};

/** What of the planned progress is new to a journal. */
export interface PlannedHistory {
  readonly items: readonly ImportedItem[];
  readonly counts: HistoryCounts;
  readonly remarks: readonly DeckRemark[];
}

/** Compares what was learned in the other program with the journal. @param course its id; `null`: it has none yet */
export const planHistory = (
  planned: readonly PlannedProgress[],
  { clock }: Pick<Runtime, 'clock'>,
  journal: Pick<Journal, 'progress'>,
  course: string | null,
): PlannedHistory => {
  const progress = course === null ? null : journal.progress(course);
  const moment = {
    now: clock.now(),
    offset: clock.offset,
    rollover: (progress?.settings ?? DEFAULT_SETTINGS).rollover,
  };
  const items: ImportedItem[] = [];
  const counts = { items: 0, reviews: 0, states: 0, suspended: 0, flagged: 0, known: 0 };
  let future = 0;
  for (const { key, progress: given } of planned) {
    const made = importedItem(key, given, progress?.items.get(key), moment);
    future += made.future;
    counts.known += made.known;
    if (made.item === null) continue;
    items.push(made.item);
    counts.items++;
    counts.reviews += made.item.reviews?.length ?? 0;
    if (made.item.state !== undefined) counts.states++;
    if (made.item.suspended === true) counts.suspended++;
    if (made.item.flagged === true) counts.flagged++;
  }
  const remarks: DeckRemark[] =
    future === 0
      ? []
      : [{ act: 'left', what: 'review', why: `${future} reviews have a time that has not come`, place: {} }];
  return { items, counts, remarks };
};

/** Records what was learned in the other program, as one act. @returns its name; `null` where there is nothing */
export const recordHistory = (
  { items }: PlannedHistory,
  /** Where it comes from, as people say it. */
  source: string,
  { seed }: Pick<Runtime, 'seed'>,
  journal: Journal,
  course: string,
): string | null => {
  if (items.length === 0) return null;
  const batch = `${journal.device}-import${seed().toString(36)}`;
  for (const part of portions(items))
    journal.append(course, { type: 'imported', batch, source, items: part });
  return batch;
};
