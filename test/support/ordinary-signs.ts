/** What accessible output may hold. */

/** Letters, digits and ordinary punctuation; a tilde only in the name of an item, which is typed as it is. */
const ORDINARY = /^(?:[\p{L}\p{M}\p{N}\s.,:;?!'"()/%&+=#@$_-]|(?<=\w)~(?=\d))*$/u;

/** Lines without announced code, of which every sign stays, and without what was typed. */
export const proseOf = (heard: string): readonly string[] => {
  let isCode = false;
  return heard.split('\n').filter(line => {
    if (/^(?:Code|Text)(?:, [^:]*)?, \d+ lines?\.$/.test(line)) isCode = true;
    else if (/^End of (?:code|text)\.$/.test(line)) isCode = false;
    return !isCode && !/^(?:Code|Text)(?:, [^:]*)?: /.test(line) && !line.startsWith('$ study');
  });
};

/** The same, with every sign of ASCII. */
const QUOTED = /^[\p{L}\p{M}\p{N}\t\x20-\x7e]*$/u;

/**
 * Lines that hold something which a screen reader spells, skips or mistakes: signs, columns of blanks, codes of a terminal.
 * @param isQuoting what stands in files is quoted, with the signs of ASCII that it has
 */
export const unheard = (heard: string, isQuoting = false): readonly string[] =>
  proseOf(heard).filter(
    line => !(isQuoting ? QUOTED : ORDINARY).test(line) || /\S {2,}\S/.test(line) || /^ +\S/.test(line),
  );
