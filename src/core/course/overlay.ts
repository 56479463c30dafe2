/** Lays a learner's own cards over a course. */
import { once } from '../base/once.ts';
import type { TagTable } from './card-tags.ts';
import type { Card, CourseReader, ItemEntry, SearchDocument, TopicEntry } from './course.ts';

/** Groups by topic, in order. */
const byTopic = (entries: readonly ItemEntry[]): ReadonlyMap<string, readonly ItemEntry[]> => {
  const groups = new Map<string, ItemEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.topic);
    if (group === undefined) groups.set(entry.topic, [entry]);
    else group.push(entry);
  }
  return groups;
};

/**
 * The course with the learner's own cards: each joins its topic, after the course's own items; a topic that the course
 * does not have stands at the end. Where a key is the course's, the course's item holds. What the course is for others
 * (`whole`, its version, notes and exams) is untouched.
 * @param own the cards alone, as a course
 */
export const overlayCourse = (base: CourseReader, own: CourseReader): CourseReader => {
  const baseTopics = new Map(base.topics.map(topic => [topic.id, topic]));
  const hasSection = (topic: string, section: string): boolean =>
    baseTopics.get(topic)?.sections.some(({ id }) => id === section) === true;
  const sectionOf = ({ topic, section }: { readonly topic: string; readonly section: string }): string =>
    hasSection(topic, section) ? section : '';

  const ownEntries = once(
    (): ReadonlyMap<string, ItemEntry> =>
      new Map(
        own.items
          .filter(({ key }) => !base.has(key))
          .map(entry => [entry.key, { ...entry, section: sectionOf(entry), own: true }]),
      ),
  );
  const topics = once((): readonly TopicEntry[] => {
    const counts = new Map([...byTopic([...ownEntries().values()])].map(([id, { length }]) => [id, length]));
    const withOwn = (topic: TopicEntry, cards: number): TopicEntry => {
      const count = counts.get(topic.id);
      return count === undefined ? topic : { ...topic, cards: cards + count, own: count };
    };
    return [
      ...base.topics.map(topic => withOwn(topic, topic.cards)),
      ...own.topics.flatMap(topic =>
        baseTopics.has(topic.id) || !counts.has(topic.id) ? [] : [withOwn(topic, 0)],
      ),
    ];
  });
  const items = once((): readonly ItemEntry[] => {
    const groups = byTopic([...ownEntries().values()]);
    const joined: ItemEntry[] = [];
    const added = new Set<string>();
    base.items.forEach((entry, i) => {
      joined.push(entry);
      if (base.items[i + 1]?.topic === entry.topic) return;
      added.add(entry.topic);
      for (const each of groups.get(entry.topic) ?? []) joined.push(each);
    });
    for (const { id } of topics())
      if (!added.has(id)) for (const each of groups.get(id) ?? []) joined.push(each);
    return joined;
  });
  const tags = once((): TagTable => {
    const joined = new Map(base.tags());
    for (const [tag, keys] of own.tags()) {
      const mine = keys.filter(key => ownEntries().has(key));
      if (mine.length > 0) joined.set(tag, [...(joined.get(tag) ?? []), ...mine]);
    }
    return joined;
  });
  const ownItem = (key: string): Card | undefined => {
    if (!ownEntries().has(key)) return undefined;
    const card = own.item(key);
    return card?.type === 'card' ? { ...card, section: sectionOf(card) } : undefined;
  };

  return {
    id: base.id,
    hasId: base.hasId,
    title: base.title,
    blueprint: base.blueprint,
    ...(base.form && { form: base.form }),
    ...(base.order && { order: base.order }),
    ...(base.calculators && { calculators: base.calculators }),
    ownCalculators: base.ownCalculators,
    root: base.root,
    origin: base.origin,
    version: base.version,
    get topics(): readonly TopicEntry[] {
      return topics();
    },
    get items(): readonly ItemEntry[] {
      return items();
    },
    blueprints: base.blueprints,
    renames: base.renames,
    twins: base.twins,
    problems: [...base.problems, ...own.problems],
    cleanTopics: new Set([
      ...[...base.cleanTopics].filter(
        id => own.cleanTopics.has(id) || !own.topics.some(topic => topic.id === id),
      ),
      ...[...own.cleanTopics].filter(id => !baseTopics.has(id)),
    ]),
    has: key => base.has(key) || ownEntries().has(key),
    entry: key => base.entry(key) ?? ownEntries().get(key),
    item: key => base.item(key) ?? ownItem(key),
    note: topic => base.note(topic),
    glossary: () => base.glossary(),
    tags,
    searchDocuments: function* (sieve): Iterable<SearchDocument> {
      yield* base.searchDocuments(sieve);
      for (const document of own.searchDocuments(sieve)) if (ownEntries().has(document.ref)) yield document;
    },
    searchWords: () => [...new Set([...base.searchWords(), ...own.searchWords()])],
    whole: () => base.whole(),
  };
};
