/** Notes what is wrong with the journal while its lines are read. */
import type { JournalEvent } from '../core/event.ts';
import { deviceOf } from '../core/event-order.ts';
import type { JournalHealth } from '../core/progress.ts';
import { sanitizeLine } from '../core/sanitize.ts';
import type { LineReading, RejectedLine } from './line-reading.ts';

type Quarantined = JournalHealth['quarantined'][number];
type ForeignEffect = JournalHealth['foreignEffects'][number];

/** A file full of rubbish is told in a few hundred lines as well as in a million. */
const MOST_LISTED = 1000;

/** Counts that a snapshot keeps. */
export interface StoredHealth {
  readonly torn: number;
  readonly unknown: number;
  readonly duplicates: number;
  readonly quarantined: readonly Quarantined[];
  readonly foreignEffects: readonly ForeignEffect[];
}

const EMPTY: StoredHealth = { torn: 0, unknown: 0, duplicates: 0, quarantined: [], foreignEffects: [] };

/** What an event changes that other devices wrote, in a few words; `null`: nothing. */
const foreignTarget = (event: JournalEvent, self: string): string | null => {
  const author = deviceOf(event.id);
  switch (event.type) {
    case 'undone':
      return deviceOf(event.target) === author ? null : event.target;
    case 'relinked':
      return author === self ? null : `${event.from}>${event.to}`;
    case 'separated':
      return author === self ? null : event.item;
    case 'course-renamed':
      return author === self ? null : `${event.from}>${event.course}`;
    case 'reset':
      return author === self ? null : (event.items?.join(' ') ?? 'everything');
    case 'excluded':
      return author === self ? null : event.device;
    default:
      return null;
  }
};

export class HealthLog {
  torn: number;
  unknown: number;
  duplicates: number;
  readonly #quarantined: Quarantined[];
  readonly #foreignEffects: ForeignEffect[];

  constructor(stored: StoredHealth = EMPTY) {
    this.torn = stored.torn;
    this.unknown = stored.unknown;
    this.duplicates = stored.duplicates;
    this.#quarantined = [...stored.quarantined];
    this.#foreignEffects = [...stored.foreignEffects];
  }

  quarantine(file: string, line: number, reason: Quarantined['reason']): void {
    if (this.#quarantined.length < MOST_LISTED)
      this.#quarantined.push({ file: sanitizeLine(file), line, reason });
  }

  /** Counts a line that is no event of any version; `false`: it is one. */
  rejects(reading: LineReading, file: string, line: number): reading is RejectedLine {
    switch (reading.is) {
      case 'event':
      case 'unknown':
        return false;
      case 'blank':
        return true;
      case 'torn':
        this.torn++;
        return true;
      case 'bad-shape':
      case 'foreign-device':
        this.quarantine(file, line, reading.is);
        return true;
    }
  }

  /** Looks whether an event of one device changes what another wrote; `self` is the device at hand. */
  watch(event: JournalEvent, self: string): void {
    const target = foreignTarget(event, self);
    if (target === null || this.#foreignEffects.length >= MOST_LISTED) return;
    const shown = target.length > 200 ? `${target.slice(0, 200)}...` : target;
    this.#foreignEffects.push({ id: event.id, type: event.type, target: sanitizeLine(shown) });
  }

  store(): StoredHealth {
    return {
      torn: this.torn,
      unknown: this.unknown,
      duplicates: this.duplicates,
      quarantined: this.#quarantined,
      foreignEffects: this.#foreignEffects,
    };
  }
}
