/** Formulas that authors write: read by this parser into a tree, never run as code. */
import type { Rational } from '../../number/rational.ts';
import { groupThousands, parseDecimal } from '../../number/rational.ts';

/** What stands between two operands. */
type Operator = '+' | '-' | '*' | '/' | '^';

/** A formula as a tree. */
export type Formula =
  | { readonly type: 'number'; readonly value: Rational; readonly text: string }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'negative'; readonly of: Formula }
  | { readonly type: 'pair'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly type: 'call'; readonly name: string; readonly given: readonly Formula[] };

/** How two sides of a condition compare. */
export type Relation = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** A condition such as `0 < {a} <= {b}`: each side against the next. */
export interface Condition {
  readonly sides: readonly Formula[];
  /** One fewer than sides. */
  readonly signs: readonly Relation[];
}

/** What was read, or why it could not be: a message to be read after the formula. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Functions with the least and the largest number of values they take. */
const FUNCTIONS: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['abs', [1, 1]],
  ['ceil', [1, 1]],
  ['floor', [1, 1]],
  ['round', [1, 2]],
  ['mod', [2, 2]],
  ['min', [1, 20]],
  ['max', [1, 20]],
]);

const LONGEST = 500;
const DEEPEST = 40;

class FormulaProblem extends Error {}

type Token =
  | { readonly type: 'number'; readonly text: string; readonly at: number }
  | { readonly type: 'name'; readonly text: string; readonly at: number }
  | { readonly type: 'word'; readonly text: string; readonly at: number }
  | { readonly type: 'sign'; readonly text: string; readonly at: number };

const TOKEN =
  /\s*(?:(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|\{(?<name>[^{}]*)\}|(?<word>[A-Za-z_]\w*)|(?<sign><=|>=|!=|==|[-+*/^(),<>=×·÷−≤≥≠]))/y;

/** Signs that people copy from elsewhere. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['==', '='],
]);

const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) {
      const rest = text.slice(at).trimStart();
      const sign = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      throw new FormulaProblem(
        sign === '{' ? 'has a { without its }' : `has a sign that no formula has, ${sign}`,
      );
    }
    const { number, name, word, sign } = match.groups ?? {};
    if (number !== undefined) tokens.push({ type: 'number', text: number, at });
    else if (name !== undefined) tokens.push({ type: 'name', text: name.trim(), at });
    else if (word !== undefined) tokens.push({ type: 'word', text: word, at });
    else tokens.push({ type: 'sign', text: SAME.get(sign ?? '') ?? sign ?? '', at });
    at = TOKEN.lastIndex;
  }
  return tokens;
};

const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '=', '!=']);

class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    if (text.length > LONGEST) throw new FormulaProblem(`has more than ${LONGEST} characters`);
    this.#tokens = tokensOf(text);
    if (this.#tokens.length === 0) throw new FormulaProblem('is empty');
  }

  #sign(...wanted: readonly string[]): string | null {
    const token = this.#tokens[this.#next];
    if (token?.type !== 'sign' || !wanted.includes(token.text)) return null;
    this.#next++;
    return token.text;
  }

  #expect(sign: string): void {
    if (this.#sign(sign) !== null) return;
    throw new FormulaProblem(`${this.#found()} where ${sign} was expected`);
  }

  #found(): string {
    const token = this.#tokens[this.#next];
    return token === undefined ? 'ends' : `has ${token.type === 'name' ? `{${token.text}}` : token.text}`;
  }

  formula(): Formula {
    if (++this.#depth > DEEPEST) throw new FormulaProblem('is nested too deeply');
    let left = this.#product();
    for (let sign = this.#sign('+', '-'); sign !== null; sign = this.#sign('+', '-'))
      left = { type: 'pair', operator: sign as Operator, left, right: this.#product() };
    this.#depth--;
    return left;
  }

  #product(): Formula {
    let left = this.#signed();
    for (let sign = this.#sign('*', '/'); sign !== null; sign = this.#sign('*', '/'))
      left = { type: 'pair', operator: sign as Operator, left, right: this.#signed() };
    return left;
  }

  /** `-2 ^ 2` is `-(2 ^ 2)`, as in school. */
  #signed(): Formula {
    let isNegative = false;
    for (let sign = this.#sign('-', '+'); sign !== null; sign = this.#sign('-', '+'))
      if (sign === '-') isNegative = !isNegative;
    const of = this.#power();
    return isNegative ? { type: 'negative', of } : of;
  }

  #power(): Formula {
    const left = this.#operand();
    if (this.#sign('^') === null) return left;
    if (++this.#depth > DEEPEST) throw new FormulaProblem('is nested too deeply');
    const right = this.#signed();
    this.#depth--;
    return { type: 'pair', operator: '^', left, right };
  }

  #operand(): Formula {
    const token = this.#tokens[this.#next];
    if (token?.type === 'number') {
      this.#next++;
      const value = parseDecimal(token.text);
      if (value === null) throw new FormulaProblem(`has a number that is too long, ${token.text}`);
      return { type: 'number', value, text: token.text };
    }
    if (token?.type === 'name') {
      this.#next++;
      return { type: 'name', name: token.text };
    }
    if (token?.type === 'word') {
      this.#next++;
      return this.#call(token.text);
    }
    if (this.#sign('(') !== null) {
      const inner = this.formula();
      this.#expect(')');
      return inner;
    }
    throw new FormulaProblem(`${this.#found()} where a number or a {name} was expected`);
  }

  #call(name: string): Formula {
    const known = FUNCTIONS.get(name);
    if (known === undefined || this.#sign('(') === null) {
      const all = [...FUNCTIONS.keys()].join(', ');
      throw new FormulaProblem(
        known === undefined
          ? `has the unknown word ${name}: an input is written {${name}}, and the functions are ${all}`
          : `has ${name} without its (values)`,
      );
    }
    const given = [this.formula()];
    while (this.#sign(',') !== null) given.push(this.formula());
    this.#expect(')');
    const [least, most] = known;
    if (given.length < least || given.length > most)
      throw new FormulaProblem(
        `gives ${name} ${given.length} values; it takes ${least === most ? least : `${least} to ${most}`}`,
      );
    return { type: 'call', name, given };
  }

  condition(): Condition {
    const sides = [this.formula()];
    const signs: Relation[] = [];
    for (let sign = this.#sign(...COMPARISONS); sign !== null; sign = this.#sign(...COMPARISONS)) {
      signs.push(sign as Relation);
      sides.push(this.formula());
    }
    if (signs.length === 0) throw new FormulaProblem('compares nothing: write it with <, <=, >, >=, = or !=');
    return { sides, signs };
  }

  end(): void {
    const token = this.#tokens[this.#next];
    if (token === undefined) return;
    const isOperand = token.type !== 'sign';
    throw new FormulaProblem(
      isOperand ? `${this.#found()} without an operator before it` : `${this.#found()} where it should end`,
    );
  }
}

const reading = <T>(text: string, read: (reader: Reader) => T): Parsed<T> => {
  try {
    const reader = new Reader(text);
    const value = read(reader);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof FormulaProblem) return { ok: false, message: error.message };
    throw error;
  }
};

/** Reads `{a} * {b} / 60`. */
export const parseFormula = (text: string): Parsed<Formula> => reading(text, reader => reader.formula());

/** Reads `{a} < {b}`. */
export const parseCondition = (text: string): Parsed<Condition> =>
  reading(text, reader => reader.condition());

/** The names in a formula, each once. */
export const namesIn = (formula: Formula): ReadonlySet<string> => {
  switch (formula.type) {
    case 'number':
      return new Set();
    case 'name':
      return new Set([formula.name]);
    case 'negative':
      return namesIn(formula.of);
    case 'pair':
      return new Set([...namesIn(formula.left), ...namesIn(formula.right)]);
    case 'call':
      return new Set(formula.given.flatMap(each => [...namesIn(each)]));
  }
};

/** How tightly a formula holds together. */
const bindingOf = (formula: Formula): number => {
  if (formula.type === 'negative') return 2;
  if (formula.type !== 'pair') return 4;
  return { '+': 0, '-': 0, '*': 1, '/': 1, '^': 3 }[formula.operator];
};

const SHOWN: Readonly<Record<Operator, string>> = { '+': '+', '-': '-', '*': '×', '/': '/', '^': '^' };

/** The formula as calculators show theirs, with `{name}` places. */
export const showFormula = (formula: Formula): string => {
  const inside = (part: Formula, least: number): string =>
    bindingOf(part) < least ? `(${showFormula(part)})` : showFormula(part);
  switch (formula.type) {
    case 'number':
      return /[eE]/.test(formula.text) ? formula.text : groupThousands(formula.text);
    case 'name':
      return `{${formula.name}}`;
    case 'negative':
      return `-${inside(formula.of, 2)}`;
    case 'call':
      return `${formula.name}(${formula.given.map(showFormula).join(', ')})`;
    case 'pair': {
      const { operator, left, right } = formula;
      const binding = bindingOf(formula);
      const [least, most] = operator === '^' ? [binding + 1, binding] : [binding, binding + 1];
      return `${inside(left, least)} ${SHOWN[operator]} ${inside(right, most)}`;
    }
  }
};
