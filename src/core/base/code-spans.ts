/** Where something stands in a text: from `start` up to but not including `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Code spans of one paragraph of Markdown, with their backticks: a run of backticks up to the next run of the
 * same length (CommonMark 6.1). Runs without a partner are text. Linear in the text.
 */
export const codeSpans = (paragraph: string): readonly Span[] => {
  if (!paragraph.includes('`')) return [];
  const runs = [...paragraph.matchAll(/`+/g)].map(run => ({ start: run.index, length: run[0].length }));
  const byLength = new Map<number, number[]>();
  runs.forEach((run, i) => {
    const list = byLength.get(run.length);
    if (list === undefined) byLength.set(run.length, [i]);
    else list.push(i);
  });
  const next = new Map<number, number>();
  const spans: Span[] = [];
  for (let i = 0; i < runs.length; i++) {
    const opener = runs[i];
    if (opener === undefined) break;
    // A backslash makes the first backtick of a run literal, and the rest of the run opens.
    if (isEscaped(paragraph, opener.start)) continue;
    const candidates = byLength.get(opener.length) ?? [];
    let at = next.get(opener.length) ?? 0;
    while (at < candidates.length && (candidates[at] ?? 0) <= i) at++;
    next.set(opener.length, at);
    const j = candidates[at];
    const closer = j === undefined ? undefined : runs[j];
    if (j === undefined || closer === undefined) continue;
    spans.push({ start: opener.start, end: closer.start + closer.length });
    i = j;
  }
  return spans;
};

/** A paragraph with its parts outside code spans changed one by one, and the code spans too where it is told how. */
export const mapAroundCode = (
  paragraph: string,
  change: (part: string) => string,
  changeCode: (span: string) => string = span => span,
): string => {
  let result = '';
  let from = 0;
  for (const { start, end } of codeSpans(paragraph)) {
    result += change(paragraph.slice(from, start)) + changeCode(paragraph.slice(start, end));
    from = end;
  }
  return result + change(paragraph.slice(from));
};

/** Backslashes counted; a longer run is no text. */
const MOST = 1000;

/** Whether the character at `index` stands behind an odd number of backslashes. */
export const isEscaped = (text: string, index: number): boolean => {
  let count = 0;
  while (count < MOST && index - count > 0 && text.charAt(index - count - 1) === '\\') count++;
  return count % 2 === 1;
};
