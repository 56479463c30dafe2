/** Shorter papers, and papers on a part of an exam, as blueprints of their own. */
import type { Blueprint } from '../course/course.ts';

/** How a paper differs from the one that a blueprint describes. */
export interface PaperScope {
  /** Questions, all of them scored; `null`: as many as the real exam has. */
  readonly count: number | null;
  /** Ids of domains or tasks; empty: the whole exam. */
  readonly parts: readonly string[];
}

/** Ids of domains and tasks that a blueprint does not know. */
export const unknownParts = ({ domains }: Blueprint, parts: readonly string[]): readonly string[] =>
  parts.filter(part => !domains.some(({ id, tasks }) => id === part || tasks.some(task => task.id === part)));

/** The domains that are asked about, with the tasks that are, and weights that add up to 100. */
const restricted = (domains: Blueprint['domains'], parts: readonly string[]): Blueprint['domains'] => {
  if (parts.length === 0) return domains;
  const kept = domains.flatMap(domain => {
    if (parts.includes(domain.id)) return [domain];
    const tasks = domain.tasks.filter(({ id }) => parts.includes(id));
    if (tasks.length === 0) return [];
    return [{ ...domain, tasks, weight: (domain.weight * tasks.length) / domain.tasks.length }];
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
