/** A course as the planning of an import looks at it. */
import { readTargetFile } from '../../content/transfer/target/open-target.ts';
import type { Target } from '../../content/transfer/target/plan.ts';
import { questionPrint } from '../../content/transfer/target/plan.ts';
import type { CourseForm, CourseReader } from '../../core/course/course.ts';
import { isTemplate } from '../../core/course/course.ts';
import { noteTags } from '../../core/course/card-tags.ts';
import { normaliseText } from '../../core/course/keys.ts';

const promptOf = (front: string, back: string): string => normaliseText(`${front}\n${back}`);

/** @param course `null`: there is none yet */
export const targetOf = (course: CourseReader | null, root: string, form: CourseForm): Target => {
  const keys = new Set<string>();
  const byText = new Map<string, string>();
  const questions = new Set<string>();
  for (const { key, family } of course?.items ?? []) {
    keys.add(key);
    keys.add(family);
    const item = course?.item(key);
    if (item?.type === 'card') byText.set(promptOf(item.front, item.back), key);
    else if (item !== undefined && !isTemplate(item)) questions.add(questionPrint({ ...item }));
  }
  const aliases = new Map(course?.topics.map(topic => [topic.id, noteTags(topic)]));
  return {
    form,
    read: path => readTargetFile(root, path),
    topics: new Map(course?.topics.map(({ id, path }) => [id, path])),
    hasKey: key => keys.has(key),
    cardOf: key => {
      const item = course?.item(key);
      return item?.type === 'card' ? item : null;
    },
    tagsOf: key => {
      const item = course?.item(key);
      if (item?.type !== 'card') return [];
      return [...(item.tags ?? []), ...(aliases.get(item.topic) ?? [])];
    },
    keyOf: (front, back) => byText.get(promptOf(front, back)),
    hasQuestion: print => questions.has(print),
  };
};
