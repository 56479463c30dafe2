/** A page of the documentation by its sections. Loads marked: import it dynamically where it is needed. */
import { lexMarkdown } from '../../markdown/markdown-lexer.ts';
import type { Tokens } from '../../markdown/markdown-lexer.ts';
import { plural } from '../../layout/columns.ts';
import { wrapAll, wrapWords } from '../../layout/wrap-words.ts';
import { speakMarkdown } from '../markdown/spoken-markdown.ts';
import { sentence, spokenTitle } from '../words.ts';

/** A part of a page, from one of its headings to the next of that level. */
interface PageSection {
  readonly title: string;
  /** Without the heading. */
  readonly markdown: string;
}

/** A page: its title, what stands before the first section, and its sections. */
interface Page {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly PageSection[];
}

/** A heading without markup: what stands in angle brackets is a name to put something in place of. */
const titleOf = ({ text }: Tokens.Heading): string =>
  text.replace(/&lt;(\w+)&gt;/g, (_, name: string) => name.toUpperCase());

/** Splits a page at its headings of the second level. */
export const pageOf = (markdown: string): Page => {
  let title = '';
  let lead = '';
  const sections: { title: string; markdown: string }[] = [];
  for (const token of lexMarkdown(markdown)) {
    const heading = token.type === 'heading' ? (token as Tokens.Heading) : null;
    const section = sections.at(-1);
    if (heading?.depth === 1 && title === '') title = titleOf(heading);
    else if (heading?.depth === 2) sections.push({ title: titleOf(heading), markdown: '' });
    else if (section === undefined) lead += token.raw;
    else section.markdown += token.raw;
  }
  return { title, lead, sections };
};

/** What a page begins with: its title and how much there is of it, its sections by number, and what it says before them. */
export const spokenPageHead = ({ title, lead, sections }: Page, width: number): readonly string[] => [
  ...wrapAll([`${sentence(`Page: ${spokenTitle(title)}`)} ${plural(sections.length, 'section')}.`], width),
  ...speakMarkdown(lead, { width }),
];

/** The sections of a page by number. */
export const spokenPageOutline = ({ sections }: Page, width: number): readonly string[] =>
  wrapAll(
    sections.map(({ title }, i) => sentence(`${i + 1}: ${spokenTitle(title)}`)),
    width,
  );

/** One section with its number. @param at index of it */
export const spokenPageSection = ({ sections }: Page, at: number, width: number): readonly string[] => {
  const section = sections[at];
  if (section === undefined) return [];
  return [
    '',
    ...wrapWords(sentence(`Section ${at + 1} of ${sections.length}: ${spokenTitle(section.title)}`), width),
    ...speakMarkdown(section.markdown, { width }),
  ];
};
