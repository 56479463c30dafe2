import type { Blueprint, Course, Question } from '../course/course.ts';
import { isTemplate } from '../course/course.ts';
import { domainsOf } from '../course/domains.ts';
import type { Supply } from '../exam/bank-size.ts';
import { bankSize } from '../exam/bank-size.ts';
import { itemEntry } from '../course/item-entry.ts';

interface DomainCoverage {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** Questions of the bank that serve the domain and that the exam may ask. */
  readonly questions: number;
  /** Questions one paper takes from it. */
  readonly perPaper: number;
  /** Questions by task, each counted at one task. */
  readonly tasks: readonly Supply[];
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
  /** Questions with `grade: exam`, and papers of these alone, by the task that runs out first; fractions count. */
  readonly examGrade: { readonly questions: number; readonly papers: number };
  readonly domains: readonly DomainCoverage[];
}

/** A template that may be put with options is an ordinary question with one right option. */
const fitsKinds = (question: Question, { kinds }: Blueprint): boolean =>
  kinds.includes(question.kind) ||
  (isTemplate(question) && question.ask.includes('choice') && kinds.includes('single'));

/** What the bank holds for each exam. A question that serves two domains counts in both, and at one task. */
export const coverageOf = ({
  blueprints,
  questions,
}: Pick<Course, 'blueprints' | 'questions'>): readonly Coverage[] => {
  const byKey = new Map(questions.map(question => [question.key, question]));
  const bank = { items: questions.map(itemEntry), item: (key: string) => byKey.get(key) };
  return blueprints.map(blueprint => {
    const usable = questions.filter(question => question.inMocks !== false && fitsKinds(question, blueprint));
    const served = usable
      .map(question => domainsOf(blueprint, question.tasks))
      .filter(({ length }) => length > 0);
    const perPaper = blueprint.questions.scored + blueprint.questions.unscored;
    const { domains: supplies, examGrade } = bankSize(bank, blueprint);
    const domains = blueprint.domains.map(({ id, title, weight }, i) => ({
      id,
      title,
      weight,
      questions: served.filter(each => each.some(domain => domain.id === id)).length,
      perPaper: supplies[i]?.need ?? 0,
      tasks: supplies[i]?.tasks ?? [],
    }));
    const papers = [
      Math.floor(served.length / perPaper),
      ...domains
        .filter(domain => domain.perPaper > 0)
        .map(domain => Math.floor(domain.questions / domain.perPaper)),
    ];
    return {
      blueprint: blueprint.id,
      title: blueprint.title,
      questions: served.length,
      perPaper,
      papers: Math.min(...papers),
      examGrade,
      domains,
    };
  });
};
