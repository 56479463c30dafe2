import { codeSpans } from '../../../core/base/code-spans.ts';
import { Fences } from '../../../core/base/fences.ts';

/** `](../area/topic.md#section)`: a link as editors and web sites follow it. */
const FILE_LINK = /\]\((?:\.{1,2}\/)*(?:[a-z0-9][a-z0-9-]*\/)*([a-z0-9][a-z0-9-]*)\.md(#[^\s()<>]*)?\)/g;

const inLine = (text: string): string => {
  let result = '';
  let from = 0;
  const change = (part: string): string => part.replace(FILE_LINK, ']($1$2)');
  for (const { start, end } of codeSpans(text)) {
    result += change(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return result + change(text.slice(from));
};

/** Links to the files of topics as links to the topics: `[x](../a/b.md)` is `[x](b)`. */
export const withTopicLinks = (markdown: string): string => {
  if (!markdown.includes('.md')) return markdown;
  const fences = new Fences();
  return markdown
    .split('\n')
    .map(line => (fences.takesAsCode(line) ? line : inLine(line)))
    .join('\n');
};
