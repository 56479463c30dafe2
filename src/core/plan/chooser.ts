/** Chooses what to ask next before an exam: whatever gains most exam score a second, within limits for people. */
import type { ExamItem } from './exam-map.ts';
import type { Learner } from './learner.ts';
import type { Pace } from '../memory/pace.ts';
import { OpenTopics } from './open-topics.ts';
import type { RankedReview } from './rank-reviews.ts';
import { rankReviews } from './rank-reviews.ts';
import { BLOCK, LOW_SUCCESS, REFRESH_AFTER } from './settings.ts';
import { leastQuestionShare, leastReviewShare } from './shares.ts';
import { newValue, rateOf } from './value.ts';

/** What was answered lately, by which the shares of reviews and questions are kept. */
export interface LatelyAnswered {
  /** First attempts, and all other answers. */
  readonly fresh: number;
  readonly reviews: number;
  /** Seconds, of all answers and of those to questions. */
  readonly seconds: number;
  readonly questionSeconds: number;
  /** The last answers, newest last: right or not. At most {@link LOW_SUCCESS.answers} count. */
  readonly outcomes: readonly boolean[];
}

/** What a choice depends on, beside the learner. */
export interface ChooserOptions {
  /** Study day. */
  readonly day: number;
  readonly examDay: number;
  /** Study day on which the plan began, for its last fifth. */
  readonly startDay: number;
  readonly lately: LatelyAnswered;
  /** Keys that are not asked: suspended, buried, or attempted today. */
  readonly blocked: (key: string) => boolean;
  /** Only items of these topics; `null`: all. */
  readonly topics: ReadonlySet<string> | null;
  /** Least share of the time for questions while unseen cards remain; a setting of the learner. */
  readonly questionShare?: number;
}

/** Why an item was chosen. */
type Choice = {
  readonly number: number;
  readonly reason: 'new' | 'review' | 'question-share' | 'review-share' | 'block';
};

interface Best {
  readonly rate: number;
  readonly section: number;
}

const NONE: Best = { rate: 0, section: -1 };

/** The best unseen question of a topic; -1: it has none in a section that was begun. */
interface BestQuestion {
  readonly value: number;
  readonly number: number;
}

const NO_QUESTION: BestQuestion = { value: 0, number: -1 };

/**
 * The chooser of one session. Equal learners, days and answers give equal choices; ties go to what stands first in
 * the course.
 */
export class Chooser {
  readonly #learner: Learner;
  readonly #options: ChooserOptions;
  readonly #pace: Pace;
  readonly #reviews: readonly RankedReview[];
  #nextReview = 0;
  /** By topic, its best section for a new item. */
  readonly #best: Best[];
  /** By topic, its best question; `null`: to be found again. */
  readonly #questions: (BestQuestion | null)[];
  /** By item, whether it is left out for today, once that was looked up: 1 no, 2 yes. */
  readonly #leftOut: Uint8Array;
  /** By section, how far its cards and questions have been given out. */
  readonly #cardsAt: Int32Array;
  readonly #questionsAt: Int32Array;
  /** Asked in this session, and families of clozes that have had their turn. */
  readonly #asked = new Set<number>();
  readonly #families = new Set<string>();
  readonly #topics: OpenTopics;
  #block = { section: -1, left: 0 };
  #fresh: number;
  #reviewed: number;
  #seconds: number;
  #questionSeconds: number;
  readonly #outcomes: boolean[];
  #sinceRefresh = 0;

  constructor(learner: Learner, options: ChooserOptions) {
    this.#learner = learner;
    this.#options = options;
    this.#pace = learner.pace;
    const { map } = learner;
    this.#leftOut = new Uint8Array(map.items.length);
    this.#questions = map.topics.map(() => null);
    this.#cardsAt = new Int32Array(map.sections.length);
    this.#questionsAt = new Int32Array(map.sections.length);
    for (const number of learner.seen)
      if ((learner.trace(number)?.day ?? 0) >= options.day)
        this.#families.add(map.items[number]?.family ?? '');
    this.#topics = new OpenTopics(learner, topic => this.#best[topic]?.rate ?? 0);
    const { lately } = options;
    this.#fresh = lately.fresh;
    this.#reviewed = lately.reviews;
    this.#seconds = lately.seconds;
    this.#questionSeconds = lately.questionSeconds;
    this.#outcomes = lately.outcomes.slice(-LOW_SUCCESS.answers);
    this.#reviews = rankReviews(learner, options.day, options.examDay, number => this.#allowed(number));
    this.#best = map.topics.map((_, topic) => this.#bestOf(topic));
  }

  #allowed(number: number): boolean {
    if (this.#asked.has(number)) return false;
    const known = this.#leftOut[number];
    if (known === 1 || known === 2) return known === 1;
    const item = this.#learner.map.items[number];
    const { topics, blocked } = this.#options;
    const isAllowed =
      item !== undefined &&
      (topics === null || topics.has(this.#learner.map.topics[item.topic]?.id ?? '')) &&
      !blocked(item.key);
    this.#leftOut[number] = isAllowed ? 1 : 2;
    return isAllowed;
  }

  /** An unseen item may come: allowed, and no deletion of the same cloze has had its turn. */
  #mayBegin(number: number): boolean {
    if (this.#learner.trace(number) !== undefined || !this.#allowed(number)) return false;
    return !this.#families.has(this.#learner.map.items[number]?.family ?? '');
  }

  #nextIn(list: readonly number[], from: number): number {
    for (let index = from; index < list.length; index++) if (this.#mayBegin(list[index] ?? -1)) return index;
    return list.length;
  }

  /** The next unseen card of a section, -1 where there is none. */
  #nextCard(section: number): number {
    const cards = this.#learner.map.sections[section]?.cards ?? [];
    this.#cardsAt[section] = this.#nextIn(cards, this.#cardsAt[section] ?? 0);
    return cards[this.#cardsAt[section] ?? 0] ?? -1;
  }

  #nextQuestion(section: number): number {
    const questions = this.#learner.map.sections[section]?.questions ?? [];
    this.#questionsAt[section] = this.#nextIn(questions, this.#questionsAt[section] ?? 0);
    return questions[this.#questionsAt[section] ?? 0] ?? -1;
  }

  /** The next unseen item of a section: its cards come before its questions. */
  #nextOf(section: number): number {
    const card = this.#nextCard(section);
    return card === -1 ? this.#nextQuestion(section) : card;
  }

  #newRate(section: number, number: number): number {
    const type = this.#learner.map.items[number]?.type ?? 'card';
    const left = this.#options.examDay - this.#options.day;
    return rateOf(newValue(this.#learner, section, type, left, this.#pace));
  }

  #bestOf(topic: number): Best {
    let best = NONE;
    for (const section of this.#learner.map.topics[topic]?.sections ?? []) {
      const number = this.#nextOf(section);
      if (number === -1) continue;
      const rate = this.#newRate(section, number);
      if (rate > best.rate) best = { rate, section };
    }
    return best;
  }

  /** The best review that is left. */
  #review(): RankedReview | null {
    while (this.#nextReview < this.#reviews.length) {
      const ranked = this.#reviews[this.#nextReview];
      if (ranked !== undefined && this.#allowed(ranked.number)) return ranked;
      this.#nextReview++;
    }
    return null;
  }

  /** The unseen question of a begun section that counts most, where questions have fallen behind their share. */
  #dueQuestion(): number {
    if (this.#questionSeconds >= leastQuestionShare(this.#options) * this.#seconds) return -1;
    let best = NO_QUESTION;
    for (let topic = 0; topic < this.#questions.length; topic++) {
      const question = (this.#questions[topic] ??= this.#questionOf(topic));
      if (question.value > best.value) best = question;
    }
    return best.number;
  }

  #questionOf(topic: number): BestQuestion {
    const learner = this.#learner;
    let best = NO_QUESTION;
    for (const index of learner.map.topics[topic]?.sections ?? []) {
      const section = learner.map.sections[index];
      if (section === undefined || learner.seenIn(index) === 0) continue;
      const number = this.#nextQuestion(index);
      if (number === -1) continue;
      const asked = this.#questionsAt[index] ?? 0;
      const value = (section.weight / section.size / (1 + asked)) * (1 - learner.share(index) * 0.5);
      const grade = learner.map.items[number]?.inForm === true ? 1 : 0.5;
      if (value * grade > best.value) best = { value: value * grade, number };
    }
    return best;
  }

  /**
   * What to ask next; `null`: nothing is left that is worth asking today. The answer is the same until an answer
   * came or an item was passed over.
   */
  next(): Choice | null {
    const review = this.#review();
    const block = this.#inBlock(review);
    if (block !== -1) return { number: block, reason: 'block' };
    const question = this.#dueQuestion();
    if (question !== -1) return { number: question, reason: 'question-share' };
    if (review !== null && this.#reviewed < leastReviewShare(this.#outcomes) * (this.#reviewed + this.#fresh))
      return { number: review.number, reason: 'review-share' };
    const fresh = this.#best[this.#topics.pick()] ?? null;
    if (review !== null && review.rate >= (fresh?.rate ?? 0))
      return { number: review.number, reason: 'review' };
    return fresh === null ? null : { number: this.#nextOf(fresh.section), reason: 'new' };
  }

  /** The next card of the running block, -1 where it is over or a review is worth much more. */
  #inBlock(review: RankedReview | null): number {
    const { section, left } = this.#block;
    if (left <= 0) return -1;
    const card = this.#nextCard(section);
    if (card === -1) return -1;
    return review !== null && review.rate > BLOCK.breakIn * this.#newRate(section, card) ? -1 : card;
  }

  /** Leaves an item out for the rest of the session: skipped, or it cannot be put. */
  pass(number: number): void {
    const item = this.#learner.map.items[number];
    if (item === undefined) return;
    this.#asked.add(number);
    this.#look(item.topic);
  }

  /** Finds the best of a topic again. */
  #look(topic: number): void {
    this.#questions[topic] = null;
    this.#best[topic] = this.#bestOf(topic);
  }

  /** Takes in an answer to an item of the exam. @param ms milliseconds it took */
  tell(number: number, right: boolean, ms: number): void {
    const learner = this.#learner;
    const item = learner.map.items[number];
    if (item === undefined) return;
    this.#asked.add(number);
    this.#families.add(item.family);
    const first = learner.answer(number, right, this.#options.day);
    if (first) this.#fresh++;
    else this.#reviewed++;
    const seconds = ms / 1000;
    this.#seconds += seconds;
    if (item.type === 'question') this.#questionSeconds += seconds;
    this.#outcomes.push(right);
    if (this.#outcomes.length > LOW_SUCCESS.answers) this.#outcomes.shift();
    if (first) this.#goOn(item);
    if (first && ++this.#sinceRefresh >= REFRESH_AFTER) {
      this.#sinceRefresh = 0;
      learner.refresh();
      for (let topic = 0; topic < this.#best.length; topic++) this.#look(topic);
      return;
    }
    if (first) learner.refreshTopic(item.topic);
    this.#look(item.topic);
  }

  /** Opens the topic of a new item; a card begins a block or goes on with it, which nothing else ends. */
  #goOn({ type, section, topic }: ExamItem): void {
    this.#topics.open(topic);
    if (type === 'question') return;
    const { left } = this.#block;
    const goesOn = section === this.#block.section && left > 0;
    this.#block = { section, left: goesOn ? left - 1 : BLOCK.cards - 1 };
  }
}
