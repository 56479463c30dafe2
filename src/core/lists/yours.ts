/** What the learner has written: remarks on cards and questions, and cards of their own. */

/** One remark or card of the learner's. */
export interface OwnEntry {
  readonly kind: 'remark' | 'card';
  /** Key of the item it is about, or of the card itself; it may be gone from the course. */
  readonly key: string;
  /** Topic id; `''`: nobody knows any more. */
  readonly topic: string;
  /** In one line. */
  readonly text: string;
  readonly inCourse: boolean;
}
