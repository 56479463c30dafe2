/** Markdown as markup of a page: whatever the text says, only elements named here come out of it. */
import { sanitize } from '../../core/base/sanitize.ts';
import type { Markup } from './escape.ts';
import { html, NOTHING } from './escape.ts';
import { decodeEntities } from '../markdown/markdown-entities.ts';
import type { Token, Tokens } from '../markdown/markdown-lexer.ts';
import { lexMarkdown } from '../markdown/markdown-lexer.ts';

/** What may be opened from a page. */
const WEB = /^(?:https?:\/\/|mailto:)/i;

const inline = (tokens: readonly Token[]): readonly Markup[] => tokens.map(inlineToken);

const inlineToken = (token: Token): Markup => {
  switch (token.type) {
    case 'strong':
      return html`<strong>${inline((token as Tokens.Strong).tokens)}</strong>`;
    case 'em':
      return html`<em>${inline((token as Tokens.Em).tokens)}</em>`;
    case 'del':
      return html`<del>${inline((token as Tokens.Del).tokens)}</del>`;
    case 'codespan':
      return html`<code>${(token as Tokens.Codespan).text}</code>`;
    case 'br':
      return html`<br />`;
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      const text = inline(tokens);
      return WEB.test(href) ? html`<a href="${href}" rel="noreferrer noopener">${text}</a>` : html`${text}`;
    }
    case 'image':
      return html`[image: ${decodeEntities((token as Tokens.Image).text)}]`;
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens === undefined ? html`${decodeEntities(text)}` : html`${inline(tokens)}`;
    }
    case 'escape':
      return html`${(token as Tokens.Escape).text}`;
    default:
      return html`${token.raw}`;
  }
};

const tableMarkup = ({ header, rows }: Tokens.Table): Markup => html`
  <div class="wide">
    <table>
      <thead>
        <tr>
          ${header.map(({ tokens }) => html`<th scope="col">${inline(tokens)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          row =>
            html`<tr>
              ${row.map(({ tokens }) => html`<td>${inline(tokens)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

const listMarkup = ({ ordered, start, items }: Tokens.List): Markup => {
  const entries = items.map(item => html`<li>${blocks(item.tokens)}</li>`);
  return ordered
    ? html`<ol start="${typeof start === 'number' ? start : 1}">
        ${entries}
      </ol>`
    : html`<ul>
        ${entries}
      </ul>`;
};

const blockToken = (token: Token): Markup => {
  switch (token.type) {
    case 'space':
    case 'def':
      return NOTHING;
    case 'paragraph':
      return html`<p>${inline((token as Tokens.Paragraph).tokens)}</p>`;
    case 'heading':
      return html`<p><strong>${inline((token as Tokens.Heading).tokens)}</strong></p>`;
    case 'code':
      return html`<pre><code>${(token as Tokens.Code).text}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${blocks((token as Tokens.Blockquote).tokens)}</blockquote>`;
    case 'list':
      return listMarkup(token as Tokens.List);
    case 'table':
      return tableMarkup(token as Tokens.Table);
    case 'hr':
      return html`<hr />`;
    default:
      return inlineToken(token);
  }
};

const blocks = (tokens: readonly Token[]): readonly Markup[] => tokens.map(blockToken);

/** GitHub Markdown as markup; raw HTML in it is shown as text. No text makes it throw. */
export const courseMarkup = (markdown: string): Markup => {
  const source = sanitize(markdown.replace(/\r\n?/g, '\n'));
  try {
    return html`${blocks(lexMarkdown(source))}`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // marked's expressions need stack for every line of a paragraph; a few hundred thousand are too many.
    return html`<pre>${source}</pre>`;
  }
};
