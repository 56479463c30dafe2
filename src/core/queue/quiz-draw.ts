/** Draws the questions of a quiz. */
import type { Blueprint, ItemEntry, Level, QuestionKind } from '../course/course.ts';
import type { ItemRows } from '../base/item-rows.ts';
import type { ItemProgress } from '../journal/progress.ts';
import { eachItem } from '../memory/each-item.ts';
import { domainsOf } from '../course/domains.ts';
import type { Pool } from './queue.ts';
import { lowest } from './queue.ts';
import type { TemplateForm } from '../question/present.ts';
import { makeRandom, shuffle } from '../base/random.ts';
import { dueStatus, retrievability } from '../memory/schedule.ts';

/** Which questions a quiz may draw. */
export interface QuizFilter {
  /** `null`: every kind. */
  readonly kinds: ReadonlySet<QuestionKind> | null;
  /** `null`: every level. */
  readonly levels: ReadonlySet<Level> | null;
  /** Only questions that serve it and are of a kind it asks, spread by the weights of its domains. */
  readonly blueprint: Blueprint | null;
  /** Only questions that it lets through; absent: all. */
  readonly passes?: (entry: ItemEntry) => boolean;
}

/**
 * How questions are preferred. `any`: by the seed alone. `unseen`: what was never asked, then what was asked
 * longest ago. `weak`: what was answered wrong last, then what is likeliest forgotten.
 */
export type QuizPreference = 'any' | 'unseen' | 'weak';

/** The kinds that a filter leaves. */
const allowedKinds = ({ kinds, blueprint }: QuizFilter): ReadonlySet<QuestionKind> | null => {
  if (blueprint === null) return kinds;
  return new Set(blueprint.kinds.filter(kind => kinds === null || kinds.has(kind)));
};

/** The form that a template must take under a filter; `null`: either, or none of them. */
export const templateForm = (filter: QuizFilter): TemplateForm | null => {
  const kinds = allowedKinds(filter);
  if (kinds === null || kinds.has('numeric') === kinds.has('single')) return null;
  return kinds.has('numeric') ? 'value' : 'choice';
};

/**
 * Indexes of the questions in a pool that a filter leaves, without suspended and buried ones.
 * @param formsOf forms a template can be asked in; called only where kinds are limited
 */
export const eligibleQuestions = (
  { rows, progress, moment, topics }: Pool,
  filter: QuizFilter,
  formsOf: (key: string) => readonly TemplateForm[],
): readonly number[] => {
  const { levels, blueprint, passes } = filter;
  const kinds = allowedKinds(filter);
  const isKind = (entry: ItemEntry): boolean => {
    if (kinds === null) return true;
    if (!entry.template) return kinds.has(entry.kind as QuestionKind);
    const forms = formsOf(entry.key);
    return (
      (kinds.has('numeric') && forms.includes('value')) || (kinds.has('single') && forms.includes('choice'))
    );
  };
  const indexes: number[] = [];
  const passesAll = (entry: ItemEntry): boolean =>
    (levels === null || (entry.level !== null && levels.has(entry.level))) &&
    (blueprint === null || domainsOf(blueprint, entry.tasks).length > 0) &&
    isKind(entry) &&
    passes?.(entry) !== false;
  const isFiltered = levels !== null || blueprint !== null || kinds !== null || passes !== undefined;
  eachItem(rows, progress.items, topics, (row, item) => {
    if (rows.type(row) !== 'question') return;
    const status = dueStatus(item, moment);
    if (status === 'suspended' || status === 'buried') return;
    const entry = isFiltered ? rows.entry(row) : undefined;
    if (entry === undefined || passesAll(entry)) indexes.push(row);
  });
  return indexes;
};

/** What sorts first is asked first. A question never seen stands between what is weak and what is solid. */
const scoreOf = (
  { progress, moment }: Pool,
  item: ItemProgress | undefined,
  preference: Exclude<QuizPreference, 'any'>,
): number => {
  if (preference === 'unseen') return item?.attemptDay ?? -1;
  if (item === undefined || item.state === null) return progress.settings.desiredRetention;
  return item.lastRating === 'again' ? -item.lapses : retrievability(item, moment.day);
};

/** Scores of some rows, by row, found in one pass: to look for each key by itself takes ten times as long. */
const scoresOf = (
  pool: Pool,
  wanted: readonly number[],
  preference: Exclude<QuizPreference, 'any'>,
): Float64Array => {
  const { rows, progress, topics } = pool;
  const isWanted = new Uint8Array(rows.length);
  for (const row of wanted) isWanted[row] = 1;
  const scores = new Float64Array(rows.length);
  eachItem(rows, progress.items, topics, (row, item) => {
    if (isWanted[row] === 1) scores[row] = scoreOf(pool, item, preference);
  });
  return scores;
};

/** Largest-remainder shares of `count` by weight; the shares add up to `count` unless all weights are 0. */
export const shareOut = (weights: readonly number[], count: number): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return weights.map(() => 0);
  const exact = weights.map(weight => (weight * count) / total);
  const shares = exact.map(Math.floor);
  const missing = count - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .filter(({ i }) => (weights[i] ?? 0) > 0)
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, missing)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
};

/**
 * Takes from a list in order of preference so that each domain of a blueprint gets its share. A domain without
 * questions gives its share to the others; what one lacks in the end is filled up in order of preference.
 */
const takeByDomain = (
  rows: ItemRows<ItemEntry>,
  preferred: readonly number[],
  blueprint: Blueprint,
  count: number,
): readonly number[] => {
  const byDomain = new Map<string, number[]>(blueprint.domains.map(domain => [domain.id, []]));
  for (const index of preferred) {
    for (const domain of domainsOf(blueprint, rows.entry(index)?.tasks ?? [])) {
      byDomain.get(domain.id)?.push(index);
    }
  }
  const stocked = blueprint.domains.filter(domain => (byDomain.get(domain.id)?.length ?? 0) > 0);
  const shares = shareOut(
    stocked.map(domain => domain.weight),
    count,
  );
  // The scarcest first: a question that serves two domains should not be spent on the one that has many.
  const needs = stocked
    .map((domain, i) => ({ list: byDomain.get(domain.id) ?? [], share: shares[i] ?? 0 }))
    .sort((a, b) => a.list.length - a.share - (b.list.length - b.share));
  const taken = new Set<number>();
  const takeFrom = (list: readonly number[], share: number): void => {
    let left = share;
    for (const index of list) {
      if (left <= 0) return;
      if (taken.has(index)) continue;
      taken.add(index);
      left--;
    }
  };
  for (const { list, share } of needs) takeFrom(list, share);
  takeFrom(preferred, count - taken.size);
  return preferred.filter(index => taken.has(index));
};

/**
 * Draws at most `count` questions. The same seed draws the same ones from the same pool; with `any` whatever
 * the learner has answered meanwhile.
 * @param eligible from {@link eligibleQuestions}
 */
export const drawQuiz = (
  pool: Pool,
  eligible: readonly number[],
  blueprint: Blueprint | null,
  preference: QuizPreference,
  count: number,
  seed: number,
): readonly string[] => {
  const random = makeRandom(seed);
  const { rows } = pool;
  const keyOf = (row: number): string => rows.key(row);
  const shuffled = shuffle(eligible, random);
  const wanted = blueprint === null ? count : shuffled.length;
  const preferredOf = (how: Exclude<QuizPreference, 'any'>): readonly number[] => {
    const scores = scoresOf(pool, eligible, how);
    return lowest(
      shuffled,
      shuffled.map(row => scores[row] ?? 0),
      wanted,
    );
  };
  const preferred = preference === 'any' ? shuffled.slice(0, wanted) : preferredOf(preference);
  const taken = blueprint === null ? preferred : takeByDomain(rows, preferred, blueprint, count);
  return (preference === 'weak' ? taken : shuffle(taken, random)).map(keyOf);
};
