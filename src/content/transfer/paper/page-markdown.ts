/** Reads Markdown pages of our own again: what `src/text/exam/safe-markdown.ts` made harmless becomes what it was. */
import { mapAroundCode } from '../../../core/base/code-spans.ts';
import { FenceReader } from '../../../core/base/fences.ts';

/** Characters by their number, and what was no tag, as they were before they went into the page. */
export const plain = (text: string): string =>
  text
    .replace(/&#(\d{1,4});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<');

const codeOf = (inner: string): string => {
  const text = plain(inner);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return longest === 0 ? `${ticks}${text}${ticks}` : `${ticks} ${text} ${ticks}`;
};

const unescape = (paragraph: string): string =>
  mapAroundCode(paragraph, text =>
    text
      .split(/(<code>[^<]*<\/code>)/)
      .map((part, i) => (i % 2 === 1 ? codeOf(part.slice(6, -7)) : plain(part)))
      .join(''),
  );

/** The lines of a page, each with whether it is code. */
export const withCode = (
  lines: readonly string[],
): readonly { readonly line: string; readonly isCode: boolean }[] => {
  const fences = new FenceReader();
  return lines.map(line => ({ line, isCode: fences.next(line) !== null }));
};

/** Markdown of a course again from Markdown of a page: code stays, all else loses what made it harmless. */
export const markdownOf = (lines: readonly string[]): string => {
  const done: string[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) done.push(unescape(paragraph.join('\n')));
    paragraph = [];
  };
  for (const { line, isCode } of withCode(lines)) {
    if (isCode || line.trim() === '') {
      flush();
      done.push(line);
    } else paragraph.push(line);
  }
  flush();
  return done.join('\n').trim();
};

/** The entries of a list at the end of some lines, and the line on which it begins; `null`: there is none. */
export const listAtEnd = (
  lines: readonly string[],
  label: (index: number) => string,
): { readonly from: number; readonly entries: readonly string[] } | null => {
  const last = lines.findLastIndex(line => line.startsWith(`${label(0)} `));
  if (last < 0) return null;
  const entries: string[][] = [];
  for (const line of lines.slice(last)) {
    const next = `${label(entries.length)} `;
    const indent = ' '.repeat(label(Math.max(0, entries.length - 1)).length + 1);
    if (`${line} `.startsWith(next)) entries.push([line.slice(next.length)]);
    else if (line === '' || line.startsWith(indent)) entries.at(-1)?.push(line.slice(indent.length));
    else return null;
  }
  return { from: last, entries: entries.map(markdownOf) };
};

/** Labels of options, steps and right sides. */
export const numbered = (index: number): string => `${index + 1}.`;
/** Labels of left sides. */
export const lettered = (index: number): string => `- ${String.fromCharCode(97 + (index % 26))}.`;

/** Lines without the empty ones at their end. */
export const trimEnd = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex(line => line.trim() !== '') + 1);
