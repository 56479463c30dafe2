/** The journal's events in the one order of all devices, as they stand in the files. */
import { readSync } from 'node:fs';
import { comparePositions } from '../../core/journal/event-order.ts';
import type { JournalFile } from './journal-files.ts';
import { listJournalFiles, withFile } from './journal-files.ts';
import { readLine } from './line-reading.ts';
import { LONGEST_LINE } from './lines.ts';

const NEWLINE = 10;
/** Holds at least one line of any length that counts. */
const CHUNK = 2 * LONGEST_LINE;

/** Where one event stands. */
interface Place {
  readonly lc: number;
  readonly id: string;
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

/** Goes through the complete lines of a file that are not too long, with their offsets. */
const forEachPlacedLine = (
  fd: number,
  visit: (buffer: Buffer, start: number, end: number, offset: number) => void,
): void => {
  const buffer = Buffer.allocUnsafe(CHUNK);
  let offset = 0;
  let inLongLine = false;
  for (;;) {
    const count = readSync(fd, buffer, 0, CHUNK, offset);
    const last = buffer.subarray(0, count).lastIndexOf(NEWLINE);
    if (last === -1) {
      if (count < CHUNK) return;
      // Longer than any event: passed over, up to its end.
      inLongLine = true;
      offset += count;
      continue;
    }
    for (let start = 0; start <= last;) {
      const end = buffer.indexOf(NEWLINE, start);
      if (!inLongLine && end - start <= LONGEST_LINE) visit(buffer, start, end, offset + start);
      inLongLine = false;
      start = end + 1;
    }
    offset += last + 1;
  }
};

const placesOf = (files: readonly JournalFile[]): readonly Place[] => {
  const places = new Map<string, Place>();
  files.forEach((file, index) =>
    withFile(file.path, fd =>
      forEachPlacedLine(fd, (buffer, start, end, offset) => {
        const reading = readLine(buffer, start, end, file.device);
        const envelope =
          reading.is === 'event' ? reading.event : reading.is === 'unknown' ? reading.envelope : null;
        if (envelope === null || places.has(envelope.id)) return;
        const { lc, id } = envelope;
        places.set(id, { lc, id, file: index, offset, length: end - start });
      }),
    ),
  );
  return [...places.values()].sort(comparePositions);
};

/**
 * Every event of a journal once, in order, as the line that records it: those of newer versions too, torn and
 * quarantined lines not.
 * @param folder of the journal; need not exist
 * @throws Failure `data` where a file cannot be read
 */
export const forEachOrderedLine = (folder: string, visit: (line: string) => void): void => {
  const files = listJournalFiles(folder);
  const places = placesOf(files);
  /** One file after another stays open: devices take turns rarely. */
  for (let i = 0; i < places.length;) {
    const current = places[i]?.file ?? 0;
    const path = files[current]?.path ?? '';
    i = withFile(path, fd => {
      let at = i;
      for (let place = places[at]; place?.file === current; place = places[++at]) {
        const bytes = Buffer.allocUnsafe(place.length);
        readSync(fd, bytes, 0, place.length, place.offset);
        visit(bytes.toString('utf8'));
      }
      return at;
    });
  }
};
