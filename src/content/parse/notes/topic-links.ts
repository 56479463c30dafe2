import { codeSpans } from '../../../core/base/code-spans.ts';

/** `](../area/topic.md#section)`: a link as editors and web sites follow it. */
const FILE_LINK = /\]\((?:\.{1,2}\/)*(?:[a-z0-9][a-z0-9-]*\/)*([a-z0-9][a-z0-9-]*)\.md(#[^\s()<>]*)?\)/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

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
  let fence = '';
  return markdown
    .split('\n')
    .map(line => {
      const mark = FENCE.exec(line)?.[1] ?? '';
      if (fence !== '') {
        if (mark.startsWith(fence)) fence = '';
        return line;
      }
      fence = mark;
      return mark === '' ? inLine(line) : line;
    })
    .join('\n');
};
