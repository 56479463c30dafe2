/** What the report of a sitting says, as data: every form of it prints the same numbers. */
import type { ExamEndReason, Response, Verdict } from '../journal/event.ts';
import type { PaperBlueprint, PaperQuestion, Shortage } from '../journal/paper.ts';
import type { QuestionStatus } from './sitting.ts';

/** Right answers of a number of questions. */
export interface Score {
  readonly questions: number;
  readonly correct: number;
  /** 0 to 1; 0 of no questions. */
  readonly share: number;
  /** Wilson's 95 % interval of the share, 0 to 1; of no questions 0 to 1, for nothing is known. */
  readonly low: number;
  readonly high: number;
}

interface TaskScore extends Score {
  /** `''`: questions that name only the domain. */
  readonly id: string;
  readonly title: string;
}

/** The score in a domain. */
export interface DomainScore extends Score {
  readonly id: string;
  readonly title: string;
  /** Percent of the exam. */
  readonly weight: number;
  /** Tasks with questions, in the order of the blueprint. */
  readonly tasks: readonly TaskScore[];
}

/** How the score stands to the `aim`: `unsure` where its interval holds the aim. */
export type AimVerdict = 'above' | 'unsure' | 'below';

/** Time at the questions, in ms. Numbers are of questions as they were shown, from 1. */
export interface PaceReport {
  /** What the exam leaves for each question: all time without the extra one. */
  readonly allowed: number;
  /** Mean and median of the questions that were visited. */
  readonly mean: number;
  readonly median: number;
  /** The questions that took more than is allowed, at most five, longest first. */
  readonly longest: readonly number[];
  /** Answered wrong in less than a quarter of what is allowed. */
  readonly rushed: readonly number[];
  /** Time that was left when the sitting was handed in; 0 where it ran out. */
  readonly unused: number;
}

/** Answers that were changed: the first complete one against the one that stood in the end. */
export interface ChangeReport {
  /** Questions whose answer was changed at least once, by number. */
  readonly changed: readonly number[];
  readonly toRight: number;
  readonly toWrong: number;
  /** Wrong before and after, or right before and after. */
  readonly even: number;
}

/** One question with what became of it. */
export interface QuestionReport {
  readonly number: number;
  readonly question: PaperQuestion;
  readonly status: QuestionStatus;
  readonly response: Response | null;
  /** `null`: blank, or too few options chosen. */
  readonly verdict: Verdict | null;
  /** All and only what is right. */
  readonly correct: boolean;
  readonly unsure: boolean;
  readonly flagged: boolean;
  readonly visited: boolean;
  /** Milliseconds. */
  readonly ms: number;
  /** How often the answer was changed. */
  readonly changes: number;
}

/** A topic to study, and what it is worth. */
export interface StudyAdvice {
  readonly topic: string;
  readonly title: string;
  /** What to type: `study notes sqs#visibility-timeout` to read, `study quiz sqs --weak` to practise. */
  readonly read: string;
  readonly practise: string;
  /** Points of the whole exam (percent) that knowing all of it would add: domain weight x its share x what is missing. */
  readonly worth: number;
  /** Questions of it in the paper, and those that were not right. */
  readonly questions: number;
  readonly missed: number;
}

/** Everything that the report of an exam says; lines, JSON, Markdown and HTML are made of it. */
export interface ExamReport {
  /** Id of the sitting, and the course it was drawn from. */
  readonly sitting: string;
  readonly course: string;
  readonly blueprint: PaperBlueprint;
  /** ms UTC, minutes east of UTC. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly tz: number;
  readonly reason: ExamEndReason;
  readonly practice: boolean;
  readonly minutes: number;
  readonly extra: number;
  /** Milliseconds of the sitting's time that were used. */
  readonly used: number;
  /** Repeats the paper as long as the course has version `bank`. */
  readonly seed: number;
  readonly bank: string;
  readonly shortages: readonly Shortage[];
  /** The scored questions: this is the result. Raw, never the scaled score of the real exam. */
  readonly score: Score;
  /** The others, apart. */
  readonly unscored: Score;
  /** Percent, as the blueprint advises. */
  readonly aim: number;
  /** The share is at least `aim`: what `--check` asks. */
  readonly reached: boolean;
  readonly aimVerdict: AimVerdict;
  readonly domains: readonly DomainScore[];
  readonly blank: number;
  readonly incomplete: number;
  readonly pace: PaceReport;
  readonly changes: ChangeReport;
  /** Numbers of questions flagged at the end. */
  readonly flagged: readonly number[];
  /** Wrong and not marked as unsure; empty where nothing was marked. */
  readonly sureButWrong: readonly number[];
  /** Right and marked as unsure: they come again soon. */
  readonly unsureButRight: readonly number[];
  /** In the order of the paper. */
  readonly questions: readonly QuestionReport[];
  /** What to study next, what is worth most first. */
  readonly next: readonly StudyAdvice[];
}

/** One sitting in a comparison. */
export interface SittingSummary {
  readonly sitting: string;
  readonly blueprint: string;
  readonly title: string;
  readonly startedAt: number;
  readonly tz: number;
  readonly state: 'open' | 'paused' | 'ended';
  /** `null` while it is open. */
  readonly reason: ExamEndReason | null;
  readonly practice: boolean;
  readonly seed: number;
  /** Of the scored questions; `null` while it is open, or where it was thrown away. */
  readonly score: Score | null;
  readonly aim: number;
  readonly used: number;
  /** None while it is open. */
  readonly domains: readonly DomainScore[];
  readonly answered: number;
  readonly questions: number;
}

/** All exams that were taken. */
export interface ExamHistory {
  /** Oldest first. */
  readonly sittings: readonly SittingSummary[];
  /**
   * By blueprint with two sittings or more that have a score: the last against the one before, in points, and
   * whether their intervals lie apart, so that the difference is more than chance.
   */
  readonly changes: readonly {
    readonly blueprint: string;
    readonly points: number;
    readonly clear: boolean;
    readonly domains: readonly { readonly id: string; readonly title: string; readonly points: number }[];
  }[];
}
