import type { Style } from '../layout/style.ts';

/*
 * Styles nest in Markdown (bold within a link within a heading) but not in SGR: what ends one weight ends all.
 * So text is first marked up with two control characters that no sanitised text contains, and painted as a
 * whole: each run of text gets exactly the styles it stands in.
 */

type Paint = (text: string) => string;
type Syntax = Style['syntax'];

const OPEN = '\u0001';
const CLOSE = '\u0002';

/** A line break the author asked for; a newline in the source is only a space. */
export const HARD_BREAK = '\u000b';

/** Paints in the order of their letters: what stands behind OPEN. */
const PAINTS: readonly ((style: Style) => Paint)[] = [
  style => style.heading,
  style => style.dim,
  style => style.strong,
  style => style.emphasis,
  style => style.code,
  style => style.link,
  style => style.syntax.keyword,
  style => style.syntax.string,
  style => style.syntax.number,
  style => style.syntax.name,
];

const mark =
  (index: number): Paint =>
  text =>
    text === '' ? '' : OPEN + String.fromCharCode(97 + index) + text + CLOSE;

/** The paints of Markdown as marks, to be painted by {@link paintMarkup}. */
export const MARKUP = {
  heading: mark(0),
  dim: mark(1),
  strong: mark(2),
  emphasis: mark(3),
  code: mark(4),
  link: mark(5),
} as const;

const MARKED_SYNTAX: Syntax = { keyword: mark(6), string: mark(7), number: mark(8), name: mark(9) };

/** A style that marks up instead of painting, for {@link highlight}. */
export const markupStyle = (style: Style): Style => ({ ...style, ...MARKUP, syntax: MARKED_SYNTAX });

/** Text without its marks. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
export const stripMarkup = (text: string): string => text.replace(/\u0001.|\u0002/g, '');

/** What a paint writes before and behind a text. */
const around = (paint: Paint): readonly [string, string] => {
  const [before = '', behind = ''] = paint('x').split('x');
  return [before, behind];
};

/** Turns marks into styles; marks may nest. Newlines are left where they are, hard breaks become newlines. */
export const paintMarkup = (text: string, style: Style): string => {
  const plain = text.replaceAll(HARD_BREAK, '\n');
  if (!style.colour) return stripMarkup(plain);
  const open: (readonly [string, string])[] = [];
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  return plain.replace(/\u0001(.)|\u0002|[^\u0001\u0002]+/g, (part, letter: string | undefined) => {
    if (letter !== undefined) {
      const paint = PAINTS[letter.charCodeAt(0) - 97];
      open.push(paint === undefined ? ['', ''] : around(paint(style)));
      return '';
    }
    if (part === CLOSE) {
      open.pop();
      return '';
    }
    const before = open.map(([start]) => start).join('');
    const behind = open.map(([, end]) => end).reverse();
    return before + part + behind.join('');
  });
};
