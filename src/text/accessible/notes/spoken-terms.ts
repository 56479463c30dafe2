/** Terms of the glossary, as they are heard. */
import type { Term } from '../../../core/course/glossary.ts';
import { plainText } from '../../../core/course/plain-text.ts';
import { plural } from '../../layout/columns.ts';
import { sentence, spokenTitle } from '../words.ts';

/** `SQS, Amazon Simple Queue Service. A managed queue.` */
export const spokenTerm = ({ term, name, text }: Term): string =>
  `${sentence(name === '' ? spokenTitle(term) : `${spokenTitle(term)}, ${spokenTitle(name)}`)} ${sentence(spokenTitle(plainText(text)))}`;

/** Several terms, how many first. */
export const spokenTerms = (terms: readonly Term[]): readonly string[] => [
  sentence(plural(terms.length, 'term')),
  ...terms.map(spokenTerm),
];
