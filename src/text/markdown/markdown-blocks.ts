import type { Token, Tokens } from 'marked';
import { highlight } from './highlight.ts';
import { MARKUP, markupStyle, paintMarkup } from './markdown-markup.ts';
import type { Style } from '../layout/style.ts';
import { layoutTable } from './table.ts';
import { cellWidth, padStart } from '../layout/width.ts';
import { wrapText } from '../layout/wrap.ts';

type Lines = readonly string[];

/** What laying out a block needs. */
export interface BlockContext {
  readonly style: Style;
  readonly signs: Signs;
  /** A paragraph or HTML block, with marks. */
  readonly block: (token: Token) => string;
  /** Inline tokens as text with marks. */
  readonly inline: (tokens: readonly Token[]) => string;
}

/** The characters that are no letters. */
interface Signs {
  readonly bullets: readonly string[];
  readonly bar: string;
  readonly rule: string;
  readonly doubleRule: string;
  /** Begins a line of code that goes on from the line above. */
  readonly continued: string;
}

/** Signs where the terminal shows Unicode. */
export const UNICODE_SIGNS: Signs = {
  bullets: ['•', '◦', '-'],
  bar: '│',
  rule: '─',
  doubleRule: '═',
  continued: '↪',
};
/** Signs where it does not. */
export const ASCII_SIGNS: Signs = {
  bullets: ['*', '-', '+'],
  bar: '|',
  rule: '-',
  doubleRule: '=',
  continued: '>',
};

/** Where less than this would remain, an indented block goes to the left edge instead. */
const NARROWEST = 12;
const CODE_INDENT = '    ';
const TAB = '    ';

/** Lines behind a prefix; the first line has its own. Both take equally many cells. */
const indentLines = (lines: Lines, first: string, rest: string): Lines =>
  lines.map((line, i) => {
    const prefix = i === 0 ? first : rest;
    return line === '' ? prefix.trimEnd() : prefix + line;
  });

const headingLines = (
  token: Tokens.Heading,
  width: number,
  { style, signs, inline }: BlockContext,
): Lines => {
  const paint = token.depth <= 2 ? MARKUP.heading : MARKUP.strong;
  const lines = wrapText(paintMarkup(paint(inline(token.tokens).trim()), style), width);
  if (token.depth > 2) return lines;
  const rule = token.depth === 1 ? signs.doubleRule : signs.rule;
  return [...lines, style.dim(rule.repeat(Math.max(...lines.map(cellWidth))))];
};

const codeLines = (token: Tokens.Code, width: number, { style, signs }: BlockContext): Lines => {
  const indent = width - CODE_INDENT.length < NARROWEST ? '' : CODE_INDENT;
  const room = width - indent.length;
  const language = /^\S+/.exec(token.lang ?? '')?.[0].toLowerCase() ?? '';
  const marked = highlight(token.text.replaceAll('\t', TAB), language, markupStyle(style));
  return wrapText(paintMarkup(marked, style), Number.POSITIVE_INFINITY).flatMap(line => {
    if (cellWidth(line) <= room) return line === '' ? '' : indent + line;
    const mark = `${style.dim(signs.continued)} `;
    return indentLines(wrapText(line, room - 2), indent, indent + mark);
  });
};

const quoteLines = (token: Tokens.Blockquote, width: number, context: BlockContext): Lines => {
  if (width - 2 < NARROWEST) return renderBlocks(token.tokens, width, context);
  const bar = `${context.style.dim(context.signs.bar)} `;
  return renderBlocks(token.tokens, width - 2, context).map(line =>
    line === '' ? bar.trimEnd() : bar + line,
  );
};

const tableLines = (token: Tokens.Table, width: number, { style, signs, inline }: BlockContext): Lines => {
  const cell = (paint: (text: string) => string) => (one: Tokens.TableCell) =>
    paintMarkup(paint(inline(one.tokens).trim()), style);
  return layoutTable(
    {
      header: token.header.map(cell(MARKUP.strong)),
      rows: token.rows.map(row => row.map(cell(text => text))),
      aligns: token.align.map(align => align ?? 'left'),
    },
    { width, rule: signs.rule, dim: style.dim },
  );
};

const listLines = (token: Tokens.List, width: number, context: BlockContext, depth: number): Lines => {
  const start = typeof token.start === 'number' ? token.start : 1;
  const bullet = context.signs.bullets[Math.min(depth, context.signs.bullets.length - 1)] ?? '*';
  const last = `${start + token.items.length - 1}.`;
  const outer = depth === 0 ? '  ' : '';
  return token.items.flatMap((item, i) => {
    const marker = item.task
      ? `[${item.checked === true ? 'x' : ' '}]`
      : token.ordered
        ? padStart(`${start + i}.`, last.length)
        : bullet;
    const first = `${outer}${marker} `;
    const narrow = width - first.length < NARROWEST;
    const indent = narrow ? '' : ' '.repeat(first.length);
    const gap = token.loose ? 'apart' : 'close';
    const lines = renderBlocks(item.tokens, width - indent.length, context, { gap, depth: depth + 1 });
    const shown = lines.length === 0 ? [''] : lines;
    const whole = narrow ? [first.trim(), ...shown] : indentLines(shown, first, indent);
    return token.loose && i > 0 ? ['', ...whole] : whole;
  });
};

/** How blocks follow each other, and how many lists they stand in. */
interface Setting {
  readonly gap: 'apart' | 'close';
  readonly depth: number;
  /** Cells for tables and code; those within something else take what it has. */
  readonly wide?: number;
}

const blockLines = (token: Token, width: number, context: BlockContext, setting: Setting): Lines => {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return headingLines(token as Tokens.Heading, width, context);
    case 'code':
      return codeLines(token as Tokens.Code, setting.wide ?? width, context);
    case 'blockquote':
      return quoteLines(token as Tokens.Blockquote, width, context);
    case 'list':
      return listLines(token as Tokens.List, width, context, setting.depth);
    case 'table':
      return tableLines(token as Tokens.Table, setting.wide ?? width, context);
    case 'hr':
      return [context.style.dim(context.signs.rule.repeat(width))];
    case 'text':
      return paragraphLines(context.inline([token]), width, context);
    default:
      return paragraphLines(context.block(token), width, context);
  }
};

const paragraphLines = (marked: string, width: number, { style }: BlockContext): Lines => {
  const text = marked.trim();
  return text === '' ? [] : wrapText(paintMarkup(text, style), width);
};

/**
 * Block tokens as lines of at most `width` cells, each complete in itself. marked-terminal would lay lists,
 * quotes, code and tables out by itself, but beyond the width and with styles that reach over lines.
 */
export const renderBlocks = (
  tokens: readonly Token[],
  width: number,
  context: BlockContext,
  setting: Setting = { gap: 'apart', depth: 0 },
): Lines =>
  tokens
    .map(token => blockLines(token, width, context, setting))
    .filter(lines => lines.length > 0)
    .flatMap((lines, i) => (i > 0 && setting.gap === 'apart' ? ['', ...lines] : lines));
