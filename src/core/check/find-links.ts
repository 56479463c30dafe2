import { FenceReader } from '../base/fences.ts';
import { mapAroundCode, isEscaped } from '../base/code-spans.ts';

interface FoundLink {
  /** `definition`: `[label]: target` on a line of its own. */
  readonly type: 'link' | 'image' | 'definition';
  readonly target: string;
}

const TAIL =
  /\]\(\s{0,9}(?:<([^<>\n]*)>|((?:[^()\s]|\([^()\s]*\))*))(?:\s{1,9}(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?\s{0,9}\)/g;
const DEFINITION = /^ {0,3}\[[^[\]\n]+\]:[ \t]*<?([^\s<>]+)>?[ \t]*$/;
const AUTOMATIC = /<([a-z][a-z0-9+.-]{1,31}:[^<>\s]*)>/gi;

/** Whether the bracket that closes at `close` was opened by `![`. */
const isImage = (text: string, close: number): boolean => {
  let depth = 1;
  for (let i = close - 1; i >= 0 && i > close - 1000; i--) {
    if (isEscaped(text, i)) continue;
    if (text.charAt(i) === ']') depth++;
    else if (text.charAt(i) === '[' && --depth === 0) return text.charAt(i - 1) === '!';
  }
  return false;
};

/** One paragraph with its code spans blanked out, so that nothing in them counts. */
const withoutCode = (paragraph: string): string =>
  mapAroundCode(
    paragraph,
    part => part,
    span => ' '.repeat(span.length),
  );

const inParagraph = (paragraph: string): readonly FoundLink[] => {
  if (!/[\]<]/.test(paragraph)) return [];
  const text = withoutCode(paragraph);
  const links: FoundLink[] = [];
  for (const match of text.matchAll(TAIL)) {
    if (isEscaped(text, match.index)) continue;
    const target = match[1] ?? match[2] ?? '';
    links.push({ type: isImage(text, match.index) ? 'image' : 'link', target });
  }
  for (const match of text.matchAll(AUTOMATIC)) links.push({ type: 'link', target: match[1] ?? '' });
  for (const line of text.split('\n')) {
    const target = DEFINITION.exec(line)?.[1];
    // What does not look like a target is a deletion of a cloze before a colon: `[SQS]: queue`.
    if (target !== undefined && /[/#.:]/.test(target)) links.push({ type: 'definition', target });
  }
  return links;
};

/** Links and images of a piece of Markdown, outside code. */
export const findLinks = (markdown: string): readonly FoundLink[] => {
  const links: FoundLink[] = [];
  let paragraph: string[] = [];
  const fences = new FenceReader();
  const flush = (): void => {
    for (const link of inParagraph(paragraph.join('\n'))) links.push(link);
    paragraph = [];
  };
  for (const line of markdown.split('\n')) {
    const part = fences.next(line);
    if (part === null && line.trim() !== '') paragraph.push(line);
    else if (part === null || part === 'open') flush();
  }
  flush();
  return links;
};
