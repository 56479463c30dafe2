/** Blocks of code between fences, told line by line: what looks like markup in them is code (CommonMark 4.5). */

/** What a line is of a block of code; `null`: it stands outside of all. */
type FenceLine = 'open' | 'code' | 'close' | null;

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)/;
const IN_QUOTE = /^ {0,3}(?:> ?)*(`{3,}|~{3,})(.*)/;

/** Reads the lines of one text in their order. */
export class FenceReader {
  readonly #pattern: RegExp;
  #mark = '';
  #info = '';

  /** @param quoted whether a block that stands in a quote counts, too */
  constructor(quoted = false) {
    this.#pattern = quoted ? IN_QUOTE : FENCE;
  }

  /** The signs that opened the block that is open, which also close it; `''`: none is open. */
  get mark(): string {
    return this.#mark;
  }

  /** What stands after the signs that opened the last block: its language, and what else belongs to it. */
  get info(): string {
    return this.#info;
  }

  /** Takes the next line. */
  next(line: string): FenceLine {
    const [, mark = '', info = ''] = this.#pattern.exec(line) ?? [];
    if (this.#mark !== '') {
      if (!mark.startsWith(this.#mark) || info.trim() !== '') return 'code';
      this.#mark = '';
      return 'close';
    }
    // After a fence of backticks stands none, or it is a code span.
    if (mark === '' || (mark.startsWith('`') && info.includes('`'))) return null;
    this.#mark = mark;
    this.#info = info.trim();
    return 'open';
  }
}

/** A text with all lines that stand in no block of code changed one by one. */
export const mapOutsideFences = (
  markdown: string,
  change: (line: string) => string,
  fences = new FenceReader(),
): string =>
  markdown
    .split('\n')
    .map(line => (fences.next(line) === null ? change(line) : line))
    .join('\n');

/** A text with an empty line in place of each line of a block of code. */
export const withoutFences = (markdown: string): string => {
  const fences = new FenceReader();
  return markdown
    .split('\n')
    .map(line => (fences.next(line) === null ? line : ''))
    .join('\n');
};

/** The blocks of code of a text. */
export const fencedBlocks = (
  markdown: string,
): readonly { readonly info: string; readonly text: string }[] => {
  const fences = new FenceReader();
  const blocks: { info: string; lines: string[] }[] = [];
  for (const line of markdown.split('\n')) {
    const part = fences.next(line);
    if (part === 'open') blocks.push({ info: fences.info, lines: [] });
    else if (part === 'code') blocks.at(-1)?.lines.push(line);
  }
  return blocks.map(({ info, lines }) => ({ info, text: lines.join('\n') }));
};
