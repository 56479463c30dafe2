/**
 * What a failure means to the person at the keyboard; each has its exit code.
 * `no`: the answer is no. `usage`: wrong use. `data`: content, settings or progress that cannot be read or written.
 */
type FailureKind = 'no' | 'usage' | 'data' | 'interrupted';

/** The exit code of each kind of failure. */
export const EXIT_CODES: Readonly<Record<FailureKind, number>> = {
  no: 1,
  usage: 2,
  data: 3,
  interrupted: 130,
};

interface FailureDetails {
  /** Stable id for scripts, kebab-case: `unknown-topic`. */
  readonly code: string;
  /** Where: `content/x.md:12`, a path, a flag. */
  readonly place?: string;
  /** What to try: a command or a sentence. */
  readonly try?: string;
  /** Further problems of the same use, for scripts (`study calc`). */
  readonly problems?: readonly { readonly flag: string; readonly given: string; readonly message: string }[];
}

/** An expected failure: what is wrong, where, and what to try. Shown without a stack trace. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly details: FailureDetails;

  constructor(kind: FailureKind, message: string, details: FailureDetails) {
    super(message);
    this.name = 'Failure';
    this.kind = kind;
    this.details = details;
  }
}
