/** What the learner wrote, as a list: remarks and cards of their own. */
import { plainText } from '../../core/course/plain-text.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { OwnEntry } from '../../core/lists/yours.ts';
import type { OwnNotes } from '../own/own.ts';

const inOneLine = (markdown: string): string => plainText(markdown).replace(/\s+/g, ' ').trim();

/** Remarks, then cards, each by topic; those whose item or topic is gone stand last. */
export const ownEntries = (
  own: Pick<OwnNotes, 'list'>,
  course: Pick<CourseReader, 'entry' | 'topics'>,
): readonly OwnEntry[] => {
  const { remarks, cards } = own.list();
  const topics = new Map(course.topics.map(({ id }, place) => [id, place]));
  const place = ({ topic }: OwnEntry): number => topics.get(topic) ?? topics.size;
  const written: readonly OwnEntry[] = [
    ...remarks.map(({ item, texts, gone }): OwnEntry => {
      const entry = course.entry(item);
      const text = texts.map(inOneLine).join(' / ');
      return { kind: 'remark', key: item, topic: entry?.topic ?? '', text, inCourse: !gone };
    }),
    ...cards.map(({ key, topic, front, gone }): OwnEntry => ({
      kind: 'card',
      key,
      topic,
      text: inOneLine(front),
      inCourse: !gone,
    })),
  ];
  return written.toSorted((a, b) => Number(b.inCourse) - Number(a.inCourse) || place(a) - place(b));
};

/**
 * Discards what the learner wrote: a remark with all its versions, a card with all deletions of its cloze.
 * @returns whether the course must be opened anew
 * @throws Failure `data`/`not-saved`; `usage` for what is gone already
 */
export const discardOwn = async (
  own: OwnNotes,
  { kind, key }: Pick<OwnEntry, 'kind' | 'key'>,
): Promise<boolean> => {
  if (kind === 'card') {
    await own.discardCard(key);
    return true;
  }
  const remark = own.list().remarks.find(({ item }) => item === key);
  if (remark !== undefined) own.discardRemark(remark);
  return false;
};
