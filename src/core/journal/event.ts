/**
 * The journal's events. An event records its effects, so that folding it needs no settings, no clock and no
 * course. Names and shapes are a contract with files on learners' disks: docs/journal.md shows one line of each.
 */
import type { ImportedItem } from './imported-item.ts';
import type { Paper } from './paper.ts';
import type { Rating } from './rating.ts';
import type { SchedulingSettings } from './scheduling-settings.ts';

export type { SchedulingSettings } from './scheduling-settings.ts';

export type { Rating } from './rating.ts';
export { RATINGS } from './rating.ts';

/** What one answer did to one item. */
export interface RatingEffect {
  readonly item: string;
  readonly rating: Rating;
  /** `false`: recorded, but the memory state stays as it is (design section 8, evidence). */
  readonly counted: boolean;
  /**
   * Only of `again`: the days after which the item comes back, 1 to 30, in place of the first learning step. What was
   * missed in a quiz, a mock exam or the placement comes from the next day on, spread.
   */
  readonly wait?: number;
}

/** Where an answer was given. */
export type Mode = 'review' | 'cards' | 'quiz' | 'exam';

/** What a learner answered, free of the order in which the options were shown. */
export type Response =
  /** Hashes of the texts of the chosen options. */
  | { readonly kind: 'options'; readonly chosen: readonly string[] }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly typed: string }
  /** Hashes of the steps in the order given. */
  | { readonly kind: 'order'; readonly steps: readonly string[] }
  /** Hashes of left and right. */
  | { readonly kind: 'match'; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: 'text'; readonly typed: string };

/** How an answer was judged. */
export type Verdict = 'correct' | 'partial' | 'wrong';

/** How sure a learner was before the answer was shown. */
export type Confidence = 'sure' | 'unsure';

/** Why a sitting is over: the learner handed it in, its time ran out, or it was thrown away. */
export type ExamEndReason = 'submitted' | 'time' | 'abandoned';

/** Fields of every act within a sitting. */
interface ExamAct {
  /** Id of the `exam-started` event. */
  readonly sitting: string;
  /** Milliseconds of the sitting's time that are gone: never less than in the event before. */
  readonly used: number;
  /** Milliseconds at the question since the act before, without those in which the program was closed. */
  readonly ms: number;
}

/** What happens in a timed mock exam. Questions are named by the key that they have in the paper. */
export type ExamBody =
  /** The whole paper. The event's id is the id of the sitting. */
  | ({ readonly type: 'exam-started' } & Paper)
  /** The answer that stands from now on, by value. */
  | ({
      readonly type: 'exam-answered';
      readonly item: string;
      /** `null`: none. */
      readonly response: Response | null;
      /** `null` without a response, and for one that chooses too few options. */
      readonly verdict: Verdict | null;
      readonly unsure: boolean;
    } & ExamAct)
  /** Marked for another look, by value. */
  | ({ readonly type: 'exam-flagged'; readonly item: string; readonly value: boolean } & ExamAct)
  /** Hashes of all options that are struck out from now on. */
  | ({ readonly type: 'exam-struck'; readonly item: string; readonly options: readonly string[] } & ExamAct)
  /** The learner went to the question `item`. */
  | ({ readonly type: 'exam-moved'; readonly item: string } & ExamAct)
  /** Practice sittings only. */
  | ({ readonly type: 'exam-paused' } & ExamAct)
  | ({ readonly type: 'exam-resumed' } & ExamAct)
  /** The first one of a sitting holds. */
  | ({
      readonly type: 'exam-ended';
      readonly reason: ExamEndReason;
      /** Study day on which the sitting came to its end, and its effects on memory. */
      readonly day: number;
      readonly ratings: readonly RatingEffect[];
      readonly model: string;
    } & ExamAct);

/** What an event says, before the journal gives it its envelope. */
export type EventBody =
  | ExamBody
  /** A card rated by the learner. */
  | {
      readonly type: 'reviewed';
      readonly mode: Mode;
      /** Study day: whole days since 1970-01-01 in the learner's zone, from the rollover hour. */
      readonly day: number;
      readonly ratings: readonly RatingEffect[];
      /** Milliseconds from showing to rating. */
      readonly ms: number;
      /** Version of the memory model, for information. */
      readonly model: string;
      /**
       * What the card asked, without markup and cut to 200 characters, and in which topic; only where the journal
       * does not hold it yet: by it an edited or renamed card is found again.
       */
      readonly prompt?: string;
      readonly topic?: string;
      /** Asked to find out what the learner knows: it uses up none of the new items of the day. */
      readonly placement?: true;
    }
  /** A question answered. */
  | {
      readonly type: 'answered';
      readonly mode: Mode;
      readonly day: number;
      readonly ratings: readonly RatingEffect[];
      readonly verdict: Verdict;
      readonly response: Response;
      /** Fingerprint of the question as it was shown. */
      readonly question: string;
      readonly ms: number;
      readonly confidence: Confidence | null;
      /** Seed of a template's numbers. */
      readonly seed: number | null;
      readonly model: string;
      /** Its stem, like the `prompt` of `reviewed`; where the journal does not hold it or this fingerprint yet. */
      readonly prompt?: string;
      readonly topic?: string;
      /**
       * Thousandths: how likely the plan's model took an exam question on this to be known. Only of a first attempt
       * while an exam was planned for: such answers tell how far the model can be believed.
       */
      readonly known?: number;
    }
  | { readonly type: 'suspended'; readonly items: readonly string[]; readonly value: boolean }
  /** Out of the queue for one study day. */
  | {
      readonly type: 'buried';
      readonly items: readonly string[];
      readonly day: number;
      readonly value: boolean;
    }
  | {
      readonly type: 'flagged';
      readonly items: readonly string[];
      readonly value: boolean;
      readonly note: string;
    }
  /** The item that was `from` is now `to`. */
  | {
      readonly type: 'relinked';
      readonly from: string;
      readonly to: string;
      /** What a card asks under its new key, and in which topic. */
      readonly prompt?: string;
      readonly topic?: string;
      /** The learner said so; without it the program found out by itself, which is no act of the learner. */
      readonly chosen?: true;
    }
  /** From here on the key `item` means an item of its own: the rest of its family keeps the history. */
  | { readonly type: 'separated'; readonly item: string }
  /** The course that had the id `from` has that of this event now: their events belong to one course. */
  | { readonly type: 'course-renamed'; readonly from: string; readonly chosen?: true }
  | { readonly type: 'configured'; readonly settings: Partial<SchedulingSettings> }
  /** Parameters of the memory model fitted to the learner's reviews: they hold for what comes after. */
  | {
      readonly type: 'fitted';
      /** The 21 parameters of FSRS-6. */
      readonly weights: readonly number[];
      /** Reviews they were fitted to and judged on. */
      readonly reviews: number;
      /** Log loss of those they were judged on, in millionths: by the standard parameters, and by these. */
      readonly before: number;
      readonly after: number;
    }
  /** Takes back one event, whenever it arrives. */
  | { readonly type: 'undone'; readonly target: string }
  /** Forgets what is before it: of the items named, or of everything (`null`). */
  | { readonly type: 'reset'; readonly items: readonly string[] | null }
  /** A forecast that a mock or the real exam will judge. */
  | {
      readonly type: 'forecast';
      /** Blueprint. */
      readonly exam: string;
      /** Version of the forecast's model. */
      readonly model: string;
      readonly day: number;
      /** Study day that it is for. */
      readonly examDay: number;
      /** The sitting that will judge it; `null`: the real exam. */
      readonly sitting: string | null;
      /** `true` for a paper of full length: others are evidence, but judge nothing. */
      readonly full: boolean;
      /** Questions of the paper that are scored. */
      readonly questions: number;
      /** Ten-thousandths: share of the exam known by the model, its spread, score of one paper with its interval. */
      readonly known: number;
      readonly spread: number;
      readonly score: number;
      readonly low: number;
      readonly high: number;
      /** Ten-thousandths: chance to reach the aim, and the aim. */
      readonly chance: number;
      readonly aim: number;
    }
  /** How the real exam went. */
  | {
      readonly type: 'result';
      readonly exam: string;
      readonly day: number;
      readonly passed: boolean;
      /** Percent; `null`: not told. */
      readonly points: number | null;
    }
  /** Time spent reading the note of a topic. */
  | { readonly type: 'read'; readonly topic: string; readonly day: number; readonly ms: number }
  /** What was learned in another program: it counts for what an item is due, and for nothing that was done here. */
  | {
      readonly type: 'imported';
      /** Names the import like an event: one of many items is several events, and an `undone` of it takes back all. */
      readonly batch: string;
      /** The program or format that it comes from, as people say it. */
      readonly source: string;
      readonly items: readonly ImportedItem[];
    }
  /** Leaves a device's events out of the fold, or takes it back in. */
  | { readonly type: 'excluded'; readonly device: string; readonly value: boolean }
  /** Gives records that a wrong clock has dated another moment; the last one about a record holds. */
  | { readonly type: 'redated'; readonly records: readonly RedatedRecord[] };

/** Where a record belongs in time, whatever it says itself. */
export interface RedatedRecord {
  readonly id: string;
  /** ms UTC. */
  readonly at: number;
  /** The study day that a record with a `day` has from now on. */
  readonly day: number;
}

/** The type of an event. */
export type EventType = EventBody['type'];

/** What the journal adds to every event. */
export interface Envelope {
  /** Version of this format. */
  readonly v: 1;
  /** Unique; `<device>-<rest>`. */
  readonly id: string;
  /** Logical clock: `max(at, highest seen + 1)`. */
  readonly lc: number;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  /** Minutes east of UTC at that moment. */
  readonly tz: number;
  /** Course id. */
  readonly course: string;
  /**
   * The latest moment that the device had evidence of (ms UTC), where that is more than 48 hours after `at`: either
   * that evidence or the clock of this record is wrong.
   */
  readonly seen?: number;
}

/** One line of the journal. */
export type JournalEvent = Envelope & EventBody;

/** A forecast that will be judged by a result. */
export type ForecastEvent = Envelope & Extract<EventBody, { type: 'forecast' }>;

/** The result of a real exam, as the learner reported it. */
export type ResultEvent = Envelope & Extract<EventBody, { type: 'result' }>;

/** Time spent with a note. */
export type ReadEvent = Envelope & Extract<EventBody, { type: 'read' }>;

/** An event of a mock exam, as the journal has it. */
export type ExamEvent = Envelope & ExamBody;

/** The beginning of a sitting, with its paper. */
export type ExamStarted = Extract<ExamEvent, { type: 'exam-started' }>;
