/** What imports brought, in columns: a history from another program can be as long as the journal itself. */
import { RATINGS } from '../../core/journal/event.ts';
import type { ImportedItem, ImportedReview, ImportedState } from '../../core/journal/imported-item.ts';

/** Which import an event belongs to, and where it came from. */
export interface ImportName {
  readonly batch: string;
  readonly source: string;
}

const FLAGGED = 1;
const SUSPENDED = 2;

/** Reviews that were imported, in columns like {@link RecordTable}. */
export class ImportedColumns {
  /** How many items there are. */
  length = 0;
  #reviews = 0;
  readonly #names = new Map<number, ImportName>();
  readonly #states = new Map<number, ImportedState>();
  /** Few have any. */
  readonly #lapses = new Map<number, number>();
  /** By item, where its reviews begin; they end where those of the next one begin. */
  #start = new Uint32Array(64);
  #marks = new Uint8Array(64);
  #at = new Float64Array(256);
  #day = new Int32Array(256);
  #rating = new Uint8Array(256);

  /** Takes note of the import that a record belongs to. */
  name(record: number, { batch, source }: ImportName): void {
    this.#names.set(record, { batch, source });
  }

  nameOf(record: number): ImportName | undefined {
    return this.#names.get(record);
  }

  /** The records of the imports that are named. */
  *recordsOf(batches: ReadonlySet<string>): Iterable<number> {
    for (const [record, { batch }] of this.#names) if (batches.has(batch)) yield record;
  }

  /** Adds an item; its number is the length before. */
  add({ reviews = [], state, suspended, flagged, lapses = 0 }: ImportedItem): void {
    if (this.length + 2 > this.#start.length) this.#growItems();
    while (this.#reviews + reviews.length > this.#at.length) this.#growReviews();
    const number = this.length++;
    this.#marks[number] = (flagged === true ? FLAGGED : 0) + (suspended === true ? SUSPENDED : 0);
    if (state !== undefined) this.#states.set(number, state);
    if (lapses > 0) this.#lapses.set(number, lapses);
    for (const [at, day, rating] of reviews) {
      const review = this.#reviews++;
      this.#at[review] = at;
      this.#day[review] = day;
      this.#rating[review] = RATINGS.indexOf(rating);
    }
    this.#start[number + 1] = this.#reviews;
  }

  /** What was added as the `number`-th. How long a review took is not kept: it counts for nothing. */
  item(number: number, key: string): ImportedItem {
    const reviews: ImportedReview[] = [];
    for (let review = this.#start[number] ?? 0; review < (this.#start[number + 1] ?? 0); review++)
      reviews.push([
        this.#at[review] ?? 0,
        this.#day[review] ?? 0,
        RATINGS[this.#rating[review] ?? 0] ?? 'again',
        0,
      ]);
    const marks = this.#marks[number] ?? 0;
    const state = this.#states.get(number);
    const lapses = this.#lapses.get(number);
    return {
      item: key,
      reviews,
      ...(state === undefined ? {} : { state }),
      ...((marks & SUSPENDED) === 0 ? {} : { suspended: true }),
      ...((marks & FLAGGED) === 0 ? {} : { flagged: true }),
      ...(lapses === undefined ? {} : { lapses }),
    };
  }

  #growItems(): void {
    const [start, marks] = [new Uint32Array(this.#start.length * 2), new Uint8Array(this.#marks.length * 2)];
    start.set(this.#start);
    marks.set(this.#marks);
    [this.#start, this.#marks] = [start, marks];
  }

  #growReviews(): void {
    const size = this.#at.length * 2;
    const [at, day, rating] = [new Float64Array(size), new Int32Array(size), new Uint8Array(size)];
    at.set(this.#at);
    day.set(this.#day);
    rating.set(this.#rating);
    [this.#at, this.#day, this.#rating] = [at, day, rating];
  }
}
