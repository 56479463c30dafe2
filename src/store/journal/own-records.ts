/** Remembers how many records this device has saved, so that a journal file that shrinks or vanishes is noticed. */
import { join } from 'node:path';
import { readSmallText } from '../../disk/regular-file.ts';
import { writeCache } from '../../disk/atomic-file.ts';

/** Lies beside the journal's folder: it is about one device and its own files. */
const SAVED_FILE = 'saved.json';

interface Saved {
  readonly device: string;
  /** Records of the device that were on the disk. */
  readonly records: number;
  /** How many lost ones the learner was told of in a session. */
  readonly told: number;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** What the file says of a device; nothing where it cannot be used. */
const read = (path: string, device: string): Saved => {
  const none: Saved = { device, records: 0, told: 0 };
  try {
    const value: unknown = JSON.parse(readSmallText(path, 'refuse-link'));
    if (typeof value !== 'object' || value === null) return none;
    const { device: owner, records, told } = value as Partial<Record<keyof Saved, unknown>>;
    return owner === device && isCount(records) && isCount(told) ? { device, records, told } : none;
  } catch {
    return none;
  }
};

/** Notices records of this device that were lost, by counting them outside the journal. */
export class OwnRecords {
  readonly #path: string;
  readonly #device: string;
  #stored: Saved;
  /** How many there must be. */
  #expected: number;
  #lost = 0;
  #told: number;

  /** @param data folder of the learner's data */
  constructor(data: string, device: string) {
    this.#path = join(data, SAVED_FILE);
    this.#device = device;
    this.#stored = read(this.#path, device);
    this.#expected = this.#stored.records;
    this.#told = this.#stored.told;
  }

  /** Records that were saved and that no file holds any more. */
  get lost(): number {
    return this.#lost;
  }

  /** Looks how many there are now. */
  observe(records: number): void {
    this.#expected = Math.max(this.#expected, records);
    this.#lost = this.#expected - records;
    this.#told = Math.min(this.#told, this.#lost);
  }

  /** One more was saved: to be called before the next look. */
  appended(): void {
    if (this.#lost > 0) this.#expected++;
  }

  /** How many are lost of which the learner was not told; the learner is told now. */
  takeNews(): number {
    const news = this.#lost > this.#told ? this.#lost : 0;
    this.#told = this.#lost;
    return news;
  }

  /** Puts the count on the disk. Fails in silence: it only helps to notice a loss. */
  write(): void {
    if (this.#stored.records === this.#expected && this.#stored.told === this.#told) return;
    // Another terminal may have counted further.
    const { records } = read(this.#path, this.#device);
    const next: Saved = {
      device: this.#device,
      records: Math.max(records, this.#expected),
      told: this.#told,
    };
    try {
      writeCache(this.#path, [Buffer.from(`${JSON.stringify(next)}\n`)]);
      this.#stored = next;
    } catch {
      // A home that cannot be written to.
    }
  }
}
