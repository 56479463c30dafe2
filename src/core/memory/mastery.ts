import type { Blueprint, CourseReader, ItemEntry } from '../course/course.ts';
import { itemsByDomain } from '../course/domains.ts';
import type { ItemProgress, Progress } from '../journal/progress.ts';
import { retrievability } from './schedule.ts';

/** Shares of right answers by chance, for an item never seen: 1 of 4, 1 of the 10 pairs of 5, 1 of 2. */
const GUESS_RATES: Readonly<Record<ItemEntry['kind'], number>> = {
  single: 0.25,
  multiple: 0.1,
  'true-false': 0.5,
  numeric: 0,
  order: 0,
  match: 0,
  text: 0,
  basic: 0,
  cloze: 0,
};

/** How well a set of items is known on a study day. */
export interface Mastery {
  readonly items: number;
  /** Items with at least one counted rating. */
  readonly seen: number;
  /** Mean retrievability of the items seen, 0 to 1; 0 when none is. */
  readonly recall: number;
  /** Mean retrievability of all items, an unseen one counting 0. */
  readonly mastery: number;
  /** The same, but an item that was wrong at its last try counts 0 until it is right once: what people are told. */
  readonly knownNow: number;
}

/** `true` for an item with at least one counted rating. */
export const isSeen = (item: ItemProgress | undefined): item is ItemProgress =>
  item !== undefined && item.state !== null;

/** Chance of a right answer by chance, for items of a kind. */
export const guessRate = (kind: ItemEntry['kind']): number => GUESS_RATES[kind];

/** Chance of a right answer on a study day: retrievability, for an item never seen the guess rate of its kind. */
export const expectedOf = ({ key, kind }: ItemEntry, progress: Progress, day: number): number => {
  const item = progress.items.get(key);
  return isSeen(item) ? retrievability(item, day) : GUESS_RATES[kind];
};

/**
 * Chance (0 to 1) that a card or question is answered right on a study day: 0 for one never tried, and for one that
 * was wrong at its last try until it is right once.
 */
export const knownChance = (item: ItemProgress | undefined, day: number): number =>
  isSeen(item) && item.misses === 0 ? retrievability(item, day) : 0;

/** Mastery from what was counted. @param sum of the retrievabilities of the items seen @param known of their chances */
export const masteryFrom = (items: number, seen: number, sum: number, known: number): Mastery => ({
  items,
  seen,
  recall: seen === 0 ? 0 : sum / seen,
  mastery: items === 0 ? 0 : sum / items,
  knownNow: items === 0 ? 0 : known / items,
});

/** Mastery of a list of items. */
export const masteryOf = (items: readonly ItemEntry[], progress: Progress, day: number): Mastery => {
  let seen = 0;
  let sum = 0;
  let known = 0;
  for (const { key } of items) {
    const item = progress.items.get(key);
    if (!isSeen(item)) continue;
    seen++;
    sum += retrievability(item, day);
    known += knownChance(item, day);
  }
  return masteryFrom(items.length, seen, sum, known);
};

/** What is known of a domain. */
export interface DomainMastery extends Mastery {
  readonly domain: string;
  readonly title: string;
  /** Percent. */
  readonly weight: number;
}

/** What is known of each domain of a blueprint on a study day. */
export const domainMasteries = (
  course: CourseReader,
  blueprint: Blueprint,
  progress: Progress,
  day: number,
): readonly DomainMastery[] => {
  const byDomain = itemsByDomain(course, blueprint);
  return blueprint.domains.map(domain => ({
    domain: domain.id,
    title: domain.title,
    weight: domain.weight,
    ...masteryOf(byDomain.get(domain.id) ?? [], progress, day),
  }));
};
