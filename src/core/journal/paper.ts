/**
 * The paper of a mock exam: every question as it is shown, written into the journal when the sitting starts. So a
 * sitting can be resumed and reported on another device, and after the course has changed. Shapes are a contract
 * with files on learners' disks (docs/journal.md).
 */
import type { Domain, Grade, Option, Pair } from '../course/course.ts';

/** What a question shows and what is right, all lists in the order in which they are shown. */
export type PaperContent =
  | { readonly kind: 'single' | 'multiple'; readonly options: readonly Option[] }
  | { readonly kind: 'true-false'; readonly answer: boolean; readonly why: string }
  | {
      readonly kind: 'numeric';
      /** Decimal text, as in a question file. */
      readonly answer: string;
      readonly unit: string;
      readonly tolerance: string;
      readonly why: string;
    }
  | {
      readonly kind: 'order';
      /** In the right order. */
      readonly steps: readonly string[];
      readonly shown: readonly string[];
      /** Why each step stands where it does, in the right order; absent where the question has one reason for all. */
      readonly stepWhys?: readonly string[];
      readonly why: string;
    }
  | {
      readonly kind: 'match';
      readonly pairs: readonly Pair[];
      /** Right sides and decoys as they are shown. */
      readonly rights: readonly string[];
      readonly why: string;
    }
  | { readonly kind: 'text'; readonly accept: readonly string[]; readonly why: string };

/** Where a question of a paper belongs: in the course, and in the exam. */
export interface PaperPlace {
  /** Key of the item when the paper was drawn; each stands once in a paper. */
  readonly item: string;
  readonly topic: string;
  /** Section of the note that explains it, `''` where none is named. */
  readonly section: string;
  /** Domain it was drawn for, and its task; `''` where the question names the domain only. */
  readonly domain: string;
  readonly task: string;
  /** `false`: one of those that do not count, which nobody can tell from the others. */
  readonly scored: boolean;
  /** Seed of a template's numbers; `null` for other questions. */
  readonly seed: number | null;
  /** Fingerprint of the question as it was put. */
  readonly question: string;
  readonly stem: string;
  /** Written in the form of the real exam; absent for a drill, and in papers of older versions. */
  readonly grade?: Grade;
}

/** A question of a paper, whole: later edits of the course do not change it. */
export type PaperQuestion = PaperPlace & PaperContent;

/** What a report needs to know of the blueprint when the course has none of it any more. */
export interface PaperBlueprint {
  readonly id: string;
  readonly title: string;
  readonly provisional: boolean;
  /** What its publisher has not confirmed, where the course says so. */
  readonly provisionalNote?: string;
  /** Percent of raw answers we advise. */
  readonly aim: number;
  /** Minutes that the exam has. */
  readonly minutes: number;
  readonly pass: {
    readonly mark: number;
    /** Lowest and highest mark; `null` where the mark is no place on a scale. */
    readonly scale: readonly [number, number] | null;
    readonly note: string;
  } | null;
  readonly domains: readonly Domain[];
}

/** A domain whose share the bank could not fill. */
export interface Shortage {
  readonly domain: string;
  readonly title: string;
  readonly part: 'scored' | 'unscored';
  readonly want: number;
  readonly have: number;
}

/** What was drawn: the paper without the rules of a sitting. */
export interface DrawnPaper {
  readonly blueprint: PaperBlueprint;
  /** Version of the course it was drawn from. */
  readonly bank: string;
  /** Repeats the paper, as long as the bank stays the same. 0 to 2^32 - 1. */
  readonly seed: number;
  readonly questions: readonly PaperQuestion[];
  readonly shortages: readonly Shortage[];
}

/** A paper and the rules it is sat by: what `exam-started` records. */
export interface Paper extends DrawnPaper {
  /** The clock may be paused, and stands still while the program is closed. */
  readonly practice: boolean;
  /** Minutes of this sitting without extra time; fractions are allowed. */
  readonly minutes: number;
  /** Minutes of extra time. */
  readonly extra: number;
  /** Moment (ms UTC) at which a sitting that is never paused ends, by the clock it was started on. */
  readonly deadline: number;
}

/** Questions of a paper that are written in the form of the real exam. */
export const examGradeOf = ({ questions }: Pick<DrawnPaper, 'questions'>): number =>
  questions.filter(({ grade }) => grade === 'exam').length;

/** Time of a sitting in ms, extra time included. */
export const timeAllowed = ({ minutes, extra }: Pick<Paper, 'minutes' | 'extra'>): number =>
  Math.round((minutes + extra) * 60_000);
