/** Drawings of characters in notes, and the texts that stand for them: what the info string of a fence says. */

/** `text` of ```` ```text alt="..." ````, in lower case. */
export const languageOf = (info: string): string => /^\S+/.exec(info)?.[0]?.toLowerCase() ?? '';

/**
 * The text that stands for a drawing: ```` ```text alt="What the drawing teaches." ````; a quotation mark within it is
 * written `'`. `null`: there is none.
 */
export const drawingText = (info: string): string | null => {
  const text = /(?:^|\s)alt="([^"]*)"\s*$/.exec(info)?.[1]?.trim() ?? '';
  return text === '' ? null : text;
};

/** Languages that say nothing of what a block holds. */
const PLAIN: ReadonlySet<string> = new Set(['', 'text', 'txt', 'plain', 'ascii', 'diagram']);

/** Lines and corners of boxes, and what a terminal draws them with. */
const BOX = /[\u2190-\u21ff\u2500-\u259f]/;
/** An arrow or a line of two dashes or more that leads somewhere: `-->`, `<--`, `--+`, `+--`, `--port--`, `|---`. */
const ARROW = /-+>|<-+|=+>|<=+|[-=]{2,}[+|\\/'`X]|[+|\\/`'][-=]{2,}|\w ?-{2,} ?\w/;
/** A line of nothing but bars, corners, slashes and tips, which joins what stands above with what stands below. */
const JOINT = /^[\s|+\\/^v_'`-]*[|\\/^v][\s|+\\/^v_'`-]*$/;
/** A frame or a rule. */
const FRAME = /\+-{2,}\+?|^\s*-{6,}\s*$|_{6,}|\|={3,}/;

/** A branch of a tree or the end of a bar: ` +- app.js`, ` |- OU Workloads`, `| |   size`, `|bucket | |prefix`. */
const BRANCH = /^\s*[|+`\\][-_]+[-_ >]|^\s*\|\s*[|+`]-|^\s*\|(?:\s+\|)+|\|\w+ *\|/;

/** Lines of code that have arrows and bars of their own, and flags of commands. */
const CODE_LINE = /\)\s*=>|=>\s*[{(]|[;{}]\s*$|^\s*\.\w+\(|\|\||&&|\s--[a-z][\w-]+(?:[ =]|$)/;

const linesOf = (text: string): readonly string[] => text.split('\n').filter(line => line.trim() !== '');

/** Whether a fenced block is a drawing: nothing says that it is code, and lines or arrows carry what it means. */
export const isDrawing = (info: string, text: string): boolean => {
  if (drawingText(info) !== null) return true;
  if (!PLAIN.has(languageOf(info))) return false;
  const lines = linesOf(text);
  const drawn = lines.filter(
    line =>
      BOX.test(line) ||
      FRAME.test(line) ||
      JOINT.test(line) ||
      BRANCH.test(line) ||
      (ARROW.test(line) && (/--+>/.test(line) || !CODE_LINE.test(line))),
  );
  return drawn.length > 0 && drawn.length * 6 >= lines.length;
};

/** Cells of a line that stand below those of the line before: three spaces or more part them. */
const COLUMNS = /\S {3,}\S/;

/** Whether a fenced block that says of no language is laid out in columns, so that place carries what it means. */
export const isColumned = (info: string, text: string): boolean => {
  if (!PLAIN.has(languageOf(info)) || drawingText(info) !== null) return false;
  const lines = linesOf(text);
  const columned = lines.filter(line => COLUMNS.test(line));
  return columned.length > 1 && columned.length * 2 >= lines.length;
};
