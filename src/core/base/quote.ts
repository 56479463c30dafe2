import { sanitizeLine } from './sanitize.ts';

/** A text of at most so many characters, with an ellipsis where it is cut. */
export const cutText = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;

/** A piece of content as it stands in a message: quoted, on one line, at most 60 characters. */
export const quoted = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a map';
  return `"${cutText(sanitizeLine(String(value)), 60)}"`;
};
