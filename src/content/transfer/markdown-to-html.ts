/** Markdown of a card as HTML for other programs. */
import type { Tokens } from 'marked';
import { Marked } from 'marked';
import { beginsWithBareMarker } from '../../core/reading/bare-marker.ts';
import { sanitize } from '../../core/base/sanitize.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for the body or a quoted attribute of HTML. */
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, sign => ENTITIES[sign] ?? '');

/**
 * marked takes cubic time for brackets that may be links. A card has 10,000 characters at most, and none that can be
 * read has so many brackets.
 */
const LONGEST = 20_000;
const MOST_BRACKETS = 300;

const marked = new Marked({
  gfm: true,
  breaks: false,
  tokenizer: {
    list: src => (beginsWithBareMarker(src) ? undefined : false),
    heading: src => (beginsWithBareMarker(src) ? undefined : false),
  },
  renderer: {
    // HTML in a note is shown as text, as everywhere in this program.
    html: ({ raw }) => escapeHtml(raw),
    // After a tag such as <script>, marked takes all that follows in a paragraph for escaped; it is not.
    text: token => (token.type === 'text' && token.escaped === true ? escapeHtml(token.text) : false),
    // Links to other notes lead nowhere outside the course.
    link({ href, tokens }: Tokens.Link) {
      const text = this.parser.parseInline(tokens);
      return /^(?:https?|mailto):/i.test(href) ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
    },
    image: ({ href, text }) => `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}">`,
  },
});

/** Text with its line breaks, for what would take too long to read as Markdown. */
const asWritten = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

/** A single paragraph needs no tag: Anki's own fields have none. */
const unwrap = (html: string): string => {
  const inner = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return inner === undefined || inner.includes('<p>') ? html : inner;
};

/** HTML of a text in Markdown. Characters of the private use area pass through as they are. */
export const markdownToHtml = (markdown: string): string => {
  const source = sanitize(markdown.replace(/\r\n?/g, '\n')).trim();
  if (source.length > LONGEST || source.split('[').length > MOST_BRACKETS) return asWritten(source);
  try {
    return unwrap(marked.parse(source, { async: false }).trim());
  } catch {
    return asWritten(source);
  }
};
