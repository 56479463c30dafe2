/** The HTML of a card of another program as Markdown of ours. */
import type { DomElement } from '@mixmark-io/domino';
import { createDocument } from '@mixmark-io/domino';
import TurndownService from 'turndown';
import { sanitize } from '../../core/base/sanitize.ts';
import { BREAK, CELL, PRIVATE, ROW, TILDE } from './marks.ts';

/** What was dropped or changed, by the word that remarks are counted by. */
export type DroppedMarkup = 'script' | 'style' | 'frame' | 'form' | 'sound' | 'image' | 'math' | 'markup';

/** Told of each thing that Markdown does not say. */
type Notice = (what: DroppedMarkup, name?: string) => void;

/**
 * More tags than any readable card has. The rules of HTML for tags that nobody closes take quadratic time and room,
 * so beyond it only the text is taken.
 */
const MOST_TAGS = 2000;

const domDocument = createDocument();

/** A run of backticks that is longer than any in the text. */
const fenceFor = (text: string, shortest: number): string =>
  '`'.repeat([...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length + 1), shortest));

/** By the character that stands on the line: digits first, then signs. */
const shifts = (digits: string, signs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map([...Array.from(digits, (character, i) => [String(i), character] as const), ...signs]);

const RAISED = shifts('⁰¹²³⁴⁵⁶⁷⁸⁹', [
  ['+', '⁺'],
  ['-', '⁻'],
  ['−', '⁻'],
  ['n', 'ⁿ'],
  ['i', 'ⁱ'],
]);
const LOWERED = shifts('₀₁₂₃₄₅₆₇₈₉', [
  ['+', '₊'],
  ['-', '₋'],
  ['−', '₋'],
]);

/** A raised or lowered text in the characters that Unicode has for it; else after a sign, for `10^x` is not `10x`. */
const shifted = (text: string, characters: ReadonlyMap<string, string>, sign: string): string => {
  if (text.trim() === '') return text;
  const all = Array.from(text.replace(/\\([-+])/g, '$1'), character => characters.get(character));
  if (all.every(character => character !== undefined)) return all.join('');
  return text.length === 1 ? sign + text : `${sign}(${text})`;
};

/** Options of lists in Turndown put three spaces after a bullet. */
const listItem = (content: string, node: DomElement): string => {
  const { parentNode } = node;
  const siblings = Array.from(parentNode?.childNodes ?? []).filter(
    sibling => (sibling as DomElement).localName === 'li',
  );
  const at = siblings.indexOf(node);
  const start = Number(parentNode?.getAttribute('start') ?? 1);
  const prefix =
    parentNode?.localName === 'ol' ? `${(Number.isSafeInteger(start) ? start : 1) + at}. ` : '- ';
  const lines = content.replace(/^\n+|\s+$/g, '').replace(/\n(?!\n|$)/g, `\n${' '.repeat(prefix.length)}`);
  return `${prefix}${lines}${at < siblings.length - 1 ? '\n' : ''}`;
};

const makeService = (): TurndownService => {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: BREAK,
  });
  const base = service.escape.bind(service);
  // Course text shows HTML as text but reads entities and strikes through; an address is no place for backslashes.
  service.escape = text =>
    base(text.replaceAll('~', TILDE))
      .replaceAll(TILDE, '\\~')
      .replace(/<(?=[A-Za-z/!?])/g, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/\bhttps?:\/\/\S+/g, address => address.replaceAll('\\_', '_'));
  service.addRule('strike', {
    filter: ['del', 's'],
    replacement: content => (content.trim() === '' ? content : `~~${content}~~`),
  });
  service.addRule('raised', { filter: 'sup', replacement: content => shifted(content, RAISED, '^') });
  service.addRule('lowered', { filter: 'sub', replacement: content => shifted(content, LOWERED, '\\_') });
  service.addRule('item', {
    filter: 'li',
    replacement: (content, node) => listItem(content, node as unknown as DomElement),
  });
  service.addRule('preformatted', {
    filter: 'pre',
    replacement: (_, node) => {
      const element = node as unknown as DomElement;
      const text = element.textContent.replace(/^\n|\n+$/g, '');
      const fence = fenceFor(text, 3);
      const [code] = Array.from(element.childNodes) as DomElement[];
      const language = code?.localName === 'code' ? (code.getAttribute('class') ?? '') : '';
      const info = /\blanguage-([\w+#.-]+)/.exec(language)?.[1] ?? '';
      return `\n\n${fence}${info}\n${text}\n${fence}\n\n`;
    },
  });
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: content =>
      CELL +
      content
        .replaceAll(BREAK, ' ')
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
  });
  service.addRule('row', { filter: 'tr', replacement: content => ROW + content });
  service.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: content => content });
  service.addRule('table', { filter: 'table', replacement: tableOf });
  return service;
};

/** A table of what its cells and rows became; one of a single cell is only a frame around text. */
const tableOf = (content: string): string => {
  const [caption = '', ...rows] = content.split(ROW);
  const cells = rows.map(row => row.split(CELL).slice(1));
  const width = Math.max(0, ...cells.map(({ length }) => length));
  if (width === 0 || (width === 1 && cells.length === 1)) return `\n\n${content.replace(PRIVATE, '')}\n\n`;
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => (row[i] ?? '').replace(PRIVATE, ' ')).join(' | ')} |`;
  const [head = [], ...body] = cells;
  const rule = `|${' --- |'.repeat(width)}`;
  return `\n\n${caption.trim() === '' ? '' : `${caption.trim()}\n\n`}${[line(head), rule, ...body.map(line)].join('\n')}\n\n`;
};

const service = makeService();

const each = (root: DomElement, selector: string, act: (element: DomElement) => void): void => {
  for (const element of Array.from(root.querySelectorAll(selector))) act(element);
};

/** Name of a local file that an attribute gives; `null` for an address elsewhere or data. */
const fileName = (source: string): string | null => {
  if (source === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(source)) return null;
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
};

const DROPPED: readonly (readonly [DroppedMarkup, string])[] = [
  ['script', 'script'],
  ['style', 'style, link'],
  ['frame', 'iframe, object, embed, canvas, svg, video'],
  ['form', 'input, textarea, select, button'],
];

/** Selecting takes longer than all else, and few texts have any of these. */
const SPECIAL =
  /<(?:script|style|link|iframe|object|embed|canvas|svg|video|input|textarea|select|button|audio|anki-mathjax|img|a|pre)\b/i;

/** Takes out what Markdown has nothing for, and tells of it. */
const clean = (root: DomElement, html: string, notice: Notice): void => {
  if (!SPECIAL.test(html)) return;
  for (const [what, selector] of DROPPED)
    each(root, selector, element => {
      notice(what);
      element.remove();
    });
  each(root, 'audio', element => {
    notice('sound', fileName(element.getAttribute('src') ?? '') ?? '');
    element.remove();
  });
  each(root, 'anki-mathjax', element => {
    const [open, close] = element.getAttribute('block') === 'true' ? ['\\[', '\\]'] : ['\\(', '\\)'];
    element.replaceWith(`${open}${element.textContent}${close}`);
  });
  each(root, 'img', element => {
    const source = element.getAttribute('src') ?? '';
    const name = fileName(source);
    if (name === null && !/^https?:/i.test(source)) {
      notice('image', '');
      element.replaceWith(element.getAttribute('alt') ?? '');
      return;
    }
    if (name !== null) {
      notice('image', name);
      element.setAttribute('src', name.replace(/[\s<>\\%]/g, encodeURIComponent));
    }
    if ((element.getAttribute('alt') ?? '') === '') element.setAttribute('alt', name ?? '');
  });
  // A link to nowhere, or one that would run something, is its text.
  each(root, 'a', element => {
    const target = element.getAttribute('href') ?? '';
    if (!/^(?:https?|mailto):/i.test(target)) element.replaceWith(...Array.from(element.childNodes));
  });
  each(root, 'pre br', element => element.replaceWith('\n'));
};

/** Text of HTML without a parser: for what is too deep or too much for one. */
const plainText = (html: string): string =>
  service.escape(
    html
      .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/[ \t]+/g, ' ')
      .trim(),
  );

/** Line breaks: one is a backslash at the end of the line, two are a new paragraph, none stands at either end. */
const settleBreaks = (text: string): string =>
  text
    .replace(new RegExp(`[ \\t]*${BREAK}[ \\t]*\\n[ \\t]*`, 'g'), `${BREAK}\n`)
    .replace(new RegExp(`(?:${BREAK}\\n){2,}`, 'g'), '\n\n')
    .replace(new RegExp(`${BREAK}\\n(?=\\n|$)`, 'g'), '\n')
    .replace(new RegExp(`(^|\\n)${BREAK}\\n`, 'g'), '$1')
    .replace(new RegExp(`${BREAK}\\n`, 'g'), '\\\n')
    .replaceAll(BREAK, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** What needs no converting: words and marks that mean the same in both. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'"(),.;:?!%/ -]*$/u;
const LISTED = /^\d+[.)]|[a-z]:\/\/| {2}|^ | $/i;

/** What editors leave at both ends; in long texts it is not looked for, for that takes quadratic time. */
const LONGEST_MARGIN = 1000;
const MARGIN = /^(?:\s|&nbsp;|<br\s*\/?>)+|(?:\s|&nbsp;|<br\s*\/?>)+$/gi;

const MATH = /\\\(.*?\\\)|\\\[.*?\\\]|\[latex\]|\[\$\$?\]/s;

/**
 * Markdown of a piece of HTML. Characters of the private use area pass through as they are.
 * @param html as the other program has it; no text makes it throw
 * @param notice told what was dropped or changed
 */
export const htmlToMarkdown = (html: string, notice: Notice): string => {
  const inner = html.length > LONGEST_MARGIN ? html : html.replace(MARGIN, '');
  if (inner === '' || (PLAIN.test(inner) && !LISTED.test(inner))) return inner;
  const tame = sanitize(inner.replace(/\r\n?/g, '\n')).replace(/&nbsp;|\u00a0/g, ' ');
  const spoken = tame.replace(/\[sound:([^\]\n]{1,500})\]/g, (_, name: string) => {
    notice('sound', name);
    return ` (sound: ${name.replaceAll('<', '&lt;')}) `;
  });
  if (MATH.test(spoken)) notice('math');
  const tags = spoken.split('<').length - 1;
  try {
    if (tags > MOST_TAGS) throw new RangeError('too many tags');
    const root = domDocument.createElement('div');
    root.innerHTML = spoken;
    clean(root, spoken, notice);
    return settleBreaks(service.turndown(root as unknown as Parameters<TurndownService['turndown']>[0]));
  } catch {
    notice('markup');
    return settleBreaks(plainText(spoken));
  }
};
