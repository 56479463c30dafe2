/** `study progress redate`. */
import type { RedatePlan } from '../../app/learner/redate.ts';
import { planRedating, redate } from '../../app/learner/redate.ts';
import { dateToDay, utcMoment } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';
import { plural } from '../../text/layout/columns.ts';
import { redateLines } from '../../text/learner/progress.ts';
import { confirm } from '../terminal/confirm.ts';
import type { Context } from '../program/context.ts';
import { spokenOf } from '../terminal/spoken.ts';

/** Flags of the command. */
export interface RedateFlags {
  readonly to?: string;
  readonly list?: true;
  readonly force?: true;
}

/**
 * A moment on the learner's clock, `2026-11-20T09:05` or `2026-11-20` for noon, as ms UTC.
 * @throws Failure `usage` for anything else
 */
const parseMoment = (text: string, offset: (at: number) => number): number => {
  const [, date = '', hour = '12', minute = '00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d))?$/.exec(text) ?? [];
  const day = dateToDay(date);
  if (day === null)
    throw new Failure('usage', `--to takes a moment such as 2026-11-20T09:05, not "${text}"`, {
      code: 'bad-moment',
      try: 'study progress redate --list shows the records',
    });
  const local = day * 86_400_000 + (Number(hour) * 60 + Number(minute)) * 60_000;
  const about = local - offset(local) * 60_000;
  return Math.max(0, local - offset(about) * 60_000);
};

const asJson = ({ run, records }: RedatePlan): object => ({
  file: run.file,
  from: run.isAhead ? 'future' : 'past',
  records: records.map(({ id, at }) => {
    const was = [...run.records, ...run.doubters].find(record => record.id === id)?.at ?? at;
    return { id, at, atUtc: utcMoment(at), was, wasUtc: utcMoment(was) };
  }),
});

/** Shows the runs of records with odd moments and what they would become, and writes it after a yes. */
export const redateRecords = async (
  context: Context,
  words: readonly string[],
  flags: RedateFlags,
): Promise<void> => {
  const { out, options, runtime } = context;
  const { now, offset } = runtime.clock;
  const start = flags.to === undefined ? null : parseMoment(flags.to, offset);
  const [course, journal] = await Promise.all([context.recordingCourse(), context.journal()]);
  const plans = planRedating(journal, { words, start, now: now() });
  const isShown = flags.list === true || plans.length === 0;
  if (options.json && isShown) out.json({ runs: plans.map(asJson), redated: 0 });
  else if (!options.json) {
    const print = isShown ? out.line : out.warn;
    if (spokenOf(context) !== null)
      (await import('../accessible/progress.ts')).tellRedating(context, plans, print);
    else for (const plan of plans) for (const line of redateLines(plan, offset)) print(line);
    if (plans.length === 0) out.note('Every record has a moment that can be right.');
  }
  if (isShown) {
    journal.close();
    return;
  }
  await confirm(
    context,
    'Is the clock of this machine right, and is this what you want?',
    flags.force === true,
  );
  redate(journal, course.id, plans);
  journal.close();
  const count = plans.reduce((sum, { run }) => sum + run.records.length, 0);
  if (options.json) out.json({ runs: plans.map(asJson), redated: count });
  else {
    out.say(`Redated ${plural(count, 'record')}.`);
    out.say('To take it back: study progress undo');
  }
};
