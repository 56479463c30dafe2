/** What stands within a line of Markdown, as it is heard. */
import type { Token, Tokens } from '../../markdown/markdown-lexer.ts';
import type { LinkBook } from '../../markdown/link-book.ts';
import { decodeEntities } from '../../markdown/markdown-entities.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { speakProse, speakSigns } from '../../layout/spoken-signs.ts';

const WEB = /^(?:https?:|mailto:)/i;
const PLACE = /^(?:[a-z0-9][a-z0-9-]*)?(?:#[^\s]*)?$/;
/** Marks where words of code stood while the prose around them is put into words: nothing that is read has it. */
const CODE = '\u0001';

const linkText = (token: Tokens.Link, links: LinkBook | null): string => {
  const href = sanitizeLine(token.href).trim();
  const label = spokenInline(token.tokens, null);
  if (!WEB.test(href) && !PLACE.test(href)) return label;
  if (links === null) return label === '' ? href : label;
  const target = href.replace(/^mailto:/i, '');
  const named = label === '' || label === target ? '' : `${label} `;
  return `${named}(link ${links.numberOf(target)})`;
};

/** Pieces of a line: prose, of which signs become words, and code, of which they stay as far as ASCII has them. */
const pieces = (
  tokens: readonly Token[],
  links: LinkBook | null,
): readonly { readonly code: boolean; readonly text: string }[] =>
  tokens.flatMap(token => {
    switch (token.type) {
      case 'codespan':
        return [{ code: true, text: token.text.replace(/[ \t\n]+/g, ' ') }];
      case 'br':
        return [{ code: false, text: '. ' }];
      case 'link':
        return [{ code: true, text: linkText(token as Tokens.Link, links) }];
      case 'image': {
        const alt = speakProse(sanitizeLine(decodeEntities(token.text))).trim();
        return [{ code: true, text: alt === '' ? 'image' : `image: ${alt}` }];
      }
      case 'html':
        return [{ code: false, text: token.text.startsWith('<!--') ? '' : token.text }];
      case 'del':
        return [{ code: false, text: 'struck out: ' }, ...pieces((token as Tokens.Del).tokens, links)];
      case 'strong':
      case 'em':
        return pieces((token as Tokens.Strong | Tokens.Em).tokens, links);
      default: {
        const inner = (token as Tokens.Text).tokens;
        if (inner !== undefined) return pieces(inner, links);
        const text = decodeEntities('text' in token ? String(token.text) : token.raw);
        return [{ code: false, text: text.replace(/[ \t\n]+/g, ' ') }];
      }
    }
  });

/** Inline tokens as one line of text. @param links where links get their numbers; `null`: their text alone is told */
export const spokenInline = (tokens: readonly Token[], links: LinkBook | null): string => {
  const codes: string[] = [];
  const line = pieces(tokens, links)
    .map(({ code, text }) => {
      if (!code) return text.replaceAll(CODE, '');
      codes.push(speakSigns(text).replaceAll(CODE, ''));
      return CODE;
    })
    .join('');
  let at = 0;
  return speakProse(line)
    .replaceAll(CODE, () => codes[at++] ?? '')
    .replace(/ {2,}/g, ' ')
    .trim();
};
