/** A help page for whoever hears it: no columns, and placeholders in words. */
import { wrapWords } from '../../text/layout/wrap-words.ts';
import { speakSigns } from '../../text/layout/spoken-signs.ts';

/** `<dir>` as DIR, `[topic...]` as TOPIC, which may be left out. */
const placeholders = (text: string): string =>
  text
    .replace(
      /\[([a-z][\w-]*)(\.\.\.)?\](?=[\s,:]|$)/g,
      (_, name: string) => `${name.toUpperCase()} (optional)`,
    )
    .replace(/<([a-z][\w-]*)(?:\.\.\.)?>/g, (_, name: string) => name.toUpperCase());

/**
 * `  -q, --quiet    no messages` as `-q, --quiet: no messages`. A paragraph, the lines of which begin at the margin,
 * stays one; what commander has wrapped below a second column goes on where it began.
 */
export const spokenHelp = (text: string, columns: number): string => {
  const lines: string[] = [];
  let last: 'item' | 'prose' | 'other' = 'other';
  for (const line of text.split('\n')) {
    const [, term = '', meaning = ''] = /^ +(\S.*?) {2,}(\S.*)$/.exec(line) ?? [];
    const goesOn =
      (last === 'item' && /^ {4,}\S/.test(line)) ||
      (last === 'prose' && /^\S/.test(line) && !/^\w[\w ]*:/.test(line));
    if (term !== '') lines.push(`${placeholders(term)}: ${meaning}`);
    else if (goesOn) lines.push(`${lines.pop() ?? ''} ${line.trim()}`);
    else lines.push(placeholders(line.trim()));
    if (!goesOn) last = term !== '' ? 'item' : /^\S/.test(line) && !line.endsWith(':') ? 'prose' : 'other';
  }
  return lines.flatMap(line => wrapWords(speakSigns(line), columns)).join('\n');
};
