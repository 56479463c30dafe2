/** The state of one course while events are folded into it. */
import { Aliases } from './aliases.ts';
import type { Link } from './aliases.ts';
import { DayBook } from './day-book.ts';
import type { JournalEvent, SchedulingSettings } from './event.ts';
import { comparePositions, deviceOf } from './event-order.ts';
import type { Position } from './event-order.ts';
import { isTakenBack } from './exam/exam-event.ts';
import type { ItemEvent } from './item-steps.ts';
import { effectsOf, itemsOf, keyOf, stepItem } from './item-steps.ts';
import { ItemTable, ItemView } from './item-table.ts';
import type { DayTotals, ItemProgress, Progress, UndoEntry } from './progress.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

/** How many of the last acts can be undone by choosing them. */
export const MOST_ACTS = 100;

/** An act as the fold keeps it: undone ones too, so that the window does not depend on what was undone. */
export interface Act extends Position {
  readonly type: UndoEntry['type'];
  /** Keys as they were called then. */
  readonly items: readonly string[];
  readonly at: number;
  /** Study day and milliseconds of an answer, to take it out of the totals; 0 for other acts. */
  readonly day: number;
  readonly ms: number;
  undone: boolean;
}

/** A `configured` event. */
export interface Configured extends Position {
  readonly settings: Partial<SchedulingSettings>;
}

/** Acts by type; other events are none. */
export const actOf = (event: JournalEvent, undone: boolean): Act | null => {
  const { id, lc, at } = event;
  switch (event.type) {
    case 'reviewed':
    case 'answered':
      return { id, lc, at, type: event.type, items: itemsOf(event), day: event.day, ms: event.ms, undone };
    case 'suspended':
    case 'buried':
    case 'flagged':
      return { id, lc, at, type: event.type, items: event.items, day: 0, ms: 0, undone };
    case 'relinked':
      return { id, lc, at, type: event.type, items: [event.from, event.to], day: 0, ms: 0, undone };
    case 'redated':
      return {
        id,
        lc,
        at,
        type: event.type,
        items: event.records.map(each => each.id),
        day: 0,
        ms: 0,
        undone,
      };
    default:
      return null;
  }
};

/** What a group of keys comes to: see {@link CourseFold.foldGroup}. */
export interface GroupState {
  readonly progress: ItemProgress | null;
  /** Logical clock of the group's last event, -1 where there is none. */
  readonly clock: number;
  readonly book: DayBook;
}

export class CourseFold {
  readonly course: string;
  readonly table: ItemTable;
  readonly book = new DayBook();
  readonly aliases = new Aliases();
  /** Pairs `from>to` whose link was undone. */
  readonly refused = new Set<string>();
  /**
   * By key as it was called then, what a card asked, with the logical clock of the event that said so. The latest
   * holds, undone or not: it tells of the course, not of the learner. A snapshot must keep it.
   */
  readonly prompts = new Map<string, string>();
  readonly promptClocks = new Map<string, number>();
  /** By sitting, the first event that ends it: only that one rates its items. A snapshot must keep it. */
  readonly endings = new Map<string, Position>();
  /** The last acts in order. */
  readonly acts: Act[] = [];
  /** Everything before this was forgotten by a reset of all items. */
  resetAt: Position | null = null;
  /** Highest logical clock among the events folded into items. */
  lastClock = -1;
  readonly #configured: Configured[] = [];
  /** By `configured` event, the settings from there on. */
  readonly #timeline: SchedulingSettings[] = [];
  readonly #links: (Position & Link)[] = [];
  #days: readonly DayTotals[] | null = null;
  readonly #view: ItemView;

  constructor(course: string, table = new ItemTable()) {
    this.course = course;
    this.table = table;
    this.#view = new ItemView(table);
  }

  get configured(): readonly Configured[] {
    return this.#configured;
  }

  /** Links that hold, in order. */
  get links(): readonly (Position & Link)[] {
    return this.#links;
  }

  /** Adds a `configured` event that comes after all others of its kind. */
  configure({ id, lc, settings }: Configured): void {
    this.#configured.push({ id, lc, settings });
    this.#timeline.push({ ...(this.#timeline.at(-1) ?? DEFAULT_SETTINGS), ...settings });
  }

  /** Adds a link that comes after all others; `false` where it changes nothing. */
  link({ id, lc, from, to }: Position & Link): boolean {
    this.#links.push({ id, lc, from, to });
    return this.aliases.add({ from, to });
  }

  /** Takes note of what a card asked; events may come in any order. */
  notePrompt(key: string, prompt: string, lc: number): void {
    const known = this.promptClocks.get(key) ?? -1;
    if (lc < known || (lc === known && prompt <= (this.prompts.get(key) ?? ''))) return;
    this.prompts.set(key, prompt);
    this.promptClocks.set(key, lc);
  }

  /** Takes note of the end of a sitting; `false` where another end was taken for the first one until now. */
  noteEnding({ id, lc, sitting }: Position & { readonly sitting: string }): boolean {
    const known = this.endings.get(sitting);
    if (known !== undefined && comparePositions(known, { id, lc }) <= 0) return true;
    this.endings.set(sitting, { id, lc });
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

  /** `true` where the position comes after every link so far. */
  isLastLink(position: Position): boolean {
    const last = this.#links.at(-1);
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
   * Folds one event into its items, which must have no later ones; those in `skip` (present keys) are left as
   * they are.
   */
  apply(event: ItemEvent, skip: ReadonlySet<string> | null = null): void {
    this.count(event);
    this.#days = null;
    const settings = this.settingsAt(event);
    let index = -1;
    for (const effect of effectsOf(event)) {
      index++;
      const key = this.aliases.root(keyOf(effect));
      if (skip !== null && skip.has(key)) continue;
      const row = this.table.row(key);
      const after = stepItem(this.table.progress(row), event, index, settings, this.book);
      this.table.set(row, after, event.lc);
    }
  }

  /** Takes note of an event apart from what it does to its items. */
  count(event: ItemEvent): void {
    if (event.type === 'reviewed' || event.type === 'answered') this.countAnswer(event.day, event.ms, 1);
    if (event.type === 'exam-ended') this.countAnswer(event.day, event.used, 1, event.ratings.length);
    this.noteClock(event.lc);
  }

  /** Adds one answer, or those of an exam, to the totals of its study day, or takes it out again. */
  countAnswer(day: number, ms: number, sign: 1 | -1, answers = 1): void {
    this.book.addAnswer(day, ms, sign, answers);
    this.#days = null;
  }

  /** Takes note of the logical clock of an event that is folded into items. */
  noteClock(lc: number): void {
    if (lc > this.lastClock) this.lastClock = lc;
  }

  /** Folds the events of a group of keys from nothing. `events` are in order and none of them is undone. */
  foldGroup(keys: ReadonlySet<string>, events: readonly ItemEvent[]): GroupState {
    const book = new DayBook();
    let progress: ItemProgress | null = null;
    let clock = -1;
    for (const event of events) {
      if (this.isForgotten(event)) continue;
      for (const [index, item] of itemsOf(event).entries()) {
        if (!keys.has(item)) continue;
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
  addAct(act: Act): void {
    let index = this.acts.length;
    while (index > 0 && comparePositions(this.acts[index - 1] as Act, act) > 0) index--;
    this.acts.splice(index, 0, act);
    if (this.acts.length > MOST_ACTS) this.acts.shift();
  }

  progress(clock: number): Progress {
    const undoable = this.acts
      .filter(act => !act.undone)
      .map(({ id, type, items, at }) => ({
        id,
        device: deviceOf(id),
        type,
        items: type === 'relinked' || type === 'redated' ? items : items.map(item => this.aliases.root(item)),
        at,
      }));
    return {
      course: this.course,
      settings: this.#timeline.at(-1) ?? DEFAULT_SETTINGS,
      items: this.#view,
      days: (this.#days ??= this.book.list()),
      stability: this.book.stability(),
      aliases: this.aliases.present,
      prompts: this.prompts,
      undoable,
      clock,
      refusedLinks: this.refused,
    };
  }
}
