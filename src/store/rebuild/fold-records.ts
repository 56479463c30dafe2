/** Folds a table of records. The result is that of `fold` in core/fold/fold.ts, whose rules it follows. */
import type { Act, AnswerCount } from '../../core/fold/acts.ts';
import { actOf, MOST_ACTS, plainAct } from '../../core/fold/acts.ts';
import type { CourseFold } from '../../core/fold/course-fold.ts';
import type { JournalEvent, SchedulingSettings } from '../../core/journal/event.ts';
import type { Position } from '../../core/journal/event-order.ts';
import { inOrder } from '../../core/journal/event-order.ts';
import { addAct, foldControl } from '../../core/fold/fold-control.ts';
import { importItem } from '../../core/fold/import-item.ts';
import { isItemEvent, markItem, rateItem } from '../../core/fold/item-steps.ts';
import type { LiveFold } from '../../core/fold/live-fold.ts';
import type { ItemProgress } from '../../core/journal/progress.ts';
import { isRight } from '../../core/plan/trace.ts';
import type { RecordTable } from './record-table.ts';

const START: Position = { lc: 0, id: '' };

const positionOf = (records: RecordTable, record: number): Position => ({
  lc: records.lc(record),
  id: records.id(record),
});

/** Settings at a record's place in the order; where they never changed, its id need not be made. */
const settingsOf = (state: CourseFold, records: RecordTable, record: number): SchedulingSettings =>
  state.settingsAt(state.configured.length === 0 ? START : positionOf(records, record));

/** An item after one effect of a record. */
const step = (
  before: ItemProgress | null,
  state: CourseFold,
  records: RecordTable,
  record: number,
  effect: number,
): ItemProgress | null => {
  const kind = records.kind(record);
  const value = records.effectValue(effect);
  switch (kind) {
    case 'reviewed':
    case 'answered':
    case 'exam-ended': {
      const moment = { at: records.at(record), tz: records.tz(record), day: records.day(record) };
      const settings = settingsOf(state, records, record);
      const asked = records.asked(record);
      const doubtful = records.isDoubtful(record);
      const rated = {
        rating: records.effectRating(effect),
        counted: value,
        wait: records.effectWait(effect),
      };
      return rateItem(before, rated, asked, moment, settings, state.book, doubtful);
    }
    case 'imported':
      return importItem(
        before,
        records.imported(record, effect),
        records.tz(record),
        settingsOf(state, records, record),
      );
    case 'suspended':
    case 'buried':
    case 'flagged':
      return markItem(before, kind, value, records.day(record));
    case 'reset':
    case 'other':
      return null;
  }
};

/** The item that an effect of a record is for, by the number of the node that its progress stands under. */
type ItemOf = (effect: number, record: number) => number;

/** Finds the item of each effect; and how many numbers there are then. */
const presentItems = (
  live: LiveFold,
  records: RecordTable,
  order: Uint32Array,
): { readonly itemOf: ItemOf; readonly count: number } => {
  const present: number[] = [];
  /** Keys that mean another item at another place in the order, by number. */
  const several = new Set<number>();
  // A node that is only linked to gets a number while we count, and is reached before the end.
  for (let number = 0; number < records.items.length; number++) {
    const { course = '', key = '' } = records.items[number] ?? {};
    const state = live.find(course);
    if (state === undefined) {
      present.push(number);
      continue;
    }
    const { families, course: name } = state;
    if (families.hasLives(key)) several.add(number);
    present.push(
      families.isEmpty && name === course ? number : records.number(name, families.root(families.node(key))),
    );
  }
  const numbers = Uint32Array.from(present);
  const itemOf: ItemOf = (effect, record) => {
    const number = records.effectItem(effect);
    if (several.size === 0 || !several.has(number)) return numbers[number] ?? 0;
    const { course = '', key = '' } = records.items[number] ?? {};
    const state = live.course(course);
    return records.number(state.course, state.rootAt(key, positionOf(records, record)));
  };
  if (several.size > 0)
    for (const record of order)
      for (let effect = records.firstEffect(record); effect < records.firstEffect(record + 1); effect++)
        if (several.has(records.effectItem(effect))) itemOf(effect, record);
  return { itemOf, count: records.items.length };
};

/**
 * Folds the effects of records (in order) into the items. Item by item: an item's state is then short-lived until
 * its last one, and a million of them never fill the memory.
 */
const foldItems = (live: LiveFold, records: RecordTable, order: Uint32Array): void => {
  const { itemOf, count } = presentItems(live, records, order);
  // A counting sort by item keeps the order within each.
  const ends = new Uint32Array(count + 1);
  for (const record of order)
    for (let effect = records.firstEffect(record); effect < records.firstEffect(record + 1); effect++)
      ends[itemOf(effect, record) + 1] = (ends[itemOf(effect, record) + 1] ?? 0) + 1;
  for (let item = 1; item < ends.length; item++) ends[item] = (ends[item] ?? 0) + (ends[item - 1] ?? 0);
  const total = ends[count] ?? 0;
  const effects = new Uint32Array(total);
  const owners = new Uint32Array(total);
  for (const record of order)
    for (let effect = records.firstEffect(record); effect < records.firstEffect(record + 1); effect++) {
      const item = itemOf(effect, record);
      const at = ends[item] ?? 0;
      effects[at] = effect;
      owners[at] = record;
      ends[item] = at + 1;
    }
  let at = 0;
  for (let item = 0; item < count; item++) {
    const end = ends[item] ?? 0;
    if (at === end) continue;
    const { course = '', key = '' } = records.items[item] ?? {};
    const state = live.course(course);
    let progress: ItemProgress | null = null;
    for (; at < end; at++) progress = step(progress, state, records, owners[at] ?? 0, effects[at] ?? 0);
    state.table.set(state.table.row(key), progress, records.lc(owners[end - 1] ?? 0));
  }
};

/** What a record adds to the totals as an answer. */
const answerOfRecord = (records: RecordTable, record: number): AnswerCount => {
  const { type, review } = records.asked(record);
  const first = records.firstEffect(record);
  const rated = first < records.firstEffect(record + 1);
  const right = rated && isRight(records.effectRating(first));
  return { day: records.day(record), ms: records.ms(record), right, type, review };
};

/** The act that a record was; `null` for none. */
const actOfRecord = (records: RecordTable, record: number, undone: boolean): Act | null => {
  const type = records.kind(record);
  if (type === 'other' || type === 'exam-ended') return null;
  const items: string[] = [];
  for (let effect = records.firstEffect(record); effect < records.firstEffect(record + 1); effect++)
    items.push(records.items[records.effectItem(effect)]?.key ?? '');
  const act = plainAct({ ...positionOf(records, record), at: records.at(record) }, type, items, undone);
  if (type !== 'reviewed' && type !== 'answered') return { ...act, ...records.importOf(record) };
  return {
    ...act,
    day: records.day(record),
    ms: records.ms(record),
    review: records.asked(record).review,
    rating: items.length === 0 ? null : records.effectRating(records.firstEffect(record)),
  };
};

/** Acts that are no records of items: links, and a reset of everything. */
const isOtherAct = (event: JournalEvent): boolean => !isItemEvent(event) && actOf(event, false) !== null;

/** Fills the list of the last acts of every course. */
const collectActs = (
  live: LiveFold,
  records: RecordTable,
  order: Uint32Array,
  undone: ReadonlySet<number>,
  others: readonly JournalEvent[],
): void => {
  const open = new Set(live.courses.keys());
  for (let index = order.length - 1; index >= 0 && open.size > 0; index--) {
    const record = order[index] ?? 0;
    const state = live.find(records.course(record));
    const course = state?.course;
    if (state === undefined || course === undefined || !open.has(course)) continue;
    const id = records.id(record);
    if (state.isForgotten(positionOf(records, record)) || state.acts.length === MOST_ACTS)
      open.delete(course);
    else if (live.counts({ id })) {
      const act = actOfRecord(records, record, undone.has(record));
      if (act !== null) state.addAct(act, false);
    }
  }
  for (const event of others) {
    if (!live.admits(event.course)) continue;
    const state = live.course(event.course);
    if (!state.isForgotten(event)) addAct(state, event, live.undone.has(event.id), 'both');
  }
};

/**
 * Folds records, and the events that are not folded into items one by one (`controls`), into an empty fold that
 * has taken note of their times.
 */
export const foldRecords = (
  live: LiveFold,
  records: RecordTable,
  controls: readonly JournalEvent[],
): void => {
  live.exclude(controls.filter(event => event.type === 'excluded'));
  const counting = inOrder(controls.filter(event => live.counts(event)));
  const undone = new Set<number>();
  for (const event of counting) if (event.type === 'undone') live.undone.add(event.target);
  for (const id of live.undone) undone.add(records.find(id));
  for (const record of records.ofImports(live.undone)) undone.add(record);
  live.renameCourses(counting.filter(event => event.type === 'course-renamed'));
  for (const event of counting)
    if (live.admits(event.course)) foldControl(live.course(event.course), event, !live.undone.has(event.id));
  const order = records.inOrder();
  const endings = new Map(
    [...live.courses].map(([course, { endings }]) => [
      course,
      new Set([...endings.values()].map(({ id }) => records.find(id))),
    ]),
  );
  const held = order.filter(record => {
    if (!live.admits(records.course(record))) return false;
    const state = live.course(records.course(record));
    return (
      (records.kind(record) === 'exam-ended'
        ? endings.get(state.course)?.has(record) === true
        : !undone.has(record)) &&
      (live.excluded.size === 0 || live.counts({ id: records.id(record) })) &&
      (state.resetAt === null || !state.isForgotten(positionOf(records, record)))
    );
  });
  for (const record of held) {
    const state = live.course(records.course(record));
    const kind = records.kind(record);
    if (kind === 'reviewed' || kind === 'answered') state.countAnswer(answerOfRecord(records, record), 1);
    if (kind === 'exam-ended') {
      const answers = records.firstEffect(record + 1) - records.firstEffect(record);
      state.countExam(records.day(record), records.ms(record), answers);
    }
    state.noteClock(records.lc(record));
  }
  foldItems(live, records, held);
  collectActs(live, records, order, undone, counting.filter(isOtherAct));
};
