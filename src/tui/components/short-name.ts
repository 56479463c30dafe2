import { sanitizeLine } from '../../core/base/sanitize.ts';
import { cellWidth, sliceCells, truncate } from '../../text/layout/width.ts';
import { capital } from '../../text/layout/columns.ts';

/** A name cut to so many cells at a word where that leaves half of them, else within one; with a sign that it is cut. */
export const shortName = (name: string, width: number, ellipsis: string): string => {
  if (cellWidth(name) <= width) return name;
  const cut = sliceCells(name, width - cellWidth(ellipsis));
  const space = cut.lastIndexOf(' ');
  const next = name.charAt(cut.length);
  const isWhole = next === ' ';
  if (!isWhole && space < width / 2) return truncate(name, width, ellipsis);
  return (isWhole ? cut : cut.slice(0, space)).replace(/[\s,:;.-]+$/, '') + ellipsis;
};

/** An id as a title: `core-services` as `Core services`. */
export const titleOfId = (id: string): string => capital(sanitizeLine(id).replaceAll('-', ' '));
