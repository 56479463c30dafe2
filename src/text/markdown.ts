import type { Token } from 'marked';
import { Marked, Parser } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { sanitize } from '../core/sanitize.ts';
import type { BlockContext } from './markdown-blocks.ts';
import { ASCII_SIGNS, renderBlocks, UNICODE_SIGNS } from './markdown-blocks.ts';
import { INLINE_OVERRIDES } from './markdown-inline.ts';
import { BoundedLexer, boundedTokenizer } from './markdown-lexer.ts';
import { MARKUP } from './markdown-markup.ts';
import type { Style } from './style.ts';

export interface MarkdownOptions {
  /** Cells a line may take; less than 20 counts as 20. */
  readonly width: number;
  readonly style: Style;
  /** Bullets, bars and rules of ASCII characters only. */
  readonly ascii?: boolean;
}

const LEAST_WIDTH = 20;
const NBSP = /\u00a0/g;

const makeMarked = (): Marked =>
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
    { renderer: INLINE_OVERRIDES, tokenizer: boundedTokenizer() },
  );

const lex = (source: string, marked: Marked): readonly Token[] => {
  try {
    return new BoundedLexer(marked.defaults).lex(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // marked's expressions need stack for every line of a paragraph; a few hundred thousand are too many.
    return [{ type: 'code', raw: source, text: source }];
  }
};

/**
 * GitHub Markdown as styled lines for a terminal, none wider than the width, each complete in itself, so that a
 * screen may show any slice of them. Control characters in the text are made visible; raw HTML is shown as text;
 * only web, mail and course links are shown as something to open. No text makes it throw.
 *
 * This module loads marked, marked-terminal and highlight.js: import it dynamically where it is needed.
 */
export const renderMarkdown = (markdown: string, options: MarkdownOptions): readonly string[] => {
  const { style, ascii = false } = options;
  const width = Math.max(LEAST_WIDTH, options.width);
  const source = sanitize(markdown.replace(/\r\n?/g, '\n'));
  const marked = makeMarked();
  const parser = new Parser(marked.defaults);
  const context: BlockContext = {
    style,
    signs: ascii ? ASCII_SIGNS : UNICODE_SIGNS,
    block: token => parser.parse([token]),
    inline: tokens => parser.parseInline([...tokens]),
  };
  return renderBlocks(lex(source, marked), width, context).map(line => line.replace(NBSP, ' '));
};
