import { withoutFences } from '../base/fences.ts';
import { plainText } from './plain-text.ts';

/** Words that say nothing of what a text is about. */
const STOP = new Set(
  (
    'a an the of to in on at for and or is are be by with from as it its that this which what how why when where ' +
    'who must can may not no each one two three than then them they their there into out up so if but all only any ' +
    'use uses used using after before more most least also same own other does do has have was were will would ' +
    'should could about between under over per via his her he she you your we our these those both such while ' +
    'during without within through'
  ).split(' '),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’./:_-]*|\$[\d.,]+/gu;

/** A text without blocks of code and without the marks of code spans. */
const prose = (markdown: string): string => plainText(withoutFences(markdown));

/** Words of a text as they are counted for its length; blocks of code have none. */
export const wordsOf = (markdown: string): readonly string[] => prose(markdown).match(WORD) ?? [];

/** Words of a text that say what it is about, in lower case, without plural genitives and closing marks. */
export const contentWords = (markdown: string): readonly string[] =>
  wordsOf(markdown)
    .map(word =>
      word
        .toLowerCase()
        .replace(/[.:/_-]+$/, '')
        .replace(/['’]s$/, ''),
    )
    .filter(word => word.length > 2 && !STOP.has(word));
