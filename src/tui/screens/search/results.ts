/** What was found, as a list under headings. */
import type { Find, Finds, FindType } from '../../../app/search/search-course.ts';
import { FIND_TYPES } from '../../../app/search/search-course.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { HEADINGS, highlightRanges } from '../../../text/search/search-results.ts';
import { cutAtWord } from '../../../text/layout/short-name.ts';
import { cellWidth, padEnd, truncate } from '../../../text/layout/width.ts';
import type { Theme } from '../../components/theme.ts';

/** One line of the list; `index` counts what was found. */
export type Row =
  | { readonly is: 'gap' }
  | { readonly is: 'heading'; readonly type: FindType; readonly shown: number; readonly total: number }
  | { readonly is: 'find'; readonly index: number };

/** What was found as rows, with a heading for each type. */
export const resultRows = ({ finds, totals }: Finds): readonly Row[] => {
  const rows: Row[] = [];
  for (const type of FIND_TYPES) {
    const first = finds.findIndex(find => find.type === type);
    if (first === -1) continue;
    const shown = finds.filter(find => find.type === type).length;
    if (rows.length > 0) rows.push({ is: 'gap' });
    rows.push({ is: 'heading', type, shown, total: Math.max(shown, totals.get(type) ?? 0) });
    for (let i = first; i < first + shown; i++) rows.push({ is: 'find', index: i });
  }
  return rows;
};

/** `12 notes, 3 cards`: what there is of each kind. */
export const totalsText = ({ totals }: Finds): string =>
  FIND_TYPES.flatMap(type => {
    const total = totals.get(type) ?? 0;
    const name = HEADINGS[type].toLowerCase();
    return total === 0 ? [] : [`${total} ${total === 1 ? name.replace(/s$/, '') : name}`];
  }).join(', ');

/** The first find of the next kind, or of this or the previous one; at an end it stays. */
export const kindBy = (finds: readonly Find[], index: number, by: 1 | -1): number => {
  const typeOf = (at: number): FindType | undefined => finds[at]?.type;
  const firstOf = (at: number): number =>
    Math.max(
      0,
      finds.findIndex(({ type }) => type === typeOf(at)),
    );
  if (by === -1) return firstOf(firstOf(index) === index ? Math.max(0, index - 1) : index);
  const next = finds.findIndex((find, i) => i > index && find.type !== typeOf(index));
  return next === -1 ? index : next;
};

/** What stands at the right of a result: where it is from. */
const placeOf = ({ type, title, topicTitle }: Find): string =>
  type === 'section' && title === topicTitle ? '' : topicTitle;

const findLine = (find: Find, isChosen: boolean, columns: number, { style, signs }: Theme): string => {
  // What a short title leaves is free for where it is from.
  const room = Math.max(Math.floor(columns * 0.4), columns - cellWidth(find.title) - 5);
  const place = cutAtWord(sanitizeLine(placeOf(find)), room, signs.ellipsis);
  const title = truncate(find.title, columns - cellWidth(place) - 5, signs.ellipsis);
  const ranges = find.titleRanges.filter(({ end }) => end <= title.length);
  const paint = isChosen ? style.strong : (text: string): string => text;
  const name = highlightRanges(title, ranges, style.match, paint);
  const left = `${isChosen ? signs.pointer : ' '} ${name}`;
  return padEnd(left, columns - cellWidth(place)) + style.dim(place);
};

/** One line of the list. */
export const rowLine = (
  row: Row,
  finds: readonly Find[],
  chosen: number | null,
  columns: number,
  theme: Theme,
): string => {
  if (row.is === 'gap') return '';
  if (row.is === 'heading') {
    const count = row.total > row.shown ? `  ${row.shown} of ${row.total}` : `  ${row.total}`;
    return theme.style.heading(HEADINGS[row.type]) + theme.style.dim(count);
  }
  const find = finds[row.index];
  return find === undefined ? '' : findLine(find, row.index === chosen, columns, theme);
};
