import type { Markup } from './escape.ts';
import { html } from './escape.ts';

/** A drawing and what it says. */
export interface Figure {
  /** A word of our own, unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What there is to see, in a sentence or two, for who cannot see it. */
  readonly description: string;
  /** In the drawing's own units. */
  readonly width: number;
  readonly height: number;
  readonly drawing: readonly Markup[];
}

/** A named and described SVG drawing; too narrow a window scrolls it. */
export const figure = ({ id, title, description, width, height, drawing }: Figure): Markup => html`
  <figure class="wide">
    <svg
      class="chart"
      id="${id}-chart"
      role="img"
      aria-labelledby="${id}-title ${id}-description"
      viewBox="0 0 ${width} ${height}"
    >
      <title id="${id}-title">${title}</title>
      <desc id="${id}-description">${description}</desc>
      ${drawing}
    </svg>
  </figure>
`;

/** An entry of a legend: the class its mark is drawn with, and what it stands for. */
interface LegendEntry {
  readonly className: string;
  readonly round?: boolean;
  readonly text: string;
}

/** What the marks of a drawing stand for. */
export const legend = (entries: readonly LegendEntry[]): Markup => html`
  <ul class="legend">
    ${entries.map(
      ({ className, round, text }) => html`
        <li>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect class="${className}" width="10" height="10" rx="${round === true ? 5 : 1}" /></svg
          >${text}
        </li>
      `,
    )}
  </ul>
`;
