/** Folds a table of records. The result is that of `fold` in core/fold.ts, whose rules it follows. */
import type { Act, CourseFold } from '../core/course-fold.ts';
import { actOf, MOST_ACTS } from '../core/course-fold.ts';
import type { JournalEvent, SchedulingSettings } from '../core/event.ts';
import type { Position } from '../core/event-order.ts';
import { inOrder } from '../core/event-order.ts';
import { foldControl } from '../core/fold.ts';
import { markItem, rateItem } from '../core/item-steps.ts';
import type { LiveFold } from '../core/live-fold.ts';
import type { ItemProgress } from '../core/progress.ts';
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
      const doubtful = records.isDoubtful(record);
      return rateItem(before, records.effectRating(effect), value, moment, settings, state.book, doubtful);
    }
    case 'suspended':
    case 'buried':
    case 'flagged':
      return markItem(before, kind, value, records.day(record));
    default:
      return null;
  }
};

/** By number of an item, the number of what it is now. */
const presentItems = (live: LiveFold, records: RecordTable): Uint32Array => {
  const present: number[] = [];
  // A key that is only linked to gets a number while we count, and is reached before the end.
  for (let number = 0; number < records.items.length; number++) {
    const { course = '', key = '' } = records.items[number] ?? {};
    const aliases = live.courses.get(course)?.aliases;
    present.push(
      aliases === undefined || aliases.size === 0 ? number : records.number(course, aliases.root(key)),
    );
  }
  return Uint32Array.from(present);
};

/**
 * Folds the effects of records (in order) into the items. Item by item: an item's state is then short-lived until
 * its last one, and a million of them never fill the memory.
 */
const foldItems = (live: LiveFold, records: RecordTable, order: Uint32Array): void => {
  const present = presentItems(live, records);
  const itemOf = (effect: number): number => present[records.effectItem(effect)] ?? 0;
  // A counting sort by item keeps the order within each.
  const ends = new Uint32Array(present.length + 1);
  for (const record of order)
    for (let effect = records.firstEffect(record); effect < records.firstEffect(record + 1); effect++)
      ends[itemOf(effect) + 1] = (ends[itemOf(effect) + 1] ?? 0) + 1;
  for (let item = 1; item < ends.length; item++) ends[item] = (ends[item] ?? 0) + (ends[item - 1] ?? 0);
  const total = ends[present.length] ?? 0;
  const effects = new Uint32Array(total);
  const owners = new Uint32Array(total);
  for (const record of order)
    for (let effect = records.firstEffect(record); effect < records.firstEffect(record + 1); effect++) {
      const item = itemOf(effect);
      const at = ends[item] ?? 0;
      effects[at] = effect;
      owners[at] = record;
      ends[item] = at + 1;
    }
  let at = 0;
  for (let item = 0; item < present.length; item++) {
    const end = ends[item] ?? 0;
    if (at === end) continue;
    const { course = '', key = '' } = records.items[item] ?? {};
    const state = live.course(course);
    let progress: ItemProgress | null = null;
    for (; at < end; at++) progress = step(progress, state, records, owners[at] ?? 0, effects[at] ?? 0);
    state.table.set(state.table.row(key), progress, records.lc(owners[end - 1] ?? 0));
  }
};

/** The act that a record was; `null` for none. */
const actOfRecord = (records: RecordTable, record: number, undone: boolean): Act | null => {
  const type = records.kind(record);
  if (type === 'other' || type === 'reset' || type === 'exam-ended') return null;
  const items: string[] = [];
  for (let effect = records.firstEffect(record); effect < records.firstEffect(record + 1); effect++)
    items.push(records.items[records.effectItem(effect)]?.key ?? '');
  const answer = type === 'reviewed' || type === 'answered';
  return {
    ...positionOf(records, record),
    type,
    items,
    at: records.at(record),
    day: answer ? records.day(record) : 0,
    ms: answer ? records.ms(record) : 0,
    undone,
  };
};

/** Fills the list of the last acts of every course. */
const collectActs = (
  live: LiveFold,
  records: RecordTable,
  order: Uint32Array,
  links: readonly JournalEvent[],
): void => {
  const open = new Set(live.courses.keys());
  for (let index = order.length - 1; index >= 0 && open.size > 0; index--) {
    const record = order[index] ?? 0;
    const course = records.course(record);
    if (!open.has(course)) continue;
    const state = live.course(course);
    const id = records.id(record);
    if (state.isForgotten(positionOf(records, record)) || state.acts.length === MOST_ACTS)
      open.delete(course);
    else if (live.counts({ id })) {
      const act = actOfRecord(records, record, live.undone.has(id));
      if (act !== null) state.addAct(act);
    }
  }
  for (const event of links) {
    if (!live.admits(event.course)) continue;
    const state = live.course(event.course);
    const act = actOf(event, live.undone.has(event.id));
    if (act !== null && !state.isForgotten(event)) state.addAct(act);
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
        ? endings.get(records.course(record))?.has(record) === true
        : !undone.has(record)) &&
      (live.excluded.size === 0 || live.counts({ id: records.id(record) })) &&
      (state.resetAt === null || !state.isForgotten(positionOf(records, record)))
    );
  });
  for (const record of held) {
    const state = live.course(records.course(record));
    const kind = records.kind(record);
    if (kind === 'reviewed' || kind === 'answered')
      state.countAnswer(records.day(record), records.ms(record), 1);
    if (kind === 'exam-ended') {
      const answers = records.firstEffect(record + 1) - records.firstEffect(record);
      state.countAnswer(records.day(record), records.ms(record), 1, answers);
    }
    state.noteClock(records.lc(record));
  }
  foldItems(live, records, held);
  collectActs(
    live,
    records,
    order,
    counting.filter(event => event.type === 'relinked' || event.type === 'redated'),
  );
};
