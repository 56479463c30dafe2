/** Ways to forget. All are the truth of a learner, not a model of one: the planner never sees them. */
import { clamp } from './chance.ts';

/** What is left of a fact: FSRS's stability and difficulty; other forms use the first number their own way. */
export interface SimMemory {
  /** Chance to recall after so many days. */
  recall(days: number, strength: number): number;
  /** Strength from before the course. @param normal a normally distributed number */
  before(normal: () => number): number;
  /** Strength of what was just learned. @param base how well this learner takes in new facts, in days */
  learned(base: number, difficulty: number, known: boolean): number;
  /** Strength after an answer on a later day. */
  next(
    strength: number,
    trace: { difficulty: number; days: number; chance: number; floor: number },
  ): {
    readonly right: number;
    readonly wrong: number;
  };
}

/** FSRS-6's default weights. */
export const WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

const difficulty = (value: number): number => clamp(value, 1, 10);

/** FSRS-6 with any weights, in plain arithmetic. */
export const makeFsrs = (weights: readonly number[]) => {
  const w = (index: number): number => weights[index] ?? 0;
  const decay = -w(20);
  const factor = 0.9 ** (1 / decay) - 1;
  return {
    recall: (days: number, stability: number): number => (1 + (factor * days) / stability) ** decay,
    firstStability: (grade: number): number => w(grade - 1),
    firstDifficulty: (grade: number): number => difficulty(w(4) - Math.exp(w(5) * (grade - 1)) + 1),
    interval: (stability: number, retention: number): number =>
      Math.max(1, Math.round((stability / factor) * (retention ** (1 / decay) - 1))),
    nextDifficulty: (value: number, grade: number): number =>
      difficulty(
        w(7) * difficulty(w(4) - Math.exp(w(5) * 3) + 1) +
          (1 - w(7)) * (value - (w(6) * (grade - 3) * (10 - value)) / 9),
      ),
    recalled: (value: number, stability: number, chance: number): number =>
      stability *
      (1 + Math.exp(w(8)) * (11 - value) * stability ** -w(9) * (Math.exp((1 - chance) * w(10)) - 1)),
    forgotten: (value: number, stability: number, chance: number): number =>
      Math.min(
        stability,
        w(11) * value ** -w(12) * ((stability + 1) ** w(13) - 1) * Math.exp((1 - chance) * w(14)),
      ),
  };
};

export type Fsrs = ReturnType<typeof makeFsrs>;

/** FSRS with the learner's own weights. */
export const fsrsMemory = (fsrs: Fsrs): SimMemory => ({
  recall: fsrs.recall,
  before: normal => 90 * Math.exp(0.7 * normal()),
  learned: (base, hardness, known) => base * Math.exp(hardness) * (known ? 2 : 1),
  next: (strength, { difficulty: value, chance, floor }) => ({
    right: fsrs.recalled(value, strength, chance),
    wrong: Math.max(fsrs.forgotten(value, strength, chance), floor),
  }),
});

/** A slow power law beside a fast exponential; the strength is the share of the slow one. */
export const mixedMemory: SimMemory = {
  recall: (days, slow) => slow * (1 + days / 40) ** -0.5 + (1 - slow) * Math.exp(-days / 3),
  before: normal => clamp(0.9 + 0.06 * normal(), 0.6, 0.99),
  learned: (_, hardness, known) => clamp(0.5 + 0.1 * hardness + (known ? 0.1 : 0), 0.15, 0.8),
  next: (slow, { chance }) => ({
    right: slow + (1 - slow) * 0.75 * Math.min(1, 1 - chance + 0.1),
    wrong: slow + (1 - slow) * 0.25,
  }),
};

/** Half-life regression: the strength is the half-life in days. */
export const halfLifeMemory: SimMemory = {
  recall: (days, half) => 2 ** (-days / half),
  before: normal => 150 * Math.exp(0.6 * normal()),
  learned: (base, hardness, known) => 6 * base * Math.exp(hardness) * (known ? 1.5 : 1),
  next: (half, { days, floor }) => ({
    right: half * (1.2 + 1.6 * Math.min(1.5, days / half)),
    wrong: Math.max(half * 0.7, 6 * floor),
  }),
};
