import { actIn, namedActs, undoLast, undoNamed } from '../../app/learner/progress-acts.ts';
import { utcMoment } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { actLines, actWords } from '../../text/learner/progress.ts';
import type { Context } from '../program/context.ts';
import { studyCommand } from '../program/study-command.ts';
import { spokenOf } from '../terminal/spoken.ts';

/** What the learner asked to take back. */
export interface UndoFlags {
  readonly list?: true;
}

/** Acts that are told as one thing, not item by item. */
const WHOLE: ReadonlySet<string> = new Set(['reset', 'redated', 'fitted', 'imported']);

const actShape = <T extends { readonly at: number }>(act: T) => ({ ...act, atUtc: utcMoment(act.at) });

/** `study progress undo`: takes back the last act of this device, or one by its name. */
export const undo = async (context: Context, name: string | undefined, flags: UndoFlags): Promise<void> => {
  const { out, options, runtime } = context;
  const [course, journal] = await Promise.all([
    flags.list === true ? context.course() : context.recordingCourse(),
    context.journal(),
  ]);
  const tz = runtime.clock.offset(runtime.clock.now());
  const spoken = spokenOf(context) === null ? null : await import('../accessible/progress.ts');
  try {
    if (flags.list === true) {
      const progress = journal.progress(course.id);
      const acts = namedActs(progress)
        .toReversed()
        .map(act => actIn(course, progress, act));
      if (options.json) out.json({ course: course.id, device: journal.device, acts: acts.map(actShape) });
      else if (spoken !== null && acts.length > 0) {
        journal.close();
        await spoken.tellActs(context, acts, { tz, device: journal.device });
      } else if (spoken === null) for (const line of actLines(acts, tz, journal.device)) out.line(line);
      if (acts.length === 0) out.note('There is nothing to undo.');
      return;
    }
    const { act, passedOver } =
      name === undefined ? undoLast(course, journal) : undoNamed(course, journal, name);
    if (options.json) {
      out.json({
        course: course.id,
        undone: actShape(act),
        passedOver: passedOver === null ? null : actShape(passedOver),
      });
      return;
    }
    if (spoken !== null) spoken.tellUndone(context, act);
    else if (WHOLE.has(act.type)) out.say(`undone ${actWords(act)}`);
    else for (const item of act.items) out.say(`undone ${sanitizeLine(item)}`);
    if (passedOver !== null) {
      const other = `${actWords(passedOver)} of device ${passedOver.device}`;
      out.say(`Left alone: ${other}, which came later.`);
      out.say(`To take that back: ${studyCommand(`study progress undo ${passedOver.id}`, options)}`);
    }
  } finally {
    journal.close();
  }
};
