/** Clozes of other programs, in the form of ours: each gap in brackets. */

/** Links and images keep their brackets, code spans keep everything, and what is escaped already stays. */
const KEPT = /`+[^`]*`+|!?\[[^[\]\n]*\]\([^()\s]*(?:\s+"[^"\n]*")?\)|\\[[\]\\]/g;

/** A text in which no bracket begins or ends a gap. */
export const withoutGaps = (text: string): string => {
  let done = '';
  let from = 0;
  for (const { index, 0: kept } of text.matchAll(KEPT)) {
    done += text.slice(from, index).replace(/[[\]]/g, '\\$&') + kept;
    from = index + kept.length;
  }
  return done + text.slice(from).replace(/[[\]]/g, '\\$&');
};

/** A gap: without brackets of its own, without the empty line that would end it, and no box of a list or footnote. */
export const gapOf = (text: string): string => {
  const inside = withoutGaps(text.replace(/\n\s*\n/g, '\n').trim());
  return /^(?:[xX]|\^\S+)$/.test(inside) ? `[${inside} ]` : `[${inside}]`;
};

/** A text with its gaps as ours, and for each of them, in order, the card that asks it in the other program. */
interface ReadGaps {
  readonly text: string;
  /** Numbers of cards, counted from 0 in the order of their numbers. */
  readonly cards: readonly number[];
  /** Hints that stood in gaps: ours have none. */
  readonly hints: readonly string[];
}

const OPEN = /\{\{c(\d{1,3})(?:,\d{1,3})*::/y;

interface Part {
  text: string;
  readonly ordinal: number;
}

/**
 * Reads Anki's `{{c1::text::hint}}`. Of a gap within a gap the outer one stays; `null`: there is none.
 * @param plain changes the text around and in gaps, such as HTML to Markdown
 */
export const readAnkiGaps = (
  source: string,
  plain: (text: string) => string = text => text,
): ReadGaps | null => {
  const parts: Part[] = [{ text: '', ordinal: 0 }];
  const hints: string[] = [];
  let depth = 0;
  let inner = '';
  let ordinal = 0;
  for (let at = 0; at < source.length;) {
    OPEN.lastIndex = at;
    const open = OPEN.exec(source);
    if (open !== null) {
      if (depth === 0) {
        ordinal = Number(open[1]);
        inner = '';
      }
      depth++;
      at = OPEN.lastIndex;
    } else if (depth > 0 && source.startsWith('}}', at)) {
      depth--;
      at += 2;
      if (depth > 0) continue;
      const [text = '', ...hint] = inner.split('::');
      if (hint.length > 0) hints.push(hint.join('::'));
      parts.push({ text, ordinal }, { text: '', ordinal: 0 });
    } else {
      const last = parts.at(-1);
      if (depth > 0) inner += source.charAt(at);
      else if (last !== undefined) last.text += source.charAt(at);
      at++;
    }
  }
  // What was never closed is text.
  if (depth > 0) parts.push({ text: inner, ordinal: 0 });
  const gaps = parts.filter(part => part.ordinal > 0 && part.text.trim() !== '');
  if (gaps.length === 0) return null;
  const ordinals = [...new Set(gaps.map(gap => gap.ordinal))].sort((a, b) => a - b);
  // Markup may begin before a gap and end after it: what stands for the gaps goes through the change as letters.
  const mark = (index: number): string => `\u{e000}${index}\u{e001}`;
  const marked = parts.map(part => (part.ordinal > 0 ? mark(gaps.indexOf(part)) : part.text)).join('');
  // A bracket beside a gap would make a link of it.
  const text = withoutGaps(plain(marked)).replace(
    /\u{e000}(\d+)\u{e001}(\(?)/gu,
    (_, index: string, bracket: string) =>
      `${gapOf(plain(gaps[Number(index)]?.text ?? ''))}${bracket === '' ? '' : '\\('}`,
  );
  return { text: text.trim(), cards: gaps.map(gap => ordinals.indexOf(gap.ordinal)), hints };
};
