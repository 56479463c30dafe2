/** Formulas with `{name}` places: named for people, and with the numbers put in. */
import { isRational } from '../../number/rational.ts';
import type { Definition, Values } from './define.ts';
import type { Value } from './value.ts';
import { formatOperand } from './value.ts';

const PLACE = /\{([^{}]*)\}/g;

/** Names of the places in a text, in order, repetitions included. */
export const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(PLACE)].map(([, name = '']) => name);

/** A text with every place replaced. */
export const fillPlaces = (text: string, fill: (name: string) => string): string =>
  text.replace(PLACE, (_, name: string) => fill(name));

/** Abbreviations whose spelling is not that of a word. */
const ABBREVIATIONS = new Map(
  'GB MB KB GiB MiB KiB TiB USD IOPS TTL WCU RCU CIDR HTTP FIFO IA GSI'
    .split(' ')
    .map(word => [word.toLowerCase(), word] as const),
);

/** Abbreviations in a text as they are spelled: `gb` as `GB`, `gib` as `GiB`. */
export const capitals = (text: string): string =>
  text.replace(/\b[a-z]+\b/g, word => ABBREVIATIONS.get(word) ?? word);

/** `unitsPerItem` and `item-size` as `units per item` and `item size`. */
const spoken = (name: string): string =>
  capitals(
    name
      .replaceAll('-', ' ')
      .replace(
        /([a-z0-9])([A-Z])/g,
        (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
      ),
  );

const headOf = (label: string): string => label.split(/[,:]/)[0] ?? label;

/**
 * A label as an operand: without what follows a comma or colon, in lower case; quoted where it begins with a
 * number, and quoted whole where another step begins alike.
 */
const operandName = (label: string, steps: Definition['steps']): string => {
  const head = headOf(label);
  if (steps.some(other => other.label !== label && headOf(other.label) === head)) return `"${label}"`;
  if (/^\d/.test(head)) return `"${head}"`;
  return /^\p{Lu}(?![\p{Lu}\d])/u.test(head) ? head.charAt(0).toLowerCase() + head.slice(1) : head;
};

/**
 * The formula in names: steps by their labels, inputs by their flags, facts by theirs. A unit that the numbers
 * need (`{missMs} ms`) is left out, since a name has none.
 */
export const describeFormula = (
  formula: string,
  { inputs, facts, steps }: Pick<Definition, 'inputs' | 'facts' | 'steps'>,
): string => {
  const nameOf = (name: string): string => {
    const step = inputs.has(name) ? undefined : steps.find(({ id }) => id === name);
    return step === undefined ? spoken(name) : operandName(step.label, steps);
  };
  const unitOf = (name: string): string =>
    inputs.get(name)?.unit ?? facts.get(name)?.unit ?? steps.find(({ id }) => id === name)?.unit ?? '';
  const named = formula.replace(/\{([^{}]*)\} ([^\s(),]+)/g, (both, name: string, unit: string) =>
    unit === unitOf(name) ? `{${name}}` : both,
  );
  return fillPlaces(named, nameOf);
};

/** The formula in numbers. */
export const substitute = (
  formula: string,
  { inputs, facts, steps }: Pick<Definition, 'inputs' | 'facts' | 'steps'>,
  values: Values,
): string =>
  fillPlaces(formula, name => {
    const value = values[name];
    const input = inputs.get(name);
    if (input !== undefined && value !== null) return input.show(value);
    const fact = facts.get(name);
    if (fact !== undefined && isRational(value)) return formatOperand(value, fact.unit);
    const step = steps.find(({ id }) => id === name);
    return formatOperand(value as Value, step?.unit ?? '');
  });
