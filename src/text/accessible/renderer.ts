import { renderUnmarked } from '../question/renderer.ts';
import type { Renderer } from '../question/renderer.ts';
import type { Render } from '../question/question-lines.ts';
import { speakProse } from '../layout/spoken-signs.ts';
import { wrapWords } from '../layout/wrap-words.ts';

/** Markdown as lines to be heard. marked is loaded for the first text that has markup, and not before. */
export const makeSpokenRenderer = (): Renderer => {
  let speak: Render | null = null;
  const load = async (): Promise<void> => {
    if (speak !== null) return;
    const { speakMarkdown } = await import('./markdown/spoken-markdown.ts');
    speak = (markdown, width) => speakMarkdown(markdown, { width, readsDrawings: true });
  };
  const plain = (markdown: string, width: number): readonly string[] =>
    wrapWords(speakProse(markdown.replace(/\s+/g, ' ').trim()), width);
  return {
    render: (markdown, width) =>
      renderUnmarked(markdown, width) !== null ? plain(markdown, width) : (speak ?? plain)(markdown, width),
    prepare: async texts => {
      if (texts.some(text => text !== '' && renderUnmarked(text, 80) === null)) await load();
    },
    load,
  };
};
