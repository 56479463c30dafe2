/** Cards and questions by what the learner asks for: topic, part of an exam, kind, level, list. */
import type { ItemEntry, Level, QuestionKind } from '../course/course.ts';
import { QUESTION_KINDS } from '../course/course.ts';
import type { Progress } from '../journal/progress.ts';
import type { Only } from './lists.ts';
import { isOnly } from './lists.ts';
import type { ExamScope } from './scope.ts';

/** Kinds that can be chosen: all cards are one. */
export type ItemKind = 'card' | QuestionKind;

/** What an item can be: a card, or any kind of question. */
export const ITEM_KINDS: readonly ItemKind[] = ['card', ...QUESTION_KINDS];

/** The kind of an item as it is chosen. */
export const itemKind = ({ type, kind }: ItemEntry): ItemKind =>
  type === 'card' ? 'card' : (kind as QuestionKind);

/** What is asked for; `null` in a field: whatever there is. */
export interface Selection {
  readonly topics: ReadonlySet<string> | null;
  /** Only what serves this exam. */
  readonly scope: ExamScope | null;
  /** Ids of tasks and domains of the exam. Needs a scope. */
  readonly parts: ReadonlySet<string> | null;
  readonly kinds: ReadonlySet<ItemKind> | null;
  /** Of questions; cards have none. */
  readonly levels: ReadonlySet<Level> | null;
  readonly only: Only | null;
}

/** Everything. */
export const ALL: Selection = {
  topics: null,
  scope: null,
  parts: null,
  kinds: null,
  levels: null,
  only: null,
};

/** Whether an item is among what is asked for, on a study day. */
export const selects = (
  { topics, scope, parts, kinds, levels, only }: Selection,
  entry: ItemEntry,
  items: Progress['items'],
  day: number,
): boolean =>
  (topics === null || topics.has(entry.topic)) &&
  (kinds === null || kinds.has(itemKind(entry))) &&
  (levels === null || (entry.level !== null && levels.has(entry.level))) &&
  (scope === null || (parts === null ? scope.has(entry) : scope.serves(entry, parts))) &&
  (only === null || isOnly(only, items.get(entry.key), day));
