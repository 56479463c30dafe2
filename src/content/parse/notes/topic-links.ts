import { mapAroundCode } from '../../../core/base/code-spans.ts';
import { mapOutsideFences } from '../../../core/base/fences.ts';

/** `](../area/topic.md#section)`: a link as editors and web sites follow it. */
const FILE_LINK = /\]\((?:\.{1,2}\/)*(?:[a-z0-9][a-z0-9-]*\/)*([a-z0-9][a-z0-9-]*)\.md(#[^\s()<>]*)?\)/g;

/** Links to the files of topics as links to the topics: `[x](../a/b.md)` is `[x](b)`. */
export const withTopicLinks = (markdown: string): string =>
  markdown.includes('.md')
    ? mapOutsideFences(markdown, line => mapAroundCode(line, part => part.replace(FILE_LINK, ']($1$2)')))
    : markdown;
