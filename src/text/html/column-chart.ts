import type { Markup } from './escape.ts';
import { html, NOTHING } from './escape.ts';
import type { Figure } from './figure.ts';
import { figure } from './figure.ts';

/** One column. */
interface Column {
  readonly value: number;
  /** Shown by a pointer resting on it. */
  readonly title: string;
  /** Below it; left out where there is no room for all of them. */
  readonly tick: string;
  /** `late`: deserves attention, which its tick or title says too. */
  readonly kind?: 'fill' | 'late';
  /** A round mark at another value, such as what was foretold. */
  readonly dot?: number;
}

interface ColumnChart extends Pick<Figure, 'id' | 'title' | 'description'> {
  readonly columns: readonly Column[];
  /** Where the scale ends; without it, the next round number above the highest value. */
  readonly most?: number;
  /** A value on the scale. */
  readonly format?: (value: number) => string;
}

const WIDTH = 720;
const LEFT = 40;
const TOP = 10;
const PLOT = 150;
const BOTTOM = 24;
/** Units a tick needs: about ten characters. */
const TICK_ROOM = 80;

/** Ends of scales from 1 to 10, and from 10 to 100 by tens: their halves are whole numbers. */
const ENDS = { small: [1, 2, 4, 6, 8, 10], large: [1, 2, 3, 4, 5, 6, 8, 10] } as const;

/** The next round number above, whose half is a whole number too; at least 2. */
export const roundAbove = (value: number): number => {
  if (!(value > 2)) return 2;
  const power = 10 ** Math.floor(Math.log10(value));
  const ends = power < 10 ? ENDS.small : ENDS.large;
  return power * (ends.find(end => end * power >= value) ?? 10);
};

const short = (value: number): number => Math.round(value * 100) / 100;

/** Columns over a line of time or of classes, with a scale at the left. */
export const columnChart = ({ columns, most, format = String, ...rest }: ColumnChart): Markup => {
  const top = most ?? roundAbove(Math.max(0, ...columns.map(column => column.value)));
  const step = (WIDTH - LEFT) / Math.max(1, columns.length);
  const gap = Math.min(8, step * 0.2);
  const y = (value: number): number => short(TOP + PLOT - (PLOT * Math.min(value, top)) / top);
  const every = Math.max(1, Math.ceil(TICK_ROOM / step));
  const grid = [0, top / 2, top].map(
    value =>
      html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y(value)}" y2="${y(value)}" /><text
          x="${LEFT - 6}"
          y="${y(value) + 4}"
          text-anchor="end"
          >${format(value)}</text
        >`,
  );
  const drawn = columns.map(({ value, title, tick, kind = 'fill', dot }, i) => {
    const x = LEFT + i * step;
    const middle = short(x + step / 2);
    return html`<g
      ><title>${title}</title
      ><rect
        class="${kind}"
        x="${short(x + gap / 2)}"
        y="${y(value)}"
        width="${short(step - gap)}"
        height="${short(TOP + PLOT - y(value))}"
      />${dot === undefined ? NOTHING : html`<circle class="second" cx="${middle}" cy="${y(dot)}" r="5" />`}${
        i % every === 0 && middle + TICK_ROOM / 3 <= WIDTH
          ? html`<text x="${middle}" y="${TOP + PLOT + 16}" text-anchor="middle">${tick}</text>`
          : NOTHING
      }</g
    >`;
  });
  return figure({ ...rest, width: WIDTH, height: TOP + PLOT + BOTTOM, drawing: [...grid, ...drawn] });
};
