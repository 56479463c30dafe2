/** Terms of the glossary as lines, and as JSON. */
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Term } from '../../core/course/glossary.ts';
import { plainText } from '../../core/course/plain-text.ts';
import { alignColumns } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { wrapText } from '../layout/wrap.ts';

interface TermOptions {
  readonly width: number;
  readonly style: Style;
}

/** What a term means, on one line. */
const termText = ({ text }: Term): string => sanitizeLine(plainText(text));

const termHead = ({ term, name }: Term, style: Style): string =>
  name === ''
    ? style.strong(sanitizeLine(term))
    : `${style.strong(sanitizeLine(term))}: ${sanitizeLine(name)}`;

/** One term with what it means and where to read more. */
export const termLines = (term: Term, { width, style }: TermOptions): readonly string[] => [
  ...wrapText(termHead(term, style), width),
  ...wrapText(termText(term), width),
  ...wrapText(`Read more: ${style.code(`study notes ${sanitizeLine(term.topic)}`)}`, width),
];

/** Several terms, each with what it means. */
export const termsLines = (terms: readonly Term[], { width, style }: TermOptions): readonly string[] =>
  terms.flatMap((term, i) => [
    ...(i === 0 ? [] : ['']),
    ...wrapText(termHead(term, style), width),
    ...wrapText(termText(term), width),
  ]);

/** All terms with their names, by the alphabet. */
export const glossaryLines = (terms: readonly Term[], { width, style }: TermOptions): readonly string[] =>
  alignColumns(
    [...terms]
      .sort((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1))
      .map(term => [
        style.code(sanitizeLine(term.term)),
        term.name === '' ? termText(term) : sanitizeLine(term.name),
      ]),
  ).flatMap(line => wrapText(line, width).slice(0, 1));

/** The same for scripts. */
export const termJson = ({ term, name, text, topic, aliases }: Term): object => ({
  term,
  name,
  text,
  topic: topic.split('#')[0] ?? '',
  place: topic,
  aliases,
});
