import { wrapText } from '../layout/wrap.ts';
import { partReasons } from '../../core/question/part-reasons.ts';
import type { Presented } from '../../core/question/present.ts';
import type { Turn } from '../../core/session/state.ts';
import type { Render } from './question-lines.ts';
import type { Style } from '../layout/style.ts';

/** Characters that may be inline markup, an entity, a link or an escape; and a hard break. */
const INLINE = /[`*_[\]<>&\\~|^\u00a0\t\r]|https?:|www\.|@| {2}/;
/** A line that begins no list, quote, heading, rule or code. */
const LINE = /^(?!\d{1,9}[.)](?:\s|$))[\p{L}\p{N}$("'\u201c\u2018.,]/u;

/**
 * Markdown that has no markup at all, as `renderMarkdown` would lay it out; `null` where there may be some. Most
 * options and many questions are such, and need not wait for the real renderer to be loaded.
 */
export const renderUnmarked = (markdown: string, width: number): readonly string[] | null => {
  const text = markdown.replace(/\n+$/, '');
  if (text === '' || INLINE.test(text)) return null;
  const lines = text.split('\n');
  if (!lines.every(line => LINE.test(line))) return null;
  return wrapText(lines.map(line => line.trimEnd()).join(' '), Math.max(20, width));
};

/** Markdown as lines. The real renderer is loaded for the first text that has markup, and not before. */
export interface Renderer {
  readonly render: Render;
  /** Makes ready for these texts; to be awaited before they are rendered. */
  prepare(texts: readonly string[]): Promise<void>;
  /** Makes ready for any text. */
  load(): Promise<void>;
}

/** @param ascii bullets, bars and rules of ASCII characters only */
export const makeRenderer = (style: Style, ascii = false): Renderer => makeLiveRenderer({ style, ascii });

/** A renderer whose look may change: it is asked for with each text. */
export const makeLiveRenderer = (look: { readonly style: Style; readonly ascii: boolean }): Renderer => {
  let renderMarkup: Render | null = null;
  const load = async (): Promise<void> => {
    if (renderMarkup !== null) return;
    const { renderMarkdown } = await import('../markdown/markdown.ts');
    renderMarkup = (markdown, width) =>
      renderMarkdown(markdown, { width, style: look.style, ascii: look.ascii });
  };
  return {
    load,
    render: (markdown, width) =>
      renderUnmarked(markdown, width) ?? renderMarkup?.(markdown, width) ?? wrapText(markdown, width),
    prepare: async texts => {
      if (texts.some(text => text !== '' && renderUnmarked(text, 80) === null)) await load();
    },
  };
};

const choiceTexts = (shown: Presented): readonly string[] => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return shown.options.map(({ text }) => text);
    case 'order':
      return shown.steps;
    case 'match':
      return [...shown.lefts, ...shown.rights];
    case 'true-false':
    case 'numeric':
    case 'text':
      return [];
  }
};

/** The Markdown of a question as it is put. */
export const questionTexts = (shown: Presented): readonly string[] => [
  shown.question.stem,
  ...choiceTexts(shown),
];

/** The Markdown of its explanation. */
export const reasonTexts = (shown: Presented): readonly string[] => {
  const { question } = shown;
  if ('options' in question) return question.options.map(({ why }) => why);
  const accepted = question.kind === 'text' ? question.accept : [];
  const parts = question.kind === 'order' || question.kind === 'match' ? partReasons(question) : [];
  return [question.why, ...accepted, ...parts.flatMap(({ text, why }) => [text, why]), ...choiceTexts(shown)];
};

/** The Markdown of an item as it is asked. */
export const askedTexts = ({ shown }: Turn): readonly string[] =>
  shown.type === 'card' ? [shown.card.front] : questionTexts(shown.shown);

/** The Markdown of its answer. */
export const answerTexts = ({ shown }: Turn): readonly string[] =>
  shown.type === 'card' ? [shown.card.back] : reasonTexts(shown.shown);
