/** One line of text that is being typed. The cursor stands between what a reader sees as characters. */
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { graphemes } from '../../text/layout/width.ts';

/** One line of text with a cursor, as graphemes on either side of it. */
export interface TextField {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Longest text that a field takes, in characters. */
const LONGEST = 500;

/** A field without text. */
export const EMPTY_FIELD: TextField = { before: [], after: [] };

/** A field with this text and the cursor after it. */
export const fieldOf = (text: string): TextField => ({ before: graphemes(sanitizeLine(text)), after: [] });

/** The text of a field. */
export const fieldText = ({ before, after }: TextField): string => [...before, ...after].join('');

/** Types or pastes text at the cursor; what would be too much, in characters, is left out. */
export const insertText = ({ before, after }: TextField, text: string, longest = LONGEST): TextField => {
  const room = longest - before.length - after.length;
  // A combining mark joins the character before it, so the whole is taken apart anew.
  const added = graphemes(before.join('') + sanitizeLine(text.replaceAll('\t', ' ')));
  return { before: added.slice(0, before.length + Math.max(0, room)), after };
};

/** What the keys of a field do; `null` for one that is none of its. */
export const editField = (field: TextField, action: string): TextField | null => {
  const { before, after } = field;
  const all = [...before, ...after];
  switch (action) {
    case 'left':
      return { before: before.slice(0, -1), after: [...before.slice(-1), ...after] };
    case 'right':
      return { before: [...before, ...after.slice(0, 1)], after: after.slice(1) };
    case 'line-start':
      return { before: [], after: all };
    case 'line-end':
      return { before: all, after: [] };
    case 'delete-before':
      return { before: before.slice(0, -1), after };
    case 'delete-after':
      return { before, after: after.slice(1) };
    case 'delete-line':
      return EMPTY_FIELD;
    default:
      return null;
  }
};
