import type { CourseReader, TopicEntry } from '../../core/course/course.ts';
import { Failure } from '../../core/base/failure.ts';
import { didYouMean } from '../../core/base/suggest.ts';

/**
 * The topics that words name, in course order: ids, aliases, or areas for all their topics.
 * @throws Failure `usage` for a word that names none
 */
export const resolveTopics = (
  course: Pick<CourseReader, 'topics'>,
  words: readonly string[],
): readonly TopicEntry[] => {
  const byName = new Map<string, Set<string>>();
  const name = (word: string, topic: TopicEntry): void => {
    const key = word.toLowerCase();
    const known = byName.get(key);
    if (known === undefined) byName.set(key, new Set([topic.id]));
    else known.add(topic.id);
  };
  for (const topic of course.topics) name(topic.area, topic);
  for (const topic of course.topics) {
    for (const alias of topic.aliases) name(alias, topic);
  }
  // What is a topic's own id means that topic, whatever else is called so.
  for (const topic of course.topics) byName.set(topic.id.toLowerCase(), new Set([topic.id]));
  const chosen = new Set<string>();
  for (const word of words) {
    const ids = byName.get(word.toLowerCase());
    if (ids === undefined) {
      const guess = didYouMean(word, byName.keys());
      throw new Failure('usage', `There is no topic "${word}" in this course`, {
        code: 'unknown-topic',
        try: guess === undefined ? 'study topics lists them' : `${guess}, or study topics for the list`,
      });
    }
    for (const id of ids) chosen.add(id);
  }
  return course.topics.filter(topic => chosen.has(topic.id));
};
