/** Parts of a line that is styled already, shown in reverse. */

/** From `start` to before `end`, in UTF-16 units of the line without its styles. */
interface Part {
  readonly start: number;
  readonly end: number;
}

const BEGIN = '\u001b[7m';
const END = '\u001b[27m';

/** The line with its parts in reverse; nothing else of its styles changes. */
export const markSpans = (styled: string, parts: readonly Part[]): string => {
  if (parts.length === 0) return styled;
  let at = 0;
  let marked = '';
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  for (const piece of styled.match(/\u001b\[[\d;]*m|[^\u001b]+/g) ?? []) {
    if (piece.startsWith('\u001b')) {
      marked += piece;
      continue;
    }
    let from = 0;
    for (const { start, end } of parts) {
      const begin = Math.max(from, start - at);
      const stop = Math.min(piece.length, end - at);
      if (stop <= begin) continue;
      marked += piece.slice(from, begin) + BEGIN + piece.slice(begin, stop) + END;
      from = stop;
    }
    marked += piece.slice(from);
    at += piece.length;
  }
  return marked;
};
