/** A table whose rows carry a bar each: the drawing and its numbers in one, for eyes, ears and paper. */
import type { Markup } from './escape.ts';
import { html, NOTHING } from './escape.ts';

/** A share drawn as a bar; all from 0 to 1. */
interface Bar {
  readonly share: number;
  /** A line across the bar, such as a percentage to aim for. */
  readonly mark?: number;
  /** From and to of what is uncertain, drawn as a thin line over the end of the bar. */
  readonly interval?: readonly [number, number];
}

/** A row of a table with a bar. */
export interface BarRow {
  readonly label: string;
  readonly bar: Bar;
  /** What the bar says, in words: read instead of it, and shown by a pointer resting on it. */
  readonly title: string;
  /** The row's other columns; the first is the bar's number. */
  readonly cells: readonly string[];
}

/** The drawing's own units; it stretches to the width of its column. */
const WIDTH = 1000;
const HEIGHT = 16;

/** Units from the left for a share; what is no share, or beyond, is drawn at the end. */
const place = (share: number): number =>
  Number.isFinite(share) ? Math.round(Math.min(1, Math.max(0, share)) * WIDTH) : 0;

const line = (className: string, from: number, to: number, top: number, bottom: number): Markup =>
  html`<line
    class="${className}"
    x1="${from}"
    x2="${to}"
    y1="${top}"
    y2="${bottom}"
    vector-effect="non-scaling-stroke"
  />`;

/** A bar as an SVG drawing of the width of what it stands in. */
export const barDrawing = ({ share, mark, interval }: Bar, title: string): Markup => {
  const middle = HEIGHT / 2;
  return html`<svg
    role="img"
    aria-label="${title}"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
  >
    <title>${title}</title>
    <rect class="rail" width="${WIDTH}" height="${HEIGHT}" />
    <rect class="fill" width="${place(share)}" height="${HEIGHT}" />
    ${interval === undefined ? NOTHING : line('span', place(interval[0]), place(interval[1]), middle, middle)}
    ${mark === undefined ? NOTHING : line('mark', place(mark), place(mark), 0, HEIGHT)}
  </svg>`;
};

/**
 * A table of bars.
 * @param columns heads of the label, of the bar together with the row's first cell, and of each further cell
 */
export const barTable = (
  caption: string,
  columns: readonly string[],
  rows: readonly BarRow[],
): Markup => html`
  <div class="wide">
    <table class="bars">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column, i) =>
            i === 1
              ? html`<th scope="colgroup" colspan="2">${column}</th>`
              : html`<th scope="col">${column}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, bar, title, cells }) => html`
            <tr>
              <th scope="row">${label}</th>
              <td class="bar">${barDrawing(bar, title)}</td>
              ${cells.map(cell => html`<td>${cell}</td>`)}
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`;
