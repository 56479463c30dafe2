/** Follows the clock of this device through its own file, where records stand in the order in which they were written. */
import { MOST_BEHIND } from '../../core/journal/clock-doubt.ts';

/** How long after its first doubtful record a clock is taken to be still wrong, in ms: somebody sets it right. */
const LONGEST_RUN = 72 * 3_600_000;

/** What a snapshot keeps of it. */
export interface StoredTrail {
  /** `at` of the record written last, -1 where there is none. */
  readonly last: number;
  /** `at` of the first of the last records in a row that name later evidence, and that evidence; -1: the last names none. */
  readonly since: number;
  readonly seen: number;
}

const EMPTY: StoredTrail = { last: -1, since: -1, seen: -1 };

/** What this device has written, as far as clocks and lost records are judged by it. */
export class OwnTrail {
  #state: StoredTrail;

  constructor(stored: StoredTrail = EMPTY) {
    this.#state = stored;
  }

  /** `at` of the record written last, ms UTC; -1 where there is none. */
  get last(): number {
    return this.#state.last;
  }

  /** Takes note of the next record of the device's own file. */
  note({ at, seen }: { readonly at: number; readonly seen?: number | undefined }): void {
    if (seen === undefined || seen - at <= MOST_BEHIND) {
      this.#state = { last: at, since: -1, seen: -1 };
      return;
    }
    const { since } = this.#state;
    this.#state = { last: at, since: since === -1 ? at : since, seen };
  }

  /**
   * The latest moment there is evidence of, where it is so far after `at` that one of the two is wrong, else 0.
   * @param at what the clock says, ms UTC
   * @param installed when the program was installed, ms UTC; 0 where that is not known
   */
  evidenceAgainst(at: number, installed: number): number {
    const { last, since, seen } = this.#state;
    const isSameVisit = since !== -1 && Math.abs(at - since) <= LONGEST_RUN;
    const evidence = Math.max(installed, last, isSameVisit ? seen : 0);
    return evidence - at > MOST_BEHIND ? evidence : 0;
  }

  store(): StoredTrail {
    return this.#state;
  }
}
