/** Blocks of Markdown as they are heard: a table as records, a drawing by its description, code announced. */
import type { Token, Tokens } from '../../markdown/markdown-lexer.ts';
import { drawingText, isColumned, isDrawing, languageOf } from '../../../core/reading/drawings.ts';
import { plural } from '../../layout/columns.ts';
import { sentence } from '../words.ts';
import { wrapWords } from '../../layout/wrap-words.ts';
import type { LinkBook } from '../../markdown/link-book.ts';
import { spokenInline } from './spoken-inline.ts';

interface SpokenContext {
  /** Cells of a line. */
  readonly width: number;
  readonly links: LinkBook | null;
  /** Whether a drawing without a description is read as it is, because an answer may hang on it; else it is left out. */
  readonly readsDrawings: boolean;
}

type Lines = readonly string[];

/** What languages are called; others by their name. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['bash', 'shell'],
  ['sh', 'shell'],
  ['js', 'JavaScript'],
  ['javascript', 'JavaScript'],
  ['ts', 'TypeScript'],
  ['typescript', 'TypeScript'],
  ['json', 'JSON'],
  ['yaml', 'YAML'],
  ['html', 'HTML'],
  ['css', 'CSS'],
  ['sql', 'SQL'],
  ['http', 'HTTP'],
  ['python', 'Python'],
  ['dockerfile', 'Dockerfile'],
]);

const codeLines = (token: Tokens.Code, { width, readsDrawings }: SpokenContext): Lines => {
  const described = drawingText(token.lang ?? '');
  if (described !== null) return wrapWords(`Drawing: ${sentence(described)}`, width);
  const lines = token.text.replaceAll('\t', '  ').split('\n');
  if (!readsDrawings && isDrawing(token.lang ?? '', token.text))
    return wrapWords(
      `A drawing of ${plural(lines.length, 'line')} without a description. It is left out here; --plain shows it.`,
      width,
    );
  // What stands below each other is heard one after the other.
  const columned = isColumned(token.lang ?? '', token.text);
  const said = columned ? lines.map(line => line.trim().replace(/ {2,}/g, ', ')) : lines;
  const language = languageOf(token.lang ?? '');
  const name =
    language === '' || language === 'text' ? 'Text' : `Code, ${LANGUAGES.get(language) ?? language}`;
  const end = language === '' || language === 'text' ? 'End of text.' : 'End of code.';
  return lines.length === 1
    ? [`${name}: ${lines[0] ?? ''}`]
    : [`${name}, ${plural(lines.length, 'line')}.`, ...said, end];
};

/** A cell in words; an empty one says so. */
const cellText = ({ tokens }: Tokens.TableCell, links: LinkBook | null): string => {
  const text = spokenInline(tokens, links);
  return text === '' ? 'none' : text;
};

const tableLines = ({ header, rows }: Tokens.Table, { width, links }: SpokenContext): Lines => {
  const names = header.map(cell => spokenInline(cell.tokens, null));
  const named = names.filter(name => name !== '');
  const columns = named.length === 0 ? '' : `, columns: ${named.join('; ')}`;
  const records = rows.map(row =>
    row
      .map((cell, i) => {
        const text = cellText(cell, links);
        // The first cell names the record; every other one is named by its column.
        return sentence(i === 0 || (names[i] ?? '') === '' ? text : `${names[i] ?? ''}: ${text}`);
      })
      .join(' '),
  );
  return [
    ...wrapWords(sentence(`Table, ${plural(rows.length, 'row')}${columns}`), width),
    ...records.flatMap(record => wrapWords(record, width)),
    'End of table.',
  ];
};

/** Wider than any paragraph. */
const WHOLE = 1_000_000;

/**
 * Blocks with a label before the first of them. A paragraph is broken once, label and all; a line of code behind a
 * label stays whole.
 */
const labeled = (label: string, tokens: readonly Token[], context: SpokenContext, depth: number): Lines => {
  const { width } = context;
  const lines = blocksOf(tokens, context, depth);
  if (label === '') return lines;
  const [paragraph = ''] = blocksOf(tokens, { ...context, width: WHOLE }, depth);
  const broken = wrapWords(paragraph, width);
  return broken.every((line, i) => line === lines[i])
    ? [...wrapWords(label + paragraph, width), ...lines.slice(broken.length)]
    : [label + (lines[0] ?? ''), ...lines.slice(1)];
};

const listLines = (list: Tokens.List, context: SpokenContext, depth: number): Lines => {
  const start = typeof list.start === 'number' ? list.start : 1;
  const { items } = list;
  const head = items.length === 1 ? [] : [`${depth === 0 ? 'List' : 'Inner list'} of ${items.length}.`];
  return [
    ...head,
    ...items.flatMap((item, i) => {
      const state = item.task ? (item.checked === true ? 'Done: ' : 'To do: ') : '';
      // Lines are broken at the margin, where only a mark tells an item from the rest of the one before.
      const label = `${list.ordered ? `${start + i}. ` : items.length === 1 ? '' : '- '}${state}`;
      return labeled(label, item.tokens, context, depth + 1).filter(line => line !== '');
    }),
    ...(items.length === 1 || depth > 0 ? [] : ['End of list.']),
  ];
};

const quoteLines = (token: Tokens.Blockquote, context: SpokenContext, depth: number): Lines => [
  ...labeled('Quote: ', token.tokens, context, depth),
  'End of quote.',
];

const blockLines = (token: Token, context: SpokenContext, depth: number): Lines => {
  const { width, links } = context;
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return [];
    case 'heading': {
      const { depth: level, tokens } = token as Tokens.Heading;
      return wrapWords(sentence(`Heading, level ${level}: ${spokenInline(tokens, links)}`), width);
    }
    case 'code':
      return codeLines(token as Tokens.Code, context);
    case 'table':
      return tableLines(token as Tokens.Table, context);
    case 'list':
      return listLines(token as Tokens.List, context, depth);
    case 'blockquote':
      return quoteLines(token as Tokens.Blockquote, context, depth);
    default: {
      const inner = 'tokens' in token && token.tokens !== undefined ? token.tokens : [token];
      const text = spokenInline(inner, links);
      return text === '' ? [] : wrapWords(text, width);
    }
  }
};

const blocksOf = (tokens: readonly Token[], context: SpokenContext, depth: number): Lines =>
  tokens
    .map(token => blockLines(token, context, depth))
    .filter(lines => lines.length > 0)
    .flatMap((lines, i) => (i > 0 && depth === 0 ? ['', ...lines] : lines));

/** Blocks one after the other, an empty line between them. */
export const spokenBlocks = (tokens: readonly Token[], context: SpokenContext): Lines =>
  blocksOf(tokens, context, 0);
