import type { RendererObject } from 'marked';
import type { LinkBook } from './link-book.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { withoutJoints } from './cjk-emphasis.ts';
import { decodeEntities } from './markdown-entities.ts';
import { HARD_BREAK, MARKUP, stripMarkup } from './markdown-markup.ts';

const NBSP = '\u00a0';

/** A link whose target is a page of the web or an address. */
const WEB = /^(?:https?:|mailto:)/i;
/** A link to another topic or its section, as course authors write it. */
const TOPIC = /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}-]*(?:#[^\s]*)?$/u;
/** Anything else that names a scheme: never shown as something to open. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** `href` as people read it, where marked has not been able to. */
const readable = (href: string): string => sanitizeLine(href).trim();

/** What is shown behind the text of a link, or `''`. */
const linkHint = (href: string, label: string, book: LinkBook | null): string => {
  if (WEB.test(href)) {
    const shown = href.replace(/^mailto:/i, '');
    return label === href || label === shown ? '' : ` (${MARKUP.link(shown)})`;
  }
  if (book !== null && (href.startsWith('#') || TOPIC.test(href)))
    return NBSP + MARKUP.dim(`[${book.numberOf(href)}]`);
  if (href.startsWith('#')) return ` ${MARKUP.dim(`(${href})`)}`;
  if (TOPIC.test(href)) return ` ${MARKUP.dim(`(study notes ${href})`.replaceAll(' ', NBSP))}`;
  return '';
};

/**
 * What marked-terminal does not do, or not rightly, within a line of text. The rest (bold, italic) stays with it.
 * The texts they return carry marks, not styles.
 * @param book where links within the course get a number, which is shown in place of their command; `null`: none do
 */
export const inlineOverrides = (book: LinkBook | null): RendererObject => ({
  // Without this, tight list items show their Markdown as it was written.
  text(token) {
    if ('tokens' in token && token.tokens !== undefined) return this.parser.parseInline(token.tokens);
    return withoutJoints(decodeEntities(token.text)).replace(/[ \t\n]+/g, ' ');
  },
  codespan: token => MARKUP.code(token.text.replace(/[ \t\n]+/g, ' ')),
  br: () => HARD_BREAK,
  link(token) {
    const href = readable(token.href);
    const text = this.parser.parseInline(token.tokens);
    const label = stripMarkup(text);
    if (label.trim() === '') return WEB.test(href) ? MARKUP.link(href) : '';
    const hint = linkHint(href, label, book);
    return WEB.test(href) && hint === '' ? MARKUP.link(text) : text + hint;
  },
  image(token) {
    const href = readable(token.href);
    const shown = WEB.test(href) || !SCHEME.test(href) ? [href] : [];
    const alt = sanitizeLine(decodeEntities(token.text)).trim();
    return MARKUP.dim(`[image: ${[alt, ...shown].filter(part => part !== '').join(', ')}]`);
  },
});
