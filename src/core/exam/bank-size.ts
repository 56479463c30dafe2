/** How far a course's questions reach for an exam. */
import type { Blueprint, CourseReader } from '../course/course.ts';
import { domainShares } from './draw-paper.ts';
import type { PaperUnit } from './paper-pool.ts';
import { poolsOf } from './paper-pool.ts';
import { taskNeeds } from './select.ts';

/** What there is of something against what one paper takes; templates that ask the same of one calculator count once. */
export interface Supply {
  readonly id: string;
  readonly title: string;
  /** Questions of one paper, scored and unscored. */
  readonly need: number;
  readonly have: number;
  /** Of these, the ones with `grade: exam`. */
  readonly examGrade: number;
}

interface DomainSupply extends Supply {
  /** Questions whose tags name only the domain are in none of them. */
  readonly tasks: readonly Supply[];
}

/** How many papers the questions of a course are enough for. */
export interface BankSize {
  /** Papers that share no question; under 1 where a domain cannot fill even one. */
  readonly papers: number;
  /** The same of questions with `grade: exam` alone, by task. */
  readonly examGrade: { readonly questions: number; readonly papers: number };
  readonly domains: readonly DomainSupply[];
}

const supplyOf = (
  { id, title }: { readonly id: string; readonly title: string },
  need: number,
  units: readonly PaperUnit[],
): Supply => ({
  id,
  title,
  need,
  have: units.length,
  examGrade: units.filter(({ graded }) => graded).length,
});

/** Whole and broken papers by what runs out first; 0 where nothing is needed. */
const papersOf = (supplies: readonly Supply[], haveOf: (supply: Supply) => number): number => {
  const needed = supplies.filter(({ need }) => need > 0);
  return needed.length === 0 ? 0 : Math.min(...needed.map(supply => haveOf(supply) / supply.need));
};

/** Counts the questions that can stand in a paper against what one paper takes, by domain and task. */
export const bankSize = (course: Pick<CourseReader, 'items' | 'item'>, blueprint: Blueprint): BankSize => {
  const pools = poolsOf(course, blueprint);
  const domains = domainShares(blueprint).map((share, i): DomainSupply => {
    const units = pools[i]?.units ?? [];
    const needs = taskNeeds(share);
    const tasks = share.domain.tasks.map((task, at) =>
      supplyOf(
        task,
        needs[at] ?? 0,
        units.filter(unit => unit.task === task.id),
      ),
    );
    return { ...supplyOf(share.domain, share.scored + share.unscored, units), tasks };
  });
  const parts = domains.flatMap((domain): readonly Supply[] =>
    domain.tasks.length === 0 ? [domain] : domain.tasks,
  );
  return {
    papers: papersOf(domains, ({ have }) => have),
    examGrade: {
      questions: domains.reduce((sum, { examGrade }) => sum + examGrade, 0),
      papers: papersOf(parts, ({ examGrade }) => examGrade),
    },
    domains,
  };
};
