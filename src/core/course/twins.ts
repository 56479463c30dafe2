/** Questions that ask almost the same, so that a paper should hold one of them at most. */
import { contentWords, wordsOf } from './content-words.ts';
import type { ChoiceQuestion, FixedQuestion, Question } from './course.ts';
import { isTemplate } from './course.ts';
import { likePairs } from './likeness.ts';

/** Two questions that ask nearly the same. */
export interface Twins {
  readonly first: FixedQuestion;
  readonly second: FixedQuestion;
  /** What is alike: the stems, the stems with their right options, or the right options of one topic. */
  readonly alike: 'stem' | 'stem and key' | 'key';
  /** Cosine of their words, 0 to 1. */
  readonly cosine: number;
}

/** Cosine from which two questions are twins; measured on this project's own bank, where readers agreed. */
const TWINS = 0.5;
/** Cosine from which there is hardly a doubt. */
export const CLEAR_TWINS = 0.65;
/** Texts with fewer words that say something are alike by nature. */
const FEWEST_WORDS = 4;
/** "Put the steps in order" and "match each service" are no stems to compare. */
const FEWEST_FRAME_WORDS = 15;

const isChoice = (question: Question): question is ChoiceQuestion => 'options' in question;

const keyText = ({ options }: ChoiceQuestion): string =>
  options
    .filter(({ correct }) => correct)
    .map(({ text }) => text)
    .join(' ');

const hasStem = (question: Question): question is FixedQuestion =>
  !isTemplate(question) &&
  (!(question.kind === 'order' || question.kind === 'match') ||
    wordsOf(question.stem).length >= FEWEST_FRAME_WORDS);

/** Pairs of a list by the words of each; what says too little is left out. */
const alikeBy = <T>(
  list: readonly T[],
  wordsIn: (one: T) => readonly string[],
): readonly { readonly first: T; readonly second: T; readonly cosine: number }[] => {
  const told = list
    .map(one => ({ one, words: wordsIn(one) }))
    .filter(({ words }) => new Set(words).size >= FEWEST_WORDS);
  return likePairs(
    told.map(({ words }) => words),
    TWINS,
  ).flatMap(({ first, second, cosine }) => {
    const [a, b] = [told[first]?.one, told[second]?.one];
    return a === undefined || b === undefined ? [] : [{ first: a, second: b, cosine }];
  });
};

/** Questions of one topic whose right options have the same words. */
const sameKeys = (questions: readonly ChoiceQuestion[]): readonly Twins[] => {
  const first = new Map<string, ChoiceQuestion>();
  return questions.flatMap((question): readonly Twins[] => {
    const words = contentWords(keyText(question));
    if (question.kind !== 'single' || new Set(words).size < 2) return [];
    const name = `${question.topic} ${[...words].sort().join(' ')}`;
    const other = first.get(name);
    if (other !== undefined) return [{ first: other, second: question, alike: 'key', cosine: 1 }];
    first.set(name, question);
    return [];
  });
};

/** All twins of a bank, each pair once, in the order of the bank. Templates have none: their numbers differ. */
export const findTwins = (questions: readonly Question[]): readonly Twins[] => {
  const choices = questions.filter(isChoice);
  const found = new Map<string, Twins>();
  const add = (twins: Twins): void => {
    const name = `${twins.first.key} ${twins.second.key}`;
    if (!found.has(name)) found.set(name, twins);
  };
  const stemWords = new Map(questions.map(question => [question, contentWords(question.stem)]));
  const ofStem = (question: Question): readonly string[] => stemWords.get(question) ?? [];
  for (const pair of alikeBy(questions.filter(hasStem), ofStem)) add({ ...pair, alike: 'stem' });
  // The key counts twice, for it is what the question is about.
  const withKey = (question: ChoiceQuestion): readonly string[] => {
    const key = contentWords(keyText(question));
    return [...ofStem(question), ...key, ...key];
  };
  for (const pair of alikeBy(choices, withKey)) add({ ...pair, alike: 'stem and key' });
  for (const twins of sameKeys(choices)) add(twins);
  return [...found.values()];
};

/** Keys of the twins among questions with options: what papers keep apart. */
export const twinKeys = (questions: readonly Question[]): readonly (readonly [string, string])[] =>
  findTwins(questions).flatMap(({ first, second }): readonly (readonly [string, string])[] =>
    isChoice(first) && isChoice(second) ? [[first.key, second.key]] : [],
  );
