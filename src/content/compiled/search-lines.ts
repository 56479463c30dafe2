import type { SearchDocument } from '../../core/course/course.ts';

/** What search looks through, one document a line: a text of ten megabytes is read and split in one go. */

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const encodeDocument = ({ type, ref, topic, title, text }: SearchDocument): string =>
  `${[type, ref, topic, title, text].map(oneLine).join('\t')}\n`;

export const decodeDocuments = function* (lines: string): Generator<SearchDocument> {
  let from = 0;
  while (from < lines.length) {
    const found = lines.indexOf('\n', from);
    const end = found === -1 ? lines.length : found;
    const [type = '', ref = '', topic = '', title = '', text = ''] = lines.slice(from, end).split('\t');
    from = end + 1;
    yield { type: type === 'card' || type === 'question' ? type : 'section', ref, topic, title, text };
  }
};
