/** Looks for the events of a few items in a journal of any size, without parsing the rest. */
import type { JournalEvent } from '../../core/journal/event.ts';
import { isItemEvent, itemsOf } from '../../core/fold/item-steps.ts';
import type { JournalFile } from './journal-files.ts';
import { withFile } from './journal-files.ts';
import { readLine } from './line-reading.ts';
import { forEachBlock, LONGEST_LINE } from './lines.ts';

const NEWLINE = 10;

interface EventSearch {
  /** Keys of items, as the events call them. */
  readonly keys: readonly string[];
  /** Ids of events, and of imports. */
  readonly ids: readonly string[];
}

const isWanted = (event: JournalEvent, keys: ReadonlySet<string>, ids: ReadonlySet<string>): boolean =>
  ids.has(event.id) ||
  (event.type === 'imported' && ids.has(event.batch)) ||
  (isItemEvent(event) && itemsOf(event).some(item => keys.has(item))) ||
  (event.type === 'relinked' && (keys.has(event.from) || keys.has(event.to))) ||
  (event.type === 'separated' && keys.has(event.item));

/** Starts of the lines of a block that hold one of the needles, ascending. */
const linesWith = (
  buffer: Buffer,
  start: number,
  end: number,
  needles: readonly Buffer[],
): readonly number[] => {
  const lines = new Set<number>();
  const block = buffer.subarray(start, end);
  for (const needle of needles) {
    for (let at = block.indexOf(needle); at !== -1;) {
      lines.add(at === 0 ? 0 : block.lastIndexOf(NEWLINE, at - 1) + 1);
      const next = block.indexOf(NEWLINE, at);
      at = next === -1 ? -1 : block.indexOf(needle, next);
    }
  }
  return [...lines].sort((a, b) => a - b).map(line => start + line);
};

/**
 * Events of any course that name one of the keys or have one of the ids, each id once, in the order of the files.
 * @param ends how far to look in each file, by name; a file that is not named is left out
 * @throws Failure `data` where a file cannot be read
 */
export const findEvents = (
  files: readonly JournalFile[],
  ends: ReadonlyMap<string, { readonly offset: number }>,
  { keys, ids }: EventSearch,
): readonly JournalEvent[] => {
  const wantedKeys = new Set(keys);
  const wantedIds = new Set(ids);
  // JSON can spell a text in several ways, but only with a backslash: such lines are read in any case.
  const needles = [...keys, ...ids].map(text => Buffer.from(JSON.stringify(text)));
  needles.push(Buffer.from('\\'));
  const found = new Map<string, JournalEvent>();
  for (const file of files) {
    const end = ends.get(file.name)?.offset ?? 0;
    withFile(file.path, fd =>
      forEachBlock(fd, 0, end, {
        tooLong: () => undefined,
        block: (buffer, start, end) => {
          for (const line of linesWith(buffer, start, end, needles)) {
            const stop = buffer.indexOf(NEWLINE, line);
            if (stop - line > LONGEST_LINE) continue;
            const reading = readLine(buffer, line, stop, file.device);
            if (reading.is !== 'event' || found.has(reading.event.id)) continue;
            if (isWanted(reading.event, wantedKeys, wantedIds)) found.set(reading.event.id, reading.event);
          }
        },
      }),
    );
  }
  return [...found.values()];
};
