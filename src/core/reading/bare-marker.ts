const MARKER_ALONE =
  /^ {0,3}(?:\d{1,9}[.)]|[-*+]|#{1,6})[ \t]*(?:\n[ \t]*(?:\n|$)|\n(?![ \t]|\d{1,9}[.)]|[-*+#])|$)/;

/**
 * Whether Markdown begins with the mark of a list or heading and nothing after it: `800.` as the answer of a card, or
 * `#`. CommonMark reads an empty item or heading there, so that the text itself would vanish.
 */
export const beginsWithBareMarker = (markdown: string): boolean => MARKER_ALONE.test(markdown);
