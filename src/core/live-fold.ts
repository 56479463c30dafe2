/** The fold of a whole journal, kept up to date event by event. */
import type { Link } from './aliases.ts';
import { actOf, CourseFold } from './course-fold.ts';
import type { JournalEvent } from './event.ts';
import { claimedMoment, comparePositions, deviceOf, futureLimit, inOrder } from './event-order.ts';
import type { Position } from './event-order.ts';
import { EventTimes } from './event-times.ts';
import { isExamEvent, isTakenBack } from './exam/exam-event.ts';
import { Exclusions } from './exclusion.ts';
import type { ExcludedEvent } from './exclusion.ts';
import type { ItemEvent } from './item-steps.ts';
import { effectsOf, isItemEvent, itemsOf, keyOf } from './item-steps.ts';
import type { Progress } from './progress.ts';

/**
 * Finds events that were folded before, each once: those that name one of the keys (in any field), or have one
 * of the ids. More than was asked for may come; a course of `null` means every course.
 */
export type FindEvents = (search: {
  readonly keys: readonly string[];
  readonly ids: readonly string[];
}) => readonly JournalEvent[];

/** Past this, folding everything again is no slower than looking for the events of so many keys. */
const MOST_KEYS = 16;

/** So many courses are kept folded; further ones are folded when they are asked for. */
export const MOST_COURSES = 1000;

/** What a batch of events does to one course. */
interface Plan {
  readonly fold: CourseFold;
  /** In order, without those of other courses. */
  readonly events: JournalEvent[];
  /** Present keys whose events must be folded again from nothing. */
  readonly dirty: Set<string>;
  /** By present key, the groups of keys that were items of their own until this batch linked them. */
  readonly groups: Map<string, readonly (readonly string[])[]>;
}

/** Adds a link, and moves or marks what the two items have come to. */
const join = (link: Position & Link, { fold, dirty, groups }: Plan): void => {
  const { aliases, table } = fold;
  const { from } = link;
  const key = aliases.root(link.to);
  const sources = groups.get(from) ?? [aliases.members(from)];
  const targets = groups.get(key) ?? [aliases.members(key)];
  if (!fold.link(link)) return;
  groups.delete(from);
  groups.set(key, [...targets, ...sources]);
  const row = table.find(from);
  const clock = table.clock(row);
  if (dirty.delete(from)) dirty.add(key);
  if (clock === -1) return;
  if (table.clock(table.find(key)) === -1) table.set(table.row(key), table.progress(row), clock);
  else dirty.add(key);
  table.set(row, null, -1);
};

/**
 * Takes in new events as they come. What comes after everything known of its items is folded on top; an undo
 * or a late event folds its items again; what touches more (a device left out, an older change of settings, a
 * reset of everything, an undone link) asks for a fold of everything. The result is that of `fold`.
 */
export class LiveFold extends EventTimes {
  readonly self: string;
  readonly courses = new Map<string, CourseFold>();
  /** Ids that were taken back, whether or not they have arrived. */
  readonly undone = new Set<string>();
  readonly exclusions = new Exclusions();
  excluded: ReadonlySet<string> = new Set();
  /** There are events of more courses than are kept folded. */
  crowded = false;
  /** Courses that are folded however many there are. */
  readonly wanted: ReadonlySet<string>;
  constructor(self: string, wanted: ReadonlySet<string> = new Set()) {
    super();
    this.self = self;
    this.wanted = wanted;
  }

  /** `true` for a course that is folded; a journal may name more of them than anybody can learn. */
  admits(course: string): boolean {
    if (this.courses.has(course) || this.courses.size < MOST_COURSES || this.wanted.has(course)) return true;
    this.crowded = true;
    return false;
  }

  /** The state of a course, made where there is none. */
  course(id: string): CourseFold {
    const known = this.courses.get(id);
    if (known !== undefined) return known;
    const fold = new CourseFold(id);
    this.courses.set(id, fold);
    return fold;
  }

  progress(course: string, now: number): Progress {
    return (this.courses.get(course) ?? new CourseFold(course)).progress(this.clock(now));
  }

  /** Takes note of `excluded` events; `true` where other devices are left out now. */
  exclude(events: readonly ExcludedEvent[]): boolean {
    if (events.length === 0) return false;
    for (const event of events) this.exclusions.add(event);
    const before = this.excluded;
    this.excluded = this.exclusions.devices(this.self);
    return before.size !== this.excluded.size || [...before].some(device => !this.excluded.has(device));
  }

  /** `true` for an event whose device is not left out. */
  counts(event: { readonly id: string }): boolean {
    return this.excluded.size === 0 || !this.excluded.has(deviceOf(event.id));
  }

  /**
   * Folds in events that are new, each id once.
   * @returns `rebuild` where everything must be folded again; this state is then of no more use
   */
  absorb(arrived: readonly JournalEvent[], now: number, findRaw: FindEvents): 'done' | 'rebuild' {
    if (arrived.some(event => this.changesMoments(event))) return 'rebuild';
    const batch = arrived.map(event => this.place(event, now));
    const find: FindEvents = search => findRaw(search).map(event => this.place(event, now));
    const present = batch.filter(event => this.note(event, now));
    this.future += batch.length - present.length;
    if (this.exclude(present.filter(event => event.type === 'excluded'))) return 'rebuild';
    const plans = new Map<string, Plan>();
    const plan = (course: string): Plan => {
      const known = plans.get(course);
      if (known !== undefined) return known;
      const fold = this.course(course);
      const made: Plan = { fold, events: [], dirty: new Set(), groups: new Map() };
      plans.set(course, made);
      return made;
    };
    const fresh = new Set<string>();
    for (const event of inOrder(present.filter(event => this.counts(event)))) {
      if (event.type === 'undone' && !this.undone.has(event.target)) fresh.add(event.target);
      if (this.admits(event.course)) plan(event.course).events.push(event);
    }
    for (const id of fresh) this.undone.add(id);
    if (!this.#takeBack(fresh, batch, plan, now, find)) return 'rebuild';
    for (const each of plans.values()) if (!this.#control(each)) return 'rebuild';
    const keys: string[] = [];
    for (const { fold, dirty } of plans.values())
      for (const key of dirty) keys.push(...fold.aliases.members(key));
    if (keys.length > MOST_KEYS) return 'rebuild';
    const found = keys.length === 0 ? [] : find({ keys, ids: [] });
    for (const each of plans.values()) {
      this.#refold(each, found, fresh, now);
      this.#apply(each);
    }
    return 'done';
  }

  /** Takes the acts that were just undone out of the totals and marks their items; `false`: rebuild. */
  #takeBack(
    fresh: ReadonlySet<string>,
    batch: readonly JournalEvent[],
    plan: (course: string) => Plan,
    now: number,
    find: FindEvents,
  ): boolean {
    if (fresh.size === 0) return true;
    const missing = new Set(fresh);
    for (const event of batch) missing.delete(event.id);
    for (const fold of this.courses.values()) {
      for (const act of fold.acts) {
        if (!missing.delete(act.id)) continue;
        if (act.type === 'relinked') return false;
        act.undone = true;
        if (act.type === 'reviewed' || act.type === 'answered') fold.countAnswer(act.day, act.ms, -1);
        const { dirty } = plan(fold.course);
        for (const item of act.items) dirty.add(fold.aliases.root(item));
      }
    }
    if (missing.size === 0) return true;
    for (const event of find({ keys: [], ids: [...missing] })) {
      if (!missing.has(event.id) || !this.#holds(event, now) || isExamEvent(event)) continue;
      if (!this.admits(event.course)) continue;
      const { fold, dirty } = plan(event.course);
      if (isItemEvent(event)) {
        if (fold.isForgotten(event)) continue;
        if (event.type === 'reviewed' || event.type === 'answered') fold.countAnswer(event.day, event.ms, -1);
        for (const item of itemsOf(event)) dirty.add(fold.aliases.root(item));
      } else if (event.type !== 'undone' && event.type !== 'excluded') return false;
    }
    return true;
  }

  #holds(event: JournalEvent, now: number): boolean {
    return claimedMoment(event) <= futureLimit(now) && this.counts(event);
  }

  /** Folds in settings and links, and finds the items whose events come late; `false`: rebuild. */
  #control({ fold, events, dirty, groups }: Plan): boolean {
    for (const event of events) {
      const holds = !this.undone.has(event.id);
      if (event.type === 'reset' && event.items === null && holds) return false;
      if (event.type === 'configured' && holds) {
        const last = fold.configured.at(-1);
        if (event.lc <= fold.lastClock || (last !== undefined && comparePositions(event, last) < 0))
          return false;
        fold.configure(event);
      } else if (event.type === 'relinked' && !holds) {
        fold.refused.add(`${event.from}>${event.to}`);
      } else if (event.type === 'relinked') {
        if (!fold.isLastLink(event)) return false;
        join(event, { fold, events, dirty, groups });
      } else if (event.type === 'exam-ended') {
        if (!fold.noteEnding(event)) return false;
      } else if (event.type === 'reviewed' && event.prompt !== undefined) {
        fold.notePrompt(event.ratings[0]?.item ?? '', event.prompt, event.lc);
      }
    }
    for (const event of events) {
      if (!isItemEvent(event) || !fold.holds(event, this.undone)) continue;
      for (const effect of effectsOf(event)) {
        const key = fold.aliases.root(keyOf(effect));
        if (event.lc <= fold.table.clock(fold.table.find(key))) dirty.add(key);
      }
    }
    return true;
  }

  /** Folds the marked items of a course again, with what was found of them and what is new. */
  #refold(
    { fold, events, dirty, groups }: Plan,
    found: readonly JournalEvent[],
    fresh: ReadonlySet<string>,
    now: number,
  ): void {
    if (dirty.size === 0) return;
    const old = inOrder(
      found.filter(
        (event): event is ItemEvent =>
          event.course === fold.course &&
          isItemEvent(event) &&
          this.#holds(event, now) &&
          !fold.isRepeat(event),
      ),
    );
    const before = old.filter(event => !isTakenBack(event, this.undone) || fresh.has(event.id));
    const late = events.filter(event => isItemEvent(event)).filter(event => !fold.isRepeat(event));
    const after = inOrder([...old, ...late].filter(event => !isTakenBack(event, this.undone)));
    for (const key of dirty) {
      const members = fold.aliases.members(key);
      for (const group of groups.get(key) ?? [members])
        fold.mergeBook(fold.foldGroup(new Set(group), before).book, -1);
      const { progress, clock, book } = fold.foldGroup(new Set(members), after);
      fold.mergeBook(book, 1);
      fold.table.set(fold.table.row(key), progress, clock);
    }
  }

  /** Folds the rest of a course's new events on top. */
  #apply({ fold, events, dirty }: Plan): void {
    for (const event of events) {
      if (fold.isForgotten(event)) continue;
      const undone = this.undone.has(event.id);
      if (isItemEvent(event) && fold.holds(event, this.undone)) fold.apply(event, dirty);
      const act = actOf(event, undone);
      if (act !== null) fold.addAct(act);
    }
  }
}
