/**
 * Where the events of exams stand in a journal file, so that they are found without reading the rest: in a few
 * stretches, for those of one sitting lie close together.
 */
import type { ExamEvent } from '../../core/journal/event.ts';
import { isExamEvent } from '../../core/journal/exam-event.ts';
import type { JournalFile } from './journal-files.ts';
import { withFile } from './journal-files.ts';
import { readLine } from './line-reading.ts';
import { forEachLine } from './lines.ts';

/** Where in a file the events of exams stand. */
export interface ExamPlaces {
  /** Offsets of stretches with such events: begin, and end (exclusive), ascending. */
  readonly stretches: readonly (readonly [number, number])[];
  /** How many events. */
  readonly count: number;
}

/** A file without exams. */
export const NO_EXAMS: ExamPlaces = { stretches: [], count: 0 };

/** Reading so much in between is cheaper than another stretch. */
const GAP = 64 << 10;

/** Places with one more event, which stands after the others. */
export const addPlace = ({ stretches, count }: ExamPlaces, start: number, end: number): ExamPlaces => {
  const last = stretches.at(-1);
  const joined =
    last !== undefined && start - last[1] <= GAP
      ? [...stretches.slice(0, -1), [last[0], end] as const]
      : [...stretches, [start, end] as const];
  return { stretches: joined, count: count + 1 };
};

/**
 * The events of exams of some files, each id once: the first one that is found.
 * @throws Failure `data` where a file cannot be read
 */
export const readExams = (
  files: readonly JournalFile[],
  placesOf: (name: string) => ExamPlaces,
): readonly ExamEvent[] => {
  const found = new Map<string, ExamEvent>();
  for (const file of files) {
    const { stretches } = placesOf(file.name);
    if (stretches.length === 0) continue;
    withFile(file.path, fd => {
      for (const [start, end] of stretches)
        forEachLine(fd, start, end, {
          tooLong: () => undefined,
          line: (buffer, from, to) => {
            const reading = readLine(buffer, from, to, file.device);
            if (reading.is !== 'event' || !isExamEvent(reading.event)) return;
            if (!found.has(reading.event.id)) found.set(reading.event.id, reading.event);
          },
        });
    });
  }
  return [...found.values()];
};
