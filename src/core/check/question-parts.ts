import { plainText } from '../course/plain-text.ts';
import { wordsOf } from '../course/content-words.ts';
import type { ChoiceQuestion, Option, Question } from '../course/course.ts';
import type { CheckInput, Finding } from './rule.ts';
import { locate } from './rule.ts';

/** Whether a question has options. */
export const isChoice = (question: Question): question is ChoiceQuestion => 'options' in question;

/** Questions with options. */
export const choices = ({ course }: Pick<CheckInput, 'course'>): readonly ChoiceQuestion[] =>
  course.questions.filter(isChoice);

/** The right options. */
export const keysOf = ({ options }: ChoiceQuestion): readonly Option[] =>
  options.filter(({ correct }) => correct);

/** The wrong options. */
export const distractorsOf = ({ options }: ChoiceQuestion): readonly Option[] =>
  options.filter(({ correct }) => !correct);

/** Characters of an option as it is read. */
export const lengthOf = ({ text }: Option): number => [...plainText(text)].length;

/** Longest option against the shortest, in characters; `null` where all are names and terms of a few words. */
export const lengthRatio = ({ options }: ChoiceQuestion): number | null => {
  if (Math.max(...options.map(({ text }) => wordsOf(text).length)) < FEWEST_WORDS) return null;
  const lengths = options.map(lengthOf);
  return Math.max(...lengths) / Math.max(1, Math.min(...lengths));
};
const FEWEST_WORDS = 6;

/** The first line of a text, by which it is found in its file. */
export const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

/** A finding on a whole item. */
export const onItem = (
  { path, line }: { readonly path: string; readonly line: number },
  message: string,
): Finding => ({
  file: path,
  line,
  message,
});

/** A finding on the line where a text of an item stands. */
export const onText = (
  input: CheckInput,
  { path, line }: { readonly path: string; readonly line: number },
  text: string,
  message: string,
): Finding => ({ file: path, line: locate(input, path, line, firstLine(text)), message });

/** Sentences of a text. */
export const sentencesOf = (markdown: string): readonly string[] =>
  plainText(markdown).split(/(?<=[.?!:])\s+/);

/** The last sentence of a text, `''` where it has none. */
export const lastSentence = (markdown: string): string => sentencesOf(markdown).at(-1) ?? '';
