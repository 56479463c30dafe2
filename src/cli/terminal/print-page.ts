import { writePage } from '../../app/learner/write-page.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { confirm } from './confirm.ts';
import type { Context } from '../program/context.ts';

/** Where `--html` sends a page, and whether it may replace a file that is no page of ours. */
interface PageTarget {
  /** A path, or `-` for stdout. */
  readonly path: string;
  readonly force: boolean;
}

/**
 * Writes a page where `--html` says, and says so.
 * @throws Failure `usage` where the file may not be replaced, or stdout is to hold JSON too; `data` where it
 *   cannot be written
 */
export const printPage = async (
  context: Context,
  page: string,
  { path, force }: PageTarget,
): Promise<void> => {
  const { out, options, runtime } = context;
  if (path === '-') {
    if (options.json)
      throw new Failure('usage', 'The page and JSON cannot both go to the output', {
        code: 'two-outputs',
        try: 'name a file: --html stats.html',
      });
    out.write(page);
    return;
  }
  const question = `There is a file already that study did not write: ${sanitizeLine(path)}. This replaces it.`;
  await writePage(runtime, path, page, () => confirm(context, question, force));
  if (options.json) out.json({ page: path });
  else out.say(`Wrote ${sanitizeLine(path)}`);
};
