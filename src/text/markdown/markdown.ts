import type { Links, Token } from 'marked';
import { Marked, Parser } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { sanitize } from '../../core/base/sanitize.ts';
import { joinCjkBold } from './cjk-emphasis.ts';
import type { LinkBook } from './link-book.ts';
import type { BlockContext } from './markdown-blocks.ts';
import { ASCII_SIGNS, renderBlocks, UNICODE_SIGNS } from './markdown-blocks.ts';
import { inlineOverrides } from './markdown-inline.ts';
import { BoundedLexer, boundedTokenizer } from './markdown-lexer.ts';
import { MARKUP } from './markdown-markup.ts';
import type { Style } from '../layout/style.ts';

interface MarkdownOptions {
  /** Cells a line may take; less than 20 counts as 20. */
  readonly width: number;
  readonly style: Style;
  /** Bullets, bars and rules of ASCII characters only. */
  readonly ascii?: boolean;
  /** Cells that tables and code outside of lists and quotes may take, where that is more than `width`. */
  readonly wide?: number;
  /** Gives links within the course numbers, such as `[1]`, in place of their commands. */
  readonly links?: LinkBook | null;
  /** Leaves a no-break space before such a number, by which it can be told from a text. */
  readonly marksLinks?: boolean;
}

const LEAST_WIDTH = 20;
const NBSP = /\u00a0/g;

const makeMarked = (book: LinkBook | null): Marked =>
  new Marked(
    markedTerminal({
      emoji: false,
      unescape: false,
      reflowText: false,
      paragraph: text => text,
      text: text => text,
      strong: MARKUP.strong,
      em: MARKUP.emphasis,
      // Without the tildes, text without colours would say the opposite of what it means.
      del: text => MARKUP.dim(`~~${text}~~`),
      html: text => MARKUP.dim(text.replaceAll('\t', ' ').trimEnd()),
    }),
    { renderer: inlineOverrides(book), tokenizer: boundedTokenizer() },
  );

const NO_LINKS: Links = {};

/** @param links addresses that are defined elsewhere */
const lex = (
  source: string,
  marked: Marked,
  links: Links,
): { readonly tokens: readonly Token[]; readonly links: Links } => {
  const lexer = new BoundedLexer(marked.defaults);
  Object.assign(lexer.tokens.links, links);
  try {
    const tokens = lexer.lex(source);
    return { tokens, links: tokens.links };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // marked's expressions need stack for every line of a paragraph; a few hundred thousand are too many.
    return { tokens: [{ type: 'code', raw: source, text: source }], links: NO_LINKS };
  }
};

/**
 * GitHub Markdown as styled lines for a terminal, none wider than the width, each complete in itself, so that a
 * screen may show any slice of them. Control characters in the text are made visible; raw HTML is shown as text;
 * only web, mail and course links are shown as something to open. No text makes it throw.
 *
 * This module loads marked, marked-terminal and highlight.js: import it dynamically where it is needed.
 */
export const renderMarkdown = (markdown: string, options: MarkdownOptions): readonly string[] =>
  renderMarkdownParts([markdown], options)[0] ?? [];

/** As {@link renderMarkdown}, for the parts of one text: what one of them defines (a link's address) holds for all. */
export const renderMarkdownParts = (
  parts: readonly string[],
  { style, ascii = false, width: wanted, wide, links: book = null, marksLinks = false }: MarkdownOptions,
): readonly (readonly string[])[] => {
  const width = Math.max(LEAST_WIDTH, wanted);
  const sources = parts.map(part => joinCjkBold(sanitize(part.replace(/\r\n?/g, '\n'))));
  const marked = makeMarked(book);
  const parser = new Parser(marked.defaults);
  const context: BlockContext = {
    style,
    signs: ascii ? ASCII_SIGNS : UNICODE_SIGNS,
    block: token => parser.parse([token]),
    inline: tokens => parser.parseInline([...tokens]),
  };
  const read = sources.map(source => lex(source, marked, NO_LINKS));
  const defined = read.filter(({ links }) => Object.keys(links).length > 0);
  // The first definition holds. Names are content, so they stand in an object without a prototype.
  const links: Links = Object.assign(Object.create(null), ...defined.map(one => one.links).toReversed());
  const known =
    parts.length === 1 || defined.length === 0 ? read : sources.map(source => lex(source, marked, links));
  const setting = { gap: 'apart', depth: 0, wide: Math.max(width, wide ?? width) } as const;
  return known.map(({ tokens }) =>
    renderBlocks(tokens, width, context, setting).map(line => (marksLinks ? line : line.replace(NBSP, ' '))),
  );
};
