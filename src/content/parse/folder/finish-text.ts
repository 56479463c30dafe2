/** What is done to a text at the very end, when sections and cards are known: callouts, footnotes, marks of places. */
import { mapAroundCode } from '../../../core/base/code-spans.ts';
import { FenceReader, mapOutsideFences } from '../../../core/base/fences.ts';
import type { SourceLine } from './source-lines.ts';

/** Footnotes by their names. */
type Footnotes = ReadonlyMap<string, string>;

const DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]*(.*)$/;

/** Takes the definitions of footnotes out of a body. */
export const takeFootnotes = (
  lines: readonly SourceLine[],
): { readonly lines: readonly SourceLine[]; readonly footnotes: Footnotes } => {
  const footnotes = new Map<string, string>();
  const left: SourceLine[] = [];
  let open = '';
  for (const line of lines) {
    const [, name, text = ''] = line.code ? [] : (DEFINITION.exec(line.raw) ?? []);
    if (name !== undefined) {
      open = name;
      if (!footnotes.has(name)) footnotes.set(name, text.trim());
    } else if (open !== '' && !line.code && /^(?: {2,}|\t)\S/.test(line.raw)) {
      footnotes.set(open, `${footnotes.get(open) ?? ''} ${line.raw.trim()}`.trim());
    } else {
      open = '';
      left.push(line);
    }
  }
  return { lines: left, footnotes };
};

const CALLOUT = /^((?:[ \t]*>)+[ \t]*)\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)$/;
/** `^id` at the end of a line: a place to link to. */
const BLOCK_ID = /(?:^|[ \t]+)\^[A-Za-z0-9-]+[ \t]*$/;
const HIGHLIGHT = /==(?=\S)((?:(?!==)[^\n])*?\S)==/g;
const REFERENCE = /\[\^([^\]\s]+)\]/g;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');

const finishLine = (text: string): string => {
  const [, quote, type = '', title = ''] = text.includes('[!') ? (CALLOUT.exec(text) ?? []) : [];
  if (quote !== undefined) return `${quote}**${title.trim() === '' ? capital(type) : title.trim()}**  `;
  return text.includes('^') ? text.replace(BLOCK_ID, '') : text;
};

/** As it is written, since `[1]` is how links are numbered below a printed note. */
const mark = (number: number): string => `\\[^${number}\\]`;

/** A text as it is shown: callouts have a title in bold, what was marked is bold, footnotes stand below. */
export const finishText = (markdown: string, footnotes: Footnotes): string => {
  if (!/[[^=]/.test(markdown)) return markdown;
  const used = new Map<string, number>();
  const change = (part: string): string =>
    !part.includes('==') && !part.includes('[^')
      ? part
      : part.replace(HIGHLIGHT, '**$1**').replace(REFERENCE, (whole, name: string) => {
          if (!footnotes.has(name)) return whole;
          const number = used.get(name) ?? used.size + 1;
          used.set(name, number);
          return mark(number);
        });
  const text = mapOutsideFences(
    markdown,
    line => mapAroundCode(finishLine(line), change),
    new FenceReader(true),
  );
  const notes = [...used].map(([name, number]) => `${mark(number)} ${footnotes.get(name) ?? ''}`);
  return [text.trimEnd(), ...notes].filter(part => part !== '').join('\n\n');
};
