/** What a question with `grade: exam` must have in common with the real exams, as far as a program can tell. */
import { wordsOf } from '../../course/content-words.ts';
import type { Blueprint, ChoiceQuestion } from '../../course/course.ts';
import { problemPlace } from '../../course/problem.ts';
import { CLEAR_TWINS } from '../../course/twins.ts';
import { choices, lastSentence, lengthRatio, onItem, onText, sentencesOf } from '../question-parts.ts';
import { quoted } from '../../base/sanitize.ts';
import type { CheckInput, Finding, Rule } from '../rule.ts';

const graded = (input: CheckInput): readonly ChoiceQuestion[] =>
  choices(input).filter(({ grade }) => grade === 'exam');

/** Words of the stem and of each option where the exam's blueprint says nothing else. */
const FORM = { stem: [30, 110], option: [5, 30] } as const;

/** The exam that the tags of a question name first, which is the one it was written for. */
const homeOf = (
  { blueprints }: { readonly blueprints: readonly Blueprint[] },
  { tasks }: ChoiceQuestion,
): Blueprint | undefined =>
  tasks
    .map(({ blueprint }) => blueprints.find(({ id }) => id === blueprint))
    .find(each => each !== undefined);

/** Words that a question may have. */
const formOf = (course: { readonly blueprints: readonly Blueprint[] }, question: ChoiceQuestion) => ({
  ...FORM,
  ...homeOf(course, question)?.form,
});

/** Those of exams that ask choices alone; where other kinds are asked too, no publisher's way of asking is known. */
const worded = (input: CheckInput): readonly ChoiceQuestion[] =>
  graded(input).filter(
    question =>
      homeOf(input.course, question)?.kinds.every(kind => kind === 'single' || kind === 'multiple') ?? true,
  );

const outside = (count: number, [least, most]: readonly [number, number]): boolean =>
  count < least || count > most;

const stemLength: Rule = {
  id: 'exam-stem-length',
  severity: 'error',
  why: 'a stem of the exam holds who, what exists, what must be true afterward and the question, and no more',
  hint: 'add the current state or a requirement, or take out what decides nothing',
  check: input =>
    graded(input).flatMap(question => {
      const limits = formOf(input.course, question).stem;
      const count = wordsOf(question.stem).length;
      if (!outside(count, limits)) return [];
      return [
        onItem(
          question,
          `The stem has ${count} ${count === 1 ? 'word' : 'words'}, not ${limits[0]} to ${limits[1]}`,
        ),
      ];
    }),
};

const optionLength: Rule = {
  id: 'exam-option-length',
  severity: 'error',
  why: 'an option of the exam is a whole step or design, and can be read in a few seconds',
  hint: 'say what is done and with what; the reason belongs into why:',
  check: input =>
    graded(input).flatMap(question => {
      const limits = formOf(input.course, question).option;
      return question.options.flatMap(({ text }) => {
        const count = wordsOf(text).length;
        if (!outside(count, limits)) return [];
        return [
          onText(
            input,
            question,
            text,
            `The option has ${count} ${count === 1 ? 'word' : 'words'}, not ${limits[0]} to ${limits[1]}`,
          ),
        ];
      });
    }),
};

/** Longest option of the exam against its shortest. */
const MOST_RATIO = 1.6;

const optionRatio: Rule = {
  id: 'exam-option-ratio',
  severity: 'error',
  why: 'options of unequal length tell which one was written with care',
  hint: 'cut the longest option or say more in the shortest, until they are 1.6 to 1 at most',
  check: input =>
    graded(input).flatMap(question => {
      const ratio = lengthRatio(question);
      if (ratio === null || ratio <= MOST_RATIO) return [];
      return [
        onItem(question, `The longest option has ${ratio.toFixed(1)} times the characters of the shortest`),
      ];
    }),
};

const ACTOR =
  /\b(?:compan(?:y|ies)|organizations?|developers?|teams?|architects?|engineers?|administrators?|startups?|retailers?|banks?|agenc(?:y|ies)|hospitals?|universit(?:y|ies)|customers?|users?|clients?|operators?|auditors?|publishers?|museums?|studios?|insurers?|airlines?|manufacturers?|schools?|librar(?:y|ies)|designers?|scientists?|analysts?|owners?|programmers?|students?|employees?|managers?|departments?|business(?:es)?|providers?|institutes?|offices?|applications?|services?|functions?|workloads?)\b/i;

const actor: Rule = {
  id: 'exam-actor',
  severity: 'warning',
  why: "questions of the exam begin with who does what, so that the decision is somebody's",
  hint: 'begin with an actor: A company runs ..., A developer needs to ...',
  check: input =>
    worded(input)
      .filter(({ stem }) => !ACTOR.test(sentencesOf(stem).slice(0, 2).join(' ')))
      .map(question => onItem(question, 'The stem does not begin with an actor')),
};

const REQUIREMENT =
  /\b(?:must(?: not)?|needs? to|wants? to|wants? (?:the|a|an|each|all|no|only)\b|requires?|(?:does|do) not want|cannot|has to|have to)\b/i;

const requirement: Rule = {
  id: 'exam-requirement',
  severity: 'warning',
  why: 'without a requirement in the stem every design that runs is right',
  hint: 'say what must be true afterward: must, needs to, wants to',
  check: input =>
    worded(input)
      .filter(({ stem }) => !REQUIREMENT.test(sentencesOf(stem).join(' ')))
      .map(question => onItem(question, 'The stem states no requirement')),
};

const QUESTION_LINE =
  /^(?:Which\s+(?:combination|change|changes|solution|solutions|step|steps|action|actions|AWS\s+services?|services?|feature|features|benefit|statement|statements|approach|design|option|configuration|cause|responsibilit(?:y|ies)|task|tasks|TWO|THREE|of\s+the|pillar|model|principle|type|pricing|purchas(?:e|es|ing)|advantage|tool|support|strategy|deployment|definition|resource|resources|characteristic|metric)|What\s+(?:should|is\s+the\s+(?:MOST|cause|FIRST|reason|LEAST)|must|can|will)|Whose\s+responsibility|Who\s+is\s+responsible|How\s+(?:should|can|must)|Where\s+should|Why\s+(?:do|does|did|is|are))\b/;

const questionLine: Rule = {
  id: 'exam-question-line',
  severity: 'warning',
  why: 'the exams ask in a few set forms, and a learner who knows them reads the rest',
  hint: 'end with one of them: Which solution will meet these requirements? What should the developer do?',
  check: input =>
    worded(input)
      .filter(({ stem }) => !QUESTION_LINE.test(lastSentence(stem)))
      .map(question => onItem(question, `The stem ends with ${quoted(lastSentence(question.stem))}`)),
};

const examTwin: Rule = {
  id: 'exam-twin',
  severity: 'error',
  why: 'of two questions that ask the same, the second tests what the first has told',
  hint: 'change the service, the decision or the constraint of one of them, or leave it out',
  check: ({ twins }) =>
    twins.flatMap(({ first, second, cosine, alike }): readonly Finding[] => {
      const both = [first, second].every(each => 'grade' in each && each.grade === 'exam');
      if (!both || cosine < CLEAR_TWINS) return [];
      const what = alike === 'key' ? 'right option' : alike === 'stem' ? 'stem' : 'stem and right option';
      return [
        onItem(
          second,
          `The ${what} is almost that of ${first.key} in ${problemPlace({ file: first.path, line: first.line })}`,
        ),
      ];
    }),
};

/** Rules about questions in the form of the real exam. */
export const EXAM_RULES: readonly Rule[] = [
  stemLength,
  optionLength,
  optionRatio,
  actor,
  requirement,
  questionLine,
  examTwin,
];
