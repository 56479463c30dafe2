/** What a search reads of a large course. */

/** One text that search looks through, already lower-cased for the scan. */
export interface SearchDocument {
  readonly type: 'section' | 'card' | 'question';
  /** `topic#section` or the item's key. */
  readonly ref: string;
  readonly topic: string;
  readonly title: string;
  /** Plain text, not Markdown. */
  readonly text: string;
}

/** Which documents a search looks at, so that the others need not be read out of a large course. */
export interface SearchSieve {
  /** One text of each list stands in the topic, the title as `searchableTitle` makes it, or the text. */
  readonly all: readonly (readonly string[])[];
  /** Topics of which every document is let through. */
  readonly topics: readonly string[];
}
