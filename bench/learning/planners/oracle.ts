/**
 * Knows a standard learner's memory, the real weights of the exam, transfer and pace, and chooses greedily by the
 * true gain a second: a limit in name only, for a greedy choice need not be the best.
 */
import type { MakePlanner, SimPlanner } from '../planner.ts';
import { StandardLearner } from '../standard-learner.ts';

class Oracle implements SimPlanner {
  readonly #learner: StandardLearner;
  readonly #days: number;
  readonly #items: readonly number[];
  /** Recall on the exam day, by item. */
  readonly #atExam: Float64Array;
  #topicKnown = new Float64Array();
  #ranked: (readonly [rate: number, item: number])[] = [];

  constructor(learner: StandardLearner, days: number) {
    this.#learner = learner;
    this.#days = days;
    this.#items = learner.course.sections.flatMap(({ weight, use }) => (weight > 0 ? use : []));
    this.#atExam = new Float64Array(learner.course.items.length);
  }

  /** Knowledge of a section on the exam day, were `item` recalled with a chance of `chance` then. */
  #known(section: number, item: number, chance: number, studied: boolean): number {
    const learner = this.#learner;
    const { transfer = 0, asks } = learner.traits;
    const use = learner.course.sections[section]?.use ?? [];
    const recall = (other: number): number => (other === item ? chance : (this.#atExam[other] ?? 0));
    let best = 0;
    let second = 0;
    let who = -1;
    for (const other of use) {
      if (!(other === item ? studied : learner.studied[other] === 1)) continue;
      const value = recall(other);
      if (value > best) [best, second, who] = [value, best, other];
      else if (value > second) second = value;
    }
    if (asks === 'held') return 1 - (1 - learner.held(section, this.#days)) * (1 - 0.5 * best);
    let sum = 0;
    for (const other of use)
      sum += 1 - (1 - recall(other)) * (1 - transfer * (other === who ? second : best));
    return sum / use.length;
  }

  #rate(number: number, day: number): number {
    const learner = this.#learner;
    const item = learner.course.items[number];
    const recall = learner.recall(number, day);
    if (item === undefined || recall > 0.99) return 0;
    const knows = learner.knows(number, day);
    const seconds = item.question ? knows * 45 + (1 - knows) * 70 : knows * 9 + (1 - knows) * 27;
    const { memory, base } = learner;
    const last = learner.last[number] ?? Number.NaN;
    const after = Number.isNaN(last)
      ? { right: memory.learned(base, 0, true), wrong: memory.learned(base, 0, false) }
      : memory.next(learner.strength[number] ?? 1, {
          difficulty: learner.difficulty[number] ?? 5,
          days: day - last,
          chance: recall,
          floor: base,
        });
    const left = this.#days - day;
    const studied = learner.studied[number] === 1;
    const now = this.#known(item.section, number, this.#atExam[number] ?? 0, studied);
    const right = memory.recall(left, after.right);
    const wrong = memory.recall(left, after.wrong);
    const then =
      knows * this.#known(item.section, number, right, studied || learner.known[number] !== 1) +
      (1 - knows) * this.#known(item.section, number, wrong, true);
    const topic = 0.7 + 0.6 * (this.#topicKnown[item.topic] ?? 0);
    return ((learner.weights[item.section] ?? 0) * (then - now) * topic) / seconds;
  }

  start(day: number): void {
    const learner = this.#learner;
    const { topics, items } = learner.course;
    this.#topicKnown = new Float64Array(topics.length);
    for (const number of this.#items) {
      const topic = items[number]?.topic ?? 0;
      this.#atExam[number] = learner.recall(number, this.#days);
      this.#topicKnown[topic] =
        (this.#topicKnown[topic] ?? 0) +
        learner.knows(number, this.#days) / Math.max(1, topics[topic]?.use.length ?? 1);
    }
    this.#ranked = this.#items
      .map(number => [this.#rate(number, day), number] as const)
      .filter(([rate]) => rate > 0)
      .sort((a, b) => a[0] - b[0]);
  }

  /** The best is valued again before it is taken, for gains only fall. */
  next(day: number): number {
    for (;;) {
      const top = this.#ranked.pop();
      if (top === undefined) return -1;
      const rate = this.#rate(top[1], day);
      if (rate >= (this.#ranked.at(-1)?.[0] ?? 0) * 0.98) return top[1];
      if (rate <= 0) continue;
      let low = 0;
      let high = this.#ranked.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((this.#ranked[middle]?.[0] ?? 0) < rate) low = middle + 1;
        else high = middle;
      }
      this.#ranked.splice(low, 0, [rate, top[1]]);
    }
  }

  tell(item: number): void {
    this.#atExam[item] = this.#learner.recall(item, this.#days);
  }
}

const NOTHING: SimPlanner = { start: () => {}, next: () => -1, tell: () => {} };

export const oracle: MakePlanner = ({ learner, days }) =>
  learner instanceof StandardLearner ? new Oracle(learner, days) : NOTHING;
