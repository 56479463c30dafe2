import { crc32 } from 'node:zlib';
import type { Envelope, JournalEvent } from '../core/event.ts';
import { deviceOf } from '../core/event-order.ts';
import { readEvent } from '../core/event-shape.ts';

/** A line that is no event: empty, cut short, or not what an event of this file looks like. */
export interface RejectedLine {
  readonly is: 'blank' | 'torn' | 'bad-shape' | 'foreign-device';
}

/** What one line of a journal file turns out to be. */
export type LineReading =
  | { readonly is: 'event'; readonly event: JournalEvent }
  /** Of a newer version; kept and skipped. */
  | { readonly is: 'unknown'; readonly envelope: Omit<Envelope, 'v'> | null }
  | RejectedLine;

const SPACES = /^[ \t\r]*$/;

/** Reads a line of a file that may hold the events of one device, or of any (`null`). */
export const readLine = (buffer: Buffer, start: number, end: number, device: string | null): LineReading => {
  if (start === end) return { is: 'blank' };
  const text = buffer.toString('utf8', start, end);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { is: SPACES.test(text) ? 'blank' : 'torn' };
  }
  const reading = readEvent(value);
  if (reading.is === 'bad') return { is: 'bad-shape' };
  const id = reading.is === 'event' ? reading.event.id : reading.envelope?.id;
  return device !== null && id !== undefined && deviceOf(id) !== device ? { is: 'foreign-device' } : reading;
};

/** Checksum by which two lines with the same id are compared. */
export const lineChecksum = (buffer: Buffer, start: number, end: number): number =>
  crc32(buffer.subarray(start, end));
