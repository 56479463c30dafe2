import { localMinute } from '../../core/base/civil-day.ts';
import type { JournalEvent, RedatedRecord } from '../../core/journal/event.ts';
import { isItemEvent, itemsOf as keysOf } from '../../core/fold/item-steps.ts';
import type { OddRun } from '../../core/journal/odd-runs.ts';
import type { UndoEntry } from '../../core/journal/progress.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { alignColumns, cardsAndQuestions, plural } from '../layout/columns.ts';

/** What came of taking events from elsewhere. */
export interface MergeCounts {
  readonly added: readonly { readonly device: string; readonly events: number; readonly file: string }[];
  readonly known: number;
  readonly conflicting: number;
  readonly skipped: number;
  /** Resets that a restore took back. */
  readonly resets?: number;
  /** Files with remarks and cards of the learner's own. */
  readonly ownFiles: { readonly added: number; readonly same: number; readonly copied: number };
}

/** A merge or restore as plain lines. */
export const mergeLines = ({
  added,
  known,
  conflicting,
  skipped,
  resets = 0,
  ownFiles,
}: MergeCounts): readonly string[] => {
  const events = added.reduce((sum, { events: count }) => sum + count, 0);
  const lines = [
    events === 0
      ? `Nothing new: ${plural(known, 'record')} known already.`
      : `Added ${plural(events, 'record')} of ${plural(added.length, 'device')}; ${known} known already.`,
  ];
  if (resets > 0) lines.push(`Took back ${plural(resets, 'reset')} made since.`);
  const came = ownFiles.added + ownFiles.copied;
  if (came > 0)
    lines.push(
      `Added ${plural(came, 'file')} of your own remarks and cards${ownFiles.copied === 0 ? '' : `; ${ownFiles.copied} beside another version, and both show`}.`,
    );
  if (conflicting > 0) {
    lines.push(
      `${plural(conflicting, 'record')} left out: the journal has the same id with other contents and keeps its own.`,
    );
  }
  if (skipped > 0)
    lines.push(
      `${plural(skipped, 'line')} left out: no records, or of another device than the name of their file says.`,
    );
  return lines;
};

/** Records under the name of this device that it does not have. */
export interface OwnRecordsFound {
  readonly device: string;
  readonly records: number;
  /** By type of event. */
  readonly types: ReadonlyMap<string, number>;
  /** The first that change others, and how many there are. */
  readonly changes: readonly JournalEvent[];
  readonly changing: number;
  /** By id, records that they take back. */
  readonly targets: ReadonlyMap<string, JournalEvent>;
}

/** Changes named one by one before the others are only counted. */
export const CHANGES_SHOWN = 10;

/** What a record does to others. */
export const changeText = (
  event: JournalEvent,
  { targets }: Pick<OwnRecordsFound, 'targets'>,
  tz: number,
): string => {
  switch (event.type) {
    case 'undone': {
      const target = targets.get(event.target);
      if (target === undefined) return `takes back ${event.target}, which is not here`;
      const items = isItemEvent(target) ? keysOf(target).slice(0, 3).join(', ') : '';
      return `takes back ${target.type} ${items} of ${localMinute(target.at, tz).replace('T', ' ')}`;
    }
    case 'reset':
      return event.items === null
        ? `forgets all progress of ${event.course}`
        : `forgets ${cardsAndQuestions(event.items.length)}: ${event.items.slice(0, 3).join(', ')}`;
    case 'relinked':
      return `moves the progress of ${event.from} to ${event.to}`;
    case 'separated':
      return `lets ${event.item} start over`;
    case 'course-renamed':
      return `moves the progress of the course ${event.from} to ${event.course}`;
    case 'excluded':
      return `${event.value ? 'leaves out' : 'takes in again'} the device ${event.device}`;
    case 'fitted':
      return 'gives the memory model other parameters';
    case 'imported':
      return `brings progress on ${cardsAndQuestions(event.items.length)} from ${event.source}`;
    case 'redated':
      return `gives ${plural(event.records.length, 'record')} another moment`;
    default:
      return event.type;
  }
};

/** What is found under the name of this device, before the learner is asked whether to take it. */
export const ownRecordsLines = (found: OwnRecordsFound, tz: number): readonly string[] => {
  const types = [...found.types].map(([type, count]) => `${count} ${type}`).join(', ');
  const rest = found.changing - CHANGES_SHOWN;
  return [
    `${plural(found.records, 'record')} under the name of this device (${found.device}) that it does not have: ${types}.`,
    'Either this device has lost them, or somebody else has written them.',
    ...found.changes
      .slice(0, CHANGES_SHOWN)
      .map(event => sanitizeLine(`  ${event.id}  ${changeText(event, found, tz)}`)),
    ...(rest > 0 ? [`  ... and ${rest} more that take back, forget or move something`] : []),
  ];
};

/** A run of records with odd moments, and what they would become. */
export interface RedatingFound {
  readonly run: OddRun;
  readonly records: readonly RedatedRecord[];
}

/**
 * What redating does to a run.
 * @param offset minutes east of UTC at a moment (ms UTC)
 */
export const redateLines = (
  { run, records }: RedatingFound,
  offset: (at: number) => number,
): readonly string[] => {
  const moment = (at: number): string => localMinute(at, offset(at)).replace('T', ' ');
  const span = (first = 0, last = 0): string =>
    moment(first) === moment(last) ? moment(first) : `${moment(first)} to ${moment(last)}`;
  const becomes = records.slice(0, run.records.length);
  const where =
    run.before !== null
      ? `after the record before them, of ${moment(run.before)}`
      : run.after !== null
        ? `before the record after them, of ${moment(run.after)}`
        : 'with no other record to go by';
  return [
    sanitizeLine(
      `${run.file}: ${plural(run.records.length, 'record')} from the ${run.isAhead ? 'future' : 'past'}`,
    ),
    sanitizeLine(`  first   ${run.records[0]?.id ?? ''}`),
    `  was     ${span(run.records[0]?.at, run.records.at(-1)?.at)}`,
    `  becomes ${span(becomes[0]?.at, becomes.at(-1)?.at)} (${where})`,
  ];
};

/** Items named one by one before the others are only counted. */
const NAMED = 3;

/** What an act was done with. */
export const actItems = ({ items, count, type, source }: UndoEntry): string => {
  if (count === null) return 'everything';
  if (type === 'redated') return plural(count, 'record');
  if (type === 'fitted') return 'parameters';
  if (type === 'imported') return `${cardsAndQuestions(count)} from ${sanitizeLine(source ?? '')}`;
  const named = items.slice(0, NAMED).map(sanitizeLine);
  if (type === 'relinked' || type === 'course-renamed') return named.join(' > ');
  return named.join(', ') + (count > named.length ? ` and ${count - named.length} more` : '');
};

/** What an act did, in a few words. */
export const actWords = (act: UndoEntry): string =>
  [act.type, ...(act.rating === null ? [] : [act.rating]), actItems(act)].join(' ');

/**
 * Acts that can be undone: moment, type, rating, items, whose it is, and the id by which it is undone.
 * @param device the device at hand
 */
export const actLines = (acts: readonly UndoEntry[], tz: number, device: string): readonly string[] =>
  alignColumns(
    acts.map(act => [
      localMinute(act.at, tz),
      act.type,
      act.rating ?? '',
      actItems(act),
      act.device === device ? 'this device' : `device ${act.device}`,
      act.id,
    ]),
  );
