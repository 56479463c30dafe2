/** What gives the answer away, or makes it too narrow, in kinds without options. */
import { contentWords } from '../../course/content-words.ts';
import { isTemplate } from '../../course/course.ts';
import { plainText } from '../../course/plain-text.ts';
import { onItem, onText } from '../question-parts.ts';
import { quoted } from '../../base/sanitize.ts';
import type { Finding, Rule } from '../rule.ts';
import { questionTexts } from '../texts.ts';

const TELLS_TRUE =
  /\b(?:can|may|today|now|some|usually|often|sometimes|still|even|without any|by default)\b/i;
const TELLS_FALSE =
  /\b(?:always|never|all|only|every|any|cannot|must|no|none|because|therefore|so that|automatically|also)\b/i;

const trueFalseTell: Rule = {
  id: 'true-false-tell',
  severity: 'warning',
  why: 'hedged statements are mostly true and absolute ones mostly false, and learners know that',
  hint: 'state the fact without the word, or ask with options',
  check: ({ course }) =>
    course.questions.flatMap((question): readonly Finding[] => {
      if (question.kind !== 'true-false') return [];
      const found = (question.answer ? TELLS_TRUE : TELLS_FALSE).exec(plainText(question.stem))?.[0];
      return found === undefined
        ? []
        : [onItem(question, `${quoted(found)} tells that the statement is ${String(question.answer)}`)];
    }),
};

/** Questions in which a word may stand before it tells a pair. */
const COMMON = 60;
const LONG_WORD = 5;

const matchSharedWord: Rule = {
  id: 'match-shared-word',
  severity: 'warning',
  why: 'a word on both sides of a pair joins them without any knowledge',
  hint: 'say one side in other words',
  check: input => {
    const { questions } = input.course;
    const frequency = new Map<string, number>();
    for (const question of questions) {
      for (const word of new Set(contentWords(questionTexts(question).join('\n\n')))) {
        frequency.set(word, (frequency.get(word) ?? 0) + 1);
      }
    }
    return questions.flatMap(question =>
      question.kind !== 'match'
        ? []
        : question.pairs.flatMap(({ left, right }) => {
            const words = new Set(contentWords(left));
            const shared = contentWords(right).find(
              word => word.length >= LONG_WORD && words.has(word) && (frequency.get(word) ?? 0) < COMMON,
            );
            return shared === undefined
              ? []
              : [onText(input, question, left, `${quoted(shared)} stands on both sides of the pair`)];
          }),
    );
  },
};

const matchDecoy: Rule = {
  id: 'match-decoy',
  severity: 'warning',
  why: 'without a decoy the last pair is what is left',
  hint: 'add decoys: with a right side that belongs to nothing, or let one right side belong to two',
  check: ({ course }) =>
    course.questions.flatMap(question => {
      if (question.kind !== 'match' || question.decoys.length > 0) return [];
      const rights = new Set(question.pairs.map(({ right }) => right));
      return rights.size < question.pairs.length ? [] : [onItem(question, 'The match has no decoy')];
    }),
};

/** Names that people also write otherwise: with or without the vendor, a function's long form, a plural. */
const HAS_FORMS = /^(?:AWS|Amazon)\s|^Fn::|^!|^[\p{Ll} -]*[^\P{Ll}s]s$/u;

const textOneForm: Rule = {
  id: 'text-one-form',
  severity: 'warning',
  why: 'who knows the answer writes it short, in full, or in the plural',
  hint: 'accept the other forms too: without AWS or Amazon, Fn:: and !, singular and plural',
  check: ({ course }) =>
    course.questions.flatMap(question => {
      if (question.kind !== 'text') return [];
      const [only = '', ...others] = question.accept;
      return others.length > 0 || !HAS_FORMS.test(only)
        ? []
        : [onItem(question, `Only ${quoted(only)} is accepted`)];
    }),
};

const priceExpires: Rule = {
  id: 'price-expires',
  severity: 'warning',
  why: 'prices change, and a price without a last day is trusted for ever',
  hint: 'add expires: with a day in the next twelve months',
  check: ({ course }) =>
    course.questions
      .filter(
        question =>
          !isTemplate(question) &&
          question.expires === undefined &&
          /\$\d/.test(questionTexts(question).join('\n')),
      )
      .map(question => onItem(question, 'The question names a price and does not expire')),
};

/** Rules about single kinds of questions. */
export const KIND_RULES: readonly Rule[] = [
  trueFalseTell,
  matchSharedWord,
  matchDecoy,
  textOneForm,
  priceExpires,
];
