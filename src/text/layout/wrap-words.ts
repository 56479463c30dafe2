import { cellWidth } from './width.ts';

/**
 * A text broken between words into lines of at most `width` cells. A longer word, such as an address, stays whole on
 * a line of its own: the terminal breaks it without a sign, and it can be copied.
 */
export const wrapWords = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/ +/)) {
      if (word === '') continue;
      if (line !== '' && cellWidth(line) + 1 + cellWidth(word) > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
};

/** Several texts, each on lines of its own. */
export const wrapAll = (texts: readonly string[], width: number): readonly string[] =>
  texts.flatMap(text => wrapWords(text, width));
