/** Keeps a program that feeds lines to this one from going on for ever to no purpose. */
import { Failure } from '../../core/base/failure.ts';
import type { InputLine } from './line-reader.ts';

/** Lines in a row that may be refused when a program sends them. */
const MOST_REFUSED = 3;
/** Lines in a row after which what is asked has to have moved on. */
const MOST_IDLE = 1000;

/** Ends a run whose input leads nowhere. */
export interface LineWatch {
  /**
   * What came of a line that was taken in: `refused`, or how far it has brought the learner, a number that only
   * grows when something new is asked or answered.
   * @throws Failure `usage` where a program sends lines that lead nowhere
   */
  saw(line: InputLine, outcome: 'refused' | number): void;
  /**
   * Why a line cannot be read, for a person who can type another one.
   * @throws Failure `usage` where a program has sent it
   */
  explain(line: Extract<InputLine, { is: 'unreadable' }>): string;
}

const numberOf = (line: InputLine): number => ('number' in line ? line.number : 0);

/** @param typed whether a person types the lines: nothing ends then, for they see what they do */
export const watchLines = (typed: boolean): LineWatch => {
  let refused = 0;
  let idle = 0;
  let furthest = Number.NEGATIVE_INFINITY;
  const fail = (message: string, line: InputLine): never => {
    throw new Failure('usage', message, {
      code: 'input-refused',
      place: `line ${numberOf(line)} of the input`,
      try: 'lines that answer what is asked, one for each',
    });
  };
  return {
    saw: (line, outcome) => {
      if (typed) return;
      refused = outcome === 'refused' ? refused + 1 : 0;
      const isFurther = outcome !== 'refused' && outcome > furthest;
      if (isFurther) furthest = outcome;
      idle = isFurther ? 0 : idle + 1;
      if (refused >= MOST_REFUSED) fail(`${MOST_REFUSED} lines in a row were refused`, line);
      if (idle >= MOST_IDLE) fail(`${MOST_IDLE} lines in a row led nowhere`, line);
    },
    explain: line => {
      if (typed) return `that line cannot be read: ${line.why}`;
      throw new Failure('usage', `A line of the input cannot be read: ${line.why}`, {
        code: 'unreadable-input',
        place: `line ${line.number} of the input`,
        try: 'text in UTF-8, an answer on each line',
      });
    },
  };
};
