/**
 * The compiled form of a course: one file of six parts, so that it is replaced in one step and never half.
 *
 *   head     256 bytes of ASCII: name, format, stamp, the bytes of the other parts, their checksums, and its own
 *   index    JSON: everything but items and texts, read when the course is opened
 *   columns  numbers and keys of the items (item-columns.ts); read when the items are asked for
 *   bodies   JSON values one after another: notes, items, the glossary, tags; read when they are asked for
 *   search   one line a document, tabs between its fields, the title as it is searched the last; read when searched
 *   words    one line a word of those documents; read when a word is mistyped
 *
 * Whatever is read is compared with its checksum first (CRC-32). The head has one of each part, which serves where a
 * part is read as a whole; of the bodies each has its own too, in the index or in the columns.
 */
import { crc32 } from 'node:zlib';
import type {
  Blueprint,
  CourseForm,
  OwnCalculatorEntry,
  Rename,
  TopicEntry,
} from '../../core/course/course.ts';
import type { Problem } from '../../core/course/problem.ts';
import type { ItemsHeader } from './item-columns.ts';

/** Changes whenever anything here or in what is compiled changes: other versions are built anew. */
const FORMAT = 14;

/** Size of the head, a fixed number so that one read gets it. */
export const HEAD_BYTES = 256;
/** Name of the file in its folder. */
export const COMPILED_FILE = 'course.bin';

const NAME = 'study-course';

/** Stamp of a course that is compiled when the program is built. */
export const NO_STAMP = '-';

/** The head of a compiled course: its stamp, and the sizes of its parts in bytes. */
export interface Head {
  /** What it was compiled from: changes with any of the files. */
  readonly stamp: string;
  readonly index: number;
  readonly columns: number;
  readonly bodies: number;
  readonly search: number;
  readonly words: number;
  /** Of the parts, in the order of {@link PARTS}. */
  readonly checksums: readonly number[];
}

/** The part that is always in memory. */
export interface CompiledIndex {
  readonly id: string;
  readonly hasId: boolean;
  readonly title: string;
  readonly blueprint: string;
  readonly form?: CourseForm;
  readonly rules?: 'strict';
  readonly order?: readonly string[];
  readonly calculators?: readonly string[];
  /** Calculators that it defines itself; absent: none. */
  readonly ownCalculators?: readonly OwnCalculatorEntry[];
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
  /** Checksum of each of them; 0: it has none. */
  readonly noteChecks: readonly number[];
  /** Bytes of the glossary at the end of the bodies, before the tags, and their checksum; absent: there is none. */
  readonly glossary?: readonly [number, number];
  /** Bytes of the table of tags at the end of the bodies, and their checksum; absent: no card has any. */
  readonly tags?: readonly [number, number];
  readonly items: ItemsHeader;
}

/** The parts after the head, in the order of the file. */
export const PARTS = ['index', 'columns', 'bodies', 'search', 'words'] as const;

/** A part of a compiled course. */
export type Part = (typeof PARTS)[number];

const hex = (checksum: number): string => checksum.toString(16).padStart(8, '0');

/** The head as bytes, with a checksum of itself. */
export const encodeHead = (head: Head): Buffer => {
  const sizes = PARTS.map(part => head[part]);
  const text = [NAME, FORMAT, head.stamp, ...sizes, ...head.checksums.map(hex)].join(' ');
  return Buffer.from(`${`${text} ${hex(crc32(text))}`.padEnd(HEAD_BYTES - 1)}\n`, 'latin1');
};

/** `null` for anything that is no head of this format, or a damaged one. */
export const decodeHead = (bytes: Buffer): Head | null => {
  const text = bytes.toString('latin1').trimEnd();
  const end = text.lastIndexOf(' ');
  const [name, format, stamp = '', ...numbers] = text.slice(0, end).split(' ');
  if (bytes.length !== HEAD_BYTES || name !== NAME || format !== String(FORMAT)) return null;
  if (text.slice(end + 1) !== hex(crc32(text.slice(0, end)))) return null;
  if (numbers.length !== 2 * PARTS.length) return null;
  const [index = 0, columns = 0, bodies = 0, search = 0, words = 0] = numbers.map(Number);
  const checksums = numbers.slice(PARTS.length).map(digits => Number.parseInt(digits, 16));
  return { stamp, index, columns, bodies, search, words, checksums };
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
