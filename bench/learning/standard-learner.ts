/**
 * Learners by the assumptions of the planner's study: prior knowledge by area, topic and section, facts that fade,
 * questions of the exam on the facts of a section. Families differ in a few numbers of these.
 */
import { clamp, logistic, logit, makeChance, makeNormal } from './chance.ts';
import type { SimCourse } from './course.ts';
import type { SimAnswer, SimExam, SimFamily, SimLearner } from './learner.ts';
import type { Fsrs, SimMemory } from './memory.ts';
import { fsrsMemory, halfLifeMemory, makeFsrs, mixedMemory, WEIGHTS } from './memory.ts';

interface Traits {
  readonly memory?: 'fsrs' | 'mix' | 'half-life';
  /** Share of facts known before, 0 to 1. */
  readonly prior?: number;
  /** A third of the topics is known well, the rest hardly. */
  readonly uneven?: boolean;
  /** Share of an untested fact learned with a sibling. */
  readonly transfer?: number;
  /** `held`: the exam asks only what is no item; `apply`: part is lost without practice on questions. */
  readonly asks?: 'facts' | 'held' | 'apply';
  /** Times as long as others. */
  readonly speed?: number;
  readonly exam?: string;
  readonly days?: number;
  readonly minutes?: number;
  readonly skips?: number;
  readonly share?: number;
}

/** Questions answered without a slip by who knows, and lost in `apply` by who never practiced questions. */
const NO_SLIP = 0.97;
const UNPRACTICED = 0.25;

export class StandardLearner implements SimLearner {
  readonly course: SimCourse;
  readonly traits: Traits;
  readonly memory: SimMemory;
  readonly fsrs: Fsrs;
  /** Stability (days) after the first miss with feedback. */
  readonly base: number;
  readonly strength: Float64Array;
  readonly difficulty: Float64Array;
  /** Day of the last look; NaN: never known. */
  readonly last: Float64Array;
  /** Learned here rather than known before: only this passes something to siblings. */
  readonly studied: Uint8Array;
  readonly known: Uint8Array;
  /** Weights of sections in the real exam: the program's, with noise. */
  readonly weights: Float64Array;
  readonly heldStrength: Float64Array;
  readonly heldLast: Float64Array;
  readonly #hardness: Float64Array;
  readonly #practiced: Float64Array;
  readonly #chance: () => number;
  readonly #normal: () => number;
  readonly #speed: number;
  readonly #questionSpeed: number;

  constructor(course: SimCourse, traits: Traits, seed: number) {
    this.course = course;
    this.traits = traits;
    const chance = (this.#chance = makeChance(seed * 7919 + 17));
    const normal = (this.#normal = makeNormal(chance));
    const own = WEIGHTS.map(weight => weight * Math.exp(0.15 * normal()));
    own[20] = clamp((WEIGHTS[20] ?? 0) * Math.exp(0.25 * normal()), 0.08, 0.5);
    this.fsrs = makeFsrs(own);
    this.memory =
      traits.memory === 'mix'
        ? mixedMemory
        : traits.memory === 'half-life'
          ? halfLifeMemory
          : fsrsMemory(this.fsrs);
    this.base = Math.exp(0.4 * normal());
    this.#speed = (traits.speed ?? 1) * Math.exp(0.2 * normal());
    this.#questionSpeed = Math.exp(0.15 * normal());
    const { items, sections, topics } = course;
    this.strength = new Float64Array(items.length);
    this.difficulty = new Float64Array(items.length).fill(5);
    this.last = new Float64Array(items.length).fill(Number.NaN);
    this.studied = new Uint8Array(items.length);
    this.known = new Uint8Array(items.length);
    this.#hardness = new Float64Array(items.length);
    this.#practiced = new Float64Array(topics.length);
    const shares = this.#priorKnowledge();
    for (const { number, section } of items) {
      this.#hardness[number] = 0.35 * normal();
      if (chance() >= (shares[section] ?? 0)) continue;
      this.strength[number] = this.memory.before(normal);
      this.last[number] = -60 * chance();
      this.known[number] = 1;
    }
    this.heldStrength = new Float64Array(sections.length);
    this.heldLast = new Float64Array(sections.length).fill(Number.NaN);
    for (let section = 0; section < sections.length; section++) {
      if (chance() >= (shares[section] ?? 0)) continue;
      this.heldStrength[section] = this.memory.before(normal);
      this.heldLast[section] = -60 * chance();
    }
    const topicWeights = topics.map(({ weight }) => weight * Math.exp(0.4 * normal()));
    this.weights = Float64Array.from(sections, ({ weight, topic }) =>
      weight > 0
        ? (weight / (topics[topic]?.weight ?? 1)) * (topicWeights[topic] ?? 0) * Math.exp(0.4 * normal())
        : 0,
    );
    const sum = this.weights.reduce((total, weight) => total + weight, 0);
    this.weights.forEach((weight, section) => (this.weights[section] = weight / sum));
  }

  /** Share of the facts of each section known before: overall, then area, topic, section. */
  #priorKnowledge(): Float64Array {
    const normal = this.#normal;
    const { prior = 0.3, uneven = false } = this.traits;
    const areas = Array.from({ length: this.course.areas }, () => 0.5 * normal());
    const shares = new Float64Array(this.course.sections.length);
    for (const { area, sections } of this.course.topics) {
      let level = logit(clamp(prior, 0.02, 0.98)) + (areas[area] ?? 0) + 0.8 * normal();
      if (uneven) level = logit(this.#chance() < 0.35 ? 0.85 : 0.08) + 0.4 * normal();
      for (const section of sections) shares[section] = logistic(level + 0.6 * normal());
    }
    return shares;
  }

  /** Chance to recall the fact itself. */
  recall(item: number, day: number): number {
    const last = this.last[item] ?? Number.NaN;
    return Number.isNaN(last) ? 0 : this.memory.recall(Math.max(0, day - last), this.strength[item] ?? 1);
  }

  /** Best recalled of the siblings that were studied. */
  siblings(section: number, day: number, but: number): number {
    let most = 0;
    for (const other of this.course.sections[section]?.items ?? [])
      if (other !== but && this.studied[other] === 1) most = Math.max(most, this.recall(other, day));
    return most;
  }

  /** Chance to know, be it through a sibling. */
  knows(item: number, day: number): number {
    const recall = this.recall(item, day);
    const { transfer = 0 } = this.traits;
    if (transfer === 0) return recall;
    const section = this.course.items[item]?.section ?? 0;
    return 1 - (1 - recall) * (1 - transfer * this.siblings(section, day, item));
  }

  answer(number: number, day: number): SimAnswer {
    const item = this.course.items[number];
    if (item === undefined) return { right: false, seconds: 1 };
    const recall = this.recall(number, day);
    const known = this.#chance() < this.knows(number, day);
    const right = known ? this.#chance() >= 1 - NO_SLIP : this.#chance() < item.guess;
    let seconds = this.#speed * Math.exp(0.25 * this.#normal() - 0.03);
    seconds *= item.question ? this.#questionSpeed * (known ? 45 : 70) : known ? 9 : 18;
    if (!right && !item.question) seconds += 9 * this.#speed;
    this.#learn(number, day, known, recall);
    if (this.known[number] !== 1 || !known) this.studied[number] = 1;
    if (item.question) this.#practiced[item.topic] = (this.#practiced[item.topic] ?? 0) + 1;
    return { right, seconds };
  }

  #learn(number: number, day: number, known: boolean, chance: number): void {
    const hardness = this.#hardness[number] ?? 0;
    const last = this.last[number] ?? Number.NaN;
    const days = day - last;
    const before = this.difficulty[number] ?? 5;
    if (Number.isNaN(last)) {
      this.strength[number] = this.memory.learned(this.base, hardness, known);
      this.difficulty[number] = clamp(this.fsrs.firstDifficulty(known ? 3 : 1) + 2 * hardness, 1, 10);
    } else if (days >= 0.5) {
      const floor = this.base * Math.exp(hardness);
      const { right, wrong } = this.memory.next(this.strength[number] ?? 1, {
        difficulty: before,
        days,
        chance,
        floor,
      });
      this.strength[number] = known ? right : wrong;
      this.difficulty[number] = this.fsrs.nextDifficulty(before, known ? 3 : 1);
    }
    this.last[number] = day;
  }

  /** Chance to know the fact of a section that is no item. */
  held(section: number, day: number): number {
    const last = this.heldLast[section] ?? Number.NaN;
    return Number.isNaN(last) ? 0 : this.memory.recall(day - last, this.heldStrength[section] ?? 1);
  }

  exam(day: number): SimExam {
    const { sections, topics } = this.course;
    const { asks = 'facts' } = this.traits;
    const known = new Float64Array(sections.length);
    const topicKnown = new Float64Array(topics.length);
    sections.forEach(({ weight, use, topic }, section) => {
      if (weight === 0) return;
      let sum = 0;
      for (const item of use) sum += this.knows(item, day);
      topicKnown[topic] = (topicKnown[topic] ?? 0) + sum / (topics[topic]?.use.length ?? 1);
      known[section] = sum / use.length;
    });
    const chances = new Float64Array(sections.length);
    let score = 0;
    sections.forEach(({ weight, topic }, section) => {
      if (weight === 0) return;
      const inTopic = topicKnown[topic] ?? 0;
      let share = known[section] ?? 0;
      if (asks === 'held')
        share =
          1 -
          (1 - this.held(section, day)) * (1 - 0.5 * this.siblings(section, day, -1)) * (1 - 0.15 * inTopic);
      // Three in ten questions need a second fact of the topic.
      let knows = 0.7 * share + 0.3 * share * inTopic;
      if (asks === 'apply') knows *= 1 - UNPRACTICED * Math.exp(-(this.#practiced[topic] ?? 0) / 2);
      chances[section] = 0.25 + (NO_SLIP - 0.25) * knows;
      score += (this.weights[section] ?? 0) * (chances[section] ?? 0);
    });
    return { score, chances };
  }
}

/** A family of learners with the same traits. */
export const family = (name: string, traits: Traits): SimFamily => ({
  name,
  exam: traits.exam ?? 'dva-c03',
  days: traits.days ?? 21,
  minutes: traits.minutes ?? 30,
  skips: traits.skips ?? 0,
  share: traits.share ?? 1,
  start: (course, seed) => new StandardLearner(course, traits, seed),
});
