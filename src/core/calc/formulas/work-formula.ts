/** Works formulas out, exactly. */
import type { Rational } from '../../number/rational.ts';
import {
  abs,
  add,
  ceil,
  compare,
  divide,
  floor,
  isInteger,
  max,
  min,
  multiply,
  negate,
  ONE,
  power,
  roundHalfUp,
  subtract,
  toNumber,
} from '../../number/rational.ts';
import type { Relation, Condition, Formula } from './formula.ts';

/** Numbers larger than this, above or below the line, are no slip but an attack on the time of a learner. */
const MOST_BITS = 4096;
const MOST_EXPONENT = 200;
const MOST_DECIMALS = 20;

const bitsOf = ({ n, d }: Rational): number => Math.max(n.toString(16).length, d.toString(16).length) * 4;

/** @throws RangeError for a number that no question is about */
const bounded = (value: Rational): Rational => {
  if (bitsOf(value) > MOST_BITS) throw new RangeError('a number becomes too large');
  return value;
};

const raise = (base: Rational, exponent: Rational): Rational => {
  if (!isInteger(exponent) || compare(abs(exponent), { n: BigInt(MOST_EXPONENT), d: 1n }) > 0)
    throw new RangeError(`an exponent must be a whole number up to ${MOST_EXPONENT}`);
  const times = toNumber(abs(exponent));
  if (bitsOf(base) * times > MOST_BITS) throw new RangeError('a number becomes too large');
  const raised = power(base, times);
  return exponent.n < 0n ? divide(ONE, raised) : raised;
};

const decimalsOf = (value: Rational | undefined): number => {
  if (value === undefined) return 0;
  const count = toNumber(value);
  if (!Number.isInteger(count) || count < 0 || count > MOST_DECIMALS)
    throw new RangeError(`round takes a whole number of decimals up to ${MOST_DECIMALS}`);
  return count;
};

const call = (name: string, given: readonly Rational[]): Rational => {
  const [first, second] = given;
  // The parser counts the values.
  if (first === undefined) throw new RangeError(`${name} has no value`);
  switch (name) {
    case 'abs':
      return abs(first);
    case 'ceil':
      return ceil(first);
    case 'floor':
      return floor(first);
    case 'round':
      return roundHalfUp(first, decimalsOf(second));
    case 'mod': {
      if (second === undefined) throw new RangeError('mod has one value');
      return subtract(first, multiply(second, floor(divide(first, second))));
    }
    case 'min':
      return min(first, ...given.slice(1));
    case 'max':
      return max(first, ...given.slice(1));
    default:
      throw new RangeError(`there is no function ${name}`);
  }
};

/**
 * The value of a formula.
 * @throws RangeError where it divides by zero, a number becomes too large or a name has no value
 */
export const workFormula = (formula: Formula, valueOf: (name: string) => Rational): Rational => {
  const work = (part: Formula): Rational => workFormula(part, valueOf);
  switch (formula.type) {
    case 'number':
      return formula.value;
    case 'name':
      return valueOf(formula.name);
    case 'negative':
      return negate(work(formula.of));
    case 'call':
      return bounded(call(formula.name, formula.given.map(work)));
    case 'pair': {
      const [left, right] = [work(formula.left), work(formula.right)];
      switch (formula.operator) {
        case '+':
          return bounded(add(left, right));
        case '-':
          return bounded(subtract(left, right));
        case '*':
          return bounded(multiply(left, right));
        case '/':
          return bounded(divide(left, right));
        case '^':
          return bounded(raise(left, right));
      }
    }
  }
};

const HOLDS: Readonly<Record<Relation, (difference: number) => boolean>> = {
  '<': difference => difference < 0,
  '<=': difference => difference <= 0,
  '>': difference => difference > 0,
  '>=': difference => difference >= 0,
  '=': difference => difference === 0,
  '!=': difference => difference !== 0,
};

/** Whether a condition holds. @throws RangeError as {@link workFormula} */
export const holds = ({ sides, signs }: Condition, valueOf: (name: string) => Rational): boolean => {
  const values = sides.map(side => workFormula(side, valueOf));
  return signs.every((sign, i) => {
    const [left, right] = [values[i], values[i + 1]];
    return left !== undefined && right !== undefined && HOLDS[sign](compare(left, right));
  });
};
