/** A search at one moment: the words, what was found for which of them, what of it is chosen and read. */
import type { Find, Finds } from '../../../app/search/search-course.ts';
import type { CourseReader, Item } from '../../../core/course/course.ts';
import { queryWords } from '../../../core/search/search.ts';
import type { ContextName } from '../../keys/key-table.ts';
import type { Scroll } from '../../models/list.ts';
import type { TextField } from '../../models/text-field.ts';
import { fieldOf, fieldText } from '../../models/text-field.ts';
import { resultRows } from './results.ts';
import type { Row } from './results.ts';

/** What is typed, found and seen. */
export interface SearchState {
  readonly field: TextField;
  /** `item`: a card or question that was found is read. */
  readonly mode: 'typing' | 'results' | 'item';
  readonly result: Finds;
  /** What the result was found for. */
  readonly foundFor: string;
  /** Whether mistyped words were mended, or need not be. */
  readonly isMended: boolean;
  /** The words as they were understood. */
  readonly words: readonly string[];
  readonly rows: readonly Row[];
  /** Number of what is chosen among what was found. */
  readonly chosen: number;
  /** First row that is seen, and rows there is room for. */
  readonly top: number;
  readonly listRows: number;
  /** Of the card or question that is read: what of it is seen. */
  readonly reading: Scroll;
}

/** What is found before anything is looked for. */
export const NOTHING: Finds = { finds: [], totals: new Map(), corrected: null };

/** A search for nothing yet. @param words what stands in the field */
export const freshSearch = (words: string): SearchState => ({
  field: fieldOf(words),
  mode: 'typing',
  result: NOTHING,
  foundFor: '',
  isMended: true,
  words: [],
  rows: [],
  chosen: 0,
  top: 0,
  listRows: 1,
  reading: { top: 0, rows: 1, length: 1 },
});

/** What is looked for. */
export const queryOf = ({ field }: SearchState): string => fieldText(field).trim();

/** Whether there is to be searched for the words as they are now. @param mend whether mistyped ones are mended, too */
export const isOutdated = (state: SearchState, mend: 'yes' | 'no'): boolean =>
  queryOf(state) !== state.foundFor || (!state.isMended && mend === 'yes');

/** The state with what was found for the words as they are now. */
export const withResult = (state: SearchState, result: Finds, mend: 'yes' | 'no'): SearchState => {
  const foundFor = queryOf(state);
  return {
    ...state,
    result,
    foundFor,
    isMended: mend === 'yes' || result.finds.length > 0 || foundFor === '',
    words: queryWords(result.corrected ?? foundFor),
    rows: resultRows(result),
    chosen: 0,
    top: 0,
  };
};

/** What is chosen; `undefined`: nothing was found. */
export const chosenFind = ({ result, chosen }: SearchState): Find | undefined => result.finds[chosen];

/** The card or question that was found; `undefined`: it is something else, or no longer in the course. */
export const itemOf = (find: Find | undefined, course: Pick<CourseReader, 'item'>): Item | undefined =>
  find?.type === 'card' || find?.type === 'question' ? course.item(find.ref) : undefined;

/** The keys in force. */
export const contextOf = ({ mode }: SearchState): ContextName =>
  mode === 'item' ? 'search-item' : mode === 'results' ? 'search-results' : 'search';
