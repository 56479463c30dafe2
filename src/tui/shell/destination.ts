import type { ExamRequest } from '../../app/exam/exam-request.ts';
import type { SessionRequest } from '../../app/session/session-request.ts';
import type { Blueprint, CalculatorTemplate } from '../../core/course/course.ts';
import type { TemplateForm } from '../../core/question/present.ts';

/** A template as it was asked: by these its numbers are known. */
export interface AskedTemplate {
  readonly template: CalculatorTemplate;
  readonly seed: number;
  readonly form: TemplateForm;
}

/** Where one can go. */
export type Destination =
  | { readonly to: 'home' }
  /** A review, cards or a quiz. */
  | { readonly to: 'session'; readonly request: SessionRequest }
  /** Without a place the list of all notes; `sqs` or `sqs#visibility-timeout`. */
  | { readonly to: 'notes'; readonly place: string | null }
  | { readonly to: 'search'; readonly words: string }
  /** Without an id the list of all calculators; with a question its numbers stand in the form. */
  | { readonly to: 'calculator'; readonly id: string | null; readonly question?: AskedTemplate }
  | { readonly to: 'stats'; readonly topics: ReadonlySet<string> | null }
  /** `ready`: the sitting that is open, else a new one by this blueprint. */
  | { readonly to: 'exam'; readonly request: ExamRequest | { readonly ready: Blueprint | null } }
  /** The days until the exam, and what other minutes a day would change. */
  | { readonly to: 'plan' }
  /** How ready one is, by domain and task. */
  | { readonly to: 'readiness' }
  /** `device`: only what holds for this device, as while an exam runs. */
  | { readonly to: 'settings'; readonly part: 'all' | 'device' }
  /** The three questions of the first run. */
  | { readonly to: 'welcome' }
  /** What to study; `at`: id of a domain, task, area or topic that is chosen at first. */
  | { readonly to: 'choose'; readonly at: string | null }
  /** Flagged, missed, suspended and so on; `list`: the one that is shown first. */
  | { readonly to: 'lists'; readonly list: string | null }
  /** Exams taken. */
  | { readonly to: 'exams' }
  /** The report of a sitting that is over. */
  | { readonly to: 'report'; readonly sitting: string }
  /** After the exam's date: how it went. */
  | { readonly to: 'after-exam'; readonly how: 'passed' | 'failed' | 'moved' }
  /** What is wrong in the files of the course. */
  | { readonly to: 'problems' }
  /** The page before a mock exam. */
  | { readonly to: 'mock' };
