/** What search looks through, one document a line, so that a search reads only the lines that it may find. */
import type { SearchDocument } from '../../core/course/course.ts';
import type { SearchSieve } from '../../core/course/search-sieve.ts';
import { evenSpaces } from '../../core/base/white-space.ts';
import { searchableTitle } from '../../core/base/search-spelling.ts';
import type { ByteSource } from '../../disk/byte-source.ts';

const NEWLINE = 10;

/** The title stands there twice: as it is written, and as it is searched. */
export const encodeDocument = ({ type, ref, topic, title, text }: SearchDocument): string =>
  `${[type, ref, topic, title, text, searchableTitle(evenSpaces(title))].map(evenSpaces).join('\t')}\n`;

const decodeLine = (line: string): SearchDocument => {
  const [type = '', ref = '', topic = '', title = '', text = ''] = line.split('\t');
  return { type: type === 'card' || type === 'question' ? type : 'section', ref, topic, title, text };
};

/** Bytes that are read at once. */
const BLOCK = 256 * 1024;

/** Memory that one search hands on to the next: new memory costs ten times what is read into it. */
let spare: Buffer | null = null;

/**
 * Lines in blocks of whole lines. A block is only good until the next one is asked for.
 * @param blockSize bytes that are read at once; as many as the longest line has where that is longer
 * @throws as {@link ByteSource.read}
 */
export const lineBlocks = function* (
  source: ByteSource,
  from: number,
  length: number,
  blockSize = BLOCK,
): Generator<Buffer> {
  if (source.isInMemory) {
    yield source.read(from, length);
    return;
  }
  let block = spare ?? Buffer.allocUnsafeSlow(blockSize);
  spare = null;
  try {
    for (let at = 0; at < length;) {
      const part = block.subarray(0, Math.min(block.length, length - at));
      source.readInto(part, from + at);
      const isLast = at + part.length === length;
      const end = isLast ? part.length : part.lastIndexOf(NEWLINE) + 1;
      if (end === 0) block = Buffer.allocUnsafeSlow(2 * block.length);
      else yield part.subarray(0, end);
      at += end;
    }
  } finally {
    spare = block;
  }
};

/** Bytes of the texts, to look for in many blocks. */
const bytesOf = (texts: readonly string[]): readonly Buffer[] => texts.map(text => Buffer.from(text));

/** Where the first of some texts stands from a place on; places asked for must not go back. */
const finderOf = (lines: Buffer, texts: readonly Buffer[]): ((from: number) => number) => {
  const needles = texts.map(bytes => ({ bytes, at: -1 }));
  return from => {
    let first = Infinity;
    for (const needle of needles) {
      if (needle.at < from) {
        const found = lines.indexOf(needle.bytes, from);
        needle.at = found === -1 ? Infinity : found;
      }
      first = Math.min(first, needle.at);
    }
    return first;
  };
};

/** Where the line around a place begins. */
const startOf = (lines: Buffer, at: number): number =>
  at === 0 ? 0 : lines.lastIndexOf(NEWLINE, at - 1) + 1;

/** Where the line around a place ends, its newline included. */
const endOf = (lines: Buffer, at: number): number => {
  const found = lines.indexOf(NEWLINE, at);
  return found === -1 ? lines.length : found + 1;
};

/** Finds the first line, from the beginning of a line on, in which every finder finds something. */
const lineFinder =
  (lines: Buffer, finders: readonly ((from: number) => number)[]) =>
  (from: number): number => {
    let start = from;
    for (;;) {
      const furthest = Math.max(start, ...finders.map(find => find(start)));
      if (furthest >= lines.length) return Infinity;
      const next = startOf(lines, furthest);
      if (next === start) return start;
      start = next;
    }
  };

/** The documents of some lines that stand whole in a block. */
const documentsIn = function* (
  lines: Buffer,
  asked: readonly (readonly Buffer[])[],
  topics: readonly Buffer[],
): Generator<SearchDocument> {
  const withAll = lineFinder(
    lines,
    asked.map(texts => finderOf(lines, texts)),
  );
  const ofTopics = topics.length === 0 ? () => Infinity : lineFinder(lines, [finderOf(lines, topics)]);
  let [next, other] = [withAll(0), ofTopics(0)];
  for (let start = Math.min(next, other); start < lines.length; start = Math.min(next, other)) {
    const end = endOf(lines, start);
    yield decodeLine(lines.toString('utf8', start, end).trimEnd());
    if (next < end) next = withAll(end);
    if (other < end) other = ofTopics(end);
  }
};

/** The documents of some blocks of lines, all of them or those that a sieve lets through. */
export const decodeDocuments = function* (
  blocks: Iterable<Buffer>,
  sieve?: SearchSieve,
): Generator<SearchDocument> {
  // What stands in every line keeps none back.
  const asked = (sieve?.all ?? []).filter(texts => !texts.includes('')).map(bytesOf);
  const topics = bytesOf((sieve?.topics ?? []).map(topic => `\t${topic}\t`));
  for (const lines of blocks) yield* documentsIn(lines, asked, topics);
};
