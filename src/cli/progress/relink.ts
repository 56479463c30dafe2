import { relinkFromCourse, relinkItems } from '../../app/relink/relink-by-hand.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';
import { reportOrphans } from '../../core/relink/orphan-report.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { cardsAndQuestions } from '../../text/layout/columns.ts';
import { orphanLines } from '../../text/learner/relink.ts';
import { momentNow } from '../../app/learner/moment.ts';
import type { Context } from '../program/context.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { studyCommand } from '../program/study-command.ts';

/** What the learner asked to tie. */
export interface RelinkFlags {
  readonly fromCourse?: string;
}

/** `study progress relink`: lists what is gone from the course, or ties it to what it is now. */
export const relink = async (
  context: Context,
  from: string | undefined,
  to: string | undefined,
  { fromCourse }: RelinkFlags,
): Promise<void> => {
  const { out, options } = context;
  const command = (words: string): string => studyCommand(words, options);
  if ((from === undefined) !== (to === undefined) || (from !== undefined && fromCourse !== undefined)) {
    throw new Failure('usage', 'A link is from the old key of a card or question to its new one', {
      code: 'relink-what',
      try: 'study progress relink OLD NEW; without keys it lists what is gone from the course',
    });
  }
  const isListed = from === undefined && fromCourse === undefined;
  const [course, journal] = await Promise.all([
    isListed ? context.course() : context.recordingCourse(),
    context.journal(),
  ]);
  try {
    if (from === undefined || to === undefined) {
      if (fromCourse !== undefined) {
        const id = relinkFromCourse(course, journal, fromCourse);
        const items = journal.progress(course.id).items.size;
        if (options.json) out.json({ course: course.id, from: fromCourse, to: course.id, event: id, items });
        else {
          const name = sanitizeLine(fromCourse);
          const count = cardsAndQuestions(items);
          out.say(
            spokenOf(context) === null
              ? `relinked the course ${name}: ${count} with progress now`
              : `The progress of the course ${name} belongs to this one: ${count} with progress now.`,
          );
          out.say(`To take it back: ${command(`study progress undo ${id}`)}`);
        }
        return;
      }
      const orphans = reportOrphans(course, journal.progress(course.id));
      if (options.json)
        out.json({
          course: course.id,
          orphans: orphans.map(({ lastDay, ...orphan }) => ({
            ...orphan,
            last: lastDay < 0 ? null : dayToDate(lastDay),
          })),
        });
      else if (spokenOf(context) === null) for (const line of orphanLines(orphans, command)) out.line(line);
      else {
        const { day } = momentNow(context.runtime, journal.progress(course.id).settings);
        (await import('../accessible/progress.ts')).tellOrphans(context, orphans, command, day);
      }
      if (orphans.length === 0) out.note('Every card and question with progress is in this course.');
      return;
    }
    const id = relinkItems(course, journal, from, to);
    if (options.json) {
      out.json({ course: course.id, from, to, event: id });
      return;
    }
    out.say(
      spokenOf(context) === null
        ? `relinked ${sanitizeLine(from)} ${sanitizeLine(to)}`
        : `The progress of ${sanitizeLine(from)} belongs to ${sanitizeLine(to)} now.`,
    );
    out.say(`To take it back: ${command(`study progress undo ${id}`)}`);
  } finally {
    journal.close();
  }
};
