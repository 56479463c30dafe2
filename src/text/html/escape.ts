import { sanitize } from '../../core/base/sanitize.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for the body or a quoted attribute of a page; control characters become U+FFFD. */
export const escapeHtml = (text: string): string =>
  sanitize(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? '');

/** A piece of a page whose texts are escaped already: made by {@link html}, or by {@link verbatim}. */
export interface Markup {
  readonly markup: string;
}

/** Markup as it stands: for constants of the program, never for what comes from elsewhere. */
export const verbatim = (markup: string): Markup => ({ markup });

type Piece = string | number | Markup | readonly Markup[];

const write = (piece: Piece): string => {
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map(part => part.markup).join('');
};

/** The template's own text without the indentation it has in the source. */
const unindent = (text: string): string => text.replace(/\n\s+/g, '\n');

/** Markup from a template: what is put in is escaped, unless it is markup itself. Attributes must be quoted. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  markup: strings
    .map((text, i) => {
      const piece = pieces[i];
      return unindent(text) + (piece === undefined ? '' : write(piece));
    })
    .join(''),
});

/** No markup at all. */
export const NOTHING: Markup = html``;
