/** Tells whether an event that was just read is known already, without keeping every id in memory. */
import { deviceOf } from '../../core/journal/event-order.ts';

/** `unsure`: it may be one of those that only the files know. */
type Familiarity = 'new' | 'same' | 'conflict' | 'unsure';

/** What a snapshot keeps of the ids behind it. */
export interface StoredIds {
  /** By device, its greatest id. */
  readonly greatest: readonly (readonly [string, string])[];
  /** Ids of events far ahead of the clock, which say nothing about what comes after them. */
  readonly ahead: readonly string[];
}

/**
 * Ids of a device grow with its logical clock: one that is greater than all that were folded is new. Smaller
 * ones come with copies of files, and are looked for in the files.
 */
export class KnownIds {
  readonly #greatest: Map<string, string>;
  readonly #ahead: Set<string>;
  /** Ids read since, with a checksum of their line. */
  readonly #recent = new Map<string, number>();
  readonly #recentAhead: string[] = [];

  constructor(stored: StoredIds = { greatest: [], ahead: [] }) {
    this.#greatest = new Map(stored.greatest);
    this.#ahead = new Set(stored.ahead);
  }

  check(id: string, checksum: number): Familiarity {
    const recent = this.#recent.get(id);
    if (recent !== undefined) return recent === checksum ? 'same' : 'conflict';
    if (this.#ahead.has(id)) return 'unsure';
    const greatest = this.#greatest.get(deviceOf(id));
    return greatest === undefined || id > greatest ? 'new' : 'unsure';
  }

  add(id: string, checksum: number, ahead: boolean): void {
    this.#recent.set(id, checksum);
    if (ahead) this.#recentAhead.push(id);
  }

  /** For a snapshot that covers everything read so far. */
  store(): StoredIds {
    const ahead = new Set([...this.#ahead, ...this.#recentAhead]);
    const greatest = new Map(this.#greatest);
    for (const id of this.#recent.keys()) {
      if (ahead.has(id)) continue;
      const device = deviceOf(id);
      if (id > (greatest.get(device) ?? '')) greatest.set(device, id);
    }
    return { greatest: [...greatest], ahead: [...ahead] };
  }
}
