import { namedPart } from '../../app/course/find.ts';
import type { DeckExport, DeckFormat } from '../../app/transfer/export-deck.ts';
import { exportDeck, writeExport } from '../../app/transfer/export-deck.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { plural } from '../../text/layout/columns.ts';
import { remarkLines } from '../../text/transfer/import-lines.ts';
import type { Context } from '../program/context.ts';
import { spokenOf } from '../terminal/spoken.ts';

/** A package is no text for a terminal, and several files are no stream. */
const requirePlace = (format: DeckFormat, { files }: DeckExport, { terminal, options }: Context): void => {
  const isBinary = files.some(({ contents }) => typeof contents !== 'string');
  if (files.length <= 1 && !isBinary) return;
  if (isBinary && !terminal.stdout && !options.json) return;
  throw new Failure('usage', isBinary ? 'A package is no text' : `This makes ${files.length} files`, {
    code: 'needs-output',
    place: '--output',
    try: isBinary ? `study export ${format} --output cards.apkg` : `study export ${format} --output DIR`,
  });
};

/** `study export` in a format of other programs: to stdout, or to the place that is named. */
export const exportToProgram = async (
  context: Context,
  format: DeckFormat,
  words: readonly string[],
  output: string | undefined,
): Promise<void> => {
  const { out, options, runtime } = context;
  const spoken = spokenOf(context) !== null;
  const course = await context.course();
  const journal = await context.journal();
  try {
    const made = await exportDeck(format, runtime, course, journal, namedPart(course, words));
    if (output === undefined) requirePlace(format, made, context);
    const written = output === undefined ? null : writeExport(made, output, runtime);
    const { files, remarks, cards, questions } = made;
    if (options.json) {
      const shown = files.map(({ name, contents }) => ({
        name,
        text: typeof contents === 'string' ? contents : null,
      }));
      out.json({ format, cards, questions, files: written ?? shown, remarks });
      return;
    }
    if (written === null) {
      for (const { contents } of files)
        if (typeof contents === 'string') out.write(contents);
        else await out.copy([contents]);
    } else for (const path of written) out.say(spoken ? `Wrote ${sanitizeLine(path)}` : sanitizeLine(path));
    if (cards + questions === 0) out.note('There is nothing in it: no card and no question.');
    const left = remarks.filter(({ act }) => act === 'left');
    if (left.length > 0 || remarks.length > 0) {
      out.note(`${plural(cards, 'card')} and ${plural(questions, 'question')} looked at.`);
      if (spoken) (await import('../accessible/transfer.ts')).tellRemarks(context, remarks);
      else
        for (const line of [
          ...remarkLines(
            'Changed',
            remarks.filter(({ act }) => act === 'changed'),
            'with --json all of them are listed',
          ),
          ...remarkLines('Left', left, 'with --json all of them are listed'),
        ])
          out.note(line);
    }
  } finally {
    journal.close();
  }
};
