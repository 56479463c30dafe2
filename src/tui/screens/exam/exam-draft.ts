/** The answer that stands at a question of an exam, as it is shown and worked on. */
import type { Response } from '../../../core/event.ts';
import type { PaperQuestion } from '../../../core/exam/paper.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import { textFingerprint } from '../../../core/fingerprint.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import { makeDraft } from '../../models/answer-draft.ts';
import { fieldOf } from '../../models/text-field.ts';

/** Places, counted from 0, of the options that a response names. */
export const chosenPlaces = (question: PaperQuestion, response: Response | null): readonly number[] => {
  if (!('options' in question) || response?.kind !== 'options') return [];
  const chosen = new Set(response.chosen);
  return question.options.flatMap(({ text }, i) => (chosen.has(textFingerprint(text)) ? [i] : []));
};

/** Where each of some hashes was shown; equal texts take their places in turn. */
const placesOf = (hashes: readonly string[], shown: readonly string[]): readonly number[] => {
  const left: (string | null)[] = shown.map(text => textFingerprint(text));
  return hashes.map(hash => {
    const at = left.indexOf(hash);
    if (at !== -1) left[at] = null;
    return at;
  });
};

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
      const steps = question.kind === 'order' ? placesOf(response.steps, question.shown) : [];
      const isWhole = empty.kind === 'order' && steps.length === empty.steps.length && !steps.includes(-1);
      return isWhole ? { ...empty, steps } : empty;
    }
    case 'match': {
      if (empty.kind !== 'match' || question.kind !== 'match') return empty;
      const given = new Map(response.pairs);
      const rights = question.rights.map(text => textFingerprint(text));
      const pairs = question.pairs.map(({ left }) => {
        const at = rights.indexOf(given.get(textFingerprint(left)) ?? '');
        return at === -1 ? null : at;
      });
      return { ...empty, pairs };
    }
    case 'number':
    case 'text':
      return { kind: 'typed', field: fieldOf(response.typed) };
    default:
      return empty;
  }
};
