/** Markdown and lists as styled lines for a screen. */
import { padEnd, padStart } from '../../text/layout/width.ts';

/** Markdown behind a label of a fixed width, its further lines below the first. */
export const hanging = (
  label: string,
  markdown: string,
  columns: number,
  render: (markdown: string, width: number) => readonly string[],
  width: number,
): readonly string[] => {
  const [first = '', ...rest] = render(markdown, Math.max(20, columns - width));
  return [
    `${padEnd(label, width)}${first}`.trimEnd(),
    ...rest.map(line => (line === '' ? '' : ' '.repeat(width) + line)),
  ];
};

/** A number right-aligned in the width of the longest of them. */
export const listNumber = (index: number, length: number): string =>
  padStart(String(index + 1), String(length).length);
