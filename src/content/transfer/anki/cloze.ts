/** Cloze deletions as Anki writes them: `{{c1::text::hint}}`, several numbers (`c1,2`), and one in another. */
import { GAP_CLOSE, GAP_OPEN, HIDDEN } from '../marks.ts';

interface ClozeNode {
  /** The cards it is asked by, counted from 1. */
  readonly numbers: readonly number[];
  hint: string;
  readonly parts: Part[];
}

type Part = string | ClozeNode;

/** The text of a cloze note, taken apart. */
export interface ClozeText {
  readonly parts: readonly Part[];
}

/** Deeper ones stay as they are written; Anki stops at ten as well. */
const DEEPEST = 10;

const TOKEN = /\{\{c(\d{1,3}(?:,\d{1,3}){0,20})::|\}\}/gi;

/** Takes a text apart. What is never closed, or closes nothing, is text. */
export const parseClozeText = (html: string): ClozeText => {
  const root: Part[] = [];
  const open: { readonly node: ClozeNode; readonly written: string }[] = [];
  const add = (text: string): void => {
    if (text === '') return;
    const node = open.at(-1)?.node;
    // The first `::` of a deletion's own text begins its hint.
    const cut = node === undefined || node.hint !== '' ? -1 : text.indexOf('::');
    if (node === undefined) root.push(text);
    else if (cut === -1) node.parts.push(text);
    else {
      node.parts.push(text.slice(0, cut));
      node.hint = text.slice(cut + 2);
    }
  };
  let at = 0;
  for (const match of html.matchAll(TOKEN)) {
    const [token, numbers] = match;
    if (numbers === undefined ? open.length === 0 : open.length >= DEEPEST) continue;
    add(html.slice(at, match.index));
    at = match.index + token.length;
    if (numbers === undefined) {
      const done = open.pop();
      if (done !== undefined) (open.at(-1)?.node.parts ?? root).push(done.node);
    } else {
      const node = { numbers: numbers.split(',').map(Number).filter(Boolean), hint: '', parts: [] };
      open.push({ node, written: token });
    }
  }
  add(html.slice(at));
  while (open.length > 0) {
    const { node, written } = open.pop() ?? { node: null, written: '' };
    const rest: Part[] = [
      written,
      ...(node?.parts ?? []),
      ...(node === null || node.hint === '' ? [] : [`::${node.hint}`]),
    ];
    (open.at(-1)?.node.parts ?? root).push(...rest);
  }
  return { parts: root };
};

const write = (parts: readonly Part[], show: (node: ClozeNode, depth: number) => string, depth = 0): string =>
  parts.map(part => (typeof part === 'string' ? part : show(part, depth))).join('');

/** The numbers of all deletions, in order, each once. */
export const clozeNumbers = ({ parts }: ClozeText): readonly number[] => {
  const found = new Set<number>();
  const walk = (list: readonly Part[]): void => {
    for (const part of list) {
      if (typeof part === 'string') continue;
      for (const number of part.numbers) found.add(number);
      walk(part.parts);
    }
  };
  walk(parts);
  return [...found].sort((a, b) => a - b);
};

/** The text with nothing hidden. */
export const clozeAnswer = ({ parts }: ClozeText): string => {
  const show = (node: ClozeNode): string => write(node.parts, show);
  return write(parts, show);
};

/** The text as the card of a number asks it, with {@link HIDDEN} for what is asked, and its hint. */
export const clozeQuestion = ({ parts }: ClozeText, number: number): string => {
  const show = (node: ClozeNode): string =>
    node.numbers.includes(number)
      ? HIDDEN + (node.hint === '' ? '' : ` (${node.hint})`)
      : write(node.parts, show);
  return write(parts, show);
};

/** The text with the deletions of one depth as gaps; the others are shown. */
export interface ClozeLayer {
  /** HTML with {@link GAP_OPEN} and {@link GAP_CLOSE}; a hint stands behind its gap in brackets. */
  readonly html: string;
  /** Of each gap, in order: the number of the card that asks it. */
  readonly numbers: readonly number[];
  /** Whether a gap had a hint. */
  readonly hasHint: boolean;
  /** Whether a gap had several numbers. */
  readonly hasShared: boolean;
}

/** A deletion inside another cannot be written as `[a [b]]`, so each depth is a text of its own. */
export const clozeLayers = ({ parts }: ClozeText): readonly ClozeLayer[] => {
  const layers: ClozeLayer[] = [];
  for (let layer = 0; layer < DEEPEST; layer++) {
    const numbers: number[] = [];
    let hasHint = false;
    let hasShared = false;
    const show = (node: ClozeNode, depth: number): string => {
      const inner = write(node.parts, show, depth + 1);
      const [number] = node.numbers;
      if (depth !== layer || number === undefined) return inner;
      numbers.push(number);
      hasHint ||= node.hint !== '';
      hasShared ||= node.numbers.length > 1;
      return `${GAP_OPEN}${inner}${GAP_CLOSE}${node.hint === '' ? '' : ` (${node.hint})`}`;
    };
    const html = write(parts, show);
    if (numbers.length === 0) break;
    layers.push({ html, numbers, hasHint, hasShared });
  }
  return layers;
};
