/** What is done with progress, in sentences: acts that can be taken back, records of odd moments, items that are gone. */
import type { JournalEvent } from '../../../core/journal/event.ts';
import type { ActType, UndoEntry } from '../../../core/journal/progress.ts';
import type { OrphanReport } from '../../../core/relink/orphan-report.ts';
import type { MakeCommand } from '../../learner/relink.ts';
import type { OwnRecordsFound, RedatingFound } from '../../learner/progress.ts';
import { actItems, CHANGES_SHOWN, changeText } from '../../learner/progress.ts';
import { capital, plural } from '../../layout/columns.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import { listed, momentWords, onDay, sentence, spokenLine, spokenTitle } from '../words.ts';

/** What was done, before what it was done with. */
const ACTS: Readonly<Record<ActType, string>> = {
  reviewed: 'reviewed',
  answered: 'answered',
  suspended: 'suspended',
  buried: 'buried',
  flagged: 'flagged',
  reset: 'forgot',
  relinked: 'moved the progress of',
  separated: 'started over with',
  'course-renamed': 'moved the progress of the course',
  redated: 'gave other moments to',
  fitted: 'fitted the',
  imported: 'imported progress on',
};

/** `reviewed dup, rated good`, `imported progress on 12 items from Anki`. */
const actSentence = (act: UndoEntry): string => {
  const rating = act.rating === null ? '' : `, rated ${act.rating}`;
  return spokenLine(`${ACTS[act.type]} ${actItems(act).replace(' > ', ' to ')}${rating}`);
};

/** How acts are told. */
interface ActsTold {
  readonly tz: number;
  /** ms UTC. */
  readonly now: number;
  /** The device at hand. */
  readonly device: string;
  readonly width: number;
  /** Whether each is told with its name, because nobody can be asked for its number. */
  readonly isNamed: boolean;
}

/** Acts that can be taken back, each with its number. */
export const spokenActs = (
  acts: readonly UndoEntry[],
  { tz, now, device, width, isNamed }: ActsTold,
): readonly string[] =>
  wrapAll(
    [
      `${plural(acts.length, 'act')} can be taken back, the latest first.`,
      ...acts.map((act, i) => {
        const where = act.device === device ? '' : `, on device ${act.device}`;
        const name = isNamed ? `. Its name is ${act.id}` : '';
        return sentence(
          `${i + 1}. ${capital(momentWords(act.at, tz, now))}: ${actSentence(act)}${where}${name}`,
        );
      }),
    ],
    width,
  );

/** An act that was taken back. */
export const spokenUndone = (act: UndoEntry): string => sentence(`Taken back: ${actSentence(act)}`);

/** Items that have progress and are gone from the course, each with what it most likely is now. */
export const spokenOrphans = (
  orphans: readonly OrphanReport[],
  command: MakeCommand,
  today: number,
  width: number,
): readonly string[] =>
  wrapAll(
    orphans.flatMap(({ item, prompt, reps, lapses, lastDay, likely }, i) => {
      const history = [
        plural(reps, 'counted answer'),
        ...(lapses > 0 ? [`forgotten ${plural(lapses, 'time')}`] : []),
        ...(lastDay >= 0 ? [`last ${onDay(lastDay, today)}`] : []),
      ];
      return [
        sentence(`${i + 1}. ${spokenLine(item)}: ${history.join(', ')}`),
        prompt === '' ? 'No record says what it asked.' : `It asked: ${sentence(spokenTitle(prompt))}`,
        ...(likely === null
          ? ['Nothing in the course is like it.']
          : [
              sentence(
                `Likeliest now: ${spokenLine(likely.item)}${likely.prompt === '' ? '' : `, which asks: ${spokenTitle(likely.prompt)}`}`,
              ),
              `To tie them: ${command(`study progress relink ${spokenLine(item)} ${spokenLine(likely.item)}`)}`,
            ]),
      ];
    }),
    width,
  );

/** What redating does to a run of records. @param offset minutes east of UTC at a moment (ms UTC) */
export const spokenRedating = (
  { run, records }: RedatingFound,
  offset: (at: number) => number,
  now: number,
  width: number,
): readonly string[] => {
  const moment = (at: number): string => momentWords(at, offset(at), now);
  const span = (first = 0, last = 0): string =>
    moment(first) === moment(last) ? moment(first) : `${moment(first)} to ${moment(last)}`;
  const becomes = records.slice(0, run.records.length);
  const why =
    run.before !== null
      ? `after the record before them, of ${moment(run.before)}`
      : run.after !== null
        ? `before the record after them, of ${moment(run.after)}`
        : 'with no other record to go by';
  return wrapAll(
    [
      sentence(
        `${plural(run.records.length, 'record')} from the ${run.isAhead ? 'future' : 'past'} in ${spokenLine(run.file)}; the first is ${spokenLine(run.records[0]?.id ?? '')}`,
      ),
      sentence(`Now: ${span(run.records[0]?.at, run.records.at(-1)?.at)}`),
      sentence(`It becomes: ${span(becomes[0]?.at, becomes.at(-1)?.at)}, ${why}`),
    ],
    width,
  );
};

/** Records under the name of this device, before the learner is asked whether to take them. */
export const spokenOwnRecords = (found: OwnRecordsFound, tz: number): readonly string[] => {
  const types = [...found.types].map(([type, count]) => `${count} ${type}`);
  const rest = found.changing - CHANGES_SHOWN;
  const change = (event: JournalEvent): string =>
    sentence(spokenLine(`Record ${event.id} ${changeText(event, found, tz)}`));
  return [
    sentence(
      `${plural(found.records, 'record')} under the name of this device, ${found.device}, that it does not have: ${listed(types)}`,
    ),
    'Either this device has lost them, or somebody else has written them.',
    ...found.changes.slice(0, CHANGES_SHOWN).map(change),
    ...(rest > 0 ? [`And ${rest} more that take back, forget or move something.`] : []),
  ];
};
