/** Text out of the bytes that somebody types or pipes in. */

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text, or why there is none, as the end of a sentence: `it is not UTF-8 text`. */
type InputText = { readonly text: string } | { readonly why: string };

/** @param bytes all of a line, or of an input */
export const readInputText = (bytes: Uint8Array): InputText => {
  if (bytes.includes(0)) return { why: 'it has NUL bytes in it, as UTF-16 text or a program file does' };
  try {
    return { text: UTF8.decode(bytes) };
  } catch {
    return { why: 'it is not UTF-8 text' };
  }
};

/** A mark that some programs write before UTF-8 text. */
const BYTE_ORDER_MARK = '\ufeff';

/** Text without the byte order mark that an input may begin with. */
export const withoutByteOrderMark = (text: string): string =>
  text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;

/** Control strings, control sequences and Alt keys, in seven and eight bits. */
const SEQUENCES =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c|$)|(?:\u001b\[|\u009b)[\u0020-\u003f]*[\u0040-\u007e]?|\u001bO?[^]?/g;

/** A line without what a terminal put into it unasked, such as its colors, or for an arrow key. */
export const withoutSequences = (line: string): string => line.replace(SEQUENCES, '');
