import type { Token, TokenizerObject, TokensList } from 'marked';
import { Lexer, Marked } from 'marked';
import { beginsWithBareMarker } from '../../core/reading/bare-marker.ts';

export type { Token, Tokens } from 'marked';

/*
 * marked recurses into whatever is nested, takes quadratic time for long paragraphs and cubic time for `[a](`
 * many times over (measured: 16 KB keep it busy for more than a minute). A note that somebody else wrote must
 * neither hang nor crash the program, so there are bounds, many times what any readable note needs. What is
 * beyond them is shown as it was written.
 */

/** Lists and quotes within each other; emphasis and links likewise. */
const DEEPEST = 24;
/** Characters of one paragraph. */
const LONGEST_PARAGRAPH = 8000;
/** Characters still to read, summed up over all steps through all paragraphs: about one second. */
const STEP_BUDGET = 1e9;
/** Square of the characters a possible link is looked for in, summed up: about one second. */
const LINK_BUDGET = 5e9;
/** Characters a possible emphasis is looked for in, summed up: about half a second. */
const EMPHASIS_BUDGET = 1e7;

const asWritten = (src: string): Token => ({ type: 'text', raw: src, text: src, escaped: false });

/** marked's lexer, for one text, with bounds on depth and length. */
export class BoundedLexer extends Lexer {
  private depth = 0;

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean): Token[] {
    if (this.depth >= DEEPEST) {
      tokens.push({ type: 'paragraph', raw: src, text: src, tokens: [asWritten(src)] });
      return tokens;
    }
    this.depth++;
    super.blockTokens(src, tokens, lastParagraphClipped);
    this.depth--;
    return tokens;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.depth >= DEEPEST || src.length > LONGEST_PARAGRAPH) {
      tokens.push(asWritten(src));
      return tokens;
    }
    this.depth++;
    super.inlineTokens(src, tokens);
    this.depth--;
    return tokens;
  }
}

/** Changes to marked's tokenizer, for one text: bounds on its work, and footnotes that are no definitions. */
export const boundedTokenizer = (): TokenizerObject => {
  let steps = 0;
  let links = 0;
  let emphasis = 0;
  return {
    // The first that is asked at every step through a paragraph.
    escape: src => {
      steps += src.length;
      return steps <= STEP_BUDGET ? false : { type: 'escape', raw: src, text: src };
    },
    link: src => {
      if (!/^!?\[/.test(src)) return false;
      links += src.length ** 2;
      return links > LINK_BUDGET ? undefined : false;
    },
    emStrong: src => {
      if (!/^[*_]/.test(src)) return false;
      emphasis += src.length;
      return emphasis > EMPHASIS_BUDGET ? undefined : false;
    },
    // `[^1]: text` would define a link named ^1 and vanish; as a paragraph it is read as the footnote it is.
    def: src => (/^ {0,3}\[\^/.test(src) ? undefined : false),
    list: src => (beginsWithBareMarker(src) ? undefined : false),
    heading: src => (beginsWithBareMarker(src) ? undefined : false),
  };
};

/** The tokens of a text, within those bounds. @throws RangeError for a paragraph of hundreds of thousands of lines */
export const lexMarkdown = (source: string): readonly Token[] =>
  new BoundedLexer(new Marked({ tokenizer: boundedTokenizer() }).defaults).lex(source);
