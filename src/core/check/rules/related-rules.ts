/** The ways from note to note, where a course asks for strict rules. */
import { quoted } from '../../base/sanitize.ts';
import type { Course, Note } from '../../course/course.ts';
import { findLinks } from '../find-links.ts';
import type { Finding, Rule } from '../rule.ts';

/** Notes that one links to, itself left out. */
const linkedFrom = ({ id, sections }: Note, known: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    sections
      .flatMap(({ markdown }) => findLinks(markdown))
      .map(({ target }) => target.split('#')[0] ?? '')
      .filter(target => target !== id && known.has(target)),
  );

/** Other notes that each has to link to. */
const LEAST_OUT = 2;

/** What each note lacks: its Related section, links out and in, and between a note and those that go on from it. */
const faultsOf = ({ notes }: Pick<Course, 'notes'>): readonly Finding[] => {
  const known = new Set(notes.map(({ id }) => id));
  const out = new Map(notes.map(note => [note.id, linkedFrom(note, known)]));
  const isLinked = new Set([...out.values()].flatMap(targets => [...targets]));
  return notes.flatMap((note): readonly Finding[] => {
    const { id, path, sections } = note;
    const own = out.get(id) ?? new Set<string>();
    const parents = notes.filter(other => id.startsWith(`${other.id}-`)).map(other => other.id);
    const children = notes.filter(other => other.id.startsWith(`${id}-`)).map(other => other.id);
    const missing = [...parents, ...children].filter(other => !own.has(other));
    const messages = [
      ...(sections.some(({ id: section }) => section === 'related')
        ? []
        : ['The note has no section "Related"']),
      ...(own.size < LEAST_OUT
        ? [`The note links to ${own.size} other notes; ${LEAST_OUT} are the least`]
        : []),
      ...(isLinked.has(id) ? [] : ['No note links to this one']),
      ...missing.map(other => `The note does not link to ${quoted(other)}, which belongs with it`),
    ];
    return messages.map(message => ({ file: path, line: 1, message }));
  });
};

const relatedNotes: Rule = {
  id: 'related-notes',
  severity: 'warning',
  why: 'a note that leads nowhere, or that nothing leads to, is an island; this is held under rules: strict',
  hint: 'end the note with ## Related: two links to other notes at least, to the one it goes on from (lambda for lambda-concurrency) and to those that go on from it',
  // Elsewhere notes may stand alone. One note has nothing to link to.
  check: ({ course }) =>
    course.rules === 'strict' && course.notes.length > LEAST_OUT ? faultsOf(course) : [],
};

/** Rules on the ways from note to note. */
export const RELATED_RULES: readonly Rule[] = [relatedNotes];
