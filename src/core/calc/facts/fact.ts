/**
 * How sure a figure is. `official`: read in AWS's own text; `quoted`: in a text that quotes or links the AWS
 * page; `unconfirmed`: commonly stated, not yet found on an AWS page.
 */
export type FactStatus = 'official' | 'quoted' | 'unconfirmed';

/** A price or quota of AWS: what may change without notice, and so stands in no formula. */
export interface Fact {
  readonly kind: 'price' | 'quota';
  /** Decimal text, so that reading the table costs nothing. */
  readonly amount: string;
  /** `USD` for prices, the unit of the quota otherwise. */
  readonly unit: string;
  /** What the amount is for, to be read after it: `a million requests`. */
  readonly label: string;
  readonly source: string;
  /** `YYYY-MM-DD`. */
  readonly checked: string;
  readonly confidence: FactStatus;
}
