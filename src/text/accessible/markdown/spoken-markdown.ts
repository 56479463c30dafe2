import { sanitize } from '../../../core/base/sanitize.ts';
import { lexMarkdown } from '../../markdown/markdown-lexer.ts';
import { wrapWords } from '../../layout/wrap-words.ts';
import { spokenBlocks } from './spoken-blocks.ts';
import type { LinkBook } from '../../markdown/link-book.ts';

export { LinkBook } from '../../markdown/link-book.ts';

/**
 * GitHub Markdown as lines to be heard, of at most `width` cells, code and addresses excepted: nothing is told by
 * place or by a sign. No text makes it throw.
 *
 * This module loads marked: import it dynamically where it is needed.
 */
export const speakMarkdown = (
  markdown: string,
  {
    width,
    links = null,
    readsDrawings = false,
  }: { readonly width: number; readonly links?: LinkBook | null; readonly readsDrawings?: boolean },
): readonly string[] => {
  const source = sanitize(markdown.replace(/\r\n?/g, '\n'));
  const cells = Math.max(20, width);
  try {
    return spokenBlocks(lexMarkdown(source), { width: cells, links, readsDrawings });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return wrapWords(source, cells);
  }
};
