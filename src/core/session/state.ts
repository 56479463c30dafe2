/** What a session is at one moment, what can happen to it, and what it asks for. Plain readonly data. */
import type { Moment } from '../base/civil-day.ts';
import type { Card, CourseReader, ItemEntry } from '../course/course.ts';
import type { Confidence, EventBody, Mode, Rating, Verdict } from '../journal/event.ts';
import type { RecordOutcome } from '../journal/record-outcome.ts';
import type { Graded } from '../question/grade.ts';
import type { Instantiate, Presentation, TemplateForm } from '../question/present.ts';
import type { ItemProgress, JournalAlarm, Progress } from '../journal/progress.ts';
import type { LearningItem } from '../queue/queue.ts';
import type { ExamQueue, QueueView } from '../readiness/exam-queue.ts';

/** Exams are sittings of their own. */
export type SessionMode = Exclude<Mode, 'exam'>;

/** What a session begins with. */
export interface SessionPlan {
  readonly mode: SessionMode;
  /** Decides orders, forms and numbers. */
  readonly seed: number;
  /** Keys in the order in which they are asked. */
  readonly queue: readonly string[];
  /** Items on learning steps, the earliest first, which come when they are due; only a review has some. */
  readonly learning: readonly LearningItem[];
  /** Most items to ask; `null`: no limit. */
  readonly limit: number | null;
  /** Moment (ms UTC) from which nothing more is asked; `null`: none. */
  readonly until: number | null;
  /** Form that templates take; `null`: the seed decides. */
  readonly form: TemplateForm | null;
  /** The session follows the plan for an exam; absent: it does not. */
  readonly exam?: ExamSession;
}

/** A session of the plan for an exam: one rating a study day counts, and nothing comes back within the session. */
interface ExamSession {
  /** `plan`: what comes next is asked of the plan; `placement` and `list`: the queue is what is asked. */
  readonly kind: 'plan' | 'placement' | 'list';
  /** About so many items. */
  readonly items: number;
  /** The item that is expected to come first, where that is known beforehand. */
  readonly first?: string | null;
}

/** What the session looks at. Only `progress` changes while it runs. */
export interface SessionWorld {
  readonly course: Pick<
    CourseReader,
    'has' | 'entry' | 'item' | 'items' | 'topics' | 'blueprint' | 'blueprints'
  >;
  readonly progress: Progress;
  /** This device: only its acts are undone. */
  readonly device: string;
  readonly instantiate: Instantiate;
  /** Whether a text folded by `foldText` is a term of the course. */
  readonly isTerm: (folded: string) => boolean;
  /** The plan for the exam; `null` where the session follows none. */
  readonly exam?: ExamQueue | null;
}

/** An item as it is put: a card as it is, a question with its options in their order. */
export type Shown =
  | { readonly type: 'card'; readonly card: Card }
  | ({ readonly type: 'question' } & Presentation);

/** One item being asked. */
export interface Turn {
  /** Which turn it is, and how many there may be; what is asked again is a turn of its own, so that the total grows. */
  readonly number: number;
  readonly total: number;
  /** Items begun so far, this one included: `7` of `Q 7/48`. One that is asked again is none more. */
  readonly begun: number;
  /** Items still to begin: the other 41. Less from turn to turn, unless an undo brings one back. */
  readonly left: number;
  readonly entry: ItemEntry;
  readonly shown: Shown;
  /** ms UTC. */
  readonly shownAt: number;
  /** The learner said so before answering. */
  readonly unsure: boolean;
}

/** What each rating would make of an item. */
export type Choices = Readonly<Record<Rating, ItemProgress>>;

/** Something that is being put on the disk. */
export type PendingAct =
  | { readonly kind: 'rated'; readonly answer: Answer }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly graded: Graded }
  | { readonly kind: 'flagged'; readonly item: string; readonly value: boolean }
  /** `isAsked`: it is the item at hand, and the session goes on to another. */
  | {
      readonly kind: 'suspended' | 'buried';
      readonly item: string;
      readonly value: boolean;
      readonly isAsked: boolean;
    }
  /** The first half of another rating: the old one is taken back. */
  | { readonly kind: 'withdrawn'; readonly item: string; readonly answer: Answer; readonly rating: Rating }
  /** The second half. */
  | { readonly kind: 'rerated'; readonly item: string; readonly old: Answer; readonly answer: Answer }
  /** `back`: the state before the act; `null`: the act is of an earlier session. */
  | {
      readonly kind: 'undone';
      readonly item: string;
      readonly asksAgain: boolean;
      readonly back: SessionState | null;
    };

/** Why a session is over: nothing left, as many as were wanted, the time is up, or the learner's wish. */
export type EndReason = 'done' | 'limit' | 'time' | 'stopped';

type Phase =
  | { readonly name: 'asking' }
  /** A card whose answer is shown. The choices are as of `at`; a rating counts from when it is given. */
  | { readonly name: 'revealed'; readonly choices: Choices; readonly at: Moment }
  | { readonly name: 'saving'; readonly act: PendingAct; readonly before: SessionState }
  /** A question whose explanation is shown. */
  | { readonly name: 'feedback'; readonly graded: Graded }
  /** `comesAt`: when the next learning step is due today; `null`: none is. */
  | { readonly name: 'ended'; readonly reason: EndReason; readonly comesAt: number | null };

/** One answer that was given. */
export interface Answer {
  readonly item: string;
  readonly topic: string;
  readonly section: string;
  readonly type: ItemEntry['type'];
  readonly rating: Rating;
  /** `null` for a card. */
  readonly verdict: Verdict | null;
  readonly unsure: boolean;
  /** The learner said so, rather than said nothing. */
  readonly sure: boolean;
  readonly ms: number;
  /** Times it had been forgotten before. */
  readonly lapses: number;
  /** Forgotten once more, and so often that it is a leech. */
  readonly leech: boolean;
  /** Id of the event that holds it; empty until it is on the disk. */
  readonly event: string;
}

/** Newest first, shared between states. */
export interface Answers {
  readonly last: Answer;
  readonly before: Answers | null;
}

/** A session between two inputs. */
export interface SessionState {
  readonly plan: SessionPlan;
  readonly startedAt: number;
  /** How much of `plan.queue` has been taken. */
  readonly position: number;
  /** Taken from the queue and put off: siblings of what was asked, the item that an undo pushed aside. */
  readonly postponed: readonly string[];
  /** The earliest first. */
  readonly learning: readonly LearningItem[];
  /** Items shown so far, the present one included. */
  readonly asked: number;
  /** Of them, each item once. */
  readonly begun: number;
  /** `null` before the first and after the last item. */
  readonly turn: Turn | null;
  readonly phase: Phase;
  readonly answers: Answers | null;
  readonly skipped: readonly string[];
  /** Keys that could not be put. */
  readonly leftOut: readonly string[];
  /** The last act, and the state before it. */
  readonly past: Past | null;
}

interface Past {
  readonly state: SessionState;
  readonly item: string;
  /** Id of the event to undo; `null`: nothing was recorded (a skip). */
  readonly event: string | null;
}

/** What can happen. Whoever sends it says when. */
export type SessionInput =
  | { readonly type: 'reveal' }
  | { readonly type: 'rate'; readonly rating: Rating }
  /** `confidence`: what the learner said when asked; left out where nobody asked. */
  | { readonly type: 'answer'; readonly line: string; readonly confidence?: Confidence }
  /** Says that the answer to come is unsure, or takes that back. */
  | { readonly type: 'unsure' }
  | { readonly type: 'skip' }
  /** `item`: an item that was answered before; absent: the one at hand. */
  | { readonly type: 'flag'; readonly note: string; readonly item?: string }
  /** Each takes itself back where it holds already. */
  | { readonly type: 'bury' | 'suspend'; readonly item?: string }
  /** Gives a card that was rated in this session another rating. */
  | { readonly type: 'change-rating'; readonly answer: Answer; readonly rating: Rating }
  | { readonly type: 'undo' }
  /** Leaves the explanation. */
  | { readonly type: 'next' }
  /** The item's file was edited; it now has this key. */
  | { readonly type: 'reloaded'; readonly key: string }
  | { readonly type: 'end' }
  /** What came of an `append`. */
  | RecordOutcome;

/** What there is to tell the learner about an input. */
export type SessionNotice =
  | { readonly type: 'no-answer'; readonly accepted: string }
  | { readonly type: 'graded'; readonly turn: Turn; readonly graded: Graded; readonly rating: Rating }
  | {
      readonly type: 'saved';
      readonly answer: Answer;
      /** The item as it is now. */
      readonly next: ItemProgress | undefined;
    }
  | { readonly type: 'leech'; readonly answer: Answer; readonly lapses: number }
  /** The second miss in a section within the session: reading it now helps more than being asked. */
  | { readonly type: 'note-offered'; readonly answer: Answer }
  | { readonly type: 'skipped' | 'undone'; readonly item: string }
  /** `value: false`: that was taken back. */
  | { readonly type: 'suspended' | 'buried'; readonly item: string; readonly value?: false }
  | { readonly type: 'flagged'; readonly item: string; readonly value: boolean }
  | { readonly type: 'unsure'; readonly value: boolean }
  /** An item that cannot be put, because the course has changed or its calculator refuses. */
  | { readonly type: 'left-out'; readonly item: string }
  | { readonly type: 'nothing-to-undo' }
  /** Reviews follow the plan for an exam from now on, although the learner did not set it up. */
  | { readonly type: 'plan-begins'; readonly exam: string }
  /** Something about the journal or the clock that the learner must know. */
  | { readonly type: 'alarm'; readonly alarm: JournalAlarm['type']; readonly text: string }
  | { readonly type: 'not-saved'; readonly item: string; readonly message: string };

/** Something that an input asks for. */
export type SessionEffect =
  | { readonly type: 'append'; readonly body: EventBody }
  | { readonly type: 'tell'; readonly notice: SessionNotice };

/** A state and what is to be done before the next input. */
export interface SessionStep {
  readonly state: SessionState;
  readonly effects: readonly SessionEffect[];
}

/** Asks to record an act; the state is the same until it is on the disk. */
export const save = (state: SessionState, act: PendingAct, body: EventBody): SessionStep => ({
  state: { ...state, phase: { name: 'saving', act, before: state } },
  effects: [{ type: 'append', body }],
});

/** The effect of telling something. */
export const tell = (notice: SessionNotice): SessionEffect => ({ type: 'tell', notice });

/** Answers in the order in which they were given. */
export const listAnswers = (answers: Answers | null): readonly Answer[] => {
  const list: Answer[] = [];
  for (let at = answers; at !== null; at = at.before) list.push(at.last);
  return list.reverse();
};

/** A session as the plan for the exam sees it. */
export const queueView = (world: SessionWorld, state: SessionState, day: number): QueueView => ({
  course: world.course,
  progress: world.progress,
  day,
  answers: listAnswers(state.answers).map(({ item, rating, ms }) => ({
    item,
    right: rating !== 'again',
    ms,
  })),
  passed: [...state.skipped, ...state.leftOut],
});
