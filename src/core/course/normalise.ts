/** Version of {@link normaliseText}. It is part of every key made from a text, so a change never confuses two. */
export const NORMALISER_VERSION = 1;

/**
 * A text without what an author changes by accident: Unicode in NFC, lower case, white space as single spaces.
 * Punctuation stays, for `-5` is not `5`.
 */
export const normaliseText = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
