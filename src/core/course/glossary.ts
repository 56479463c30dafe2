/** The words of a course, and what they mean. */

export interface Term {
  /** As it stands in texts: `SQS`, `cold start`. */
  readonly term: string;
  /** In full: `Amazon Simple Queue Service`; `''`: it is no abbreviation. */
  readonly name: string;
  /** One or two sentences of Markdown. */
  readonly text: string;
  /** Where the notes explain it, `topic` or `topic#section`. */
  readonly topic: string;
  /** Other spellings, such as `idempotency`. */
  readonly aliases: readonly string[];
  /** Why notes may use it without its name; absent: it is spelled out at its first use. */
  readonly bare?: string;
}

/** Words in capitals that stand in notes as they are. */
interface PlainWords {
  readonly words: readonly string[];
  readonly why: string;
}

/** The terms of a course, and words that need no explanation. */
export interface Glossary {
  /** In the order of the file. */
  readonly terms: readonly Term[];
  readonly plain: readonly PlainWords[];
}

/** The glossary of a course that has none. */
export const NO_GLOSSARY: Glossary = { terms: [], plain: [] };
