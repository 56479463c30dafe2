/** Reads the arithmetic of a worked step as a reader would, with fractions and nothing of the calculators. */

/** A fraction, and whether it was printed as cut (`~`). */
interface Printed {
  readonly n: bigint;
  readonly d: bigint;
  readonly cut: boolean;
}

/** What the number before a unit is divided by; operands of one kind are printed in one unit. */
const DIVISORS: Readonly<Record<string, bigint>> = { '%': 100n };

const make = (n: bigint, d: bigint, cut: boolean): Printed =>
  d < 0n ? { n: -n, d: -d, cut } : { n, d, cut };

const floor = ({ n, d, cut }: Printed): Printed => {
  const whole = n / d;
  return { n: n % d !== 0n && n < 0n ? whole - 1n : whole, d: 1n, cut };
};
const negate = ({ n, d, cut }: Printed): Printed => ({ n: -n, d, cut });

const less = (a: Printed, b: Printed): boolean => a.n * b.d < b.n * a.d;

const FUNCTIONS: Readonly<Record<string, (values: readonly Printed[]) => Printed>> = {
  ceil: ([value = make(0n, 1n, false)]) => negate(floor(negate(value))),
  floor: ([value = make(0n, 1n, false)]) => floor(value),
  min: values => values.reduce((a, b) => (less(b, a) ? b : a)),
  max: values => values.reduce((a, b) => (less(a, b) ? b : a)),
  sum: values => values.reduce((a, b) => make(a.n * b.d + b.n * a.d, a.d * b.d, a.cut || b.cut)),
};

/** A number, a name of a function, a unit or a sign. */
const TOKEN =
  /\s*(?:(~?\$?\d+(?:,\d{3})*(?:\.\d+)?)|(ceil|floor|min|max|sum)(?=\()|([\p{L}%µ][\p{L}\d/%]*)|([-+×/^(),]))/uy;

/** Thrown and caught here: the line is words, not arithmetic. */
class NotArithmetic extends Error {}

const tokensOf = (line: string): readonly RegExpExecArray[] => {
  const tokens: RegExpExecArray[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < line.length) {
    const token = TOKEN.exec(line);
    if (token === null) throw new NotArithmetic();
    tokens.push(token);
  }
  return tokens;
};

const parse = (line: string): Printed => {
  const tokens = tokensOf(line);
  let at = 0;
  const sign = (): string | undefined => tokens[at]?.[4];
  const take = (wanted: string): void => {
    if (sign() !== wanted) throw new NotArithmetic();
    at++;
  };
  const list = (): readonly Printed[] => {
    take('(');
    const values = [total()];
    while (sign() === ',') {
      at++;
      values.push(total());
    }
    take(')');
    return values;
  };
  const operand = (): Printed => {
    const token = tokens[at];
    if (token === undefined) throw new NotArithmetic();
    const [, number, name] = token;
    if (name !== undefined) {
      at++;
      const apply = FUNCTIONS[name];
      if (apply === undefined) throw new NotArithmetic();
      return apply(list());
    }
    if (number !== undefined) {
      at++;
      const digits = number.replace(/[~$,]/g, '');
      const [whole = '', decimals = ''] = digits.split('.');
      let value = make(BigInt(whole + decimals), 10n ** BigInt(decimals.length), number.startsWith('~'));
      const unit = tokens[at]?.[3];
      if (unit !== undefined) {
        at++;
        value = make(value.n, value.d * (DIVISORS[unit] ?? 1n), value.cut);
      }
      return value;
    }
    const inner = list();
    if (inner.length !== 1 || inner[0] === undefined) throw new NotArithmetic();
    return inner[0];
  };
  const power = (): Printed => {
    const base = operand();
    if (sign() !== '^') return base;
    at++;
    const exponent = operand();
    if (exponent.d !== 1n || exponent.n < 0n) throw new NotArithmetic();
    return make(base.n ** exponent.n, base.d ** exponent.n, base.cut);
  };
  const product = (): Printed => {
    let left = power();
    for (let by = sign(); by === '×' || by === '/'; by = sign()) {
      at++;
      const right = power();
      const [n, d] = by === '×' ? [right.n, right.d] : [right.d, right.n];
      if (d === 0n) throw new NotArithmetic();
      left = make(left.n * n, left.d * d, left.cut || right.cut);
    }
    return left;
  };
  const total = (): Printed => {
    let left = product();
    for (let by = sign(); by === '+' || by === '-'; by = sign()) {
      at++;
      const right = product();
      const n = by === '+' ? right.n : -right.n;
      left = make(left.n * right.d + n * left.d, left.d * right.d, left.cut || right.cut);
    }
    return left;
  };
  const value = total();
  if (at < tokens.length) throw new NotArithmetic();
  return value;
};

/** The value of a printed line, `null` where it is words. `, at least 1` at its end raises it. */
export const evaluatePrinted = (line: string): Printed | null => {
  const [, plain = line, least] = /^(.*), at least ([\d.,]+)$/.exec(line) ?? [];
  try {
    const value = parse(plain);
    return least === undefined ? value : (FUNCTIONS['max']?.([value, parse(least)]) ?? value);
  } catch (error) {
    if (error instanceof NotArithmetic) return null;
    throw error;
  }
};

/**
 * Whether a computed value is the printed one; to five digits where an operand was printed as cut. A percentage
 * is computed as a share (`100 % - 80 %`) or times 100.
 */
export const isPrintedAs = (
  { n, d, cut }: Printed,
  value: { readonly n: bigint; readonly d: bigint },
  unit: string,
): boolean =>
  [1n, unit === '%' ? 100n : 1n].some(times => {
    const off = times * n * value.d - value.n * d;
    const size = value.n * d;
    return cut ? (off < 0n ? -off : off) * 100_000n <= (size < 0n ? -size : size) : off === 0n;
  });
