/** Words that a course explains, and those that nobody does. */
import { quoted } from '../../base/sanitize.ts';
import type { Course } from '../../course/course.ts';
import { NO_GLOSSARY } from '../../course/glossary.ts';
import { bareUses } from '../../reading/first-use.ts';
import type { CheckInput, Finding, Rule } from '../rule.ts';
import { locate } from '../rule.ts';

/** Where the glossary of a course stands. */
const fileOf = ({ form }: Pick<Course, 'form'>): string =>
  form === 'notes' ? '.study/glossary.yaml' : 'content/glossary.yaml';

const glossaryTerm: Rule = {
  id: 'glossary-term',
  severity: 'error',
  why: 'a term that stands there twice has two meanings, and one without its note leads nowhere',
  hint: 'write each term once, with the topic or topic#section that explains it',
  check: ({ course, lines }: CheckInput) => {
    const file = fileOf(course);
    const places = new Set(
      course.notes.flatMap(({ id, sections }) => [id, ...sections.map(section => `${id}#${section.id}`)]),
    );
    const seen = new Set<string>();
    return (course.glossary ?? NO_GLOSSARY).terms.flatMap(({ term, topic, aliases }): readonly Finding[] => {
      const line = locate({ lines }, file, 1, `term: ${term}`);
      const twice = [term, ...aliases].filter(word => seen.has(word.toLowerCase()));
      for (const word of [term, ...aliases]) seen.add(word.toLowerCase());
      return [
        ...twice.map(word => ({ file, line, message: `The term ${quoted(word)} stands there twice` })),
        ...(places.has(topic)
          ? []
          : [
              {
                file,
                line,
                message: `The term ${quoted(term)} names no place of the notes: ${quoted(topic)}`,
              },
            ]),
      ];
    });
  },
};

const bareAcronym: Rule = {
  id: 'bare-acronym',
  severity: 'warning',
  why: 'a reader who does not know an abbreviation cannot look it up in the note that uses it',
  hint: 'spell it out where it stands first, or put it into the glossary: as a term, or under plain with the reason',
  check: input => {
    const { glossary, notes } = input.course;
    // A course without a glossary has not said that it explains its words.
    if (glossary === undefined) return [];
    return notes.flatMap(note =>
      bareUses(note.title, note.sections, glossary).map(({ acronym, section }) => ({
        file: note.path,
        line: locate(input, note.path, section.line, acronym),
        message: `${quoted(acronym)} is used before the note says what it means`,
      })),
    );
  },
};

/** Rules on the words of a course. */
export const GLOSSARY_RULES: readonly Rule[] = [glossaryTerm, bareAcronym];
