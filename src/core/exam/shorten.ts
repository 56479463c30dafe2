/** Shorter papers, and papers on a part of an exam, as blueprints of their own. */
import type { Blueprint } from '../course/course.ts';
import { taskShares } from '../course/domains.ts';

/** How a paper differs from the one that a blueprint describes. */
export interface PaperScope {
  /** Questions, all of them scored; `null`: as many as the real exam has. */
  readonly count: number | null;
  /** Ids of domains or tasks; empty: the whole exam. */
  readonly parts: readonly string[];
}

/** How many questions so many minutes hold at the pace of the real exam: at least one, at most its own. */
export const questionsIn = ({ questions, minutes }: Blueprint, available: number): number => {
  const slots = questions.scored + questions.unscored;
  return Math.max(1, Math.min(slots, Math.floor((available * slots) / minutes + 1e-9)));
};

/** Ids of domains and tasks that a blueprint does not know. */
export const unknownParts = ({ domains }: Blueprint, parts: readonly string[]): readonly string[] =>
  parts.filter(part => !domains.some(({ id, tasks }) => id === part || tasks.some(task => task.id === part)));

/** The domains that are asked about, with the tasks that are, and weights that add up to 100. */
const restricted = (domains: Blueprint['domains'], parts: readonly string[]): Blueprint['domains'] => {
  if (parts.length === 0) return domains;
  const kept = domains.flatMap(domain => {
    if (parts.includes(domain.id)) return [domain];
    const shares = taskShares(domain);
    let share = 0;
    const tasks = domain.tasks.filter(({ id }, index) => {
      const isKept = parts.includes(id);
      if (isKept) share += shares[index] ?? 0;
      return isKept;
    });
    return tasks.length === 0 ? [] : [{ ...domain, tasks, weight: domain.weight * share }];
  });
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map(domain => ({ ...domain, weight: (100 * domain.weight) / total }));
};

/** A blueprint for a paper of that scope, with as much time for a question as the real exam gives. */
export const shortened = (blueprint: Blueprint, { count, parts }: PaperScope): Blueprint => {
  if (count === null && parts.length === 0) return blueprint;
  const { scored, unscored } = blueprint.questions;
  const slots = scored + unscored;
  const questions = Math.min(count ?? slots, slots);
  return {
    ...blueprint,
    questions: count === null ? blueprint.questions : { scored: questions, unscored: 0 },
    minutes: Math.max(1, Math.ceil((blueprint.minutes * questions) / Math.max(1, slots))),
    domains: restricted(blueprint.domains, parts),
  };
};

/**
 * A blueprint for a paper of that scope on what there is, such as what was missed: domains weigh by their questions,
 * and the paper is no longer than there are. It is for learning, and no sample of the exam. `null`: there are none.
 * @param stock questions that there are, by domain
 */
export const byStock = (
  blueprint: Blueprint,
  { count, parts }: PaperScope,
  stock: ReadonlyMap<string, number>,
): Blueprint | null => {
  const total = [...stock.values()].reduce((sum, each) => sum + each, 0);
  if (total === 0) return null;
  const { scored, unscored } = blueprint.questions;
  const paper = shortened(blueprint, { count: Math.min(count ?? scored + unscored, total), parts });
  const domains = paper.domains
    .filter(({ id }) => (stock.get(id) ?? 0) > 0)
    .map(domain => ({ ...domain, weight: (100 * (stock.get(domain.id) ?? 0)) / total }));
  return { ...paper, domains };
};
