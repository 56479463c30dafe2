/**
 * Blocks of code between fences, as CommonMark has them: a fence of backticks has none in its info string, or the line
 * is a code span; a block ends at a fence of the same sign, at least as long, with nothing after it, or with the text.
 */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/;

/** Tells of one line after another whether it is code. */
export class Fences {
  #mark = '';

  /** The fence of the block that is open, `''` where none is. */
  get mark(): string {
    return this.#mark;
  }

  /** What the next line of the text is: `open` and `close` are the fences themselves. */
  take(line: string): 'text' | 'open' | 'code' | 'close' {
    const [, mark = '', info = ''] = FENCE.exec(line) ?? [];
    if (this.#mark === '') {
      this.#mark = mark;
      return mark === '' ? 'text' : 'open';
    }
    if (!mark.startsWith(this.#mark) || info.trim() !== '') return 'code';
    this.#mark = '';
    return 'close';
  }

  /** `true` where the next line of the text is code, or a fence. */
  takesAsCode(line: string): boolean {
    return this.take(line) !== 'text';
  }
}
