/** What is due first, then new items in a fixed order: the learners of today, and the users of Anki. */
import { shuffled } from '../chance.ts';
import type { SimCourse, SimTopic } from '../course.ts';
import { makeFsrs, WEIGHTS } from '../memory.ts';
import type { MakePlanner, SimPlanner } from '../planner.ts';

const fsrs = makeFsrs(WEIGHTS);
const RETENTION = 0.9;

class Queue implements SimPlanner {
  readonly #order: readonly number[];
  readonly #perDay: number;
  readonly #stability: Float64Array;
  readonly #difficulty: Float64Array;
  readonly #last: Float64Array;
  readonly #due: Float64Array;
  readonly #seen: number[] = [];
  #queue: (readonly [chance: number, item: number])[] = [];
  #left = 0;
  #position = 0;

  constructor({ items }: SimCourse, order: readonly number[], perDay: number) {
    this.#order = order;
    this.#perDay = perDay;
    this.#stability = new Float64Array(items.length);
    this.#difficulty = new Float64Array(items.length);
    this.#last = new Float64Array(items.length).fill(-1);
    this.#due = new Float64Array(items.length);
  }

  start(day: number): void {
    this.#left = this.#perDay;
    this.#queue = this.#seen
      .filter(item => (this.#due[item] ?? 0) <= day)
      .map(item => [fsrs.recall(day - (this.#last[item] ?? 0), this.#stability[item] ?? 1), item] as const)
      .sort((a, b) => b[0] - a[0]);
  }

  next(): number {
    const due = this.#queue.pop();
    if (due !== undefined) return due[1];
    if (this.#left <= 0) return -1;
    this.#left--;
    return this.#order[this.#position++] ?? -1;
  }

  tell(item: number, right: boolean, _: number, day: number): void {
    const grade = right ? 3 : 1;
    const stability = this.#stability[item] ?? 1;
    const difficulty = this.#difficulty[item] ?? 5;
    if ((this.#last[item] ?? -1) < 0) {
      this.#seen.push(item);
      this.#stability[item] = fsrs.firstStability(grade);
      this.#difficulty[item] = fsrs.firstDifficulty(grade);
    } else {
      const chance = fsrs.recall(day - (this.#last[item] ?? 0), stability);
      this.#stability[item] = right
        ? fsrs.recalled(difficulty, stability, chance)
        : fsrs.forgotten(difficulty, stability, chance);
      this.#difficulty[item] = fsrs.nextDifficulty(difficulty, grade);
    }
    this.#last[item] = day;
    this.#due[item] = day + fsrs.interval(this.#stability[item] ?? 1, RETENTION);
  }
}

/** The order of the files, four topics in turn. */
const courseOrder = (topics: readonly SimTopic[]): readonly number[] => {
  const order: number[] = [];
  for (let from = 0; from < topics.length; from += 4) {
    const group = topics.slice(from, from + 4);
    const longest = Math.max(0, ...group.map(({ items }) => items.length));
    for (let index = 0; index < longest; index++)
      for (const { items } of group) if (items[index] !== undefined) order.push(items[index] ?? -1);
  }
  return order;
};

const UNLIMITED = 1e9;
const ofExam = ({ topics }: SimCourse): number[] => topics.flatMap(({ use }) => use);

/** Without an exam: the order of the course, 20 new items a day. */
export const courseQueue: MakePlanner = ({ course }) => new Queue(course, courseOrder(course.topics), 20);

export const anki20: MakePlanner = ({ course, seed }) =>
  new Queue(course, shuffled(ofExam(course), seed), 20);
export const ankiFill: MakePlanner = ({ course, seed }) =>
  new Queue(course, shuffled(ofExam(course), seed), UNLIMITED);
export const ankiTopic: MakePlanner = ({ course }) => new Queue(course, ofExam(course), UNLIMITED);
/** The strongest user of Anki there is: only the exam's cards, as many as the minutes hold. */
export const ankiCards: MakePlanner = ({ course, seed }) =>
  new Queue(
    course,
    shuffled(
      ofExam(course).filter(item => course.items[item]?.question === false),
      seed,
    ),
    UNLIMITED,
  );
export const byWeight: MakePlanner = ({ course }) =>
  new Queue(
    course,
    course.topics
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.largest - a.largest || b.weight - a.weight)
      .flatMap(({ use }) => use),
    UNLIMITED,
  );
