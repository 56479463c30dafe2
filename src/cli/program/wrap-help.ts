/** Words of `text` in lines of at most `columns`, all but the first behind `indent`. A longer word stays whole. */
const fill = (text: string, columns: number, indent: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
};

/**
 * A help text in lines of at most `columns`: commander wraps its own part, but not what a command adds below.
 * Lines that begin at the margin are filled as one paragraph. A longer line of two columns goes on below the second,
 * and one of a single column below itself, because it may be a command to copy.
 */
export const wrapHelp = (text: string, columns: number): string => {
  const out: string[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) out.push(...fill(paragraph.join(' '), columns, 0));
    paragraph = [];
  };
  for (const line of text.split('\n')) {
    if (/^[^\s]/.test(line) && !/^\w+:/.test(line)) {
      paragraph.push(line);
      continue;
    }
    flush();
    const gap = /^( *\S.*? {2,})\S/.exec(line)?.[1] ?? '';
    const isLong = line.length > columns && gap !== '' && gap.length < columns - 20;
    if (!isLong) out.push(line);
    else
      for (const [i, part] of fill(line.slice(gap.length), columns - gap.length, 0).entries())
        out.push((i === 0 ? gap : ' '.repeat(gap.length)) + part);
  }
  flush();
  return out.join('\n');
};
