import type { ExamRequest } from '../app/exam-request.ts';
import type { Blueprint } from '../core/course.ts';
import type { SessionRequest } from '../app/session-request.ts';

/** Where one can go. */
export type Destination =
  | { readonly to: 'home' }
  /** A review, cards or a quiz. */
  | { readonly to: 'session'; readonly request: SessionRequest }
  /** Without a place the list of all notes; `sqs` or `sqs#visibility-timeout`. */
  | { readonly to: 'notes'; readonly place: string | null }
  | { readonly to: 'search'; readonly words: string }
  /** Without an id the list of all calculators. */
  | { readonly to: 'calculator'; readonly id: string | null }
  | { readonly to: 'stats'; readonly topics: ReadonlySet<string> | null }
  /** `ready`: the sitting that is open, else a new one by this blueprint. */
  | { readonly to: 'exam'; readonly request: ExamRequest | { readonly ready: Blueprint | null } };
