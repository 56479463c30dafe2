/** What is known of a learner for one exam: memory of seen items, and estimates of what was never asked. */
import type { ExamMap, ExamSection } from './exam-map.ts';
import type { MemoryFit, ReviewCounts } from './memory-fit.ts';
import { fitMemory, recallWith } from './memory-fit.ts';
import type { Pace } from '../memory/pace.ts';
import type { PaceSums } from '../journal/progress.ts';
import { paceFrom } from '../memory/pace.ts';
import { FIRST_STABILITY, PRIOR, SHARE_BOUNDS, SHRINKAGE } from './settings.ts';
import type { MemoryTrace } from '../journal/progress.ts';
import { firstTrace, nextTrace } from './trace.ts';

/** What the fold of the journal gives. */
export interface LearnerRecord {
  /** Visits the items that were attempted, by their present keys; others than those of the exam do no harm. */
  readonly traces: (visit: (key: string, trace: MemoryTrace) => void) => void;
  /** See `reviewCell`. */
  readonly reviews: ReviewCounts;
  readonly pace: PaceSums;
}

const bounded = (share: number): number => Math.min(Math.max(share, SHARE_BOUNDS.least), SHARE_BOUNDS.most);

/** An element of a list of numbers; 0 outside of it. */
export const numberAt = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

const add = (list: Float64Array, index: number, value: number): void => {
  list[index] = numberAt(list, index) + value;
};

/** Right answers (guesses taken off) and answers, as sums: one answer adds `right - guess` and `1 - guess`. */
interface Sums {
  readonly right: Float64Array;
  readonly answers: Float64Array;
}

const sums = (length: number): Sums => ({
  right: new Float64Array(length),
  answers: new Float64Array(length),
});

const copySums = ({ right, answers }: Sums): Sums => ({ right: right.slice(), answers: answers.slice() });

/**
 * The model of a learner, kept up to date answer by answer. It is made from the journal's fold at the start of a
 * session; equal folds give equal models.
 */
export class Learner {
  readonly map: ExamMap;
  readonly fit: MemoryFit;
  readonly #paceSums: PaceSums;
  readonly #traces: (MemoryTrace | undefined)[];
  readonly #sections: Sums;
  readonly #topics: Sums;
  /** Items seen, by section. */
  readonly #seenIn: Int32Array;
  /** Numbers of the seen items, in the order of the map, then of the answers. */
  readonly seen: number[];
  /** Estimated share of known facts: overall, by area, topic, section. */
  overall: number = PRIOR.share;
  readonly #areaShare: Float64Array;
  readonly #topicShare: Float64Array;
  readonly #sectionShare: Float64Array;

  /** @param from what the fold gives, or a model that is copied: both may change then, each for itself */
  constructor(map: ExamMap, from: LearnerRecord | Learner) {
    this.map = map;
    if (from instanceof Learner) {
      this.fit = from.fit;
      this.#paceSums = from.#paceSums;
      this.#sections = copySums(from.#sections);
      this.#topics = copySums(from.#topics);
      this.#seenIn = from.#seenIn.slice();
      this.#areaShare = from.#areaShare.slice();
      this.#topicShare = from.#topicShare.slice();
      this.#sectionShare = from.#sectionShare.slice();
      this.#traces = [...from.#traces];
      this.seen = [...from.seen];
      this.overall = from.overall;
      return;
    }
    this.fit = fitMemory(from.reviews);
    this.#paceSums = from.pace;
    this.#sections = sums(map.sections.length);
    this.#topics = sums(map.topics.length);
    this.#seenIn = new Int32Array(map.sections.length);
    this.#areaShare = new Float64Array(map.areas);
    this.#topicShare = new Float64Array(map.topics.length);
    this.#sectionShare = new Float64Array(map.sections.length);
    this.#traces = Array.from({ length: map.items.length });
    from.traces((key, trace) => {
      const number = map.numbers.get(key);
      if (number !== undefined) this.#traces[number] = trace;
    });
    // In the order of the map, for sums of fractions depend on their order.
    this.seen = [];
    for (let number = 0; number < this.#traces.length; number++) {
      const trace = this.#traces[number];
      if (trace === undefined) continue;
      this.seen.push(number);
      this.#countFirst(number, trace);
    }
    this.refresh();
  }

  /** A first attempt is evidence for the rest of its section, its topic, its area, and everything. */
  #countFirst(number: number, trace: MemoryTrace | undefined): void {
    const item = this.map.items[number];
    if (item === undefined || trace === undefined) return;
    const right = (trace.first === 'wrong' ? 0 : 1) - item.guess;
    add(this.#sections.right, item.section, right);
    add(this.#sections.answers, item.section, 1 - item.guess);
    add(this.#topics.right, item.topic, right);
    add(this.#topics.answers, item.topic, 1 - item.guess);
    this.#seenIn[item.section] = numberAt(this.#seenIn, item.section) + 1;
  }

  /** Takes all estimates anew: overall, areas, topics, sections, each drawn towards the one above. */
  refresh(): void {
    const { map } = this;
    const area = sums(map.areas);
    map.topics.forEach((topic, index) => {
      const answers = numberAt(this.#topics.answers, index);
      if (answers === 0) return;
      // A topic tested much does not speak for its whole area.
      const share = SHRINKAGE.topic / (answers + SHRINKAGE.topic);
      add(area.right, topic.area, numberAt(this.#topics.right, index) * share);
      add(area.answers, topic.area, answers * share);
    });
    let right = 0;
    let answers = 0;
    for (let index = 0; index < map.areas; index++) {
      const share = SHRINKAGE.area / (numberAt(area.answers, index) + SHRINKAGE.area);
      right += numberAt(area.right, index) * share;
      answers += numberAt(area.answers, index) * share;
    }
    this.overall = bounded((PRIOR.weight * PRIOR.share + right) / (PRIOR.weight + answers));
    for (let index = 0; index < map.areas; index++)
      this.#areaShare[index] = bounded(
        (SHRINKAGE.area * this.overall + numberAt(area.right, index)) /
          (SHRINKAGE.area + numberAt(area.answers, index)),
      );
    map.topics.forEach((_, index) => this.refreshTopic(index));
  }

  /** Takes the estimates of one topic and its sections anew. */
  refreshTopic(index: number): void {
    const topic = this.map.topics[index];
    if (topic === undefined) return;
    const share = bounded(
      (SHRINKAGE.topic * numberAt(this.#areaShare, topic.area) + numberAt(this.#topics.right, index)) /
        (SHRINKAGE.topic + numberAt(this.#topics.answers, index)),
    );
    this.#topicShare[index] = share;
    for (const section of topic.sections)
      this.#sectionShare[section] = bounded(
        (SHRINKAGE.section * share + numberAt(this.#sections.right, section)) /
          (SHRINKAGE.section + numberAt(this.#sections.answers, section)),
      );
  }

  /** Estimated share of the unseen facts of a section that the learner knows. */
  share(section: number): number {
    return numberAt(this.#sectionShare, section);
  }

  topicShare(topic: number): number {
    return numberAt(this.#topicShare, topic);
  }

  /** Answers (guesses taken off) that an estimate rests on. */
  sectionAnswers(section: number): number {
    return numberAt(this.#sections.answers, section);
  }

  topicAnswers(topic: number): number {
    return numberAt(this.#topics.answers, topic);
  }

  /** Items of a section that were seen. */
  seenIn(section: number): number {
    return numberAt(this.#seenIn, section);
  }

  trace(number: number): MemoryTrace | undefined {
    return this.#traces[number];
  }

  /** The learner's own pace, as it was when the model was made. */
  get pace(): Pace {
    return paceFrom(this.#paceSums);
  }

  /** Days of stability of a trace, the learner's own multiplier applied. */
  stability(trace: MemoryTrace): number {
    return trace.stability * this.fit.multipliers[trace.first];
  }

  /** Days of stability after a miss at the first attempt, the learner's own multiplier applied. */
  get afterMiss(): number {
    return FIRST_STABILITY.wrong * this.fit.multipliers.wrong;
  }

  /** Chance to recall a stability (days, multiplier applied) after so many days; none gone below zero. */
  recall(stability: number, days: number): number {
    return recallWith(this.fit, stability, Math.max(0, days));
  }

  /** Chance to recall a seen item on a study day. */
  recallOn(trace: MemoryTrace, day: number): number {
    return this.recall(this.stability(trace), day - trace.day);
  }

  /** Takes in an answer. @returns whether it was the first attempt at the item */
  answer(number: number, right: boolean, day: number): boolean {
    const item = this.map.items[number];
    if (item === undefined) return false;
    const trace = this.#traces[number];
    if (trace !== undefined) {
      this.#traces[number] = nextTrace(trace, right, day);
      return false;
    }
    const first = firstTrace(item.type, right, day);
    this.#traces[number] = first;
    this.seen.push(number);
    this.#countFirst(number, first);
    return true;
  }

  /** The section of an item. */
  sectionOf(number: number): ExamSection | undefined {
    return this.map.sections[this.map.items[number]?.section ?? -1];
  }
}
