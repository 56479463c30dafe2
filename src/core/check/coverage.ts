import type { Blueprint, Course, Question } from '../course.ts';
import { domainsOf } from '../domains.ts';

export interface DomainCoverage {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** Questions of the bank that serve the domain and that the exam may ask. */
  readonly questions: number;
  /** Questions one paper takes from it. */
  readonly perPaper: number;
}

/** How far the bank reaches for one exam. */
export interface Coverage {
  readonly blueprint: string;
  readonly title: string;
  readonly questions: number;
  /** Questions of one paper, unscored ones included. */
  readonly perPaper: number;
  /** Whole papers without a repeated question, by the domain that runs out first. */
  readonly papers: number;
  readonly domains: readonly DomainCoverage[];
}

/** Shares of a whole by weight, the largest remainders rounded up (Hamilton), so that they add up to it. */
const apportion = (total: number, weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map(weight => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const rest = total - shares.reduce((a, b) => a + b, 0);
  exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
    .slice(0, rest)
    .forEach(({ i }) => (shares[i] = (shares[i] ?? 0) + 1));
  return shares;
};

/** A template that may be put with options is an ordinary question with one right option. */
const fitsKinds = (question: Question, { kinds }: Blueprint): boolean =>
  kinds.includes(question.kind) ||
  ('calculator' in question && question.ask.includes('choice') && kinds.includes('single'));

/** What the bank holds for each exam. A question that serves two domains counts in both. */
export const coverageOf = ({
  blueprints,
  questions,
}: Pick<Course, 'blueprints' | 'questions'>): readonly Coverage[] =>
  blueprints.map(blueprint => {
    const usable = questions.filter(question => fitsKinds(question, blueprint));
    const counts = new Map<string, number>();
    let serving = 0;
    for (const question of usable) {
      const served = domainsOf(blueprint, question.tasks);
      if (served.length > 0) serving++;
      for (const { id } of served) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const perPaper = blueprint.questions.scored + blueprint.questions.unscored;
    const shares = apportion(
      perPaper,
      blueprint.domains.map(({ weight }) => weight),
    );
    const domains = blueprint.domains.map(({ id, title, weight }, i) => ({
      id,
      title,
      weight,
      questions: counts.get(id) ?? 0,
      perPaper: shares[i] ?? 0,
    }));
    const papers = [
      Math.floor(serving / perPaper),
      ...domains
        .filter(domain => domain.perPaper > 0)
        .map(domain => Math.floor(domain.questions / domain.perPaper)),
    ];
    return {
      blueprint: blueprint.id,
      title: blueprint.title,
      questions: serving,
      perPaper,
      papers: Math.min(...papers),
      domains,
    };
  });
