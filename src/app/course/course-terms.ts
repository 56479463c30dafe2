import type { CourseReader } from '../../core/course/course.ts';
import { plainText } from '../../core/course/plain-text.ts';
import { foldText } from '../../core/question/text-answer.ts';

/** Words of a text as they stand, so that `co-operate` counts as a whole and in parts. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Whether a folded text is a term of the course: a topic's id, title or alias, an accepted answer, or any word of its
 * notes, cards and questions. The terms are gathered at the first question, which comes only with a near miss.
 */
export const courseTerms = (
  course: Pick<CourseReader, 'topics' | 'items' | 'item' | 'note'>,
): ((folded: string) => boolean) => {
  let terms: ReadonlySet<string> | undefined;
  const gather = (): ReadonlySet<string> => {
    const all = new Set<string>();
    const seen = new Set<string>();
    const addWords = (markdown: string): void => {
      for (const [word] of plainText(markdown).matchAll(WORD)) {
        if (seen.has(word)) continue;
        seen.add(word);
        all.add(foldText(word));
      }
    };
    for (const { id, title, aliases } of course.topics) {
      for (const term of [id, title, ...aliases]) {
        all.add(foldText(term));
        addWords(term);
      }
      for (const section of course.note(id)?.sections ?? []) {
        addWords(section.title);
        addWords(section.markdown);
      }
    }
    for (const { key } of course.items) {
      const item = course.item(key);
      if (item === undefined) continue;
      if (item.type === 'card') {
        addWords(item.front);
        addWords(item.back);
      } else if (item.kind === 'text') {
        for (const term of item.accept) {
          all.add(foldText(term));
          addWords(term);
        }
      } else addWords(item.stem);
    }
    return all;
  };
  return folded => (terms ??= gather()).has(folded);
};
