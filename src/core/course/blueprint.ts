/** What an exam asks, as its blueprint describes it. */
import type { QuestionKind } from './question-kinds.ts';

/** A task of an exam: what its publisher lists under a domain. */
export interface Task {
  readonly id: string;
  readonly title: string;
  /** Share of its domain, against the other tasks of the domain that have one. */
  readonly weight?: number;
  /** Skills that the publisher lists under it: what its share is estimated from where no weight is given. */
  readonly skills?: number;
}
/** A domain of an exam, with its weight. */
export interface Domain {
  readonly id: string;
  readonly title: string;
  /** Percent; the weights of a blueprint add up to 100. */
  readonly weight: number;
  readonly tasks: readonly Task[];
}
/** A note in the reading order of an exam. */
export interface ReadingStep {
  readonly topic: string;
  /** Topics to read first; absent: none. Each stands further up in the same order. */
  readonly after?: readonly string[];
}
/** A part of a reading order, such as a week. */
export interface ReadingPart {
  readonly title: string;
  readonly topics: readonly ReadingStep[];
}
/** An exam. */
export interface Blueprint {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly questions: { readonly scored: number; readonly unscored: number };
  readonly minutes: number;
  readonly pass?: {
    readonly mark: number;
    readonly scale?: readonly [number, number];
    readonly note?: string;
  };
  /** Percent of raw answers we advise. */
  readonly aim: number;
  /** First and last day of validity, `YYYY-MM-DD`. */
  readonly valid: { readonly from?: string; readonly to?: string };
  /** Blueprint that takes its place when it is over. */
  readonly successor?: string;
  readonly kinds: readonly QuestionKind[];
  readonly provisional: boolean;
  /** What is not confirmed, where that can be said. */
  readonly provisionalNote?: string;
  readonly domains: readonly Domain[];
  /** Its notes in the order in which they are best read; absent: the course has no order of its own for it. */
  readonly reading?: readonly ReadingPart[];
  /** Names that have left the publisher's guide. */
  readonly outOfScope?: readonly string[];
  /** Fewest and most words of a question with `grade: exam`. */
  readonly form?: { readonly stem?: readonly [number, number]; readonly option?: readonly [number, number] };
  readonly sources: readonly string[];
  readonly checked: string;
}
