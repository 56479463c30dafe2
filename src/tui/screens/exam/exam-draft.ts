/** The answer that stands at a question of an exam, as it is shown and worked on. */
import type { Response } from '../../../core/journal/event.ts';
import { optionNumbers, pairNumbers, stepNumbers } from '../../../core/exam/answer-words.ts';
import type { PaperQuestion } from '../../../core/journal/paper.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import { makeDraft } from '../../models/answer-draft.ts';
import { fieldOf } from '../../models/text-field.ts';

/** Places, counted from 0, of the options that a response names. */
export const chosenPlaces = (question: PaperQuestion, response: Response | null): readonly number[] =>
  response?.kind === 'options' ? optionNumbers(question, response.chosen).map(number => number - 1) : [];

/** What is being worked on, from the answer that stands in the journal. */
export const draftOf = (question: PaperQuestion, response: Response | null): AnswerDraft => {
  const empty = makeDraft(presentedOf(question));
  switch (response?.kind) {
    case 'options': {
      const places = chosenPlaces(question, response);
      return empty.kind === 'choice' ? { ...empty, chosen: new Set(places), cursor: places[0] ?? 0 } : empty;
    }
    case 'boolean': {
      const at = response.value ? 0 : 1;
      return empty.kind === 'choice' ? { ...empty, chosen: new Set([at]), cursor: at } : empty;
    }
    case 'order': {
      const steps =
        question.kind === 'order' ? stepNumbers(question, response.steps).map(number => number - 1) : [];
      return empty.kind === 'order' && steps.length === empty.steps.length ? { ...empty, steps } : empty;
    }
    case 'match': {
      if (empty.kind !== 'match' || question.kind !== 'match') return empty;
      const numbers = pairNumbers(question, response.pairs);
      return { ...empty, pairs: numbers.map(number => (number === 0 ? null : number - 1)) };
    }
    case 'number':
    case 'text':
      return { kind: 'typed', field: fieldOf(response.typed) };
    case undefined:
      return empty;
  }
};
