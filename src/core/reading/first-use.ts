/** Spells a course's abbreviations out where a note uses them first. */
import type { Glossary, Term } from '../course/glossary.ts';
import type { Section } from '../course/course.ts';
import type { Run } from './acronyms.ts';
import { isAcronym, isSpelledOut, piecesOf, proseOf, runsIn } from './acronyms.ts';

const VENDOR = /^(?:Amazon|AWS) /;

/** A name without who makes the service. */
export const shortName = (name: string): string => name.replace(VENDOR, '');

/** `service control policies`. */
const pluralOf = (name: string): string =>
  /[^aeiou]y$/.test(name)
    ? `${name.slice(0, -1)}ies`
    : /(?:s|x|ch|sh)$/.test(name)
      ? `${name}es`
      : `${name}s`;

/** What closes around an abbreviation and belongs to it: bold, quotes, the target of a link. */
const CLOSING = /^(?:\*\*|__|\*|_|["”]|\]\([^()\s]*\))/;

const behind = (text: string, end: number): number => {
  let at = end;
  for (let found = CLOSING.exec(text.slice(at)); found !== null; found = CLOSING.exec(text.slice(at)))
    at += found[0].length;
  return at;
};

interface Use {
  readonly run: Run;
  readonly term: Term;
}

/** Whether a place is within parentheses of its text. */
const isInside = (prose: string, at: number): boolean => {
  let depth = 0;
  for (const character of prose.slice(0, at)) {
    if (character === '(') depth++;
    else if (character === ')' && depth > 0) depth--;
  }
  return depth > 0;
};

const namesOf = (prose: string, { start, form }: Run, uses: readonly Use[]): string =>
  uses
    .map(({ term: { term, name } }) => {
      if (form === 'joined') return `${term}: ${name}`;
      const isNamed = /(?:Amazon|AWS)[\s*[_]*$/.test(prose.slice(0, start));
      const shown = isNamed ? shortName(name) : name;
      return form === 'plural' ? pluralOf(shown) : shown;
    })
    .join('; ');

/** A piece of prose in which the names stand behind the abbreviations. */
const spellOut = (text: string, prose: string, uses: readonly Use[]): string => {
  const byRun = new Map<Run, Use[]>();
  for (const use of uses) byRun.set(use.run, [...(byRun.get(use.run) ?? []), use]);
  let shown = '';
  let from = 0;
  for (const [run, own] of byRun) {
    const at = behind(text, run.end);
    shown += text.slice(from, at);
    from = at;
    const names = namesOf(prose, run, own);
    // Where a remark in parentheses follows, the name joins it.
    if (/^ \((?!\s)/.test(prose.slice(at))) {
      shown += ` (${names}; `;
      from = at + 2;
    } else shown += isInside(prose, at) ? ` \\[${names}\\]` : ` (${names})`;
  }
  return shown + text.slice(from);
};

/** The words above a table for those that stand in it first. */
const legendOf = (uses: readonly Use[]): string =>
  `*${uses.map(({ term: { term, name } }) => `${term}: ${name}`).join('; ')}.*\n\n`;

/** The first use of each abbreviation in a piece. @param onUse is told every abbreviation that stands there */
const usesIn = (prose: string, terms: ReadonlyMap<string, Term>, seen: Set<string>): readonly Use[] =>
  runsIn(prose, word => terms.has(word)).flatMap(run =>
    run.parts.flatMap((part): readonly Use[] => {
      const term = terms.get(part);
      if (term === undefined || seen.has(part)) return [];
      seen.add(part);
      return isSpelledOut(prose, run, part, shortName(term.name)) ? [] : [{ run, term }];
    }),
  );

/**
 * The sections of a note with each abbreviation of the glossary spelled out at its first use, but for what stands in
 * headings and code. Of those that stand in a table first, the names stand above it.
 * @param title of the note: what it spells out is known
 */
export const withNames = (
  title: string,
  sections: readonly Section[],
  { terms }: Pick<Glossary, 'terms'>,
): readonly Section[] => {
  const named = new Map(
    terms.filter(({ name, bare }) => name !== '' && bare === undefined).map(term => [term.term, term]),
  );
  if (named.size === 0) return sections;
  const seen = new Set<string>();
  for (const run of runsIn(title, word => named.has(word)))
    for (const part of run.parts)
      if (isSpelledOut(title, run, part, shortName(named.get(part)?.name ?? ''))) seen.add(part);
  return sections.map(section => {
    const markdown = piecesOf(section.markdown)
      .map(({ is, text }) => {
        if (is === 'code') return text;
        const prose = proseOf(text);
        const uses = usesIn(prose, named, seen);
        if (uses.length === 0) return text;
        return is === 'table' ? legendOf(uses) + text : spellOut(text, prose, uses);
      })
      .join('');
    return markdown === section.markdown ? section : { ...section, markdown };
  });
};

/** An abbreviation that nobody explains. */
interface BareUse {
  readonly acronym: string;
  readonly section: Section;
}

/** Abbreviations that a note uses before it spells them out, that the glossary has not, and that may not stand alone. */
export const bareUses = (
  title: string,
  sections: readonly Section[],
  { terms, plain }: Glossary,
): readonly BareUse[] => {
  const known = new Set([...terms.map(({ term }) => term), ...plain.flatMap(({ words }) => words)]);
  const seen = new Set<string>();
  const look = (prose: string): readonly string[] =>
    runsIn(prose, word => known.has(word)).flatMap(run =>
      run.parts.filter(part => {
        if (seen.has(part) || known.has(part) || !isAcronym(part)) return false;
        seen.add(part);
        return !isSpelledOut(prose, run, part, '');
      }),
    );
  // A title names what the note is about; the note itself has to spell it out.
  const inTitle = new Set(look(title));
  for (const acronym of inTitle) seen.delete(acronym);
  return sections.flatMap(section =>
    piecesOf(section.markdown).flatMap(({ is, text }) =>
      is === 'code' ? [] : look(proseOf(text)).map(acronym => ({ acronym, section })),
    ),
  );
};
