/** Gives records that a wrong clock has dated the moment when they were written. */
import type { RedatedRecord } from '../../core/journal/event.ts';
import { Failure } from '../../core/base/failure.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { OddRun } from '../../core/journal/odd-runs.ts';
import { redateRun } from '../../core/journal/odd-runs.ts';
import { MOST_ITEMS } from './progress-acts.ts';

/** A run, and what its records become. */
export interface RedatePlan {
  readonly run: OddRun;
  /** The records of the run, then those that doubted because of it. */
  readonly records: readonly RedatedRecord[];
}

interface RedateOptions {
  /** Ids of records, or beginnings of them: only their runs; none: all. */
  readonly words: readonly string[];
  /** ms UTC: when the first record of the run was written; `null`: nobody knows. */
  readonly start: number | null;
  readonly now: number;
}

/**
 * What can be redated, and to when.
 * @throws Failure `usage` where a word names no odd record, or a moment is given for several runs
 */
export const planRedating = (
  journal: Journal,
  { words, start, now }: RedateOptions,
): readonly RedatePlan[] => {
  const all = journal.oddRuns();
  const isNamed = (run: OddRun, word: string): boolean => run.records.some(({ id }) => id.startsWith(word));
  const stranger = words.find(word => !all.some(run => isNamed(run, word)));
  if (stranger !== undefined)
    throw new Failure('usage', `No record with an odd moment is called "${stranger}"`, {
      code: 'no-odd-record',
      try: 'study progress redate --list',
    });
  const runs = words.length === 0 ? all : all.filter(run => words.some(word => isNamed(run, word)));
  if (start !== null && runs.length > 1)
    throw new Failure('usage', `--to is for one run of records, and there are ${runs.length}`, {
      code: 'several-runs',
      try: `name a record of it: study progress redate ${runs[0]?.records[0]?.id ?? ''} --to ...`,
    });
  const rolloverOf = (course: string): number => journal.progress(course).settings.rollover;
  return runs.map(run => ({ run, records: redateRun(run, { start, now, rolloverOf }) }));
};

/**
 * Writes what was planned, as one act.
 * @returns the ids of its events
 * @throws Failure `data`/`not-saved`
 */
export const redate = (journal: Journal, course: string, plans: readonly RedatePlan[]): readonly string[] => {
  const all = plans.flatMap(({ records }) => records);
  const ids: string[] = [];
  for (let i = 0; i < all.length; i += MOST_ITEMS)
    ids.push(journal.append(course, { type: 'redated', records: all.slice(i, i + MOST_ITEMS) }).id);
  return ids;
};
