import type { KeyIndex } from '../base/key-index.ts';
import type { ForecastEvent, Rating, ResultEvent, SchedulingSettings } from './event.ts';

export type { JournalAlarm, JournalHealth, OddRecord, Trace } from './health.ts';

/** Where an item stands. `new` items have no record. */
export type ItemState = 'learning' | 'review' | 'relearning';

/** What the first attempt at an item was: a card known, a question answered right, or a miss. */
export type FirstAttempt = 'card' | 'question' | 'wrong';

/** What a first attempt can be; memory after each is different. */
export const FIRST_ATTEMPTS: readonly FirstAttempt[] = ['card', 'question', 'wrong'];

/**
 * The planner's memory of an item, beside the scheduler's: it begins with what the first attempt told of knowledge
 * from before the course, and takes in the first rating of every study day, counted or not.
 */
export interface MemoryTrace {
  readonly first: FirstAttempt;
  /** Days after which the chance to recall is 90 %, for standard memory. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** Study day of the last rating that moved it. */
  readonly day: number;
}

/** What the fold knows of one item. */
export interface ItemProgress {
  /** `null` until the first counted rating. */
  readonly state: ItemState | null;
  /** Days after which retrievability is 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** Index of the (re)learning step that is running. */
  readonly step: number;
  /** Study day on which it is due (state review). */
  readonly dueDay: number;
  /** Moment at which it is due, ms UTC (learning and relearning); 0 in state review. */
  readonly dueAt: number;
  /** Study day and moment of the last counted rating; the moment is -1 where a wrong clock has dated it. */
  readonly lastDay: number;
  readonly lastAt: number;
  /** Study day of the last attempt, counted or not; -1: none. */
  readonly attemptDay: number;
  /** Study day of the first counted rating; -1: none. */
  readonly firstDay: number;
  readonly lastRating: Rating | null;
  /** Counted ratings. */
  readonly reps: number;
  /** Times forgotten in state review. */
  readonly lapses: number;
  /** Tries in a row, counted or not, that were wrong; 0: the last one was right, or there was none. */
  readonly misses: number;
  readonly suspended: boolean;
  /** Study day for which it is buried; -1: none. */
  readonly buriedDay: number;
  readonly flagged: boolean;
  /** `null` until the first attempt. */
  readonly trace: MemoryTrace | null;
}

/** Totals of one study day. */
export interface DayTotals {
  readonly day: number;
  /** Answers, counted or not. */
  readonly answers: number;
  /** Items rated for the first time. */
  readonly introduced: number;
  /** Counted ratings of items in state review on that day, and how many were not `again`. */
  readonly reviews: number;
  readonly retained: number;
  /** Those of them whose interval was 21 days or more: the items Anki calls mature. */
  readonly matureReviews: number;
  readonly matureRetained: number;
  /** Counted ratings of each kind: again, hard, good, easy. */
  readonly ratings: readonly [number, number, number, number];
  /** Milliseconds spent answering, each answer capped at two minutes. */
  readonly ms: number;
}

/**
 * Counted ratings of items in state review, by the stability they had before: what the memory model foretold
 * and what happened. The bucket of index i holds the stabilities from 2^i days to under 2^(i+1); the first one
 * also those under a day, the last one everything above.
 */
export interface StabilityTotals {
  readonly reviews: number;
  /** How many of them were not `again`. */
  readonly retained: number;
  /** Sum of their retrievabilities at that moment, in millionths: a whole number, so that it can be taken back. */
  readonly predicted: number;
}

/** The kinds of answers that take a learner different times. */
export type PaceKind = 'cardRight' | 'cardWrong' | 'questionRight' | 'questionWrong';

/** Milliseconds and number of answers of each kind: whole numbers, so that an answer can be taken back. */
export type PaceSums = Readonly<Record<PaceKind, { readonly ms: number; readonly answers: number }>>;

/** What was answered in reviews on one study day, and what was found out beside them. */
export interface ReviewDay {
  readonly day: number;
  readonly answers: number;
  /** First attempts among them. */
  readonly first: number;
  readonly ms: number;
  /** Milliseconds of questions among them. */
  readonly questionMs: number;
  /** Items first rated in quizzes, exams and the placement: they use up none of the new items of the day. */
  readonly probes: number;
}

/** A mock exam that came to its end. */
export interface MockResult {
  /** Id of the sitting. */
  readonly sitting: string;
  readonly day: number;
  readonly questions: number;
  readonly right: number;
}

/** What a plan and a forecast are made from, besides the traces of items. */
export interface StudyRecord {
  /** How often each kind of review was met, by cell (core/plan/memory-fit.ts). */
  readonly reviews: ReadonlyMap<number, number>;
  readonly pace: PaceSums;
  /** First attempts at questions with what the model knew of them, in thousandths, summed. */
  readonly firstQuestions: { readonly count: number; readonly right: number; readonly known: number };
  /** Days with any of it, ascending. */
  readonly days: readonly ReviewDay[];
  /** Whether the last answers in reviews were right, newest last, at most 30. */
  readonly outcomes: readonly boolean[];
  /** In the order of their days. */
  readonly mocks: readonly MockResult[];
  /** In the order of the journal. */
  readonly forecasts: readonly ForecastEvent[];
  readonly results: readonly ResultEvent[];
  /** Milliseconds spent reading notes, by study day. */
  readonly readingMs: ReadonlyMap<number, number>;
  /** The same by topic. */
  readonly readingOf: ReadonlyMap<string, number>;
}

/** The pace of somebody who has answered nothing. */
export const NO_PACE: PaceSums = {
  cardRight: { ms: 0, answers: 0 },
  cardWrong: { ms: 0, answers: 0 },
  questionRight: { ms: 0, answers: 0 },
  questionWrong: { ms: 0, answers: 0 },
};

/** The record of somebody who has not studied yet. */
export const NO_STUDY: StudyRecord = {
  reviews: new Map(),
  pace: NO_PACE,
  firstQuestions: { count: 0, right: 0, known: 0 },
  days: [],
  outcomes: [],
  mocks: [],
  forecasts: [],
  results: [],
  readingMs: new Map(),
  readingOf: new Map(),
};

/** Types of events that can be taken back by choosing them. */
export type ActType =
  | 'reviewed'
  | 'answered'
  | 'suspended'
  | 'buried'
  | 'flagged'
  | 'reset'
  | 'relinked'
  | 'separated'
  | 'course-renamed'
  | 'redated'
  | 'fitted'
  | 'imported';

/** An event that can be undone. */
export interface UndoEntry {
  readonly id: string;
  readonly device: string;
  readonly type: ActType;
  /** At most 20: items as they are called now, the two ids of a renamed course, or ids of redated records. */
  readonly items: readonly string[];
  /** How many items it names; `null` for all of the course. */
  readonly count: number | null;
  readonly at: number;
  /** Of the first item that was rated; `null` where it rates nothing. */
  readonly rating: Rating | null;
  /** Of an import, the program or format that it came from. */
  readonly source?: string;
}

/** What an item asked the last time that an event said so. */
export interface Asked {
  readonly type: 'card' | 'question';
  /** `''` where no record says it. */
  readonly topic: string;
  /** Without markup, cut to 200 characters. */
  readonly prompt: string;
  /** Fingerprint of a question with its options; `''` of a card. */
  readonly print: string;
  /** Logical clock of the event. */
  readonly lc: number;
}

/**
 * Items by key. Records are made whenever they are asked for, so whoever needs little of very many takes what is made
 * for that.
 */
export interface ItemsByKey extends ReadonlyMap<string, ItemProgress> {
  /** Visits the items that have a trace, in the order of the map. Absent in a map that holds its records. */
  eachTrace?(visit: (key: string, trace: MemoryTrace) => void): void;
  /**
   * Visits what `get` gives for each key of an index, by its rows from `from` to before `end`. A record is good until
   * `visit` returns: none is made. Absent in a map that holds its records.
   */
  eachOf?(
    keys: KeyIndex,
    from: number,
    end: number,
    visit: (row: number, item: ItemProgress | undefined) => void,
  ): void;
  /** The keys that this map lists and an index does not have. Absent in a map that holds its records. */
  outside?(keys: KeyIndex): readonly string[];
}

/** The state of one course: the fold of the journal. */
export interface Progress {
  readonly course: string;
  readonly settings: SchedulingSettings;
  /**
   * By key. `get` and `has` take any key of a family of linked keys; each family is listed once, under the key to
   * which its newest link leads.
   */
  readonly items: ItemsByKey;
  /** By study day, ascending. */
  readonly days: readonly DayTotals[];
  /** By bucket of stability, see {@link StabilityTotals}; of all days. */
  readonly stability: readonly StabilityTotals[];
  readonly study: StudyRecord;
  /** By key, all keys that mean the same item, the deciding one first; keys without relatives are left out. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  /** By key that was separated from its family and means an item of its own, the key that has the history. */
  readonly separated: ReadonlyMap<string, string>;
  /** By key as it was called then, what the item asked. */
  readonly prompts: ReadonlyMap<string, Asked>;
  /** The learner's last acts that can be undone, newest last, at most 100. */
  readonly undoable: readonly UndoEntry[];
  /** Links and separations that the program made by itself, which can be undone by name; newest last, at most 100. */
  readonly linked: readonly UndoEntry[];
  /** Highest logical clock that counts. */
  readonly clock: number;
  /** Pairs `from>to` whose relinking was undone: never proposed again. */
  readonly refusedLinks: ReadonlySet<string>;
}
