/** How a question is put to a learner: which form, which numbers, in which order. */
import type {
  ChoiceQuestion,
  FixedQuestion,
  MatchQuestion,
  NumericQuestion,
  Option,
  OrderQuestion,
  Question,
  Template,
  TextQuestion,
  TrueFalseQuestion,
} from '../course/course.ts';
import { isTemplate } from '../course/course.ts';
import { ascendingOrder } from './option-order.ts';
import { makeRandom, pick, seedFor, shuffle } from '../base/random.ts';

/** A template is asked by typing a number or by choosing an option. */
export type TemplateForm = 'value' | 'choice';

/** Fills a template with the numbers of a seed; `null` where its calculator refuses them. */
export type Instantiate = (
  template: Template,
  seed: number,
  form: TemplateForm,
) => NumericQuestion | ChoiceQuestion | null;

/** A question with everything in the order in which it is shown; answers count from 1 in that order. */
export type Presented =
  | {
      readonly kind: 'single' | 'multiple';
      readonly question: ChoiceQuestion;
      readonly options: readonly Option[];
      /** How many options to choose. */
      readonly choose: number;
    }
  | { readonly kind: 'true-false'; readonly question: TrueFalseQuestion }
  | { readonly kind: 'numeric'; readonly question: NumericQuestion }
  | { readonly kind: 'order'; readonly question: OrderQuestion; readonly steps: readonly string[] }
  | {
      readonly kind: 'match';
      readonly question: MatchQuestion;
      readonly lefts: readonly string[];
      /** Right sides and decoys, each text once. */
      readonly rights: readonly string[];
    }
  | { readonly kind: 'text'; readonly question: TextQuestion };

/** What was presented, and the seed of a template's numbers. */
export interface Presentation {
  readonly shown: Presented;
  readonly seed: number | null;
}

/** Shuffled, but never as it was: one step round where chance left it alone. */
const derange = (list: readonly string[], seed: number, isRight: (list: readonly string[]) => boolean) => {
  const shuffled = shuffle(list, makeRandom(seed));
  return isRight(shuffled) ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
};

const orderOptions = (question: ChoiceQuestion, seed: number): readonly Option[] => {
  const { options } = question;
  if (question.keepOrder) return options;
  const ascending = ascendingOrder(options.map(option => option.text));
  if (ascending === null) return shuffle(options, makeRandom(seed));
  return ascending.flatMap(index => options[index] ?? []);
};

/** Puts a question in the orders that are wanted of its options, steps and right sides. */
const arranged = (
  question: FixedQuestion,
  order: {
    readonly options: (question: ChoiceQuestion) => readonly Option[];
    readonly texts: (
      list: readonly string[],
      isRight: (list: readonly string[]) => boolean,
    ) => readonly string[];
  },
): Presented => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        kind: question.kind,
        question,
        options: order.options(question),
        choose: question.options.filter(option => option.correct).length,
      };
    case 'true-false':
      return { kind: question.kind, question };
    case 'numeric':
      return { kind: question.kind, question };
    case 'order': {
      const { steps } = question;
      const isRight = (list: readonly string[]): boolean => list.every((step, i) => step === steps[i]);
      return { kind: question.kind, question, steps: order.texts(steps, isRight) };
    }
    case 'match': {
      const { pairs, decoys } = question;
      const rights = [...new Set([...pairs.map(pair => pair.right), ...decoys])];
      const isRight = (list: readonly string[]): boolean => pairs.every((pair, i) => pair.right === list[i]);
      return {
        kind: question.kind,
        question,
        lefts: pairs.map(pair => pair.left),
        rights: order.texts(rights, isRight),
      };
    }
    case 'text':
      return { kind: question.kind, question };
  }
};

const arrange = (question: FixedQuestion, seed: number): Presented =>
  arranged(question, {
    options: each => orderOptions(each, seed),
    texts: (list, isRight) => derange(list, seed, isRight),
  });

/** A question as its file has it: to read about, not to answer. */
export const asWritten = (question: FixedQuestion): Presented =>
  arranged(question, { options: ({ options }) => options, texts: list => list });

/** The form in which a seed asks a template. */
const drawForm = (template: Template, seed: number): TemplateForm =>
  pick(template.ask.length === 0 ? ['value'] : template.ask, makeRandom(seedFor(seed, 'form')));

/**
 * Puts a question: the same seed gives the same form, numbers and order on every machine.
 * @param form the form a template must take where it can; `null`: the seed decides
 * @returns `null` for a template that its calculator refuses
 */
export const present = (
  question: Question,
  seed: number,
  form: TemplateForm | null,
  instantiate: Instantiate,
): Presentation | null => {
  if (!isTemplate(question)) return { shown: arrange(question, seedFor(seed, question.key)), seed: null };
  const numbers = seedFor(seed, `${question.key} numbers`);
  const taken = form !== null && question.ask.includes(form) ? form : drawForm(question, numbers);
  const filled = instantiate(question, numbers, taken);
  return filled === null ? null : { shown: arrange(filled, seedFor(seed, question.key)), seed: numbers };
};
