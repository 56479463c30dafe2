/** The tables that `npm run bench -- learning` prints. Gains are points (of 100) of the expected score on exam day. */
import { makeChance, mean } from './chance.ts';
import type { SimFamily } from './learner.ts';
import type { MakePlanner } from './planner.ts';
import { core, CorePlanner } from './planners/core.ts';
import { anki20, ankiCards, ankiFill, ankiTopic, byWeight, courseQueue } from './planners/queue.ts';
import { oracle } from './planners/oracle.ts';
import { runFamily } from './run.ts';

export const PLANNERS: Readonly<Record<string, MakePlanner>> = {
  today: courseQueue,
  'anki-20': anki20,
  'anki-fill': ankiFill,
  'anki-topic': ankiTopic,
  'anki-cards': ankiCards,
  'by-weight': byWeight,
  plan: core,
  oracle,
};

const seedsOf = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Mean gain of a family, points. */
export const gainOf = (family: SimFamily, make: MakePlanner, seeds: number, scale = 1): number =>
  100 *
  mean(
    seedsOf(seeds).map(seed => {
      const { before, after } = runFamily(family, make, seed, {}, { scale });
      return after - before;
    }),
  );

const cells = (values: readonly number[], digits = 1): string =>
  values.map(value => value.toFixed(digits).padStart(12)).join('');

export const gainTable = (
  families: readonly SimFamily[],
  names: readonly string[],
  seeds: number,
): { readonly lines: readonly string[]; readonly gains: readonly (readonly number[])[] } => {
  const gains = families.map(family => names.map(name => gainOf(family, PLANNERS[name] ?? core, seeds)));
  const columns = names.map((_, column) => gains.map(row => row[column] ?? 0));
  const lines = [
    `${`gain, ${seeds} learners`.padEnd(18)}${names.map(name => name.padStart(12)).join('')}`,
    ...families.map(({ name }, row) => name.padEnd(18) + cells(gains[row] ?? [])),
    `mean`.padEnd(18) + cells(columns.map(mean)),
    `worst`.padEnd(18) + cells(columns.map(column => Math.min(...column))),
  ];
  return { lines, gains };
};

/** Close enough together that a straight line between two of them is the curve. */
const SCALES: readonly number[] = Array.from({ length: 20 }, (_, step) => (step + 1) / 20);

/** Share of a planner's minutes with which the plan reaches its gain; `null`: not even with all. */
export const minutesShare = (family: SimFamily, against: MakePlanner, seeds: number): number | null => {
  const aim = gainOf(family, against, seeds);
  let before = { scale: 0, gain: 0 };
  for (const scale of SCALES) {
    const gain = gainOf(family, core, seeds, scale);
    if (gain >= aim)
      return before.scale + ((scale - before.scale) * (aim - before.gain)) / (gain - before.gain);
    before = { scale, gain };
  }
  return null;
};

const AIMS: readonly number[] = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];
const WHEN = [
  ['start', 0],
  ['third', 1 / 3],
  ['two thirds', 2 / 3],
  ['eve', 1],
] as const;

/** How good the forecast was at one time of the plan. Points of 100; shares 0 to 1. */
interface ForecastQuality {
  readonly when: string;
  readonly bias: number;
  readonly spread: number;
  /** How often the expected score and the score of one paper lay within their intervals. */
  readonly expectedHeld: number;
  readonly paperHeld: number;
  readonly brier: number;
  /** Brier score of always forecasting the share that reached the aim. */
  readonly baseBrier: number;
  /** Expected calibration error of the chance to reach an aim, over ten bins. */
  readonly calibration: number;
  readonly todayBias: number;
  readonly todaySpread: number;
}

const spreadOf = (list: readonly number[]): number => {
  const middle = mean(list);
  return Math.sqrt(mean(list.map(value => (value - middle) ** 2)));
};

export const forecastQuality = (
  families: readonly SimFamily[],
  seeds: number,
  firstSeed = 101,
): readonly ForecastQuality[] => {
  const notes = WHEN.map(() => ({
    errors: [] as number[],
    todayErrors: [] as number[],
    expected: [] as number[],
    paper: [] as number[],
    squares: [] as number[],
    reached: [] as number[],
    bins: Array.from({ length: 10 }, () => ({ count: 0, chance: 0, reached: 0 })),
  }));
  for (const family of families)
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
      const chance = makeChance(seed * 101 + family.name.length * 7);
      const taken = new Set<number>();
      const made: { at: number; planner: CorePlanner; forecast: ReturnType<CorePlanner['forecast']> }[] = [];
      const { after, course } = runFamily(family, setup => new CorePlanner(setup), seed, {
        onDay: (planner, day, learner) => {
          let at = -1;
          WHEN.forEach(([, share], index) => {
            if (day >= Math.min(family.days - 1, Math.round(share * family.days))) at = index;
          });
          if (at === -1 || taken.has(at)) return;
          taken.add(at);
          made.push({ at, planner, forecast: planner.forecast(day, true) });
          const truth = learner.exam(family.days).score;
          notes[at]?.todayErrors.push(planner.forecast(day, false).expected.score - truth);
        },
      });
      for (const { at, planner, forecast } of made) {
        const note = notes[at];
        if (note === undefined) continue;
        note.errors.push(forecast.expected.score - after);
        note.expected.push(after >= forecast.expected.low && after <= forecast.expected.high ? 1 : 0);
        for (let paper = 0; paper < 4; paper++) {
          let right = 0;
          for (let question = 0; question < course.scored; question++) if (chance() < after) right++;
          const score = right / course.scored;
          note.paper.push(score >= forecast.paper.low && score <= forecast.paper.high ? 1 : 0);
          for (const aim of AIMS) {
            const probability = planner.passChance(forecast, aim);
            const reached = score >= aim ? 1 : 0;
            note.squares.push((probability - reached) ** 2);
            note.reached.push(reached);
            const bin = note.bins[Math.min(9, Math.floor(probability * 10))];
            if (bin === undefined) continue;
            bin.count++;
            bin.chance += probability;
            bin.reached += reached;
          }
        }
      }
    }
  return notes.map((note, index) => {
    const base = mean(note.reached);
    const total = note.bins.reduce((sum, { count }) => sum + count, 0);
    return {
      when: WHEN[index]?.[0] ?? '',
      bias: 100 * mean(note.errors),
      spread: 100 * spreadOf(note.errors),
      expectedHeld: mean(note.expected),
      paperHeld: mean(note.paper),
      brier: mean(note.squares),
      baseBrier: base * (1 - base),
      calibration:
        note.bins.reduce((sum, { chance, reached }) => sum + Math.abs(chance - reached), 0) /
        Math.max(1, total),
      todayBias: 100 * mean(note.todayErrors),
      todaySpread: 100 * spreadOf(note.todayErrors),
    };
  });
};

export const forecastTable = (qualities: readonly ForecastQuality[]): readonly string[] => [
  'forecast      bias    sd  expected in  paper in   Brier  base rate    ECE   today: bias    sd',
  ...qualities.map(
    quality =>
      quality.when.padEnd(11) +
      quality.bias.toFixed(1).padStart(7) +
      quality.spread.toFixed(1).padStart(6) +
      `${(100 * quality.expectedHeld).toFixed(0)} %`.padStart(13) +
      `${(100 * quality.paperHeld).toFixed(0)} %`.padStart(10) +
      quality.brier.toFixed(3).padStart(8) +
      quality.baseBrier.toFixed(3).padStart(11) +
      quality.calibration.toFixed(3).padStart(7) +
      quality.todayBias.toFixed(1).padStart(14) +
      quality.todaySpread.toFixed(1).padStart(6),
  ),
];
