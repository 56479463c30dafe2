import { dateToDay } from '../../base/civil-day.ts';
import type { Question } from '../../course/course.ts';
import type { CheckInput, Finding, Rule } from '../rule.ts';
import { locate } from '../rule.ts';

/** Days after which facts should be looked at again. */
const YEAR = 366;

const missingSource: Rule = {
  id: 'missing-source',
  severity: 'error',
  why: 'a fact without a source cannot be verified',
  hint: 'add sources: with the address of the official page',
  check: ({ course }) => [
    ...course.notes
      .filter(({ sources, sections }) => sources.length === 0 && sections.length > 0)
      .map(({ path }) => ({ file: path, line: 1, message: 'The note has no sources' })),
    ...course.questions
      .filter(({ sources }) => sources.length === 0)
      .map(({ path, line }) => ({ file: path, line, message: 'The question has no sources' })),
  ],
};

/** Whether every step or pair has its own reason, so that one for all is not needed. */
const partsExplained = (question: Question): boolean => {
  if (question.kind === 'order') return question.stepWhys?.every(why => why !== '') === true;
  return question.kind === 'match' && question.pairs.every(({ why }) => why !== undefined);
};

const missingExplanation: Rule = {
  id: 'missing-explanation',
  severity: 'error',
  why: 'who answers learns from why it is right or wrong',
  hint: 'add why: with one or two sentences',
  check: input =>
    input.course.questions.flatMap((question): readonly Finding[] => {
      const { path, line } = question;
      if ('options' in question) {
        const bare = question.options.filter(({ why }) => why === '');
        // Where none has a reason, as in the banks of other programs, that is one finding.
        if (bare.length > 1 && bare.length === question.options.length)
          return [{ file: path, line, message: 'No option says why it is right or wrong' }];
        return bare.map(({ text }) => ({
          file: path,
          line: locate(input, path, line, text.split('\n')[0] ?? ''),
          message: 'The option does not say why it is right or wrong',
        }));
      }
      return question.why === '' && !partsExplained(question)
        ? [{ file: path, line, message: 'The question has no explanation' }]
        : [];
    }),
};

const expired: Rule = {
  id: 'expired',
  severity: 'warning',
  why: 'prices and quotas change',
  hint: 'verify it, and move expires: on',
  check: input =>
    input.course.questions.flatMap(({ expires, path, line }) =>
      expires !== undefined && expires < input.today
        ? [
            {
              file: path,
              line: locate(input, path, line, 'expires:'),
              message: `The facts were good until ${expires}`,
            },
          ]
        : [],
    ),
};

const stale: Rule = {
  id: 'stale',
  severity: 'warning',
  why: 'facts that nobody has looked at for a year may have changed',
  hint: 'verify the facts, and set checked: to today',
  check: (input: CheckInput) => {
    const today = dateToDay(input.today) ?? 0;
    const { notes, questions, blueprints } = input.course;
    const lines: readonly { path: string; line: number; checked: string }[] = [
      ...notes.map(({ path, checked }) => ({ path, line: 1, checked })),
      ...questions,
      ...blueprints.map(({ path, checked }) => ({ path, line: 1, checked })),
    ];
    return lines.flatMap(({ path, line, checked }) => {
      const day = dateToDay(checked);
      return day !== null && today - day > YEAR
        ? [
            {
              file: path,
              line: locate(input, path, line, 'checked:'),
              message: `The facts were checked on ${checked}`,
            },
          ]
        : [];
    });
  },
};

/** Rules about sources and dates. */
export const FACT_RULES: readonly Rule[] = [missingSource, missingExplanation, expired, stale];
