/** Anki's templates of cards: `{{Field}}`, filters, and sections that show where a field has text. */

type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'field'; readonly filters: readonly string[]; readonly name: string }
  | {
      readonly is: 'section';
      readonly name: string;
      readonly shown: boolean;
      readonly pieces: readonly Piece[];
    };

/** A template, taken apart. */
export type Template = readonly Piece[];

/** Sections within each other; deeper ones are read as if they began anew. */
const DEEPEST = 50;

/** Takes a template apart. Whatever closes nothing is left out, and what is never closed ends with the template. */
export const parseTemplate = (source: string): Template => {
  const root: Piece[] = [];
  const open: { readonly name: string; readonly pieces: Piece[] }[] = [];
  const here = (): Piece[] => open.at(-1)?.pieces ?? root;
  let at = 0;
  for (const match of source.matchAll(/\{\{\{?([^{}]*)\}\}\}?/g)) {
    here().push({ is: 'text', text: source.slice(at, match.index) });
    at = match.index + match[0].length;
    const word = (match[1] ?? '').trim();
    const sign = word.charAt(0);
    const name = word.slice(1).trim();
    if (sign === '#' || sign === '^') {
      if (open.length >= DEEPEST) continue;
      const pieces: Piece[] = [];
      here().push({ is: 'section', name, shown: sign === '#', pieces });
      open.push({ name, pieces });
    } else if (sign === '/') {
      if (open.some(section => section.name === name)) while (open.pop()?.name !== name);
    } else {
      const parts = word.split(':').map(part => part.trim());
      here().push({ is: 'field', name: parts.at(-1) ?? '', filters: parts.slice(0, -1).reverse() });
    }
  }
  here().push({ is: 'text', text: source.slice(at) });
  return root;
};

/** What a template is filled with. */
interface Filling {
  /** HTML of a field, or of what Anki knows by a name (`Tags`, `Deck`); absent: there is no such field. */
  readonly field: (name: string) => string | undefined;
  /** What stands for a field with the filter `cloze`. */
  readonly cloze: (html: string) => string;
  readonly isAnswer: boolean;
}

/** As Anki sees it: white space and line breaks are no text. */
const isBlank = (html: string): boolean => /^(?:\s|&nbsp;|<\/?(?:br|div)\s*\/?>)*$/i.test(html);

const fieldText = ({ name, filters }: Piece & { readonly is: 'field' }, filling: Filling): string => {
  if (filters.some(filter => filter.startsWith('tts'))) return '';
  const html = filling.field(name) ?? '';
  // What is typed in, and a hint that has to be clicked, belong to the answer.
  if (!filling.isAnswer && filters.some(filter => filter === 'type' || filter === 'hint')) return '';
  return filters.includes('cloze') ? filling.cloze(html) : html;
};

/** HTML of one side of a card. */
export const fillTemplate = (template: Template, filling: Filling): string =>
  template
    .map(piece => {
      switch (piece.is) {
        case 'text':
          return piece.text;
        case 'field':
          return fieldText(piece, filling);
        case 'section':
          return isBlank(filling.field(piece.name) ?? '') === piece.shown
            ? ''
            : fillTemplate(piece.pieces, filling);
      }
    })
    .join('');

const RULE = /<hr\b[^<>]*\bid\s*=\s*["']?answer\b[^<>]*>/i;
const FRONT = /\{\{\s*(?:FrontSide|(?:[^{}:]*:)*cloze:[^{}]*)\s*\}\}/gi;

/**
 * The part of an answer's template that the question does not show: after `<hr id=answer>`, or else after the front
 * (`{{FrontSide}}`, `{{cloze:Text}}`); all of it where there is neither.
 */
export const answerPart = (source: string): string => {
  const rule = RULE.exec(source);
  if (rule !== null) return source.slice(rule.index + rule[0].length);
  const front = [...source.matchAll(FRONT)].at(-1);
  return front === undefined ? source : source.slice(front.index + front[0].length);
};

/** The template without comments, scripts and styles; how many of the last two there were. */
export const withoutCode = (source: string): { readonly source: string; readonly codes: number } => {
  let codes = 0;
  const clean = source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, () => {
      codes++;
      return '';
    });
  return { source: clean, codes };
};
