/** Drawings that nobody can hear. */
import { fencedBlocks } from '../../base/fences.ts';
import { isColumned, isDrawing } from '../../reading/drawings.ts';
import type { Rule } from '../rule.ts';
import { locate } from '../rule.ts';
import { placedTexts } from '../texts.ts';

const drawingText: Rule = {
  id: 'drawing-text',
  severity: 'warning',
  why: 'whoever hears the note learns nothing from lines and columns',
  hint: 'write what it teaches behind the language: ```text alt="A client asks a server."; name the language where it is code',
  check: input =>
    placedTexts(input.course).flatMap(({ file, line, markdown }) =>
      fencedBlocks(markdown).flatMap(({ info, text }) => {
        const what = isDrawing(info, text) ? 'drawing' : 'table in columns';
        const isMute = !/\balt="[^"]+"/.test(info) && (isDrawing(info, text) || isColumned(info, text));
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
