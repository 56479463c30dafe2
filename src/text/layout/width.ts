import stringWidth from 'string-width';

/** One SGR sequence: a change of colour or weight, no cells wide. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const SGR = /\u001b\[[\d;]*m/g;

// One cell each, and most of what is ever measured: printable ASCII, Latin with its diacritics precomposed,
// dashes, quotation marks, bullets, arrows and box drawing. Building a segmenter and Unicode property
// expressions for those alone costs more than a short command's whole run.
const SIMPLE = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2199\u2500-\u259f]*$/;

// Segmenting takes quadratic time (measured, Node 20: a minute for 300 000 ideographs), so long texts are taken
// in pieces that begin with no mark that belongs to the character before.
const PIECE = 512;
const PIECES = /[^]{1,512}(?![\p{M}\u200d])|[^]{1,512}/gu;

let segmenter: Intl.Segmenter | undefined;

/** Text without its styles. */
export const stripStyles = (text: string): string => (text.includes('\u001b') ? text.replace(SGR, '') : text);

/** Cells a text takes in a terminal; styles take none. Wide characters take two, combining marks none. */
export const cellWidth = (text: string): number => {
  const bare = stripStyles(text);
  if (SIMPLE.test(bare)) return bare.length;
  if (bare.length <= PIECE) return stringWidth(bare);
  return (bare.match(PIECES) ?? []).reduce((sum, piece) => sum + stringWidth(piece), 0);
};

/** What a reader sees as one character each. The text must carry no styles. */
export const graphemes = (text: string): readonly string[] => {
  if (SIMPLE.test(text)) return text.split('');
  const known = (segmenter ??= new Intl.Segmenter());
  const pieces = text.length <= PIECE ? [text] : (text.match(PIECES) ?? []);
  return pieces.flatMap(piece => Array.from(known.segment(piece), part => part.segment));
};

/** The longest beginning of an unstyled text that takes at most `width` cells, never cut within a character. */
export const sliceCells = (text: string, width: number): string => {
  if (cellWidth(text) <= width) return text;
  let cells = 0;
  let kept = '';
  for (const grapheme of graphemes(text)) {
    cells += cellWidth(grapheme);
    if (cells > width) break;
    kept += grapheme;
  }
  return kept;
};

/** An unstyled text cut to `width` cells, with an ellipsis where something is missing. */
export const truncate = (text: string, width: number, ellipsis = '…'): string =>
  cellWidth(text) <= width ? text : sliceCells(text, width - cellWidth(ellipsis)).trimEnd() + ellipsis;

/** Spaces behind, up to `width` cells; the text may carry styles. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - cellWidth(text)));

/** Spaces before, up to `width` cells; the text may carry styles. */
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - cellWidth(text))) + text;
