/** A note on a page: printed, or read in a pager. The answer to its question comes when it is asked for. */
import { readPreferences } from '../../app/learner/device.ts';
import { recordReading } from '../../app/learner/reading-time.ts';
import type { NoteReading } from '../../app/course/read-note.ts';
import { placeTitle } from '../../app/course/read-note.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { tryItIn, withoutAnswer } from '../../core/reading/try-it.ts';
import type { Context } from '../program/context.ts';
import { pageWidth, showLines } from '../terminal/show-lines.ts';
import { momentNow } from '../../app/learner/moment.ts';

/** Less is no reading, and no reason to open the journal. */
const GLANCE_MS = 5_000;

/** Shows the answer after enter or `:answer`, where somebody sits in front of the terminal. */
const offerAnswer = async (context: Context, answer: readonly string[]): Promise<void> => {
  const { Asker, canAsk } = await import('../accessible/asker.ts');
  if (!canAsk(context)) return;
  const asker = new Asker(context);
  try {
    const line = await asker.ask('Try it: enter or :answer shows the answer, :q ends');
    if (line === '' || line === ':answer') asker.print(answer);
  } finally {
    asker.close();
  }
};

/** @param answer whether the answer to its question stands in it */
export const showNote = async (
  context: Context,
  course: CourseReader,
  reading: NoteReading,
  { pager, answer }: { readonly pager: boolean; readonly answer: boolean },
): Promise<void> => {
  const { out, runtime } = context;
  const [{ noteLines }, { renderMarkdown }] = await Promise.all([
    import('../../text/notes/note.ts'),
    import('../../text/markdown/markdown.ts'),
  ]);
  const asked = answer ? null : tryItIn(reading.sections);
  const hint = `*The answer: \`study notes ${reading.note.id}#try-it --answer\`*`;
  const shown = asked === null ? reading : { ...reading, sections: withoutAnswer(reading.sections, hint) };
  const page = {
    width: pageWidth(context),
    style: out.style,
    ascii: readPreferences(runtime).values.ascii || out.ascii,
  };
  const since = runtime.clock.now();
  await showLines(
    noteLines(shown, { ...page, placeTitle: place => placeTitle(course, place) }),
    context,
    pager,
  );
  if (!pager) return;
  if (asked !== null) await offerAnswer(context, renderMarkdown(asked.answer, page));
  const ms = runtime.clock.now() - since;
  if (ms < GLANCE_MS || !context.terminal.stdout) return;
  const journal = await context.journal();
  try {
    const moment = momentNow(runtime, journal.progress(course.id).settings);
    recordReading({ course, journal }, reading.note.id, moment, ms);
  } finally {
    journal.close();
  }
};
