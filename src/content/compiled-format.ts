/**
 * The compiled form of a course: one file of six parts, so that it is replaced in one step and never half.
 *
 *   head     128 bytes of ASCII: name, format, stamp, and the bytes of the other parts
 *   index    JSON: everything but items and texts, read when the course is opened
 *   columns  numbers and keys of the items (item-columns.ts); read when the items are asked for
 *   bodies   JSON values one after another: notes, then items; read when they are asked for
 *   search   one line a document, tabs between its fields; read when something is searched for
 *   words    one line a word of those documents; read when a word is mistyped
 */
import type { Blueprint, Rename, TopicEntry } from '../core/course.ts';
import type { Problem } from '../core/problem.ts';
import type { ItemsHeader } from './item-columns.ts';

/** Changes whenever anything here or in what is compiled changes: other versions are built anew. */
export const FORMAT = 5;
export const HEAD_BYTES = 128;
/** Name of the file in its folder. */
export const COMPILED_FILE = 'course.bin';

const NAME = 'study-course';

export interface Head {
  /** What it was compiled from: changes with any of the files. */
  readonly stamp: string;
  readonly index: number;
  readonly columns: number;
  readonly bodies: number;
  readonly search: number;
  readonly words: number;
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
  readonly renames: readonly Rename[];
  readonly twins: readonly (readonly [string, string])[];
  readonly problems: readonly Problem[];
  readonly cleanTopics: readonly string[];
  /** Bytes of each topic's note in the bodies; 0: it has none. */
  readonly notes: readonly number[];
  readonly items: ItemsHeader;
}

/** The parts after the head, in the order of the file. */
export const PARTS = ['index', 'columns', 'bodies', 'search', 'words'] as const;
export type Part = (typeof PARTS)[number];

export const encodeHead = (head: Head): Buffer => {
  const text = [NAME, FORMAT, head.stamp || '-', ...PARTS.map(part => head[part])].join(' ');
  return Buffer.from(`${text.padEnd(HEAD_BYTES - 1)}\n`, 'latin1');
};

/** `null` for anything that is no head of this format. */
export const decodeHead = (bytes: Buffer): Head | null => {
  const [name, format, stamp = '', ...sizes] = bytes.toString('latin1').trimEnd().split(' ');
  if (bytes.length !== HEAD_BYTES || name !== NAME || format !== String(FORMAT)) return null;
  if (sizes.length !== PARTS.length || !sizes.every(size => /^\d{1,15}$/.test(size))) return null;
  const [index = 0, columns = 0, bodies = 0, search = 0, words = 0] = sizes.map(Number);
  return { stamp, index, columns, bodies, search, words };
};

/** Where each part begins, and where the file ends. */
export const placesOf = (head: Head): Readonly<Record<Part | 'end', number>> => {
  const index = HEAD_BYTES;
  const columns = index + head.index;
  const bodies = columns + head.columns;
  const search = bodies + head.bodies;
  const words = search + head.search;
  return { index, columns, bodies, search, words, end: words + head.words };
};

/** Something compiled that is damaged, or of another version: to be built anew, never shown. */
export class DamagedCourse extends Error {}
