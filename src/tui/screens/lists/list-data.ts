/** What the lists hold: read anew when they are opened, by their names and the scope that is looked at. */
import type { ListedIn } from '../../../app/lists/list-items.ts';
import { listsOf, wordsFor } from '../../../app/lists/list-items.ts';
import { ownEntries } from '../../../app/lists/own-entries.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import type { Lists } from '../../../core/lists/lists.ts';
import { ExamScope } from '../../../core/lists/scope.ts';
import type { OwnEntry } from '../../../core/lists/yours.ts';
import { examSet } from '../../../core/readiness/exam-plan.ts';
import type { Services } from '../../shell/services.ts';
import type { ListRow, TabName } from './lists-model.ts';
import { rowOf } from './lists-model.ts';

/** The rows of every list. */
export interface ListData {
  /** The exam by which the lists are limited; `null`: they are not. */
  readonly exam: Blueprint | null;
  readonly today: number;
  count(name: TabName): number;
  rows(name: TabName): readonly ListRow[];
}

const ownRow = (entry: OwnEntry, titles: ReadonlyMap<string, string>): ListRow => ({
  id: `${entry.kind} ${entry.key}`,
  key: entry.inCourse ? entry.key : null,
  type: entry.kind,
  title: titles.get(entry.topic) ?? entry.topic,
  topic: entry.topic,
  text: entry.text,
  day: -1,
  times: 0,
  own: entry,
});

/** @param scope `exam`: only what serves the exam that is set, where one is */
export const readLists = (services: Services, scope: 'exam' | 'all'): ListData => {
  const { course } = services;
  const source: ListedIn = { course, progress: services.progress(), moment: services.moment() };
  const today = source.moment.day;
  const exam = scope === 'all' ? null : examSet(course, source.progress.settings, today);
  const lists: Lists = listsOf(source, exam);
  const withWords = wordsFor(source);
  const titles = new Map(course.topics.map(({ id, title }) => [id, title]));
  let written: readonly OwnEntry[] | undefined;
  const readOwn = (): readonly OwnEntry[] => {
    const all = ownEntries(services.own, course);
    if (exam === null || all.length === 0) return all;
    const within = new ExamScope(course, exam);
    return all.filter(({ key }) => {
      const entry = course.entry(key);
      return entry === undefined || within.has(entry);
    });
  };
  const own = (): readonly OwnEntry[] => (written ??= readOwn());
  return {
    exam,
    today,
    count: name => (name === 'yours' ? own().length : lists[name].length),
    rows: name =>
      name === 'yours'
        ? own().map(entry => ownRow(entry, titles))
        : lists[name].map(listed => rowOf(name, withWords(listed))),
  };
};
