/** Takes events from elsewhere into the journal: the union of both, in new files, with nothing removed. */
import { join } from 'node:path';
import type { Envelope } from '../core/event.ts';
import { deviceOf } from '../core/event-order.ts';
import { Failure } from '../core/failure.ts';
import { notSaved, reasonOf } from './disk-error.ts';
import { DraftFile } from './draft-file.ts';
import type { EventSource } from './event-source.ts';
import { forEachSourceLine, journalSources, sourcesOf } from './event-source.ts';
import type { LineReading } from './line-reading.ts';
import { lineChecksum } from './line-reading.ts';
import { RecordTable } from './record-table.ts';

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

const mergeSources = (journal: string, sources: readonly EventSource[]): MergeReport => {
  const known = idsOf(journalSources(journal));
  const counts = { known: 0, conflicting: 0, skipped: 0 };
  const drafts = new Map<string, { readonly draft: DraftFile; events: number }>();
  try {
    for (const source of sources)
      forEachSourceLine(source, (reading, buffer, start, end) => {
        const envelope = envelopeOf(reading);
        if (envelope === null) {
          counts.skipped++;
          return;
        }
        const outcome = known.add(envelope, lineChecksum(buffer, start, end), null);
        if (outcome !== 'added') {
          counts[outcome === 'same' ? 'known' : 'conflicting']++;
          return;
        }
        const device = deviceOf(envelope.id);
        const entry = drafts.get(device) ?? { draft: new DraftFile(journal), events: 0 };
        drafts.set(device, entry);
        entry.draft.write(buffer.subarray(start, end));
        entry.draft.write('\n');
        entry.events++;
      });
    for (const { draft } of drafts.values()) draft.finish();
    const added = [...drafts].map(([device, { draft, events }]) => ({
      device,
      events,
      file: place(draft, journal, device),
    }));
    return { added, ...counts };
  } finally {
    for (const { draft } of drafts.values()) draft.discard();
  }
};

/**
 * Adds the events of a backup, a journal file, a journal folder or a home to the journal. All of it is read and,
 * if it is a backup, seen to be whole before a file takes its place in the journal.
 * @param journal folder of the journal; need not exist
 * @throws Failure `data` where the source cannot be read or is not whole, or the journal cannot be written
 */
export const mergeInto = (journal: string, path: string): MergeReport => {
  const sources = sourcesOf(path);
  try {
    return mergeSources(journal, sources);
  } catch (error) {
    throw error instanceof Failure ? error : notSaved(reasonOf(error), journal);
  }
};
