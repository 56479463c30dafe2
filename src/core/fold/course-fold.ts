/** The state of one course while events are folded into it. */
import type { Act, AnswerCount } from './acts.ts';
import { answerOf, answerOfAct, insertAct, undoEntries } from './acts.ts';
import type { Ending, NoteEvent } from './course-notes.ts';
import { studyOf } from './course-notes.ts';
import { DayBook } from './day-book.ts';
import type { SchedulingSettings } from '../journal/event.ts';
import { comparePositions } from '../journal/event-order.ts';
import type { Position } from '../journal/event-order.ts';
import { isTakenBack } from '../journal/exam-event.ts';
import type { Change } from './families.ts';
import { Families, keyOfNode } from './families.ts';
import type { ItemEvent } from './item-steps.ts';
import { effectsOf, itemsOf, keyOf, stepItem } from './item-steps.ts';
import { ItemTable, ItemView } from './item-table.ts';
import type { Asked, DayTotals, ItemProgress, Progress, StudyRecord } from '../journal/progress.ts';
import { DEFAULT_SETTINGS } from '../journal/settings.ts';

/** A `configured` event. */
export interface Configured extends Position {
  readonly settings: Partial<SchedulingSettings>;
}

/** A `relinked` event as the fold keeps it; with a `to` of `null`, a `separated` one. */
export interface Tie extends Position {
  readonly from: string;
  readonly to: string | null;
}

/** What a group of keys comes to: see {@link CourseFold.foldGroup}. */
interface GroupState {
  readonly progress: ItemProgress | null;
  /** Logical clock of the group's last event, -1 where there is none. */
  readonly clock: number;
  readonly book: DayBook;
}

/** The progress of one course as its events are applied, one by one. */
export class CourseFold {
  readonly course: string;
  readonly table: ItemTable;
  readonly book = new DayBook();
  readonly families = new Families();
  /** Pairs `from>to` whose link was undone. */
  readonly refused = new Set<string>();
  /**
   * By key as it was called then, what the item asked. The latest holds, undone or not: it tells of the course,
   * not of the learner. A snapshot must keep it.
   */
  readonly prompts = new Map<string, Asked>();
  /** By sitting, the first event that ends it: only that one rates its items. A snapshot must keep it. */
  readonly endings = new Map<string, Ending>();
  /** Forecasts, results and times of reading that hold, by id. */
  readonly notes = new Map<string, NoteEvent>();
  /** The learner's last acts, and the last links that the program made, both in order. */
  readonly acts: Act[] = [];
  readonly automatic: Act[] = [];
  /** Everything before this was forgotten by a reset of all items. */
  resetAt: Position | null = null;
  /** Highest logical clock among the events folded into items. */
  lastClock = -1;
  readonly #configured: Configured[] = [];
  /** By `configured` event, the settings from there on. */
  readonly #timeline: SchedulingSettings[] = [];
  readonly #ties: Tie[] = [];
  #separated: ReadonlyMap<string, string> | null = null;
  #days: readonly DayTotals[] | null = null;
  readonly #view: ItemView;

  constructor(course: string, table = new ItemTable()) {
    this.course = course;
    this.table = table;
    this.#view = new ItemView(table, this.families);
  }

  get configured(): readonly Configured[] {
    return this.#configured;
  }

  /** Links and separations that hold, in order. */
  get ties(): readonly Tie[] {
    return this.#ties;
  }

  /** Adds a `configured` event that comes after all others of its kind. */
  configure({ id, lc, settings }: Configured): void {
    this.#configured.push({ id, lc, settings });
    this.#timeline.push({ ...(this.#timeline.at(-1) ?? DEFAULT_SETTINGS), ...settings });
  }

  /** Adds a link or separation that comes after all others; `null` where it changes nothing. */
  tie({ id, lc, from, to }: Tie): Change | null {
    this.#ties.push({ id, lc, from, to });
    this.#separated = null;
    return to === null ? this.families.separate(from, { id, lc }) : this.families.add({ from, to });
  }

  /** The node under which an event finds the progress of what it calls `key`. */
  rootAt(key: string, position: Position): string {
    const { families } = this;
    return families.isEmpty ? key : families.root(families.nodeAt(key, position));
  }

  /** Every key that an item was called by, and whether an event names it. */
  namesOf(item: string): {
    readonly keys: readonly string[];
    readonly names: (event: ItemEvent) => boolean;
  } {
    const { families } = this;
    const nodes = new Set(families.members(families.node(item)));
    return {
      keys: [...new Set([...nodes].map(keyOfNode))],
      names: event => itemsOf(event).some(key => nodes.has(families.nodeAt(key, event))),
    };
  }

  /** Takes note of what an item asked; events may come in any order. */
  notePrompt(key: string, asked: Asked): void {
    const text = ({ type, topic, prompt, print }: Asked): string => `${type} ${topic} ${print} ${prompt}`;
    const known = this.prompts.get(key);
    if (known !== undefined && asked.lc < known.lc) return;
    if (known?.lc === asked.lc && text(asked) <= text(known)) return;
    const { type, topic, prompt, print, lc } = asked;
    this.prompts.set(key, { type, topic, prompt, print, lc });
  }

  /** Takes note of the end of a sitting; `false` where another end was taken for the first one until now. */
  noteEnding({ sitting, ...ending }: Ending & { readonly sitting: string }): boolean {
    const known = this.endings.get(sitting);
    if (known !== undefined && comparePositions(known, ending) <= 0) return true;
    this.endings.set(sitting, ending);
    return known === undefined;
  }

  /** `true` for an event that does something to its items: it was not taken back or forgotten before. */
  holds(event: ItemEvent, undone: ReadonlySet<string>): boolean {
    return !isTakenBack(event, undone) && !this.isForgotten(event) && !this.isRepeat(event);
  }

  /** `true` for a further end of a sitting that has ended already. */
  isRepeat(event: ItemEvent): boolean {
    return event.type === 'exam-ended' && this.endings.get(event.sitting)?.id !== event.id;
  }

  /** `true` where the position comes after every link and separation so far. */
  isLastTie(position: Position): boolean {
    const last = this.#ties.at(-1);
    return last === undefined || comparePositions(last, position) < 0;
  }

  /** The settings that hold at a place in the order. */
  settingsAt(position: Position): SchedulingSettings {
    for (let index = this.#configured.length - 1; index >= 0; index--)
      if (comparePositions(this.#configured[index] as Configured, position) < 0)
        return this.#timeline[index] ?? DEFAULT_SETTINGS;
    return DEFAULT_SETTINGS;
  }

  /** `true` for what comes before the last reset of all items. */
  isForgotten(position: Position): boolean {
    return this.resetAt !== null && comparePositions(position, this.resetAt) < 0;
  }

  /**
   * Folds one event into its items, which must have no later ones; those in `skip` (nodes) are left as they are.
   */
  apply(event: ItemEvent, skip: ReadonlySet<string> | null = null): void {
    this.count(event);
    this.#days = null;
    const settings = this.settingsAt(event);
    let index = -1;
    for (const effect of effectsOf(event)) {
      index++;
      const key = this.rootAt(keyOf(effect), event);
      if (skip !== null && skip.has(key)) continue;
      const row = this.table.row(key);
      const after = stepItem(this.table.progress(row), event, index, settings, this.book);
      this.table.set(row, after, event.lc);
    }
  }

  /** Takes note of an event apart from what it does to its items. */
  count(event: ItemEvent): void {
    if (event.type === 'reviewed' || event.type === 'answered') this.countAnswer(answerOf(event), 1);
    if (event.type === 'exam-ended') this.countExam(event.day, event.used, event.ratings.length);
    this.noteClock(event.lc);
  }

  /** Adds one answer to the totals of its study day, or takes it out again. */
  countAnswer({ day, ms, right, ...asked }: AnswerCount, sign: 1 | -1): void {
    this.book.addAnswer(day, ms, sign);
    this.book.study.addAnswer(day, ms, right, asked, sign);
    this.#days = null;
  }

  /** Adds the answers of an exam to the totals of its study day. @param ms of the whole sitting */
  countExam(day: number, ms: number, answers: number): void {
    this.book.addAnswer(day, ms, 1, answers);
    this.#days = null;
  }

  /** Takes note of the logical clock of an event that is folded into items. */
  noteClock(lc: number): void {
    if (lc > this.lastClock) this.lastClock = lc;
  }

  /** Folds the events of a group of nodes from nothing. `events` are in order and none of them is undone. */
  foldGroup(nodes: ReadonlySet<string>, events: readonly ItemEvent[]): GroupState {
    const book = new DayBook();
    let progress: ItemProgress | null = null;
    let clock = -1;
    for (const event of events) {
      if (this.isForgotten(event)) continue;
      for (const [index, item] of itemsOf(event).entries()) {
        if (!nodes.has(this.families.nodeAt(item, event))) continue;
        progress = stepItem(progress, event, index, this.settingsAt(event), book);
        clock = event.lc;
      }
    }
    return { progress, clock, book };
  }

  /** Changes the day totals by what {@link CourseFold.foldGroup} counted. */
  mergeBook(book: DayBook, sign: 1 | -1): void {
    this.book.merge(book, sign);
    this.#days = null;
  }

  /** Puts an act in its place among the last ones. */
  addAct(act: Act, isAutomatic: boolean): void {
    insertAct(isAutomatic ? this.automatic : this.acts, act);
  }

  progress(clock: number): Progress {
    const present = (item: string, act: Act): string => keyOfNode(this.rootAt(item, act));
    let study: StudyRecord | null = null;
    const makeStudy = (): StudyRecord => studyOf(this, answerOfAct);
    return {
      course: this.course,
      settings: this.#timeline.at(-1) ?? DEFAULT_SETTINGS,
      items: this.#view,
      days: (this.#days ??= this.book.list()),
      stability: this.book.stability(),
      // Made when it is first asked for: most commands never do.
      get study() {
        return (study ??= makeStudy());
      },
      families: this.families.lists,
      separated: (this.#separated ??= this.families.separated()),
      prompts: this.prompts,
      undoable: undoEntries(this.acts, present),
      linked: undoEntries(this.automatic, present),
      clock,
      refusedLinks: this.refused,
    };
  }
}
