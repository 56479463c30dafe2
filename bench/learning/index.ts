/**
 * Prints what the planner is worth to simulated learners.
 *
 *   npm run bench -- learning                           gains, minutes and forecast; about five minutes
 *   npm run bench -- learning --seeds 3 --families fsrs-mid,apply
 *   npm run bench -- learning --learner FILE            a learner of your own: a module that exports `learner`
 */
import { mean } from './chance.ts';
import { setRoot } from './course.ts';
import { FAMILIES } from './families.ts';
import type { SimFamily } from './learner.ts';
import { ankiCards } from './planners/queue.ts';
import { forecastQuality, forecastTable, gainTable, minutesShare, PLANNERS } from './tables.ts';

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
