/**
 * Characters that stand for something while a text is converted. They are of the private use area, and what a text
 * has of them itself is replaced before.
 */

/** Begin and end of a gap of a cloze. */
export const GAP_OPEN = '\ue000';

/** Ends a gap. */
export const GAP_CLOSE = '\ue001';
/** A line break. */
export const BREAK = '\ue002';
/** Begin of a cell of a table, and of a row. */
export const CELL = '\ue003';

/** Ends a row of a table. */
export const ROW = '\ue004';
/** A gap that is asked, where it cannot be written as one. */
export const HIDDEN = '\ue005';

/** A tilde of a text. */
export const TILDE = '\ue006';

/** Those of tables and breaks. */
export const PRIVATE = /[\ue002-\ue004]/g;

/** A text without any of them. */
export const withoutMarks = (text: string): string => text.replace(/[\ue000-\ue006]/g, '\ufffd');
