/** Drawings that nobody can hear. */
import { isColumned, isDrawing } from '../../reading/drawings.ts';
import type { Rule } from '../rule.ts';
import { locate } from '../rule.ts';
import { placedTexts } from '../texts.ts';

/** A fenced block: its info string and what stands in it. */
const FENCE = /^(`{3,}|~{3,})([^\n`]*)\n([^]*?)^\1[ \t]*$/gm;

const drawingText: Rule = {
  id: 'drawing-text',
  severity: 'warning',
  why: 'whoever hears the note learns nothing from lines and columns',
  hint: 'write what it teaches behind the language: ```text alt="A client asks a server."; name the language where it is code',
  check: input =>
    placedTexts(input.course).flatMap(({ file, line, markdown }) =>
      [...markdown.matchAll(FENCE)].flatMap(([, , info = '', text = '']) => {
        const what = isDrawing(info.trim(), text) ? 'drawing' : 'table in columns';
        const isMute =
          !/\balt="[^"]+"/.test(info) && (isDrawing(info.trim(), text) || isColumned(info.trim(), text));
        const [first = ''] = text.split('\n').filter(each => each.trim() !== '');
        return isMute
          ? [
              {
                file,
                line: locate(input, file, line, first),
                message: `The ${what} has no text that stands for it`,
              },
            ]
          : [];
      }),
    ),
};

/** Rules on drawings. */
export const DRAWING_RULES: readonly Rule[] = [drawingText];
