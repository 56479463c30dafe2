/** The shell of every page: one file that loads nothing, runs nothing and sends nothing. */
import { createHash } from 'node:crypto';
import { PAGE_MARK } from '../../core/base/page-mark.ts';
import type { Markup } from './escape.ts';
import { html, verbatim } from './escape.ts';
import { PAGE_STYLE } from './page-style.ts';

interface Page {
  readonly title: string;
  /** One line below the title. */
  readonly lead: string;
  readonly body: Markup;
  /** Last line of the page. */
  readonly foot: string;
}

/** Only the page's own style counts, and no attribute can bring another. */
const policy = (): string => {
  const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
};

/** A whole page as the text of a file. */
export const renderPage = ({ title, lead, body, foot }: Page): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        ${verbatim(PAGE_MARK)}
        <meta http-equiv="Content-Security-Policy" content="${verbatim(policy())}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${verbatim(`<style>${PAGE_STYLE}</style>`)}
      </head>
      <body>
        <main>
          <header>
            <h1>${title}</h1>
            <p class="lead">${lead}</p>
          </header>
          ${body}
        </main>
        <footer>${foot}</footer>
      </body>
    </html> `.markup;

/** A part of a page under a heading. `id` is a word of our own, never of the course. */
export const section = (id: string, heading: string, ...parts: readonly Markup[]): Markup => html`
  <section aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}</h2>
    ${parts}
  </section>
`;

/** A figure among the key figures of a page. */
export interface Tile {
  readonly label: string;
  readonly value: string;
  /** What the value is made of. */
  readonly note: string;
}

/** Key figures side by side. */
export const tiles = (figures: readonly Tile[]): Markup => html`
  <dl class="tiles">
    ${figures.map(
      ({ label, value, note }) => html`
        <div>
          <dt>${label}</dt>
          <dd>${value}<small>${note}</small></dd>
        </div>
      `,
    )}
  </dl>
`;

/** A table of numbers; the first cell of a row heads it, and the other cells stand right. */
export const dataTable = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Markup => html`
  <div class="wide">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(column => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head = '', ...cells]) => html`
            <tr>
              <th scope="row">${head}</th>
              ${cells.map(cell => html`<td>${cell}</td>`)}
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`;

/** What is too long to stand open, such as the table behind a chart; paper shows it all. */
export const fold = (summary: string, ...parts: readonly Markup[]): Markup => html`
  <details>
    <summary>${summary}</summary>
    ${parts}
  </details>
`;
