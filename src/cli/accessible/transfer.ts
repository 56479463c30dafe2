/** What imports and exports did, for whoever hears it. */
import type { ImportReport } from '../../app/transfer/import-files.ts';
import type { DeckRemark } from '../../core/transfer/deck.ts';
import { spokenImport, spokenRemarks } from '../../text/accessible/transfer/spoken-import.ts';
import type { Context } from '../program/context.ts';

/** An import. @param undo the command that takes the progress back; `null`: none was recorded */
export const tellImport = (
  { out }: Pick<Context, 'out'>,
  report: ImportReport,
  isDry: boolean,
  undo: string | null,
): void => {
  for (const line of spokenImport(report, isDry, undo, out.columns)) out.line(line);
};

/** What an export changed and left, as messages beside the document. */
export const tellRemarks = ({ out }: Pick<Context, 'out'>, remarks: readonly DeckRemark[]): void => {
  for (const act of ['changed', 'left'] as const)
    for (const line of spokenRemarks(act, remarks, out.columns)) out.note(line);
};
