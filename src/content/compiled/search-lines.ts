/** What search looks through, one document a line, so that a search reads only the lines that it may find. */
import type { SearchDocument } from '../../core/course/course.ts';
import type { SearchSieve } from '../../core/course/search-sieve.ts';
import { evenSpaces } from '../../core/base/white-space.ts';
import { searchableTitle } from '../../core/base/search-spelling.ts';

const NEWLINE = 10;

/** The title stands there twice: as it is written, and as it is searched. */
export const encodeDocument = ({ type, ref, topic, title, text }: SearchDocument): string =>
  `${[type, ref, topic, title, text, searchableTitle(evenSpaces(title))].map(evenSpaces).join('\t')}\n`;

const decodeLine = (line: string): SearchDocument => {
  const [type = '', ref = '', topic = '', title = '', text = ''] = line.split('\t');
  return { type: type === 'card' || type === 'question' ? type : 'section', ref, topic, title, text };
};

/** Where the first of some texts stands from a place on; places asked for must not go back. */
const finderOf = (lines: Buffer, texts: readonly string[]): ((from: number) => number) => {
  const needles = texts.map(text => ({ bytes: Buffer.from(text), at: -1 }));
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

/** The documents of some lines, all of them or those that a sieve lets through. */
export const decodeDocuments = function* (lines: Buffer, sieve?: SearchSieve): Generator<SearchDocument> {
  // What stands in every line keeps none back.
  const asked = (sieve?.all ?? []).filter(texts => !texts.includes(''));
  const withAll = lineFinder(
    lines,
    asked.map(texts => finderOf(lines, texts)),
  );
  const topics = sieve?.topics ?? [];
  const ofTopics =
    topics.length === 0
      ? () => Infinity
      : lineFinder(lines, [
          finderOf(
            lines,
            topics.map(topic => `\t${topic}\t`),
          ),
        ]);
  let [next, other] = [withAll(0), ofTopics(0)];
  for (let start = Math.min(next, other); start < lines.length; start = Math.min(next, other)) {
    const end = endOf(lines, start);
    yield decodeLine(lines.toString('utf8', start, end).trimEnd());
    if (next < end) next = withAll(end);
    if (other < end) other = ofTopics(end);
  }
};
