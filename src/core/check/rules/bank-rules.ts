import type { ChoiceQuestion, Question } from '../../course/course.ts';
import { normaliseText } from '../../course/keys.ts';
import { plainText } from '../../course/plain-text.ts';
import { problemPlace } from '../../course/problem.ts';
import type { CheckInput, Finding, Rule } from '../rule.ts';

/** Questions a bank needs before its statistics say anything. */
const ENOUGH = 20;

interface Bank {
  readonly file: string;
  /** What they are, in a message. */
  readonly what: string;
  readonly questions: readonly ChoiceQuestion[];
  /** Share of questions whose key may be the only longest, or the only shortest, option. */
  readonly most: number;
}

/** Shares a bank may have: of four options each is the longest in a quarter of the questions. */
const MOST_IN_ALL = 0.26;
const MOST_IN_FILE = 0.3;

/** Questions with one key by file, all of them, and those in the form of the exam, where there are enough. */
const banksOf = ({ course }: CheckInput): readonly Bank[] => {
  const all = course.questions.filter(
    (question): question is ChoiceQuestion => question.kind === 'single' && !question.keepOrder,
  );
  const byFile = new Map<string, ChoiceQuestion[]>();
  for (const question of all) {
    const bank = byFile.get(question.path);
    if (bank === undefined) byFile.set(question.path, [question]);
    else bank.push(question);
  }
  const banks = [...byFile].map(([file, questions]) => ({
    file,
    questions,
    what: 'the questions',
    most: MOST_IN_FILE,
  }));
  const graded = all.filter(({ grade }) => grade === 'exam');
  const whole =
    byFile.size > 1
      ? [
          { file: 'questions', questions: all, what: 'all questions', most: MOST_IN_ALL },
          { file: 'questions', questions: graded, what: 'the questions with grade: exam', most: MOST_IN_ALL },
        ]
      : [];
  return [...banks, ...whole].filter(({ questions }) => questions.length >= ENOUGH);
};

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

/** Whether the key is the only longest option, or the only shortest. */
const sticksOut = ({ options }: ChoiceQuestion, way: 'longest' | 'shortest'): boolean => {
  const lengths = (correct: boolean): readonly number[] =>
    options.filter(option => option.correct === correct).map(({ text }) => plainText(text).length);
  return way === 'longest'
    ? Math.max(0, ...lengths(true)) > Math.max(0, ...lengths(false))
    : Math.min(...lengths(true)) < Math.min(...lengths(false));
};

const keyLength = (way: 'longest' | 'shortest'): Rule => ({
  id: `key-${way}`,
  severity: 'warning',
  why: `who always takes the ${way} option must not pass`,
  hint: `${way === 'longest' ? 'shorten' : 'lengthen'} right options, until at most 26 % of all, and 30 % in a file, are the ${way}`,
  check: input =>
    banksOf(input).flatMap(({ file, questions, what, most }) => {
      const count = questions.filter(question => sticksOut(question, way)).length;
      if (count / questions.length <= most) return [];
      const share = `${percent(count, questions.length)} (${count} of ${questions.length})`;
      return [{ file, line: 0, message: `The correct option is the ${way} in ${share} of ${what}` }];
    }),
});

/** Chi-square that even spread exceeds in one of a hundred cases, for 3 degrees of freedom. */
const CHI_SQUARE = 11.345;

const keyPosition: Rule = {
  id: 'key-position',
  severity: 'warning',
  why: 'a key that mostly stands in one place gives itself away wherever options are not shuffled',
  hint: 'move some correct options to the places that are rare',
  check: input =>
    banksOf(input).flatMap(({ file, questions, what }): readonly Finding[] => {
      const counts = [0, 0, 0, 0];
      const fours = questions.filter(({ options }) => options.length === 4);
      for (const { options } of fours) {
        const place = options.findIndex(option => option.correct);
        counts[place] = (counts[place] ?? 0) + 1;
      }
      const even = fours.length / 4;
      const chi = counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
      return fours.length < ENOUGH || chi <= CHI_SQUARE
        ? []
        : [
            {
              file,
              line: 0,
              message: `The correct options of ${what} stand in places 1 to 4 ${counts.join(', ')} times`,
            },
          ];
    }),
};

/** Share of words two stems may have in common. */
const SIMILAR = 0.85;
/** Stems shorter than this are alike by nature (`What does SQS stand for?`). */
const FEWEST_WORDS = 8;
/** Questions of one topic that are compared with each other. */
const MOST_COMPARED = 200;

const wordsOf = (question: Question): ReadonlySet<string> =>
  new Set(
    plainText(question.stem)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu) ?? [],
  );

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < SIMILAR * large.size) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common / (a.size + b.size - common);
};

const similarStems: Rule = {
  id: 'similar-stems',
  severity: 'warning',
  why: 'two questions that ask the same count twice and bore',
  hint: 'ask something else in one of them, or make a template of both',
  check: ({ course }) => {
    const findings: Finding[] = [];
    const exact = new Map<string, Question>();
    const byTopic = new Map<string, { readonly question: Question; readonly words: ReadonlySet<string> }[]>();
    for (const question of course.questions) {
      const words = wordsOf(question);
      const text = normaliseText(question.stem);
      const group = byTopic.get(question.topic) ?? [];
      byTopic.set(question.topic, group);
      const twin =
        exact.get(text) ??
        (words.size < FEWEST_WORDS
          ? undefined
          : group.slice(0, MOST_COMPARED).find(other => likeness(words, other.words) >= SIMILAR)?.question);
      exact.set(text, question);
      group.push({ question, words });
      if (twin === undefined || words.size < FEWEST_WORDS) continue;
      const place = problemPlace({ file: twin.path, line: twin.line });
      findings.push({
        file: question.path,
        line: question.line,
        message: `The question is almost the same as the one in ${place}`,
      });
    }
    return findings;
  },
};

const twinStem: Rule = {
  id: 'twin-stem',
  severity: 'warning',
  why: 'two questions of one decision count twice in a paper that holds both, so papers keep them apart',
  hint: 'change the service, the decision or the constraint of one of them',
  check: ({ twins }) =>
    twins
      .filter(
        ({ alike, first, second }) =>
          alike === 'stem' && normaliseText(first.stem) !== normaliseText(second.stem),
      )
      .map(({ first, second, cosine }) => ({
        file: second.path,
        line: second.line,
        message: `The stem shares ${percent(cosine, 1)} of its weight with ${first.key} in ${problemPlace({ file: first.path, line: first.line })}`,
      })),
};

/** Rules about all questions of a file or a course together. */
export const BANK_RULES: readonly Rule[] = [
  keyLength('longest'),
  keyLength('shortest'),
  keyPosition,
  similarStems,
  twinStem,
];
