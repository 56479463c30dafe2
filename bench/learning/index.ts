/**
 * Prints what the planner is worth to simulated learners.
 *
 *   npm run bench -- learning                           gains, minutes and forecast; about five minutes
 *   npm run bench -- learning --seeds 3 --families fsrs-mid,apply
 *   npm run bench -- learning --built 5                 five learners who drive the built program, nothing else
 *   npm run bench -- learning --learner FILE            a learner of your own: a module that exports `learner`
 */
import { studyBuilt } from './built.ts';
import { mean } from './chance.ts';
import { setRoot } from './course.ts';
import { FAMILIES } from './families.ts';
import type { SimFamily } from './learner.ts';
import { ankiCards } from './planners/queue.ts';
import { forecastQuality, forecastTable, gainTable, minutesShare, PLANNERS } from './tables.ts';

/** What the built program is measured on: an exam, days, minutes a day, and the points that are to be reached. */
const BUILT = [
  ['dva-c03', 21, 30, 15],
  ['dva-c03', 21, 10, 5.5],
  ['saa-c03', 21, 30, 16],
] as const;

/** Lets learners study with the built program, and prints what they gained. */
export const printBuilt = async (
  { root, learners }: { readonly root: string; readonly learners: number },
  print: (line: string) => void,
): Promise<void> => {
  print('The built program, by study review --json --minutes N, with a moved clock:');
  for (const [exam, days, minutes, floor] of BUILT) {
    const gains: number[] = [];
    for (let seed = 1; seed <= learners; seed++) {
      const { before, after } = await studyBuilt({ root, exam, days, minutes, prior: 0.25, seed });
      gains.push(100 * (after - before));
    }
    const each = gains.map(gain => gain.toFixed(1)).join(' ');
    print(
      `${exam} ${days}x${minutes}`.padEnd(18) + `${mean(gains).toFixed(1)} (at least ${floor}; each ${each})`,
    );
  }
};

export interface LearningOptions {
  readonly seeds: number;
  /** Names; empty: all. */
  readonly families: readonly string[];
  readonly extra: readonly SimFamily[];
  /** Where the project lies. */
  readonly root: string;
}

export const printLearning = (
  { seeds, families: names, extra, root }: LearningOptions,
  print: (line: string) => void,
): void => {
  setRoot(root);
  const families =
    extra.length > 0 ? extra : FAMILIES.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const line of gainTable(families, Object.keys(PLANNERS), seeds).lines) print(line);
  print('');
  print('Share of the minutes with which the plan reaches the gain of anki-cards:');
  const shares = families.map(family => minutesShare(family, ankiCards, Math.min(seeds, 5)));
  families.forEach(({ name }, index) =>
    print(`${name.padEnd(18)}${shares[index]?.toFixed(2) ?? 'not reached'}`),
  );
  print(`${'mean'.padEnd(18)}${mean(shares.map(share => share ?? 1)).toFixed(2)}`);
  print('');
  for (const line of forecastTable(forecastQuality(families, seeds))) print(line);
};
