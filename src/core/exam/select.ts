/** Which questions a seed takes: by domain and task, those in the form of the exam first, and never two twins. */
import type { CourseReader, Domain } from '../course/course.ts';
import { taskShares } from '../course/domains.ts';
import { shareOut } from '../queue/quiz-draw.ts';
import type { DomainPool, PaperUnit } from './paper-pool.ts';

/** How many questions a domain should have in the paper. */
export interface DomainShare {
  readonly domain: Domain;
  readonly scored: number;
  readonly unscored: number;
}

/** Questions that each task of a domain should have in a paper, by largest remainder, in the order of the tasks. */
export const taskNeeds = ({ domain, scored, unscored }: DomainShare): readonly number[] =>
  shareOut(taskShares(domain), scored + unscored);

/**
 * Units in the order in which a seed takes them: seed after seed takes the next slice of `count`, round and round.
 * So two neighbouring seeds share nothing as long as there are two slices.
 */
const sliceOrder = (units: readonly PaperUnit[], count: number, seed: number): readonly PaperUnit[] => {
  if (units.length === 0) return [];
  const start = (seed * count) % units.length;
  return [...units.slice(start), ...units.slice(0, start)];
};

/** The variant of a unit that a seed takes. */
const variantOf = ({ keys }: PaperUnit, seed: number): string => keys[seed % keys.length] ?? '';

/** Makes a question of a key, or `null` where it cannot be put. */
export type Put<T> = (key: string, place: { readonly domain: Domain; readonly task: string }) => T | null;

interface Taken<T> {
  readonly unit: PaperUnit;
  readonly question: T;
}

/** Twins of each key. */
const twinsByKey = (twins: CourseReader['twins']): ReadonlyMap<string, readonly string[]> => {
  const byKey = new Map<string, string[]>();
  const add = (key: string, twin: string): void => {
    byKey.set(key, [...(byKey.get(key) ?? []), twin]);
  };
  for (const [first, second] of twins) {
    add(first, second);
    add(second, first);
  }
  return byKey;
};

/** Two lists: units in the form of the exam, and the others. */
const byForm = (units: readonly PaperUnit[]): readonly [readonly PaperUnit[], readonly PaperUnit[]] => [
  units.filter(({ inForm }) => inForm),
  units.filter(({ inForm }) => !inForm),
];

/** Units of one task, or of none, as a seed takes `count` of them: drills take what the others leave open. */
const preferred = (units: readonly PaperUnit[], count: number, seed: number): readonly PaperUnit[] => {
  const [inForm, drills] = byForm(units);
  return [
    ...sliceOrder(inForm, count, seed),
    ...sliceOrder(drills, count - Math.min(count, inForm.length), seed),
  ];
};

/** What is left of a domain for a task that has too few: first what names only the domain, then its other tasks. */
const replacements = (units: readonly PaperUnit[], count: number, seed: number): readonly PaperUnit[] => {
  const [inForm, drills] = byForm(units);
  return [inForm, drills].flatMap(list => [
    ...sliceOrder(
      list.filter(({ task }) => task === ''),
      count,
      seed,
    ),
    ...sliceOrder(
      list.filter(({ task }) => task !== ''),
      count,
      seed,
    ),
  ]);
};

/**
 * Takes the questions of a seed, by domain. It depends on its arguments alone. What a task lacks comes from its
 * domain, so that the domains keep their weights; what a domain lacks comes from nowhere.
 */
export const selectQuestions = <T>(
  pools: readonly DomainPool[],
  shares: readonly DomainShare[],
  twins: CourseReader['twins'],
  seed: number,
  put: Put<T>,
): readonly (readonly T[])[] => {
  const twinsOf = twinsByKey(twins);
  const barred = new Set<string>();
  const done = new Set<PaperUnit>();
  const take = (units: readonly PaperUnit[], count: number, domain: Domain): readonly Taken<T>[] => {
    const taken: Taken<T>[] = [];
    for (const unit of units) {
      if (taken.length >= count) break;
      const key = variantOf(unit, seed);
      if (done.has(unit) || barred.has(key)) continue;
      const question = put(key, { domain, task: unit.task });
      if (question === null) continue;
      done.add(unit);
      for (const twin of twinsOf.get(key) ?? []) barred.add(twin);
      taken.push({ unit, question });
    }
    return taken;
  };
  return shares.map((share, index) => {
    const { domain, scored, unscored } = share;
    const units = pools[index]?.units ?? [];
    const needs = taskNeeds(share);
    const byTask = domain.tasks.flatMap(({ id }, i) => {
      const need = needs[i] ?? 0;
      const own = units.filter(({ task }) => task === id);
      return take(preferred(own, need, seed), need, domain);
    });
    const missing = scored + unscored - byTask.length;
    const taken = [...byTask, ...take(replacements(units, missing, seed), missing, domain)];
    // In the order of the domain's units, so that tasks stand in no order of their own.
    const order = new Map(sliceOrder(units, scored + unscored, seed).map((unit, at) => [unit, at]));
    const place = ({ unit }: Taken<T>): number => order.get(unit) ?? 0;
    return taken.sort((a, b) => place(a) - place(b)).map(({ question }) => question);
  });
};
