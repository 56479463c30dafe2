/** Finds terms: by what a learner types, and in texts. */
import type { Section } from '../course/course.ts';
import type { Glossary, Term } from '../course/glossary.ts';
import { piecesOf, proseOf } from './acronyms.ts';
import { shortName } from './first-use.ts';

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** Everything a term is called. */
export const spellingsOf = ({ term, name, aliases }: Term): readonly string[] => [
  term,
  ...(name === '' ? [] : [name, shortName(name)]),
  ...aliases,
];

/** The term that a word means, whatever its case and hyphens; its plural, too. */
export const findTerm = ({ terms }: Pick<Glossary, 'terms'>, word: string): Term | undefined => {
  const wanted = fold(word);
  const is =
    (text: string) =>
    (term: Term): boolean =>
      spellingsOf(term).some(each => fold(each) === text);
  return terms.find(is(wanted)) ?? terms.find(is(wanted.replace(/s$/, '')));
};

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The terms that stand in texts, in the order of the glossary: abbreviations as they are written, words in any case. */
export const termsIn = (
  markdowns: readonly string[],
  { terms }: Pick<Glossary, 'terms'>,
): readonly Term[] => {
  const prose = markdowns
    .flatMap(piecesOf)
    .filter(({ is }) => is !== 'code')
    .map(({ text }) =>
      proseOf(text)
        .replace(/[*_[\]]/g, '')
        .replace(/\s+/g, ' '),
    )
    .join('\n');
  return terms.filter(({ term, aliases }) =>
    [term, ...aliases].some(word => {
      const flags = /[A-Z].*[A-Z]|^[A-Z]\d/.test(word) ? 'u' : 'iu';
      return new RegExp(`(?<![\\p{L}\\p{N}_])${escape(word)}(?:e?s)?(?![\\p{L}\\p{N}_])`, flags).test(prose);
    }),
  );
};

/** The terms of a section of a note; of the whole note where the section has none. */
export const termsOf = (
  sections: readonly Pick<Section, 'id' | 'markdown'>[],
  section: string,
  glossary: Pick<Glossary, 'terms'>,
): readonly Term[] => {
  const within = (parts: typeof sections): readonly Term[] =>
    termsIn(
      parts.map(({ markdown }) => markdown),
      glossary,
    );
  const here = within(sections.filter(({ id }) => id === section));
  return here.length > 0 ? here : within(sections);
};
