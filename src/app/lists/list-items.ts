/** The lists of a learner with the texts of what is on them. */
import type { Moment } from '../../core/base/civil-day.ts';
import type { Blueprint, CourseReader } from '../../core/course/course.ts';
import { askedText } from '../../core/question/asked-text.ts';
import { keyIn } from '../../core/fold/families.ts';
import type { Progress } from '../../core/journal/progress.ts';
import type { Listed, ListName, Lists } from '../../core/lists/lists.ts';
import { allLists } from '../../core/lists/lists.ts';
import { ExamScope } from '../../core/lists/scope.ts';

/** Where lists are read. */
export interface ListedIn {
  readonly course: CourseReader;
  readonly progress: Progress;
  readonly moment: Moment;
}

/** Every list. @param exam only what serves it; `null`: everything */
export const listsOf = ({ course, progress, moment }: ListedIn, exam: Blueprint | null): Lists => {
  const scope = exam === null ? null : new ExamScope(course, exam);
  return allLists({
    course,
    progress,
    moment,
    within: scope === null ? null : entry => scope.has(entry),
  });
};

/** An item of a list for those who read it. */
export interface ListedItem extends Listed {
  readonly type: 'card' | 'question';
  /** Topic id; `''`: nobody knows any more. */
  readonly topic: string;
  readonly title: string;
  /** What it asks, in one line without markup. */
  readonly text: string;
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Gives items their words: as the course has them, else as the journal kept them. Texts are read when asked for. */
export const wordsFor = ({ course, progress }: ListedIn): ((listed: Listed) => ListedItem) => {
  const titles = new Map(course.topics.map(({ id, title }) => [id, title]));
  return listed => {
    const { key, entry } = listed;
    const asked = progress.prompts.get(key);
    const topic = entry?.topic ?? asked?.topic ?? '';
    let text: string | undefined;
    const read = (): string => {
      const item = entry === null ? undefined : course.item(entry.key);
      if (item === undefined) return inOneLine(asked?.prompt ?? key);
      return inOneLine(askedText(item));
    };
    return {
      ...listed,
      type: entry?.type ?? asked?.type ?? 'question',
      topic,
      title: titles.get(topic) ?? topic,
      get text() {
        return (text ??= read());
      },
    };
  };
};

/** How often an item was missed, as its list counts it; 0 where it counts nothing. */
export const timesOf = (name: ListName, { item }: Listed): number => {
  if (name === 'leeches') return item.lapses;
  return name === 'missed' ? item.misses : 0;
};

/** The key that a learner's word means in the course. */
export const keyNamed = ({ course, progress }: ListedIn, word: string): string =>
  keyIn(course, progress.families, word);
