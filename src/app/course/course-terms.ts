import type { CourseReader } from '../../core/course/course.ts';
import { foldText } from '../../core/question/text-answer.ts';

/**
 * Whether a folded text is a term of the course: a topic's id, title or alias, or an accepted answer. The terms
 * are gathered at the first question, which comes only with a near miss.
 */
export const courseTerms = (
  course: Pick<CourseReader, 'topics' | 'items' | 'item'>,
): ((folded: string) => boolean) => {
  let terms: ReadonlySet<string> | undefined;
  const gather = (): ReadonlySet<string> => {
    const all = new Set<string>();
    for (const { id, title, aliases } of course.topics) {
      for (const term of [id, title, ...aliases]) all.add(foldText(term));
    }
    for (const { key, kind } of course.items) {
      const item = kind === 'text' ? course.item(key) : undefined;
      if (item?.type !== 'question' || item.kind !== 'text') continue;
      for (const term of item.accept) all.add(foldText(term));
    }
    return all;
  };
  return folded => (terms ??= gather()).has(folded);
};
