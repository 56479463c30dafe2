import { fitCourse, recordFit } from '../../app/learner/fit-memory.ts';
import { plural } from '../../text/layout/columns.ts';
import type { Context } from '../program/context.ts';
import { confirm } from '../terminal/confirm.ts';

/** `study progress fit`: fits the memory model to the learner's reviews, and keeps the parameters after a yes. */
export const fitProgress = async (context: Context, flags: { readonly force?: true }): Promise<void> => {
  const { out, options, runtime } = context;
  const [course, journal] = await Promise.all([context.recordingCourse(), context.journal()]);
  try {
    const fit = fitCourse(runtime, course, journal);
    const { reviews, judged, before, after, weights } = fit;
    const isBetter = after < before;
    if (!options.json) {
      out.say(
        `Fitted to the first ${reviews - judged} of ${plural(reviews, 'review')}, judged on the last ${judged}.`,
      );
      out.say(
        `Log loss there: ${before.toFixed(4)} with the standard parameters, ${after.toFixed(4)} with yours.`,
      );
    }
    if (!isBetter) {
      if (options.json) out.json({ course: course.id, reviews, judged, before, after, weights, kept: false });
      else out.say('The standard parameters predict your reviews as well: nothing was changed.');
      return;
    }
    await confirm(
      context,
      'From the next answers on intervals follow your parameters.',
      flags.force === true,
    );
    recordFit(course, journal, fit);
    if (options.json) out.json({ course: course.id, reviews, judged, before, after, weights, kept: true });
    else out.say('Kept. To take it back: study progress undo');
  } finally {
    journal.close();
  }
};
