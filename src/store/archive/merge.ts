/** Takes events from elsewhere into the journal: the union of both, in new files, with nothing removed. */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Envelope, JournalEvent } from '../../core/journal/event.ts';
import { deviceOf } from '../../core/journal/event-order.ts';
import { Failure } from '../../core/base/failure.ts';
import { notSaved, reasonOf } from '../../disk/disk-error.ts';
import { DraftFile } from '../../disk/draft-file.ts';
import type { EventSource } from './event-source.ts';
import {
  forEachSourceLine,
  isBackup,
  journalSources,
  notRecords,
  ownFilesOf,
  sourcesOf,
} from './event-source.ts';
import type { LineReading } from '../journal/line-reading.ts';
import { lineChecksum, trimLine } from '../journal/line-reading.ts';
import type { OwnCounts } from '../own/own-files.ts';
import { addOwnFiles, ownBeside } from '../own/own-files.ts';
import { RecordTable } from '../rebuild/record-table.ts';

/** What came of a merge. */
export interface MergeReport {
  /** Events that were new, by device, and the file of the journal they are in now. */
  readonly added: readonly { readonly device: string; readonly events: number; readonly file: string }[];
  /** Events that were known already. */
  readonly known: number;
  /** Events that are known with the same id and another content: the known ones stay. */
  readonly conflicting: number;
  /** Lines that are no events. */
  readonly skipped: number;
  /** Files with remarks and cards of the learner's own. */
  readonly ownFiles: OwnCounts;
}

const envelopeOf = (reading: LineReading): Omit<Envelope, 'v'> | null => {
  if (reading.is === 'event') return reading.event;
  return reading.is === 'unknown' ? reading.envelope : null;
};

/** The ids of the events in some sources. */
export const idsOf = (sources: readonly EventSource[]): RecordTable => {
  const ids = new RecordTable();
  for (const source of sources)
    forEachSourceLine(source, (reading, buffer, start, end) => {
      const envelope = envelopeOf(reading);
      if (envelope !== null) ids.add(envelope, lineChecksum(buffer, start, end), null);
    });
  return ids;
};

/** Gives a draft the first free name of its device: `<device>.2.jsonl` and so on. */
const place = (draft: DraftFile, journal: string, device: string): string => {
  for (let n = 2; ; n++) {
    const name = `${device}.${n}.jsonl`;
    if (draft.placeAs(join(journal, name))) return name;
  }
};

/** Records under the name of the device at hand that it does not have: it has lost them, or never wrote them. */
export interface OwnArrivals {
  /** By type of event, how many there are. */
  readonly types: ReadonlyMap<string, number>;
  readonly records: number;
  /** The first of those that change other records: undo, forget, move or redate them, or leave a device out. */
  readonly changes: readonly JournalEvent[];
  /** How many there are of those. */
  readonly changing: number;
}

/** A merge that has read and written everything but put no file into the journal yet. */
export interface PreparedMerge {
  readonly own: OwnArrivals;
  /** Puts the new files into the journal. */
  commit(): MergeReport;
  /** Removes what was not put there; harmless after `commit`. */
  discard(): void;
}

/** Changes of one's own that are listed. */
const MOST_LISTED = 1000;

const CHANGES: ReadonlySet<JournalEvent['type']> = new Set([
  'undone',
  'reset',
  'relinked',
  'separated',
  'course-renamed',
  'excluded',
  'redated',
  'fitted',
  'imported',
]);

const isChange = ({ type }: JournalEvent): boolean => CHANGES.has(type);

class Merge implements PreparedMerge {
  readonly own: {
    readonly types: Map<string, number>;
    records: number;
    readonly changes: JournalEvent[];
    changing: number;
  } = { types: new Map(), records: 0, changes: [], changing: 0 };
  readonly #journal: string;
  readonly #known: RecordTable;
  readonly #self: string;
  readonly #counts = { known: 0, conflicting: 0, skipped: 0 };
  readonly #drafts = new Map<string, { readonly draft: DraftFile; events: number }>();
  ownFiles: ReturnType<typeof ownFilesOf> = [];

  constructor(journal: string, self: string) {
    this.#journal = journal;
    this.#known = idsOf(journalSources(journal));
    this.#self = self;
  }

  /** How many records have been read. */
  get read(): number {
    const { known, conflicting } = this.#counts;
    return known + conflicting + [...this.#drafts.values()].reduce((sum, { events }) => sum + events, 0);
  }

  take(source: EventSource): void {
    forEachSourceLine(source, (reading, buffer, start, end) => {
      const envelope = envelopeOf(reading);
      if (envelope === null) {
        if (reading.is !== 'marker') this.#counts.skipped++;
        return;
      }
      const { from, to } = trimLine(buffer, start, end);
      let outcome = this.#known.add(envelope, lineChecksum(buffer, from, to), null);
      // An export writes some characters in another way; the program itself writes records as JSON.stringify does.
      if (outcome === 'conflict') {
        const plain = JSON.stringify(JSON.parse(buffer.toString('utf8', from, to)));
        outcome = this.#known.add(envelope, crc32(plain), null);
      }
      if (outcome !== 'added') {
        this.#counts[outcome === 'same' ? 'known' : 'conflicting']++;
        return;
      }
      const device = deviceOf(envelope.id);
      if (device === this.#self) this.#noteOwn(reading);
      const entry = this.#drafts.get(device) ?? { draft: new DraftFile(this.#journal), events: 0 };
      this.#drafts.set(device, entry);
      entry.draft.write(buffer.subarray(from, to));
      entry.draft.write('\n');
      entry.events++;
    });
  }

  #noteOwn(reading: LineReading): void {
    const { own } = this;
    own.records++;
    const type = reading.is === 'event' ? reading.event.type : 'of a newer program';
    own.types.set(type, (own.types.get(type) ?? 0) + 1);
    if (reading.is !== 'event' || !isChange(reading.event)) return;
    own.changing++;
    if (own.changes.length < MOST_LISTED) own.changes.push(reading.event);
  }

  commit(): MergeReport {
    for (const { draft } of this.#drafts.values()) draft.finish();
    const added = [...this.#drafts].map(([device, { draft, events }]) => ({
      device,
      events,
      file: place(draft, this.#journal, device),
    }));
    return { added, ...this.#counts, ownFiles: addOwnFiles(ownBeside(this.#journal), this.ownFiles) };
  }

  discard(): void {
    for (const { draft } of this.#drafts.values()) draft.discard();
  }
}

const failing = <T>(journal: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw error instanceof Failure ? error : notSaved(reasonOf(error), journal);
  }
};

/**
 * Reads what a backup, a file of records, a journal folder or a home holds beyond the journal. All of it is read and,
 * if it is a backup, seen to be whole before a file takes its place in the journal.
 * @param journal folder of the journal; need not exist
 * @param self the device at hand; `''` where there is none
 * @throws Failure `data` where the source cannot be read, is not whole or holds no record, or nothing can be written
 */
export const prepareMerge = (journal: string, path: string, self: string): PreparedMerge => {
  const sources = sourcesOf(path);
  return failing(journal, () => {
    const merge = new Merge(journal, self);
    try {
      for (const source of sources) merge.take(source);
      merge.ownFiles = ownFilesOf(path, sources);
      const isLone = merge.read === 0 && sources.length === 1 && sources[0]?.path === path;
      if (isLone && !isBackup(path)) throw notRecords(path);
    } catch (error) {
      merge.discard();
      throw error;
    }
    return {
      own: merge.own,
      commit: () => failing(journal, () => merge.commit()),
      discard: () => merge.discard(),
    };
  });
};

/** A merge without a question: see {@link prepareMerge}. */
export const mergeInto = (journal: string, path: string): MergeReport => {
  const merge = prepareMerge(journal, path, '');
  try {
    return merge.commit();
  } finally {
    merge.discard();
  }
};
