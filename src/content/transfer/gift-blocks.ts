/** Where the questions of a text in GIFT begin and end, and what is escaped in them. */

/** Escaped characters stand as letters of the private use area while the markup is looked for. */
const ESCAPED = ':#={}~\\';
const ESCAPE_BASE = 0xe000;
/** A text whose escaped characters are no markup. */
export const hide = (text: string): string =>
  text.replace(/\\([:#={}~\\n])/g, (_, character: string) =>
    character === 'n' ? '\u{e100}' : String.fromCharCode(ESCAPE_BASE + ESCAPED.indexOf(character)),
  );
/** The text behind {@link hide}. */
export const show = (text: string): string =>
  text
    .replace(/[\u{e000}-\u{e006}]/gu, hidden => ESCAPED.charAt(hidden.charCodeAt(0) - ESCAPE_BASE))
    .replaceAll('\u{e100}', '\n');

/** Lines between two empty ones, and what the comments above say. */
interface Block {
  readonly text: string;
  /** Of its first line that is no comment. */
  readonly line: number;
  readonly id: string;
  readonly tags: readonly string[];
}

/** The questions of a text in GIFT as they stand, set apart by empty lines. */
export const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let line = 0;
  let [id, tags]: [string, string[]] = ['', []];
  const flush = (): void => {
    if (lines.length > 0) {
      blocks.push({ text: lines.join('\n'), line, id, tags });
      [id, tags] = ['', []];
    }
    lines = [];
  };
  text.split('\n').forEach((raw, i) => {
    if (/^\s*\/\//.test(raw)) {
      const comment = hide(raw).replaceAll('\\]', '\u{e101}');
      for (const [, name, value = ''] of comment.matchAll(/\[(id|tag):([^\]]*)\]/g)) {
        const said = show(value).replaceAll('\u{e101}', ']').trim();
        if (name === 'id') id = said;
        else if (said !== '') tags.push(said);
      }
    } else if (raw.trim() === '') flush();
    else {
      if (lines.length === 0) line = i + 1;
      lines.push(raw);
    }
  });
  flush();
  return blocks;
};
