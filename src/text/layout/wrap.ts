import { cellWidth, graphemes } from './width.ts';

/** What ends a style, by the code that begins it (ECMA-48, as `util.styleText` writes them). */
const endOf = (code: number): number => {
  if (code <= 2) return 22;
  if (code < 10) return code + 20;
  if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) return 39;
  return 49;
};

const isEnd = (code: number): boolean => (code >= 22 && code <= 29) || code === 39 || code === 49;

/** The styles in force: what began them, by what ends them. Weight (22) adds up, of the others the last holds. */
type Styles = ReadonlyMap<number, readonly number[]>;

const apply = (styles: Styles, code: number): Styles => {
  if (code === 0) return new Map();
  const changed = new Map(styles);
  if (isEnd(code)) {
    changed.delete(code);
  } else {
    const end = endOf(code);
    const kept = end === 22 ? (changed.get(end) ?? []).filter(other => other !== code) : [];
    changed.set(end, [...kept, code]);
  }
  return changed;
};

const same = (a: readonly number[] = [], b: readonly number[] = []): boolean =>
  a.length === b.length && a.every((code, i) => code === b[i]);

const sequence = (code: number): string => `\u001b[${code}m`;

/** The sequences that lead from one set of styles to another. */
const change = (from: Styles, to: Styles): string => {
  let out = '';
  for (const [end, codes] of [...from].reverse()) if (!same(codes, to.get(end))) out += sequence(end);
  for (const [end, codes] of to) if (!same(codes, from.get(end))) out += codes.map(sequence).join('');
  return out;
};

/** Characters after which a word that must be cut is cut more kindly. */
const SEAM = /[-/_.,:;?&=+)\]}]/;

/** Parts of a word wider than the line, which begins with `room` free cells; each but the last ends a line. */
const cutWord = (word: string, room: number, width: number): readonly string[] => {
  const parts: string[] = [];
  let part: string[] = [];
  let cells = 0;
  let free = room;
  for (const grapheme of graphemes(word)) {
    const its = cellWidth(grapheme);
    if (cells + its > free) {
      const seam = part.findLastIndex((one, i) => i > part.length / 2 && SEAM.test(one));
      const rest = seam === -1 ? [] : part.splice(seam + 1);
      parts.push(part.join(''));
      part = rest;
      cells = rest.reduce((sum, one) => sum + cellWidth(one), 0);
      free = width;
    }
    part.push(grapheme);
    cells += its;
  }
  return [...parts, part.join('')];
};

/** A line under construction: what was written, and the styles that are open behind it. */
interface Line {
  text: string;
  cells: number;
  styles: Styles;
}

const NO_STYLES: Styles = new Map();

/** One piece of a word, with the styles it is written in. */
interface Piece {
  readonly text: string;
  readonly styles: Styles;
}

/**
 * Text broken at spaces into lines of at most `width` cells, each complete in itself: styles that reach over
 * a break are closed and opened again. A newline breaks too. Words wider than a line are cut. Spaces at the
 * beginning of a paragraph stay, those around a break go.
 *
 * @param text may carry SGR styles, but no other control characters than newlines
 * @param width in cells, at least 2
 */
export const wrapText = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line: Line = { text: '', cells: 0, styles: NO_STYLES };
  let styles: Styles = NO_STYLES;
  let spaces: Piece | null = null;
  let word: Piece[] = [];

  const write = (piece: string, its: Styles): void => {
    line.text += change(line.styles, its) + piece;
    line.cells += cellWidth(piece);
    line.styles = its;
  };
  const breakLine = (): void => {
    lines.push(line.text + change(line.styles, NO_STYLES));
    line = { text: '', cells: 0, styles: NO_STYLES };
  };
  const writeCut = ({ text: piece, styles: its }: Piece): void => {
    if (line.cells + cellWidth(piece) <= width) {
      write(piece, its);
      return;
    }
    cutWord(piece, width - line.cells, width).forEach((part, i) => {
      if (i > 0) breakLine();
      if (part !== '') write(part, its);
    });
  };
  const endWord = (): void => {
    if (word.length === 0) return;
    const cells = word.reduce((sum, piece) => sum + cellWidth(piece.text), 0);
    const gap = spaces === null ? 0 : cellWidth(spaces.text);
    // A wide word is mostly Chinese or Japanese, which breaks anywhere: it goes on where the line stands.
    const flows = cells > width && word.some(piece => cellWidth(piece.text) > piece.text.length);
    if (line.cells + gap + (flows ? 2 : cells) > width && line.cells > 0) breakLine();
    else if (spaces !== null && gap < width) write(spaces.text, spaces.styles);
    for (const piece of word) writeCut(piece);
    spaces = null;
    word = [];
  };

  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  for (const part of text.match(/\u001b\[[\d;]*m|\n| +|[^ \n\u001b]+/g) ?? []) {
    if (part.startsWith('\u001b')) {
      for (const code of part.slice(2, -1).split(';')) styles = apply(styles, Number(code));
    } else if (part === '\n') {
      endWord();
      spaces = null;
      breakLine();
    } else if (part.startsWith(' ')) {
      endWord();
      spaces = { text: part, styles };
    } else {
      word.push({ text: part, styles });
    }
  }
  endWord();
  breakLine();
  return lines;
};

/** Parts in lines, with a sign between those that share one: no line begins with the sign, and none cuts a part in two. */
export const wrapParts = (parts: readonly string[], width: number, between: string): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    const joined = line === '' ? part : line + between + part;
    if (line !== '' && cellWidth(joined) > width) {
      lines.push(line);
      line = part;
    } else line = joined;
  }
  return [...lines, ...(line === '' ? [] : [line])].flatMap(each => wrapText(each, width));
};

/** A text behind a label, its further lines below the first; at least 20 cells wide, whatever the label takes. */
export const hangingText = (label: string, text: string, columns: number): readonly string[] => {
  const indent = ' '.repeat(cellWidth(label));
  return wrapText(text, Math.max(20, columns - indent.length)).map(
    (line, i) => (i === 0 ? label : indent) + line,
  );
};
