/** Search looks through a learner's own remarks, too: each as a part of its item. */
import { hasRemarks } from '../../content/files/own-path.ts';
import type { CourseReader, SearchDocument } from '../../core/course/course.ts';
import { plainText } from '../../core/course/plain-text.ts';
import { searchableText } from '../../core/base/search-spelling.ts';
import { vocabularyOf } from '../../core/search/vocabulary.ts';

/**
 * Remarks by item, all versions of each as one Markdown text; none where there is no folder of them.
 * @param data the learner's data folder
 */
export const remarkTexts = async (
  data: string,
  course: CourseReader,
): Promise<ReadonlyMap<string, string>> => {
  if (!course.hasId || !hasRemarks(data, course.id)) return new Map();
  const { openOwn } = await import('../own/own-notes.ts');
  const none = new Map<string, readonly string[]>();
  const own = openOwn({ data, course: () => course, families: () => none, seed: () => 0 });
  return new Map(own.list().remarks.map(({ item, texts }) => [item, texts.join('\n\n')]));
};

/** The course as search reads it, with remarks. */
export const withRemarks = (course: CourseReader, remarks: ReadonlyMap<string, string>): CourseReader => {
  if (remarks.size === 0) return course;
  const texts = new Map([...remarks].map(([item, text]) => [item, searchableText(plainText(text))]));
  return {
    ...course,
    searchDocuments: function* (): Iterable<SearchDocument> {
      for (const document of course.searchDocuments()) {
        const remark = document.type === 'section' ? undefined : texts.get(document.ref);
        yield remark === undefined ? document : { ...document, text: `${document.text} ${remark}` };
      }
    },
    searchWords: () => [
      ...new Set([
        ...course.searchWords(),
        ...vocabularyOf([...texts.values()].map(text => ({ title: '', text }))),
      ]),
    ],
  };
};
