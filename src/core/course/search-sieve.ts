/** What a search reads of a large course. */

/** Which documents a search looks at, so that the others need not be read out of a large course. */
export interface SearchSieve {
  /** One text of each list stands in the topic, the title as `searchableTitle` makes it, or the text. */
  readonly all: readonly (readonly string[])[];
  /** Topics of which every document is let through. */
  readonly topics: readonly string[];
}
