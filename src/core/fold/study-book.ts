/** Counts what a plan and a forecast are made from. Every entry can be taken back. */
import type { JournalEvent, Rating } from '../journal/event.ts';
import type { PaceKind, PaceSums, ReviewDay, StudyRecord, MemoryTrace } from '../journal/progress.ts';
import { NO_PACE } from '../journal/progress.ts';
import { reviewCell } from '../plan/memory-fit.ts';
import { countedMs, PACE_KINDS, paceKind } from '../memory/pace.ts';
import { GUESS } from '../plan/settings.ts';
import { firstTrace, isRight, nextTrace } from '../plan/trace.ts';

/** What an answer was to, and how it came about. */
export interface AskedAs {
  readonly type: 'card' | 'question';
  /** Chance to answer right without knowing. */
  readonly guess: number;
  /** Asked in a review, not in a drill, a quiz or an exam. */
  readonly review: boolean;
  /** Thousandths, see `answered` in event.ts; `null`: not said. */
  readonly known: number | null;
  /** Asked in a quiz, an exam or the placement: it uses up none of the new items of a day. */
  readonly probe: boolean;
}

const CARD: AskedAs = { type: 'card', guess: GUESS['basic'] ?? 0, review: true, known: null, probe: false };
const DRILLED_CARD: AskedAs = { ...CARD, review: false };
const PLACED_CARD: AskedAs = { ...CARD, probe: true };
const EXAMINED: AskedAs = {
  type: 'question',
  guess: GUESS['single'] ?? 0,
  review: false,
  known: null,
  probe: true,
};

/** Guess rate of a question by what was answered: the journal does not name its kind. */
const guessOf = ({ response }: Extract<JournalEvent, { type: 'answered' }>): number => {
  switch (response.kind) {
    case 'options':
      return (response.chosen.length > 1 ? GUESS['multiple'] : GUESS['single']) ?? 0;
    case 'boolean':
      return GUESS['true-false'] ?? 0;
    case 'number':
      return GUESS['numeric'] ?? 0;
    case 'order':
    case 'match':
    case 'text':
      return GUESS[response.kind] ?? 0;
  }
};

/** What the answers of an event were to. */
export const askedOf = (
  event: Extract<JournalEvent, { type: 'reviewed' | 'answered' | 'exam-ended' }>,
): AskedAs => {
  if (event.type === 'exam-ended') return EXAMINED;
  if (event.type === 'reviewed')
    return event.placement === true ? PLACED_CARD : event.mode === 'review' ? CARD : DRILLED_CARD;
  return {
    type: 'question',
    guess: guessOf(event),
    review: event.mode === 'review',
    known: event.known ?? null,
    probe: event.mode !== 'review',
  };
};

type Counts = { -readonly [Key in keyof ReviewDay]: ReviewDay[Key] };

/** An answer left open over lunch is no study time: each counts two minutes at most. */
const LONGEST_ANSWER_MS = 120_000;

const copyPace = (pace: PaceSums): Record<PaceKind, { ms: number; answers: number }> => ({
  cardRight: { ...pace.cardRight },
  cardWrong: { ...pace.cardWrong },
  questionRight: { ...pace.questionRight },
  questionWrong: { ...pace.questionWrong },
});

/** Counts of one course from which pace, adherence and shares are worked out. */
export class StudyBook {
  readonly #reviews = new Map<number, number>();
  readonly #days = new Map<number, Counts>();
  readonly #pace: Record<PaceKind, { ms: number; answers: number }> = copyPace(NO_PACE);
  readonly #questions = { count: 0, right: 0, known: 0 };

  #day(day: number): Counts {
    let counts = this.#days.get(day);
    if (counts === undefined)
      this.#days.set(day, (counts = { day, answers: 0, first: 0, ms: 0, questionMs: 0, probes: 0 }));
    return counts;
  }

  /** One answer of a session; `sign` -1 takes it back. */
  addAnswer(
    day: number,
    ms: number,
    right: boolean,
    { type, review }: Pick<AskedAs, 'type' | 'review'>,
    sign: 1 | -1,
  ): void {
    const kind = paceKind(type, right);
    const pace = this.#pace[kind];
    pace.ms += sign * countedMs(kind, ms);
    pace.answers += sign;
    if (!review) return;
    const counts = this.#day(day);
    const counted = Math.min(ms, LONGEST_ANSWER_MS);
    counts.answers += sign;
    counts.ms += sign * counted;
    if (type === 'question') counts.questionMs += sign * counted;
  }

  /**
   * The trace of an item after a rating. Only the first one on a study day moves it.
   * @param isDated `false`: nobody knows how many days are between this rating and the one before
   */
  rate(
    before: MemoryTrace | null,
    rating: Rating,
    { type, guess, review, known }: AskedAs,
    day: number,
    isDated: boolean,
  ): MemoryTrace {
    const right = isRight(rating);
    if (before === null) {
      if (review) this.#day(day).first++;
      if (type === 'question' && known !== null) {
        this.#questions.count++;
        this.#questions.known += known;
        if (right) this.#questions.right++;
      }
      return firstTrace(type, right, day);
    }
    if (!isDated) return before.day === day ? before : { ...before, day };
    const days = day - before.day;
    if (days < 1) return before;
    const { first, stability } = before;
    const cell = reviewCell({ first, stability, days, right, guess });
    this.#reviews.set(cell, (this.#reviews.get(cell) ?? 0) + 1);
    return nextTrace(before, right, day);
  }

  /** An item rated for the first time that uses up none of the new items of its day. */
  addProbe(day: number): void {
    this.#day(day).probes++;
  }

  /** Adds (or with -1 takes away) everything in another book. */
  merge(other: StudyBook, sign: 1 | -1): void {
    for (const [cell, count] of other.#reviews)
      this.#reviews.set(cell, (this.#reviews.get(cell) ?? 0) + sign * count);
    for (const [day, add] of other.#days) {
      const counts = this.#day(day);
      counts.answers += sign * add.answers;
      counts.first += sign * add.first;
      counts.ms += sign * add.ms;
      counts.questionMs += sign * add.questionMs;
      counts.probes += sign * add.probes;
    }
    for (const kind of PACE_KINDS) {
      this.#pace[kind].ms += sign * other.#pace[kind].ms;
      this.#pace[kind].answers += sign * other.#pace[kind].answers;
    }
    this.#questions.count += sign * other.#questions.count;
    this.#questions.right += sign * other.#questions.right;
    this.#questions.known += sign * other.#questions.known;
  }

  /** What was counted, in an order of its own. */
  list(): Pick<StudyRecord, 'reviews' | 'pace' | 'firstQuestions' | 'days'> {
    return {
      reviews: new Map([...this.#reviews].filter(([, count]) => count !== 0).sort((a, b) => a[0] - b[0])),
      pace: copyPace(this.#pace),
      firstQuestions: { ...this.#questions },
      days: [...this.#days.values()]
        .filter(({ answers, first, probes }) => answers !== 0 || first !== 0 || probes !== 0)
        .sort((a, b) => a.day - b.day)
        .map(counts => ({ ...counts })),
    };
  }

  /** Takes over what {@link StudyBook.list} gave, in an empty book. */
  load({ reviews, pace, firstQuestions, days }: StoredStudy): void {
    for (const [cell, count] of reviews) this.#reviews.set(cell, count);
    for (const kind of PACE_KINDS) Object.assign(this.#pace[kind], pace[kind]);
    Object.assign(this.#questions, firstQuestions);
    for (const counts of days) this.#days.set(counts.day, { ...counts });
  }
}

/** What a snapshot keeps of a book. */
export interface StoredStudy {
  readonly reviews: readonly (readonly [number, number])[];
  readonly pace: PaceSums;
  readonly firstQuestions: StudyRecord['firstQuestions'];
  readonly days: readonly ReviewDay[];
}
