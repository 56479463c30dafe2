/**
 * Charts of characters. Every drawing stands beside its number, so that neither colour nor shape is the only
 * carrier; who has a screen reader gets the words and numbers alone.
 */
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Style } from '../layout/style.ts';
import { cellWidth, padEnd, padStart, truncate } from '../layout/width.ts';

/** What a chart may be made of. */
export interface ChartLook {
  readonly style: Style;
  /** Cells a line may take. */
  readonly width: number;
  /** Only ASCII characters. */
  readonly ascii: boolean;
  /** Words and numbers instead of drawings. */
  readonly spoken: boolean;
}

/** A block of so many eighths of a cell. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'] as const;
const HEIGHTS = {
  blocks: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  ascii: ['.', ':', '-', '=', '+', '*', '#', '@'],
};

/** A share that can be drawn: from 0 to 1, 0 for what is none. */
const clamp = (share: number): number => (share > 0 ? Math.min(1, share) : 0);

/** A bar of up to `width` cells for a share from 0 to 1. What is more than nothing is never drawn as nothing. */
export const drawBar = (share: number, width: number, { ascii }: Pick<ChartLook, 'ascii'>): string => {
  const part = clamp(share) * width;
  if (part === 0) return '';
  if (ascii) return '#'.repeat(Math.max(1, Math.round(part)));
  const eighths = Math.max(1, Math.round(part * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
};

/** A bar between two ends, all in all `width` cells: for a share of something whole. */
export const drawGauge = (share: number, width: number, look: Pick<ChartLook, 'ascii'>): string => {
  const [open, close] = look.ascii ? ['[', ']'] : ['▕', '▏'];
  return open + padEnd(drawBar(share, width - 2, look), width - 2) + close;
};

/** Means of `count` groups of neighbours that are as equal in size as can be. */
const condense = (values: readonly number[], count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => {
    const group = values.slice(
      Math.floor((i * values.length) / count),
      Math.floor(((i + 1) * values.length) / count),
    );
    return group.reduce((sum, value) => sum + value, 0) / group.length;
  });

/**
 * Values in a row, the highest a full cell high and nothing a dot; more of them than fit are drawn as means of
 * neighbours. Empty for a screen reader: the numbers must stand beside it.
 */
export const sparkline = (values: readonly number[], look: ChartLook): readonly string[] => {
  const drawn = values.length <= look.width ? values : condense(values, look.width);
  const most = Math.max(0, ...drawn);
  if (look.spoken || drawn.length === 0) return [];
  const heights = look.ascii ? HEIGHTS.ascii : HEIGHTS.blocks;
  const none = look.ascii ? ' ' : '·';
  const cells = drawn.map(value =>
    value > 0 ? (heights[Math.min(7, Math.ceil((value / most) * 8) - 1)] ?? '') : none,
  );
  return [cells.join('')];
};

/** A row of a bar chart. */
export interface ChartRow {
  readonly label: string;
  /** Length of the bar. */
  readonly value: number;
  /** The value as it is read. */
  readonly text: string;
  /** Said behind the bar. */
  readonly note?: string;
  /** Where the row deserves attention: said in `label` or `note` too. */
  readonly warn?: boolean;
}

interface BarChart {
  readonly rows: readonly ChartRow[];
  /** `share`: values are parts of 1 and stand in a frame; `count`: the highest fills the chart. */
  readonly scale: 'share' | 'count';
}

/** Cells of the longest bar. */
const LONGEST_BAR = 40;
/** Cells a bar gives up before a label is cut to two fifths of the line. */
const FAIR_BAR = 16;
/** Fewer cells say nothing. */
const SHORTEST_BAR = 6;
/** Between two columns. */
const GAP = '  ';
/** Of the line's width, for labels. */
const LABEL_SHARE = 0.4;

/** Rows of label, number, bar and note. Where there is no room for all, the labels are cut, then the bars go. */
export const barChart = ({ rows: given, scale }: BarChart, look: ChartLook): readonly string[] => {
  const rows = given.map(row => ({ ...row, label: sanitizeLine(row.label) }));
  const { style, width, ascii, spoken } = look;
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(cellWidth));
  const texts = widest(rows.map(row => row.text));
  const notes = widest(rows.map(row => row.note ?? ''));
  const noteRoom = notes === 0 ? 0 : GAP.length + notes;
  const longest = widest(rows.map(row => row.label));
  const fixed = texts + 2 * GAP.length + noteRoom;
  const label = Math.max(
    1,
    Math.min(
      longest,
      spoken ? width - fixed : Math.max(Math.floor(width * LABEL_SHARE), width - fixed - FAIR_BAR),
    ),
  );
  const room = width - label - fixed;
  const length = Math.min(LONGEST_BAR, room);
  const drawn = !spoken && length >= SHORTEST_BAR;
  const most = scale === 'share' ? 1 : Math.max(0, ...rows.map(row => row.value));
  return rows.map(row => {
    const name = padEnd(truncate(row.label, label, ascii ? '...' : '…'), label);
    const parts = [name, padStart(row.text, texts)];
    if (drawn) {
      const share = most === 0 ? 0 : row.value / most;
      const bar = scale === 'share' ? drawGauge(share, length, look) : drawBar(share, length, look);
      const paint = row.warn === true ? style.warning : style.correct;
      const behind = notes === 0 ? '' : ' '.repeat(length - cellWidth(bar));
      parts.push((bar === '' ? '' : paint(bar)) + behind);
    }
    if (row.note !== undefined && row.note !== '') parts.push(style.dim(row.note));
    const line = parts.join(GAP).trimEnd();
    return cellWidth(line) <= width ? line : truncate([name, row.text].join(GAP), width, ascii ? '' : '…');
  });
};
