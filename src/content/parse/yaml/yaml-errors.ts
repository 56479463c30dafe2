/** What the parser of YAML says of a text that is none, in words that name the slip and the line it was made on. */

/** A slip: what is wrong, how to mend it, and the line (from 0) it stands on. */
interface YamlSlip {
  readonly message: string;
  readonly hint: string;
  readonly line: number;
}

const INDENT =
  'put the fields of one entry exactly below each other; each entry of a list begins with - and a space';
const QUOTES = 'put text with a colon, a comma, a brace or a quote mark in quotes';

/** The line before this one that is not empty, if there is one. */
const lineBefore = (lines: readonly string[], line: number): number => {
  for (let at = line - 1; at >= 0; at--) if ((lines[at] ?? '').trim() !== '') return at;
  return line;
};

/** The line on which a quote mark opens text that no later mark on it closes; `line` where none is seen. */
const openQuote = (lines: readonly string[], line: number, mark: string): number => {
  const begins = new RegExp(`(?:^|[:\\-,\\[{]\\s+)${mark}`);
  const found = lines.findIndex((text, at) => {
    if (at > line || !begins.test(text)) return false;
    const marks = text.replaceAll(mark === '"' ? /\\./g : "''", '').split(mark).length - 1;
    return marks % 2 === 1;
  });
  return found === -1 ? line : found;
};

/** By the words of the parser. */
const SLIPS: readonly (readonly [RegExp, (lines: readonly string[], line: number) => YamlSlip])[] = [
  [
    /tab characters? must not/,
    (_, line) => ({ message: 'A tab indents this line', hint: 'indent it with spaces', line }),
  ],
  [
    /double quoted scalar/,
    (lines, line) => ({
      message: 'A quote mark " opens here and is not closed',
      hint: 'close it, or write the text without it',
      line: openQuote(lines, line, '"'),
    }),
  ],
  [
    /single quoted scalar/,
    (lines, line) => ({
      message: "A quote mark ' opens here and is not closed",
      hint: "close it, or put the whole text in \"...\"; inside '...' an apostrophe is written ''",
      line: openQuote(lines, line, "'"),
    }),
  ],
  [
    /duplicated mapping key/,
    (_, line) => ({ message: 'The field of this line stands twice', hint: 'keep one of the two', line }),
  ],
  [
    /multiline key|implicit key|implicit map/,
    (lines, line) => {
      const before = lineBefore(lines, line);
      const isBare = !/[:#]\s|:$/.test(lines[before] ?? '');
      return {
        message: 'A field has no colon after its name',
        hint: 'write the name, a colon, a space and the value; put text that holds a colon in quotes',
        line: isBare ? before : line,
      };
    },
  ],
  [
    /bad indentation/,
    (_, line) => ({
      message: 'This line is indented otherwise than its neighbors',
      hint: `${INDENT}; ${QUOTES}`,
      line,
    }),
  ],
  [
    /end of the stream or a document separator/,
    (_, line) => ({
      message: 'This line belongs to nothing above it',
      hint: `a dash or a colon is missing, or it is not indented as its neighbors: ${INDENT}`,
      line,
    }),
  ],
  [
    /flow (?:collection|sequence|mapping)|missed comma/,
    (_, line) => ({
      message: 'A list in [ ] or a map in { } is not whole',
      hint: `close it, and ${QUOTES}`,
      line,
    }),
  ],
  [
    /unknown escape sequence/,
    (_, line) => ({
      message: 'A backslash between double quotes begins an escape that YAML does not know',
      hint: "write it twice, or use single quotes: '\\d'",
      line,
    }),
  ],
];

/**
 * What a parser's finding means for whoever wrote the file.
 * @param reason as the parser says it; `line` is where it stopped, from 0
 */
export const explainYaml = (reason: string, text: string, line: number): YamlSlip => {
  const known = SLIPS.find(([pattern]) => pattern.test(reason));
  if (known === undefined) return { message: `This is no YAML: ${reason}`, hint: QUOTES, line };
  return known[1](text.split('\n'), line);
};
