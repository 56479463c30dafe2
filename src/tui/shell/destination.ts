import type { ExamRequest } from '../../app/exam/exam-request.ts';
import type { SessionRequest } from '../../app/session/session-request.ts';
import type { Blueprint, Template } from '../../core/course/course.ts';
import type { TemplateForm } from '../../core/question/present.ts';

/** A template as it was asked: by these its numbers are known. */
export interface AskedTemplate {
  readonly template: Template;
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
  | { readonly to: 'exam'; readonly request: ExamRequest | { readonly ready: Blueprint | null } };
