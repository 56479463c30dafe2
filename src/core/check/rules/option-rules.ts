import { normaliseText } from '../../course/keys.ts';
import { plainText } from '../../course/plain-text.ts';
import { foldText } from '../../question/text-answer.ts';
import { quoted } from '../../base/sanitize.ts';
import type { Finding, Rule } from '../rule.ts';
import { choices, isChoice, onText } from '../question-parts.ts';
import { questionTexts } from '../texts.ts';

const optionCount: Rule = {
  id: 'option-count',
  severity: 'error',
  why: 'the exams ask four options with one key, or five to six with two to three',
  hint: 'single takes 4 options; multiple 5 or 6, of which 2 or 3 are correct',
  check: input =>
    choices(input).flatMap(({ kind, options, path, line }) => {
      const keys = options.filter(option => option.correct).length;
      const fits =
        kind === 'single'
          ? options.length === 4
          : options.length >= 5 && options.length <= 6 && keys >= 2 && keys <= 3;
      const message = `A ${kind} question has ${options.length} options, ${keys} of them correct`;
      return fits ? [] : [{ file: path, line, message }];
    }),
};

const duplicateOption: Rule = {
  id: 'duplicate-option',
  severity: 'error',
  why: 'two options that say the same cannot be told apart',
  hint: 'write another wrong option',
  check: input =>
    choices(input).flatMap(question => {
      const seen = new Set<string>();
      return question.options.flatMap(({ text }) => {
        const same = seen.has(normaliseText(text));
        seen.add(normaliseText(text));
        return same ? [onText(input, question, text, `The option ${quoted(text)} stands there twice`)] : [];
      });
    }),
};

const SELECT = /\b(?:select|choose|pick)\s+(?:the\s+)?(?:one|two|three|four|[1-4])\b/i;
const ABOVE =
  /^(?:all|none|both|any|neither|some)\s+of\s+(?:the\s+)?(?:above|these|those|others?|options)\b/i;
const LETTERS = /^(?:both\s+)?[A-F](?:,\s*[A-F])*\s*(?:and|or|&)\s*[A-F]\.?$/;
const BY_PLACE =
  /\b(?:option|answer|choice)s?\s+[A-F]\b(?![-'\u2019])|\b(?:option|choice)s?\s+[1-6]\b|\b(?:first|second|third|fourth|last)\s+option\b/;

const forbiddenPhrase: Rule = {
  id: 'forbidden-phrase',
  severity: 'error',
  why: 'options are shuffled, and how many to choose is told by the program',
  hint: 'name what is meant instead of its place; leave "Select TWO" to the program',
  check: input =>
    input.course.questions.flatMap((question): readonly Finding[] => {
      const findings: Finding[] = [];
      if (isChoice(question)) {
        if (SELECT.test(question.stem)) {
          const line = question.stem.split('\n').find(part => SELECT.test(part)) ?? question.stem;
          findings.push(onText(input, question, line, 'The stem says how many options to choose'));
        }
        for (const { text } of question.options) {
          if (!ABOVE.test(text) && !LETTERS.test(text)) continue;
          findings.push(onText(input, question, text, `The option ${quoted(text)} speaks of other options`));
        }
      }
      for (const text of isChoice(question) && !question.keepOrder ? questionTexts(question) : []) {
        const found = BY_PLACE.exec(text)?.[0];
        if (found === undefined) continue;
        const line = text.split('\n').find(part => BY_PLACE.test(part)) ?? text;
        findings.push(onText(input, question, line, `${quoted(found)} names an option by its place`));
      }
      return findings;
    }),
};

/** The last sentence of a stem, up to where a side clause begins. */
const leadIn = (stem: string): string => {
  const sentences = plainText(stem).split(/(?<=[.?!])\s+/);
  const last = sentences[sentences.length - 1] ?? '';
  return last.split(/,|\b(?:so that|that|if|when|because|while|although|unless|without)\b/i)[0] ?? '';
};

const negativeLeadIn: Rule = {
  id: 'negative-lead-in',
  severity: 'warning',
  why: 'a small "not" in a question is overlooked',
  hint: 'ask positively, or write NOT or EXCEPT in capitals',
  check: input =>
    choices(input)
      .filter(({ stem }) => /\b(?:not|except|cannot)\b|n['\u2019]t\b/.test(leadIn(stem)))
      .map(({ path, line }) => ({ file: path, line, message: 'The question is asked negatively' })),
};

const textAnswer: Rule = {
  id: 'text-answer',
  severity: 'warning',
  why: 'typed answers are compared without case, spacing and punctuation, and numbers have a kind of their own',
  hint: 'leave out what differs only there; ask a number with kind: numeric',
  check: input =>
    input.course.questions.flatMap(question => {
      if (question.kind !== 'text') return [];
      const seen = new Set<string>();
      return question.accept.flatMap(text => {
        const folded = foldText(text);
        const twice = seen.has(folded);
        seen.add(folded);
        if (twice) return [onText(input, question, text, `${quoted(text)} is accepted already`)];
        return /^[-+]?[\d.,]+$/.test(text.trim())
          ? [onText(input, question, text, `The accepted answer ${quoted(text)} is a number`)]
          : [];
      });
    }),
};

/** Rules about what options say. */
export const OPTION_RULES: readonly Rule[] = [
  optionCount,
  duplicateOption,
  forbiddenPhrase,
  negativeLeadIn,
  textAnswer,
];
