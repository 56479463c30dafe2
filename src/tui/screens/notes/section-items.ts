/** What there is to practise on a section: its cards, questions and calculators, or those of its topic. */
import { planCards, planQuiz } from '../../../app/session/build-session.ts';
import type { NoteReading } from '../../../app/course/read-note.ts';
import type { SessionRequest } from '../../../app/session/session-request.ts';
import type { CatalogueEntry } from '../../../core/calc/catalogue.ts';
import type { CourseReader, ItemEntry } from '../../../core/course/course.ts';
import type { Services } from '../../shell/services.ts';
import { plural } from '../../../text/layout/columns.ts';
import { subtreeIds } from './reader.ts';

/** What a key opens, and what is told where the section itself has nothing. */
interface Offer<T> {
  readonly what: T;
  readonly said: string | null;
}

/** The section one reads; the text before the first heading has the empty id and stands for the whole topic. */
interface Where {
  readonly reading: NoteReading;
  readonly section: string;
}

const titleOf = ({ reading, section }: Where): string =>
  reading.topic.sections.find(({ id }) => id === section)?.title ?? section;

/** Ids of the section and the deeper ones within it; `null`: the whole topic. */
const idsOf = ({ reading, section }: Where): ReadonlySet<string> | null => {
  const { sections } = reading.topic;
  const at = section === '' ? -1 : sections.findIndex(({ id }) => id === section);
  return at === -1 ? null : subtreeIds(sections, at);
};

const itemsOn = (
  where: Where,
  course: CourseReader,
  type: ItemEntry['type'],
): Offer<readonly ItemEntry[]> => {
  const { topic } = where.reading;
  const all = course.items.filter(item => item.topic === topic.id && item.type === type);
  const ids = idsOf(where);
  if (ids === null) return { what: all, said: null };
  const own = all.filter(({ section }) => ids.has(section));
  if (own.length > 0) return { what: own, said: null };
  const noun = plural(all.length, type);
  return {
    what: all,
    said: `${titleOf(where)} has no ${type}s of its own: ${noun} on ${topic.id}`,
  };
};

/** A session of these items and no others. */
const requestOf = (
  mode: 'cards' | 'quiz',
  items: readonly ItemEntry[],
  topic: string,
  seed: number,
): SessionRequest => {
  const keys = new Set(items.map(({ key }) => key));
  const topics = new Set([topic]);
  return {
    mode,
    topics: () => topics,
    plan: (course, progress, moment) => {
      const only: CourseReader = { ...course, items: course.items.filter(({ key }) => keys.has(key)) };
      const source = { course: only, progress, moment, topics };
      if (mode === 'cards') return planCards(source, { count: null, seed, order: 'shuffled' });
      const anything = { kinds: null, levels: null, blueprint: null, weak: false, seedChosen: false };
      return planQuiz(source, { ...anything, count: keys.size, seed });
    },
    nothing: () => `What there is on ${topic} is suspended or buried.`,
  };
};

/** A session on the section, or on the topic where the section has nothing; `null`: neither has. */
export const sessionOn = (
  mode: 'cards' | 'quiz',
  where: Where,
  course: CourseReader,
  seed: number,
): Offer<SessionRequest> | null => {
  const { what, said } = itemsOn(where, course, mode === 'cards' ? 'card' : 'question');
  return what.length === 0 ? null : { what: requestOf(mode, what, where.reading.topic.id, seed), said };
};

/** How many remarks and cards of the learner's own there are on a topic, by section. */
export const ownBySection = (
  { course, own }: Pick<Services, 'course' | 'own'>,
  topic: string,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const count = (section: string): void => {
    counts.set(section, (counts.get(section) ?? 0) + 1);
  };
  for (const key of own.remarked()) {
    const entry = course.entry(key);
    if (entry?.topic === topic) count(entry.section);
  }
  const { own: cards = 0 } = course.topics.find(({ id }) => id === topic) ?? {};
  if (cards > 0)
    for (const item of course.items) if (item.own === true && item.topic === topic) count(item.section);
  return counts;
};

/** Calculators on the section, or those of the topic. */
export const calculatorsOn = (where: Where): Offer<readonly CatalogueEntry[]> => {
  const { calculators, topic } = where.reading;
  const ids = idsOf(where);
  const own = calculators.filter(entry => {
    const [of, section = ''] = entry.topic.split('#');
    return of === topic.id && ids?.has(section) === true;
  });
  if (own.length > 0) return { what: own, said: null };
  return { what: calculators, said: null };
};
