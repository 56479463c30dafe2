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

/** Abbreviations in a text in capitals. */
export const capitals = (text: string): string =>
  text.replace(/(?:gb|mb|kb|usd|iops|ttl|wcu|rcu|cidr|http|fifo)/g, word => word.toUpperCase());

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

/** The formula in names. */
export const describeFormula = (formula: string): string => fillPlaces(formula, spoken);

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
