/** Frames of a terminal as one SVG that shows them in turn, with no script and nothing to load. */
import { cellWidth } from '../../src/text/layout/width.ts';

/** One picture of a recording. */
export interface RecordedFrame {
  /** What is typed to come here, shown below the frame. */
  readonly keys: string;
  /** Lines with their styles, as they go to a terminal. */
  readonly lines: readonly string[];
  readonly seconds: number;
}

const CELL = { width: 8.4, height: 18 } as const;
const MARGIN = 16;
const CAPTION = 30;

/** The sixteen colors of a common dark theme. */
const COLORS = [
  '#45475a',
  '#f38ba8',
  '#a6e3a1',
  '#f9e2af',
  '#89b4fa',
  '#cba6f7',
  '#94e2d5',
  '#bac2de',
  '#6c7086',
  '#f38ba8',
  '#a6e3a1',
  '#f9e2af',
  '#89b4fa',
  '#cba6f7',
  '#94e2d5',
  '#ffffff',
] as const;
const GROUND = '#1e1e2e';
const TEXT = '#cdd6f4';

interface Look {
  readonly color: number | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly inverse: boolean;
}

const PLAIN: Look = {
  color: null,
  bold: false,
  dim: false,
  italic: false,
  underlined: false,
  inverse: false,
};

const changed = (look: Look, code: number): Look => {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...look, bold: true };
  if (code === 2) return { ...look, dim: true };
  if (code === 3) return { ...look, italic: true };
  if (code === 4) return { ...look, underlined: true };
  if (code === 7) return { ...look, inverse: true };
  if (code === 22) return { ...look, bold: false, dim: false };
  if (code === 23) return { ...look, italic: false };
  if (code === 24) return { ...look, underlined: false };
  if (code === 27) return { ...look, inverse: false };
  if (code === 39) return { ...look, color: null };
  if (code >= 30 && code <= 37) return { ...look, color: code - 30 };
  if (code >= 90 && code <= 97) return { ...look, color: code - 82 };
  throw new Error(`The recording cannot show the style ${code}`);
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const round = (value: number): string => String(Math.round(value * 10) / 10);

const spanOf = (text: string, look: Look, column: number, top: number): string => {
  const width = cellWidth(text) * CELL.width;
  const x = MARGIN + column * CELL.width;
  const color = look.color === null ? TEXT : COLORS[look.color];
  const classes = [
    ...(look.bold ? ['b'] : []),
    ...(look.dim ? ['d'] : []),
    ...(look.italic ? ['i'] : []),
    ...(look.underlined ? ['u'] : []),
  ].join(' ');
  const ground = look.inverse
    ? `<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${CELL.height}" fill="${color}"/>`
    : '';
  if (text.trim() === '') return ground;
  const fill = look.inverse ? GROUND : color;
  // Whatever font there is, a text takes the cells that it has.
  return `${ground}<text x="${round(x)}" y="${round(top + 13)}" textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"${fill === TEXT ? '' : ` style="fill:${fill}"`}${classes === '' ? '' : ` class="${classes}"`}>${escaped(text)}</text>`;
};

const lineOf = (line: string, number: number): string => {
  let look = PLAIN;
  let column = 0;
  const spans: string[] = [];
  for (const [n, styled] of line.split('\u001b').entries()) {
    // What follows an escape begins with the codes of its style, `[1;32m`.
    const [, codes, text = ''] = n === 0 ? ['', undefined, styled] : (/^\[([\d;]*)m(.*)$/.exec(styled) ?? []);
    for (const code of codes?.split(';') ?? []) look = changed(look, Number(code));
    // Runs of spaces are places, not text: each word begins at its own cell.
    for (const [part] of text.matchAll(/ {2,}|(?:(?! {2}).)+/g)) {
      if (part.trim() !== '' || look.inverse)
        spans.push(spanOf(part, look, column, MARGIN + number * CELL.height));
      column += cellWidth(part);
    }
  }
  return spans.join('');
};

/**
 * The SVG of a recording.
 * @param title what is seen, for those who do not see it
 */
export const terminalSvg = (frames: readonly RecordedFrame[], columns: number, title: string): string => {
  const rows = Math.max(...frames.map(({ lines }) => lines.length));
  const width = round(columns * CELL.width + 2 * MARGIN);
  const height = round(rows * CELL.height + 2 * MARGIN + CAPTION);
  const total = frames.reduce((sum, { seconds }) => sum + seconds, 0);
  let from = 0;
  const styles: string[] = [];
  const groups = frames.map(({ keys, lines, seconds }, n) => {
    const [begin, end] = [from, from + seconds].map(at => round((at / total) * 100));
    from += seconds;
    styles.push(
      `@keyframes f${n}{0%{visibility:${n === 0 ? 'visible' : 'hidden'}}${begin}%{visibility:visible}${end}%,100%{visibility:hidden}}`,
      `#f${n}{visibility:${n === 0 ? 'visible' : 'hidden'};animation:f${n} ${total}s step-end infinite}`,
    );
    const caption = `<text x="${MARGIN}" y="${round(rows * CELL.height + MARGIN + CAPTION)}" class="d">${escaped(keys)}</text>`;
    return `<g id="f${n}">${lines.map(lineOf).filter(Boolean).join('\n')}\n${caption}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    '<style>',
    `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:${TEXT};white-space:pre}`,
    '.b{font-weight:bold}.d{opacity:.65}.i{font-style:italic}.u{text-decoration:underline}',
    ...styles,
    '@media (prefers-reduced-motion:reduce){g{animation:none!important}}',
    '</style>',
    `<rect width="100%" height="100%" rx="8" fill="${GROUND}"/>`,
    ...groups,
    '</svg>',
    '',
  ].join('\n');
};
