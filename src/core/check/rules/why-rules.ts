/** Reasons that explain too little. */
import { wordsOf } from '../../course/content-words.ts';
import type { Option, Question } from '../../course/course.ts';
import { normaliseText } from '../../course/keys.ts';
import { choices, firstLine, onItem, onText } from '../question-parts.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { locate } from '../rule.ts';

/** Fewest words of a reason. */
const FEWEST_WORDS = 6;

/** Where an option stands, so that its reason is looked for there and not at the first that has the same words. */
const placeOf = (
  input: CheckInput,
  { path, line }: Question,
  { text }: Option,
): { readonly path: string; readonly line: number } => ({
  path,
  line: locate(input, path, line, firstLine(text)),
});

const whyThin: Rule = {
  id: 'why-thin',
  severity: 'warning',
  why: 'a reason of a few words does not say what decides',
  hint: 'name the deciding fact, and for a wrong option when it would be right',
  check: input =>
    choices(input).flatMap(question =>
      question.options.flatMap(option => {
        const { why } = option;
        const count = wordsOf(why).length;
        return why === '' || count >= FEWEST_WORDS
          ? []
          : [
              onText(
                input,
                placeOf(input, question, option),
                why,
                `The reason has ${count} ${count === 1 ? 'word' : 'words'}`,
              ),
            ];
      }),
    ),
};

const whyRepeated: Rule = {
  id: 'why-repeated',
  severity: 'warning',
  why: 'the same reason under two options explains one of them at most',
  hint: 'say of each option what is wrong with it',
  check: input =>
    choices(input).flatMap(question => {
      const seen = new Set<string>();
      return question.options.flatMap(option => {
        const { why } = option;
        const same = why !== '' && seen.has(normaliseText(why));
        seen.add(normaliseText(why));
        return same
          ? [onText(input, placeOf(input, question, option), why, 'Two options have the same reason')]
          : [];
      });
    }),
};

/** Parts of a question that have no reason of their own, and all its parts; `null` for other kinds. */
const partsOf = (question: Question): { readonly bare: number; readonly all: number } | null => {
  if (question.kind === 'order') {
    const whys = question.stepWhys ?? question.steps.map(() => '');
    return { bare: whys.filter(why => why === '').length, all: whys.length };
  }
  if (question.kind !== 'match') return null;
  return { bare: question.pairs.filter(({ why }) => why === undefined).length, all: question.pairs.length };
};

const whyLines: Rule = {
  id: 'why-lines',
  severity: 'warning',
  why: 'who has one step or pair wrong wants the reason of that one',
  hint: 'give each step or pair a why: of its own; { text, why } and { left, right, why }',
  check: input =>
    input.course.questions.flatMap(question => {
      const parts = partsOf(question);
      if (parts === null || parts.bare === 0) return [];
      const what = question.kind === 'order' ? 'steps' : 'pairs';
      return [onItem(question, `${parts.bare} of ${parts.all} ${what} have no reason of their own`)];
    }),
};

/** Rules about reasons. */
export const WHY_RULES: readonly Rule[] = [whyThin, whyRepeated, whyLines];
