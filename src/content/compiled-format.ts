/**
 * The compiled form of a course: one file of four parts, so that it is replaced in one step and never half.
 *
 *   head     128 bytes of ASCII: name, format, stamp, and the bytes of the other parts
 *   index    JSON: everything but the texts, read when the course is opened
 *   bodies   JSON values one after another: notes, then items; read when they are asked for
 *   search   one line a document, tabs between its fields; read when something is searched for
 */
import type { Blueprint, TopicEntry } from '../core/course.ts';
import type { Problem } from '../core/problem.ts';
import type { ItemColumns } from './item-columns.ts';

/** Changes whenever anything here or in what is compiled changes: other versions are built anew. */
export const FORMAT = 1;
export const HEAD_BYTES = 128;
/** Name of the file in its folder. */
export const COMPILED_FILE = 'course.bin';

const NAME = 'study-course';

export interface Head {
  /** What it was compiled from: changes with any of the files. */
  readonly stamp: string;
  readonly index: number;
  readonly bodies: number;
  readonly search: number;
}

/** The part that is always in memory. */
export interface CompiledIndex {
  readonly id: string;
  readonly title: string;
  readonly blueprint: string;
  /** Hash of everything else in the file. */
  readonly version: string;
  readonly topics: readonly TopicEntry[];
  readonly blueprints: readonly Blueprint[];
  readonly problems: readonly Problem[];
  readonly cleanTopics: readonly string[];
  /** Bytes of each topic's note in the bodies; 0: it has none. */
  readonly notes: readonly number[];
  readonly items: ItemColumns;
}

export const encodeHead = ({ stamp, index, bodies, search }: Head): Buffer => {
  const text = [NAME, FORMAT, stamp || '-', index, bodies, search].join(' ');
  return Buffer.from(`${text.padEnd(HEAD_BYTES - 1)}\n`, 'latin1');
};

/** `null` for anything that is no head of this format. */
export const decodeHead = (bytes: Buffer): Head | null => {
  const [name, format, stamp = '', ...sizes] = bytes.toString('latin1').trimEnd().split(' ');
  if (bytes.length !== HEAD_BYTES || name !== NAME || format !== String(FORMAT) || sizes.length !== 3) return null;
  const [index = -1, bodies = -1, search = -1] = sizes.map(size => (/^\d{1,15}$/.test(size) ? Number(size) : -1));
  return Math.min(index, bodies, search) < 0 ? null : { stamp, index, bodies, search };
};

/** Something compiled that is damaged, or of another version: to be built anew, never shown. */
export class DamagedCourse extends Error {}
