/** How far a course's questions reach for an exam. */
import type { Blueprint, CourseReader } from '../course.ts';
import { domainShares } from './draw-paper.ts';
import { poolsOf } from './paper-pool.ts';

/** What a domain has for one paper; templates that ask the same of one calculator count once. */
export interface DomainSupply {
  readonly id: string;
  readonly title: string;
  /** Questions of one paper, scored and unscored. */
  readonly need: number;
  readonly have: number;
}

export interface BankSize {
  /** Papers that share no question; under 1 where a domain cannot fill even one. */
  readonly papers: number;
  readonly domains: readonly DomainSupply[];
}

/** Counts the questions that can stand in a paper against what one paper takes, by domain. */
export const bankSize = (course: Pick<CourseReader, 'items' | 'item'>, blueprint: Blueprint): BankSize => {
  const pools = poolsOf(course, blueprint);
  const domains = domainShares(blueprint).map(({ domain, scored, unscored }, i) => ({
    id: domain.id,
    title: domain.title,
    need: scored + unscored,
    have: pools[i]?.units.length ?? 0,
  }));
  const needed = domains.filter(({ need }) => need > 0);
  return {
    papers: needed.length === 0 ? 0 : Math.min(...needed.map(({ need, have }) => have / need)),
    domains,
  };
};
