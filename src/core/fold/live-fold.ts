/** The fold of a whole journal, kept up to date event by event. */
import { answerOf, answerOfAct } from './acts.ts';
import { CourseFold } from './course-fold.ts';
import type { JournalEvent } from '../journal/event.ts';
import { claimedMoment, deviceOf, futureLimit, inOrder } from '../journal/event-order.ts';
import { EventTimes } from './event-times.ts';
import { isExamEvent } from '../journal/exam-event.ts';
import { Exclusions } from './exclusion.ts';
import type { ExcludedEvent } from './exclusion.ts';
import type { Link } from './families.ts';
import { Families, keyOfNode } from './families.ts';
import { isItemEvent, itemsOf } from './item-steps.ts';
import type { Batch } from './live-batch.ts';
import { applyBatch, controlBatch, makeBatch, refoldBatch } from './live-batch.ts';
import type { Progress } from '../journal/progress.ts';

/**
 * Finds events that were folded before, each once: those that name one of the keys (in any field), or have one
 * of the ids, or belong to an import of that id. More than was asked for may come; a course of `null` means every course.
 */
type FindEvents = (search: {
  readonly keys: readonly string[];
  readonly ids: readonly string[];
}) => readonly JournalEvent[];

type CourseRenamed = Extract<JournalEvent, { type: 'course-renamed' }>;

/** Past this, folding everything again is no slower than looking for the events of so many keys. */
const MOST_KEYS = 16;

/** So many courses are kept folded; further ones are folded when they are asked for. */
const MOST_COURSES = 1000;

/**
 * Takes in new events as they come. What comes after everything known of its items is folded on top; an undo
 * or a late event folds its items again; what touches more (a device left out, an older change of settings, a
 * reset of everything, an undone link) asks for a fold of everything. The result is that of `fold`.
 */
export class LiveFold extends EventTimes {
  readonly self: string;
  /** By the id that {@link LiveFold.courseOf} gives. */
  readonly courses = new Map<string, CourseFold>();
  /** Links between ids of one course, in order. */
  readonly renames: Link[] = [];
  readonly #names = new Families();
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
    const name = this.courseOf(course);
    if (this.courses.has(name) || this.courses.size < MOST_COURSES) return true;
    for (const wanted of this.wanted) if (this.courseOf(wanted) === name) return true;
    this.crowded = true;
    return false;
  }

  /** Adds links between ids of one course, in order. */
  addRenames(links: readonly Link[]): void {
    for (const { from, to } of links) {
      this.renames.push({ from, to });
      this.#names.add({ from, to });
    }
  }

  /** Takes in the `course-renamed` events; before anything is folded, and after what was undone is known. */
  renameCourses(events: readonly CourseRenamed[]): void {
    const held = inOrder(events.filter(({ id }) => !this.undone.has(id)));
    this.addRenames(held.map(({ from, course }) => ({ from, to: course })));
  }

  /** The id under which the events of a course are folded: of one that was renamed, the newest one. */
  courseOf(id: string): string {
    return this.#names.isEmpty ? id : this.#names.root(id);
  }

  /** The state of a course, whatever it is called. */
  find(id: string): CourseFold | undefined {
    return this.courses.get(this.courseOf(id));
  }

  /** The state of a course, made where there is none. */
  course(id: string): CourseFold {
    const name = this.courseOf(id);
    const known = this.courses.get(name);
    if (known !== undefined) return known;
    const fold = new CourseFold(name);
    this.courses.set(name, fold);
    return fold;
  }

  progress(course: string, now: number): Progress {
    return (this.find(course) ?? new CourseFold(this.courseOf(course))).progress(this.clock(now));
  }

  /** Milliseconds spent answering on a study day in all courses but one. */
  msElsewhere(course: string, day: number): number {
    const own = this.find(course);
    let ms = 0;
    for (const fold of this.courses.values()) if (fold !== own) ms += fold.book.msOn(day);
    return ms;
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
    if (present.some(({ type }) => type === 'course-renamed')) return 'rebuild';
    const batches = new Map<string, Batch>();
    const batchOf = (course: string): Batch => {
      const fold = this.course(course);
      const known = batches.get(fold.course);
      if (known !== undefined) return known;
      const made = makeBatch(fold);
      batches.set(fold.course, made);
      return made;
    };
    const fresh = new Set<string>();
    for (const event of inOrder(present.filter(event => this.counts(event)))) {
      if (event.type === 'undone' && !this.undone.has(event.target)) fresh.add(event.target);
      if (this.admits(event.course)) batchOf(event.course).events.push(event);
    }
    for (const id of fresh) this.undone.add(id);
    if (!this.#takeBack(fresh, batch, batchOf, now, find)) return 'rebuild';
    for (const each of batches.values()) if (!controlBatch(each, this.undone)) return 'rebuild';
    const keys: string[] = [];
    for (const { fold, dirty } of batches.values())
      for (const node of dirty) keys.push(...fold.families.members(node).map(keyOfNode));
    if (keys.length > MOST_KEYS) return 'rebuild';
    const found = keys.length === 0 ? [] : find({ keys, ids: [] });
    const mine = (fold: CourseFold): readonly JournalEvent[] =>
      found.filter(event => this.courseOf(event.course) === fold.course && this.#holds(event, now));
    for (const each of batches.values()) {
      if (each.dirty.size > 0) refoldBatch(each, mine(each.fold), this.undone, fresh);
      applyBatch(each, this.undone);
    }
    return 'done';
  }

  /** Takes the acts that were just undone out of the totals and marks their items; `false`: rebuild. */
  #takeBack(
    fresh: ReadonlySet<string>,
    batch: readonly JournalEvent[],
    batchOf: (course: string) => Batch,
    now: number,
    find: FindEvents,
  ): boolean {
    if (fresh.size === 0) return true;
    const missing = new Set(fresh);
    for (const event of batch) missing.delete(event.id);
    for (const fold of this.courses.values()) {
      for (const act of fold.automatic) if (missing.has(act.id)) return false;
      for (const act of fold.acts) {
        // An import is many items, in several events.
        if (act.batch !== undefined && missing.has(act.batch)) return false;
        if (!missing.delete(act.id)) continue;
        // A link, parameters of all items, or more items than are named.
        if (act.type === 'relinked' || act.type === 'fitted' || act.count !== act.items.length) return false;
        act.undone = true;
        const answer = answerOfAct(act);
        if (answer !== null) fold.countAnswer(answer, -1);
        const { dirty } = batchOf(fold.course);
        for (const item of act.items) dirty.add(fold.rootAt(item, act));
      }
    }
    if (missing.size === 0) return true;
    for (const event of find({ keys: [], ids: [...missing] })) {
      if (event.type === 'imported' && missing.has(event.batch)) return false;
      if (!missing.has(event.id) || !this.#holds(event, now) || isExamEvent(event)) continue;
      if (!this.admits(event.course)) continue;
      const { fold, dirty } = batchOf(event.course);
      if (isItemEvent(event)) {
        if (fold.isForgotten(event)) continue;
        if (event.type === 'reviewed' || event.type === 'answered') fold.countAnswer(answerOf(event), -1);
        for (const item of itemsOf(event)) dirty.add(fold.rootAt(item, event));
      } else if (event.type !== 'undone' && event.type !== 'excluded') return false;
    }
    return true;
  }

  #holds(event: JournalEvent, now: number): boolean {
    return claimedMoment(event) <= futureLimit(now) && this.counts(event);
  }
}
