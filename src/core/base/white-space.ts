/** White space, on which most texts have nothing to change: only what differs from a single space is replaced. */
const UNEVEN = /\s{2,}|[^\S ]/g;

/** A text on one line, with single spaces and none at its ends. */
export const evenSpaces = (text: string): string => text.replace(UNEVEN, ' ').trim();
