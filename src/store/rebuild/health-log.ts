/** Notes what is wrong with the journal while its lines are read. */
import { isBehind, isImpossible, MOST_BEHIND } from '../../core/journal/clock-doubt.ts';
import type { JournalEvent } from '../../core/journal/event.ts';
import { claimedMoment, deviceOf, futureLimit } from '../../core/journal/event-order.ts';
import type { JournalHealth, OddRecord, Trace } from '../../core/journal/progress.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { JournalFile } from '../journal/journal-files.ts';
import { ownFile } from '../journal/journal-files.ts';
import type { LineReading, RejectedLine } from '../journal/line-reading.ts';

type Quarantined = JournalHealth['quarantined'][number];
type ForeignEffect = JournalHealth['foreignEffects'][number];
type FoundTrace = JournalHealth['traces'][number];

/** A file full of rubbish is told in a few hundred lines as well as in a million. */
const MOST_LISTED = 1000;

/** Counts that a snapshot keeps. */
export interface StoredHealth {
  readonly torn: number;
  readonly leftOut: number;
  readonly unknown: number;
  readonly duplicates: number;
  readonly quarantined: readonly Quarantined[];
  readonly foreignEffects: readonly ForeignEffect[];
  readonly odd: JournalHealth['odd'];
  readonly traces: readonly FoundTrace[];
  /** By file that a device appends to, the moment of its last record. */
  readonly lastAt: readonly (readonly [file: string, at: number])[];
}

const EMPTY: StoredHealth = {
  torn: 0,
  leftOut: 0,
  unknown: 0,
  duplicates: 0,
  quarantined: [],
  foreignEffects: [],
  odd: { impossible: 0, behind: 0, records: [] },
  traces: [],
  lastAt: [],
};

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
    case 'redated': {
      const foreign = author === self ? undefined : event.records.find(({ id }) => deviceOf(id) !== author);
      return foreign?.id ?? null;
    }
    case 'excluded':
      return author === self ? null : event.device;
    default:
      return null;
  }
};

/** Collects what is wrong with the files of the journal. */
export class HealthLog {
  torn: number;
  leftOut: number;
  unknown: number;
  duplicates: number;
  readonly #quarantined: Quarantined[];
  readonly #foreignEffects: ForeignEffect[];
  readonly #counts: { impossible: number; behind: number };
  readonly #odd: OddRecord[];
  readonly #traces: Map<Trace, FoundTrace>;
  readonly #lastAt: Map<string, number>;

  constructor(stored: StoredHealth = EMPTY) {
    this.torn = stored.torn;
    this.leftOut = stored.leftOut;
    this.unknown = stored.unknown;
    this.duplicates = stored.duplicates;
    this.#quarantined = [...stored.quarantined];
    this.#foreignEffects = [...stored.foreignEffects];
    this.#counts = { impossible: stored.odd.impossible, behind: stored.odd.behind };
    this.#odd = [...stored.odd.records];
    this.#traces = new Map(stored.traces.map(found => [found.trace, found]));
    this.#lastAt = new Map(stored.lastAt);
  }

  quarantine(file: string, line: number, reason: Quarantined['reason']): void {
    this.leftOut++;
    if (this.#quarantined.length < MOST_LISTED)
      this.#quarantined.push({ file: sanitizeLine(file), line, reason });
  }

  /** Counts what another program has left in a line. */
  trace(trace: Trace, file: string, line: number): void {
    const known = this.#traces.get(trace);
    this.#traces.set(trace, {
      ...(known ?? { trace, file: sanitizeLine(file), line }),
      lines: (known?.lines ?? 0) + 1,
    });
  }

  /** Counts a line that is no event of any version; `false`: it is one. */
  rejects(reading: LineReading, file: string, line: number): reading is RejectedLine {
    if (reading.trace !== undefined) this.trace(reading.trace, file, line);
    switch (reading.is) {
      case 'event':
      case 'unknown':
        return false;
      case 'blank':
      case 'marker':
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

  /** Looks whether the moment of an event, which stands where it belongs in time, can be right. */
  date(event: JournalEvent, { name, device }: Pick<JournalFile, 'name' | 'device'>, now: number): void {
    const { id, at } = event;
    const note = (why: OddRecord['why']): void => {
      if (why !== 'future') this.#counts[why]++;
      if (this.#odd.length < MOST_LISTED) this.#odd.push({ id, at, why });
    };
    if (claimedMoment(event) > futureLimit(now)) {
      note('future');
      return;
    }
    // Only in the file that a device appends to do records stand in the order in which they were written.
    const isOriginal = name === ownFile(device);
    const last = isOriginal ? (this.#lastAt.get(name) ?? 0) : 0;
    if (isImpossible(event)) note('impossible');
    else if (isBehind(event) || last - at > MOST_BEHIND) note('behind');
    if (isOriginal) this.#lastAt.set(name, at);
  }

  store(): StoredHealth {
    return {
      torn: this.torn,
      leftOut: this.leftOut,
      unknown: this.unknown,
      duplicates: this.duplicates,
      quarantined: this.#quarantined,
      foreignEffects: this.#foreignEffects,
      odd: { ...this.#counts, records: this.#odd },
      traces: [...this.#traces.values()],
      lastAt: [...this.#lastAt],
    };
  }
}
