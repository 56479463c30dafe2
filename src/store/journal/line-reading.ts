import { crc32 } from 'node:zlib';
import type { Envelope, JournalEvent } from '../../core/journal/event.ts';
import { deviceOf } from '../../core/journal/event-order.ts';
import { readEvent } from '../../core/journal/event-shape.ts';
import type { Trace } from '../../core/journal/progress.ts';

/**
 * A line that is no event: empty, cut short or damaged, a marker that git has left in a conflict, or not what an event
 * of this file looks like.
 */
export interface RejectedLine {
  readonly is: 'blank' | 'torn' | 'marker' | 'bad-shape' | 'foreign-device';
  readonly trace?: Trace;
}

/** What one line of a journal file turns out to be, and what another program has left in it. */
export type LineReading =
  | { readonly is: 'event'; readonly event: JournalEvent; readonly trace?: Trace }
  /** Of a newer version; kept and skipped. */
  | { readonly is: 'unknown'; readonly envelope: Omit<Envelope, 'v'> | null; readonly trace?: Trace }
  | RejectedLine;

const [TAB, RETURN, SPACE, OPEN, CLOSE] = [9, 13, 32, 0x7b, 0x7d];

/** `<<<<<<< ours`, `=======`, `>>>>>>> theirs`, and `||||||| base` of git's diff3 style. */
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

/** First bytes of JSON that is no object. */
const OTHER_JSON = new Set([...'"[-0123456789tfn'].map(sign => sign.charCodeAt(0)));

const isSpace = (byte: number | undefined): boolean => byte === SPACE || byte === TAB || byte === RETURN;

const hasMark = (buffer: Buffer, start: number, end: number): boolean =>
  end - start >= 3 && buffer[start] === 0xef && buffer[start + 1] === 0xbb && buffer[start + 2] === 0xbf;

/**
 * Where the record of a line begins and ends: without a byte order mark, and without the blanks around it that JSON
 * allows, such as the carriage return of a line end of Windows.
 */
export const trimLine = (
  buffer: Buffer,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } => {
  let from = start;
  let to = end;
  if (hasMark(buffer, from, to)) from += 3;
  while (from < to && isSpace(buffer[from])) from++;
  while (from < to && isSpace(buffer[to - 1])) to--;
  return { from, to };
};

const traceOf = (buffer: Buffer, start: number, end: number): Trace | null => {
  if (hasMark(buffer, start, end)) return 'byte-order-mark';
  return buffer[end - 1] === RETURN ? 'line-ends' : null;
};

const withTrace = <T extends LineReading>(reading: T, trace: Trace | null): T =>
  trace === null ? reading : { ...reading, trace };

/** Reads a line of a file that may hold the events of one device, or of any (`null`). */
export const readLine = (buffer: Buffer, start: number, end: number, device: string | null): LineReading => {
  if (start === end) return { is: 'blank' };
  const { from, to } = trimLine(buffer, start, end);
  const trace = traceOf(buffer, start, end);
  if (from === to) return { is: 'blank' };
  const first = buffer[from] ?? 0;
  // Told by two bytes, so that millions of lines of rubbish cost no more than reading them.
  const isObject = first === OPEN && buffer[to - 1] === CLOSE;
  if (!isObject && !OTHER_JSON.has(first)) {
    const isMarker = to - from < 300 && CONFLICT.test(buffer.toString('latin1', from, to));
    return isMarker ? { is: 'marker', trace: 'conflict-marker' } : { is: 'torn' };
  }
  let value: unknown;
  try {
    value = JSON.parse(buffer.toString('utf8', from, to));
  } catch {
    return { is: 'torn' };
  }
  const reading = readEvent(value);
  if (reading.is === 'bad') return { is: 'bad-shape' };
  const id = reading.is === 'event' ? reading.event.id : reading.envelope?.id;
  if (device !== null && id !== undefined && deviceOf(id) !== device) return { is: 'foreign-device' };
  return withTrace(reading, trace);
};

/** Checksum by which two lines with the same id are compared, whatever line ends and marks their files have. */
export const lineChecksum = (buffer: Buffer, start: number, end: number): number => {
  const { from, to } = trimLine(buffer, start, end);
  return crc32(buffer.subarray(from, to));
};
