// C0 but newline and tab, DEL, C1, bidirectional embeddings, overrides and isolates, and the line and paragraph
// separators: what could drive a terminal, or show text in another order than it stands. The marks of a direction
// (U+061C, U+200E, U+200F) are ordinary in Arabic and Hebrew text and turn no other text round.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

const STYLED = new RegExp(`\\u001b\\[[\\d;]*m|${CONTROL.source}`, 'g');

/** Text that cannot drive a terminal: each control character becomes U+FFFD. Newline and tab stay. */
export const sanitize = (text: string): string => text.replace(CONTROL, '\ufffd');

/**
 * As {@link sanitize} for text with styles (SGR sequences), which stay: the last look at what goes to a terminal, so
 * that no text which somebody forgot to sanitize can drive it.
 */
export const sanitizeStyled = (text: string): string =>
  text.replace(STYLED, found => (found.length > 1 ? found : '\ufffd'));

/** `true` where {@link sanitize} would change something. */
export const hasControl = (text: string): boolean => text.search(CONTROL) !== -1;

/** As {@link sanitize}, on one line: for names, flags and paths that are echoed. */
export const sanitizeLine = (text: string): string => sanitize(text).replace(/[\n\t]+/g, ' ');

/** As {@link sanitize} for a text that is JSON: nothing is lost, for each character becomes its escape. */
export const escapeControl = (json: string): string =>
  json.replace(CONTROL, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text of at most so many characters, with an ellipsis where it is cut. */
export const cutText = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;

/** A piece of content as it stands in a message: quoted, on one line, at most 60 characters. */
export const quoted = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a map';
  return `"${cutText(sanitizeLine(String(value)), 60)}"`;
};
