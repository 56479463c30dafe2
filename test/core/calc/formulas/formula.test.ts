import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCondition, parseFormula, showFormula } from '../../../../src/core/calc/formulas/formula.ts';
import { holds, workFormula } from '../../../../src/core/calc/formulas/work-formula.ts';
import type { Rational } from '../../../../src/core/number/rational.ts';
import { decimal, rational, toExact } from '../../../../src/core/number/rational.ts';

const valueOf =
  (values: Readonly<Record<string, string>>) =>
  (name: string): Rational => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`{${name}} has no value`);
    return decimal(value);
  };

const work = (text: string, values: Readonly<Record<string, string>> = {}): string => {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed.message;
  const value = workFormula(parsed.value, valueOf(values));
  return toExact(value) ?? `${value.n}/${value.d}`;
};

describe('a formula', () => {
  it('is worked out exactly', () => {
    expect(work('0.1 + 0.2')).toBe('0.3');
    expect(work('1 / 3')).toBe('1/3');
    expect(work('{a} * {b} / 60', { a: '31', b: '60' })).toBe('31');
    expect(work('12345678901234567890 + 1')).toBe('12345678901234567891');
  });

  it('holds its operators together as in school', () => {
    expect(work('2 + 3 * 4')).toBe('14');
    expect(work('(2 + 3) * 4')).toBe('20');
    expect(work('2 - 3 - 4')).toBe('-5');
    expect(work('24 / 4 / 2')).toBe('3');
    expect(work('2 ^ 3 ^ 2')).toBe('512');
    expect(work('-2 ^ 2')).toBe('-4');
    expect(work('(-2) ^ 2')).toBe('4');
    expect(work('2 ^ -2')).toBe('0.25');
    expect(work('2 * -3')).toBe('-6');
    expect(work('6 ÷ 2 × 3 − 1')).toBe('8');
  });

  it('knows a few functions', () => {
    expect(work('ceil(7 / 2) + floor(-7 / 2)')).toBe('0');
    expect(work('round(2.5) + round(-2.5) + round(1.005, 2)')).toBe('1.01');
    expect(work('min(3, 1, 2) + max(3, 1, 2) + abs(-4)')).toBe('8');
    expect(work('mod(7, 3) + mod(-1, 3)')).toBe('3');
  });

  it('names what it cannot read', () => {
    expect(work('')).toBe('is empty');
    expect(work('{a} {b}')).toBe('has {b} without an operator before it');
    expect(work('2 * (3 + 1')).toBe('ends where ) was expected');
    expect(work('2 *')).toBe('ends where a number or a {name} was expected');
    expect(work('2 )')).toBe('has ) where it should end');
    expect(work('{a')).toBe('has a { without its }');
    expect(work('2 $ 3')).toBe('has a sign that no formula has, $');
    expect(work('process.exit(1)')).toMatch(/^has /);
    expect(work('constructor(1)')).toMatch(
      /^has the unknown word constructor: an input is written \{constructor\}/,
    );
    expect(work('sqrt(2)')).toMatch(/the functions are abs, ceil, floor, round, mod, min, max$/);
    expect(work('min')).toBe('has min without its (values)');
    expect(work('round(1, 2, 3)')).toBe('gives round 3 values; it takes 1 to 2');
    expect(work('{a} < 2')).toBe('has < where it should end');
    expect(work(`${'('.repeat(300)}1`)).toBe('is nested too deeply');
    expect(work(`2${'^2'.repeat(100)}`)).toBe('is nested too deeply');
    expect(work(`1${'+1'.repeat(300)}`)).toBe('has more than 500 characters');
  });

  it('never works on numbers that no question is about', () => {
    for (const text of [
      '9 ^ 9 ^ 9 ^ 9',
      '(10 ^ 200) ^ 200',
      '2 ^ 0.5',
      '2 ^ 1e30',
      '1 / (2 - 2)',
      'mod(1, 0)',
      'round(1, 99)',
    ])
      expect(() => work(text)).toThrow(RangeError);
    expect(() => work('{__proto__} + {constructor}')).toThrow('{__proto__} has no value');
  });

  it('is shown with the brackets it needs and no others', () => {
    const shown = (text: string): string => {
      const parsed = parseFormula(text);
      return parsed.ok ? showFormula(parsed.value) : parsed.message;
    };
    expect(shown('((({a})*{b}))/(60000)')).toBe('{a} × {b} / 60,000');
    expect(shown('{a}-({b}-{c})')).toBe('{a} - ({b} - {c})');
    expect(shown('({a}+{b})*2')).toBe('({a} + {b}) × 2');
    expect(shown('(-{a})^2')).toBe('(-{a}) ^ 2');
    expect(shown('ceil({a}/4)')).toBe('ceil({a} / 4)');
  });

  it('means the same when it is read again as it is shown', () => {
    const leaf = fc.oneof(fc.integer({ min: 0, max: 9 }).map(String), fc.constantFrom('{a}', '{b}'));
    const formula = fc.letrec<{ any: string }>(tie => ({
      any: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc
          .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/'), tie('any'))
          .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
        tie('any').map(a => `-(${a})`),
        fc.tuple(tie('any'), fc.integer({ min: 0, max: 3 })).map(([a, n]) => `(${a}) ^ ${n}`),
        fc.tuple(tie('any'), tie('any')).map(([a, b]) => `max(${a}, ${b})`),
      ),
    })).any;
    const outcome = (text: string): string => {
      try {
        return work(text, { a: '7', b: '0.5' });
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(
      fc.property(formula, text => {
        const parsed = parseFormula(text);
        fc.pre(parsed.ok);
        if (parsed.ok) expect(outcome(showFormula(parsed.value).replaceAll(',', ', '))).toBe(outcome(text));
      }),
    );
  });
});

describe('a condition', () => {
  const check = (text: string): boolean | string => {
    const parsed = parseCondition(text);
    return parsed.ok ? holds(parsed.value, () => rational(6)) : parsed.message;
  };

  it('compares each side with the next', () => {
    expect(check('0 < {a} <= 6')).toBe(true);
    expect(check('0 < {a} < 6')).toBe(false);
    expect(check('mod({a}, 4) = 2')).toBe(true);
    expect(check('{a} != 6')).toBe(false);
    expect(check('{a} ≥ 6')).toBe(true);
  });

  it('must compare something', () => {
    expect(check('{a} + 1')).toBe('compares nothing: write it with <, <=, >, >=, = or !=');
  });
});
