import type { DroppedMarkup } from './html-to-markdown.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

/** A text without markup of HTML, and what went. */
interface PlainText {
  readonly text: string;
  /** Pictures and sounds that it names. */
  readonly media: readonly string[];
  /** What Markdown cannot say, each once. */
  readonly dropped: readonly Exclude<DroppedMarkup, 'sound' | 'image'>[];
}

/** HTML as Markdown, with what was dropped on the way. */
export const plainText = (html: string): PlainText => {
  const media: string[] = [];
  const dropped = new Set<Exclude<DroppedMarkup, 'sound' | 'image'>>();
  const text = htmlToMarkdown(html, (what, name = '') => {
    if (what === 'sound' || what === 'image') media.push(name);
    else dropped.add(what);
  });
  return { text: text.trim(), media: media.filter(name => name !== ''), dropped: [...dropped] };
};

/** Says of a dropped part what came of it. */
export const droppedWhy = (what: PlainText['dropped'][number]): string =>
  what === 'math'
    ? 'A formula stands as it was written'
    : what === 'markup'
      ? 'Its markup could not be read, and its text stays'
      : `A ${what} is not carried`;
